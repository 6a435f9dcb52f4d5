"""References: asked for by a link that needs no account, read by officers and the panel."""

from __future__ import annotations

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import NotReady
from app.governance.champions import permissions as who
from app.governance.champions import queries
from app.governance.champions.facts import REFERENCE_QUESTIONS, Status
from app.governance.champions.forms.apply import ReferenceForm, ReplaceForm
from app.governance.champions.lists import url_of
from app.governance.champions.models import Application, Referee
from app.governance.champions.routes.blueprint import (
    APPLICATION,
    blueprint,
    done,
    loads_application,
    page,
    show_reasons,
)
from app.governance.champions.services import apply, check
from app.governance.champions.telling import referee_of_token
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits


def _referee_of(reference: str, number: int) -> Referee | None:
    referee = queries.referee_by_id(number)
    return referee if referee and referee.application.reference == reference else None


def _asks_still(_person: object, referee: Referee) -> bool:
    """Whoever has the link: it was sent to the referee."""
    return referee.application.status is not Status.WITHDRAWN


@blueprint.route("/reference/<token>", methods=["GET", "POST"])
@access.loads(referee_of_token, name="referee", see=_asks_still, signed_out=True)
@commits
def give_reference(referee: Referee) -> ResponseReturnValue:
    form = ReferenceForm()
    if form.validate_on_submit():
        check.give_reference(referee=referee, answers=form.values())
        return htmx.redirect(url_for(".thanks"))
    html = render_template("governance/champions/reference.html", referee=referee, form=form)
    return html, 422 if form.is_submitted() else 200


@blueprint.get("/reference-given")
@access.public
def thanks() -> ResponseReturnValue:
    return render_template("governance/champions/thanks.html")


@blueprint.get(f"{APPLICATION}/references")
@loads_application(who.can_read_references)
def references(application: Application) -> ResponseReturnValue:
    return render_template(
        "governance/champions/references.html",
        application=application,
        questions=REFERENCE_QUESTIONS,
        back=url_of(application),
    )


@blueprint.route(
    f"{APPLICATION}/referees/<int(max=999999999):number>/replace", methods=["GET", "POST"]
)
@access.loads(
    _referee_of,
    name="referee",
    see=lambda person, referee: who.can_see(person, referee.application),
    may=lambda person, referee: who.can_replace_referee(person, referee.application),
)
@commits
def replace_referee(referee: Referee) -> ResponseReturnValue:
    form = ReplaceForm()
    if form.validate_on_submit():
        facts = {name: words or "" for name, words in form.values().items()}
        try:
            new = apply.replace_referee(referee=referee, by=current_person(), facts=facts)
        except NotReady as error:
            show_reasons(form, "email", error)
        else:
            return done(new.application, f"{new.name} is asked instead.")
    return page("replace", referee.application, form, referee=referee)
