"""The officer's decision on a signed agreement, and the way to it."""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions import permissions as who
from app.commissions.agreement_text import agreement_text
from app.commissions.approval_page import approval_views, condition_rows
from app.commissions.approval_permissions import can_answer, can_recommend
from app.commissions.facts import Asked
from app.commissions.forms.approve import (
    AnswerForm,
    ApproveForm,
    AskForm,
    RecommendForm,
    SendBackForm,
)
from app.commissions.forms.conditions import ConditionsForm
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import Commission
from app.commissions.page import signature_views
from app.commissions.permissions import can_see_commission
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.routes import commissions
from app.commissions.routes.checking import check_page, is_checked, wants_change
from app.commissions.services import approve as approving
from app.commissions.services.sign import version_to_answer
from app.commissions.statuses import CommissionAction
from app.commissions.voices import approval_limit
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form


@commissions.route("/<reference>/approve", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=who.can_approve
)
@commits
def approve(commission: Commission) -> ResponseReturnValue:
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.APPROVE, by=current_person())
    form = ApproveForm()
    if form.validate_on_submit():
        approving.approve(commission=commission, by=current_person())
        return _back(commission, "Approved. The provider can hold the start meeting.")
    return _decision("approve", commission, form)


@commissions.route("/<reference>/approve-with-conditions", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=who.can_approve
)
@commits
def approve_with_conditions(commission: Commission) -> ResponseReturnValue:
    by = current_person()
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.APPROVE_WITH_CONDITIONS, by=by)
    form = ConditionsForm()
    if not form.validate_on_submit() or wants_change():
        form.renew()
        return _decision("approve_with_conditions", commission, form)
    conditions = form.conditions()
    if is_checked():
        approving.approve(commission=commission, by=by, conditions=conditions)
        return _back(commission, "Approved with conditions. The support can begin.")
    return check_page(
        commission,
        form,
        rows=condition_rows(conditions),
        follows="The provider and officers see each condition until an officer records it as met.",
        send="Approve with conditions",
    )


@commissions.route("/<reference>/send-back", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=who.can_approve
)
@commits
def send_back(commission: Commission) -> ResponseReturnValue:
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.SEND_BACK, by=current_person())
    form = SendBackForm()
    if form.validate_on_submit():
        approving.send_back(
            commission=commission, by=current_person(), reason=form.reason.data or ""
        )
        return _back(commission, "Sent back. Both sides can change the agreement again.")
    return _decision("send_back", commission, form)


@commissions.route("/<reference>/recommend", methods=["GET", "POST"])
@access.loads(commission_by_reference, name="commission", see=can_see_commission, may=can_recommend)
@commits
def recommend(commission: Commission) -> ResponseReturnValue:
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.RECOMMEND, by=current_person())
    form = RecommendForm()
    if form.validate_on_submit():
        approving.recommend(commission=commission, by=current_person(), words=form.words.data or "")
        return _back(commission, "Recommended. Another officer decides.")
    return _decision("recommend", commission, form)


@commissions.route("/<reference>/ask-for-information", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=who.can_approve
)
@commits
def ask_information(commission: Commission) -> ResponseReturnValue:
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.ASK_INFORMATION, by=current_person())
    form = AskForm()
    if form.validate_on_submit():
        approving.ask(
            commission=commission,
            by=current_person(),
            of=Asked(form.asked.data),
            question=form.question.data or "",
        )
        return _back(commission, "Your question is sent. You can decide once it is answered.")
    return _decision("ask_information", commission, form)


@commissions.route("/<reference>/answer", methods=["GET", "POST"])
@access.loads(commission_by_reference, name="commission", see=can_see_commission, may=can_answer)
@commits
def answer_information(commission: Commission) -> ResponseReturnValue:
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.ANSWER_INFORMATION, by=current_person())
    form = AnswerForm()
    if form.validate_on_submit():
        approving.answer(commission=commission, by=current_person(), words=form.words.data or "")
        return _back(commission, "Your answer is sent. An approving officer decides.")
    return _decision("answer_information", commission, form, question=commission.open_question)


def _back(commission: Commission, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("commissions.show", reference=commission.reference))


def _decision(
    page: str, commission: Commission, form: Form, **context: object
) -> ResponseReturnValue:
    version = version_to_answer(commission)
    html = render_template(
        f"commissions/{page}.html",
        commission=commission,
        version=version,
        text=agreement_text(version.content),
        signatures=signature_views(version),
        limit=approval_limit(current_person(), commission),
        acts=approval_views(current_person(), commission),
        form=form,
        **context,
    )
    return html, 422 if form.errors else 200
