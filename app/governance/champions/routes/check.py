"""The officer's pages before the panel sits."""

from __future__ import annotations

from typing import Any

from flask.typing import ResponseReturnValue

from app.core.errors import NotReady
from app.governance.champions import permissions as who
from app.governance.champions.facts import FINDING_WORDS, Act
from app.governance.champions.forms.decide import (
    YES,
    InterestForm,
    SettleForm,
    check_form,
    found_by,
)
from app.governance.champions.lifecycle import LIFECYCLE
from app.governance.champions.lists import url_of
from app.governance.champions.models import Application, lines_of
from app.governance.champions.page import answers_of
from app.governance.champions.routes.blueprint import (
    APPLICATION,
    blueprint,
    done,
    loads_application,
    page,
    show_reasons,
)
from app.governance.champions.services import check as services
from app.web import htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form


@blueprint.route(f"{APPLICATION}/eligibility", methods=["GET", "POST"])
@loads_application(who.can_check)
@commits
def eligibility(application: Application) -> ResponseReturnValue:
    LIFECYCLE.permit(application, Act.FIND_ELIGIBLE, by=current_person())
    form = check_form(application)(data=_known(application))
    if form.validate_on_submit():
        try:
            found = found_by(form, application)
            services.check(application=application, by=current_person(), found=found)
        except NotReady as error:
            show_reasons(form, "none", error)
        else:
            return htmx.redirect(url_of(application, "settle"))
    return page("eligibility", application, form, rows=answers_of(application))


def _known(application: Application) -> dict[str, Any]:
    found = {one.words: one for one in application.checks}
    given: dict[str, Any] = {}
    for number, words in enumerate(lines_of(application.call.checks)):
        if (one := found.get(words)) is not None:
            given |= {f"finding_{number}": one.finding.value, f"note_{number}": one.note}
    return given


@blueprint.route(f"{APPLICATION}/settle", methods=["GET", "POST"])
@loads_application(who.can_check)
@commits
def settle(application: Application) -> ResponseReturnValue:
    by = current_person()
    LIFECYCLE.permit(application, Act.FIND_ELIGIBLE, by=by)
    form = SettleForm()
    if form.validate_on_submit():
        eligible, reason = form.eligible.data == YES, form.reason.data or ""
        try:
            services.settle_eligibility(
                application=application, by=by, eligible=eligible, reason=reason
            )
        except NotReady as error:
            show_reasons(form, "eligible" if eligible else "reason", error)
        else:
            return done(application, "Recorded. The applicant is told.")
    return page("settle", application, form, checks=application.checks, finding_words=FINDING_WORDS)


@blueprint.route(f"{APPLICATION}/interest", methods=["GET", "POST"])
@loads_application(who.can_declare)
@commits
def interest(application: Application) -> ResponseReturnValue:
    form = InterestForm()
    if form.validate_on_submit():
        words = form.words.data or ""
        services.declare_interest(application=application, by=current_person(), words=words)
        return htmx.redirect("/")
    return page("interest", application, form)


@blueprint.route(f"{APPLICATION}/ask-references", methods=["GET", "POST"])
@loads_application(who.is_officer)
@commits
def ask_references(application: Application) -> ResponseReturnValue:
    LIFECYCLE.check(application, Act.ASK_REFERENCES, by=current_person())
    form = Form()
    if form.validate_on_submit():
        services.ask_references(application=application, by=current_person())
        return done(application, "Both referees are written to.")
    return page("ask_references", application, form)
