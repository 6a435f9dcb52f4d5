"""An appeal and its answer."""

from __future__ import annotations

from flask import flash, render_template
from flask.typing import ResponseReturnValue

from app.prospectus.designations import queries, services
from app.prospectus.designations.decisions import decision_in_force
from app.prospectus.designations.facts import DONE_WORDS, AppealOutcome
from app.prospectus.designations.forms.decide import AnswerForm, AppealForm
from app.prospectus.designations.permissions import can_decide, can_see_designation, may_appeal
from app.prospectus.designations.routes import blueprint
from app.prospectus.designations.routes.decide import address_of
from app.prospectus.designations.services.appeal import check_answer, check_appeal
from app.prospectus.models import Designation
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits


@blueprint.route("/<slug>/designations/<int(max=999999999):number>/appeal", methods=["GET", "POST"])
@access.loads(queries.designation_of, name="designation", see=can_see_designation, may=may_appeal)
@commits
def appeal(designation: Designation) -> ResponseReturnValue:
    decision = check_appeal(designation=designation, by=current_person())
    form = AppealForm()
    if form.validate_on_submit():
        services.appeal(designation=designation, by=current_person(), words=form.words.data or "")
        flash("Your appeal is sent. You get a message when it is answered.")
        return htmx.redirect(address_of(designation))
    html = render_template(
        "prospectus/designations/appeal.html",
        designation=designation,
        decision=decision,
        done=DONE_WORDS[decision.act],
        form=form,
    )
    return html, 422 if form.is_submitted() else 200


@blueprint.route("/<slug>/designations/<int(max=999999999):number>/answer", methods=["GET", "POST"])
@access.loads(queries.designation_of, name="designation", see=can_see_designation, may=can_decide)
@commits
def answer(designation: Designation) -> ResponseReturnValue:
    waiting = check_answer(designation=designation, by=current_person())
    form = AnswerForm()
    if form.validate_on_submit():
        services.answer(
            designation=designation,
            by=current_person(),
            outcome=AppealOutcome(form.outcome.data),
            words=form.answer.data or "",
        )
        flash("The appeal is answered. Both sides are told.")
        return htmx.redirect(address_of(designation))
    html = render_template(
        "prospectus/designations/answer.html",
        designation=designation,
        waiting=waiting,
        done=DONE_WORDS[waiting.decision.act],
        later=decision_in_force(designation) is not waiting.decision,
        form=form,
    )
    return html, 422 if form.is_submitted() else 200
