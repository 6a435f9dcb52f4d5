from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Blueprint, render_template, request, session, url_for
from flask_login import login_user, logout_user

from app.accounts import arrivals, queries, services
from app.accounts.forms import SignInForm
from app.extensions import login_manager
from app.web import access, htmx
from app.web.commits import commits

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from app.accounts.models import Person

blueprint = Blueprint("accounts", __name__)


@login_manager.user_loader
def load_person(identity: str) -> Person | None:
    return queries.person_by_session(identity)


@blueprint.route("/sign-in", methods=["GET", "POST"])
@access.public
@commits
def sign_in() -> ResponseReturnValue:
    """One message for every failure: no answer tells whether an account exists."""
    form = SignInForm(next=request.args.get("next", ""))
    if access.current_person() is not None:
        return htmx.redirect(local_path(form.next.data))
    if form.validate_on_submit():
        person = services.authenticate(
            email=form.email.data or "", password=form.password.data or ""
        )
        if person is not None:
            before = dict(session)
            session.clear()
            login_user(person)
            arrivals.arrived(person, before)
            return htmx.redirect(local_path(form.next.data))
        form.email.errors = ["Check your email address and password and try again"]
    return render_template("accounts/sign_in.html", form=form), 422 if form.errors else 200


@blueprint.post("/sign-out")
@access.public
def sign_out() -> ResponseReturnValue:
    logout_user()
    session.clear()
    return htmx.redirect(url_for("pages.home"))


def local_path(target: str | None) -> str:
    """Return the path to go to after signing in; never another site's."""
    parts = urlsplit((target or "").replace("\\", "/"))
    if parts.scheme or parts.netloc or not parts.path.startswith("/") or parts.path[1:2] == "/":
        return url_for("pages.home")
    return target or url_for("pages.home")
