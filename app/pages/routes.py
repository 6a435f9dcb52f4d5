from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, current_app, jsonify, render_template

from app.pages import readiness
from app.pages.home import roles_in_words, work_groups
from app.pages.shortcuts import shortcuts
from app.web import access

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("pages", __name__)


@blueprint.get("/")
@access.public
def home() -> ResponseReturnValue:
    person = access.current_person()
    if person is None:
        return render_template("pages/landing.html", chain=CHAIN, readers=READERS)
    return render_template(
        "pages/home.html",
        groups=work_groups(person),
        links=shortcuts(person),
        roles=roles_in_words(person),
    )


@blueprint.get("/accessibility")
@access.public
def accessibility() -> ResponseReturnValue:
    return render_template("pages/accessibility.html")


@blueprint.get("/privacy")
@access.public
def privacy() -> ResponseReturnValue:
    return render_template("pages/privacy.html")


@blueprint.get("/cookies")
@access.public
def cookies() -> ResponseReturnValue:
    return render_template(
        "pages/cookies.html", session_cookie=current_app.config["SESSION_COOKIE_NAME"]
    )


@blueprint.get("/healthz")
@access.public
def healthz() -> ResponseReturnValue:
    """Say that the process lives; it asks nothing of anything else."""
    return "ok", {"Content-Type": "text/plain; charset=utf-8"}


@blueprint.get("/readyz")
@access.public
def readyz() -> ResponseReturnValue:
    parts = {"database": readiness.database_answers(), "search": readiness.search_answers()}
    ready = all(parts.values())
    words = {part: "ok" if well else "failing" for part, well in parts.items()}
    return jsonify(status="ready" if ready else "not ready", **words), 200 if ready else 503


# The chain that must never break, as the front page tells it.
CHAIN = (
    ("Need", "A school says what should change, and for whom."),
    ("Match", "An officer proposes providers, with reasons, and records any interest."),
    ("Starting point and target", "Both sides agree the measure, the number and the date."),
    ("Approval", "Somebody with no part in it approves the days and the cost."),
    ("Delivery", "Each visit is noted, and the school acknowledges it."),
    ("Measured result", "The same measure, taken again, next to where it began."),
    ("Quality-assured outcome", "Both sides evaluate. A quality lead judges each objective."),
    ("The provider’s record", "The prospectus shows what the support has achieved."),
)

READERS = (
    ("Headteachers", "Find somebody who has done what you need to do, and ask for them."),
    ("Providers", "List what you are good at, deliver it, and build a record that others trust."),
    ("Governors", "Ask other governors for help, look at how your board works, and train."),
    ("Brokerage officers", "Match, approve and follow every piece of support from one list."),
)
