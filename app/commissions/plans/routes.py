"""Pages of the action plan; they hang on the blueprint of commissions."""

from __future__ import annotations

from flask import flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.commissions import permissions as commission_rules
from app.commissions.models import ActionPlan, Commission, PlanStep
from app.commissions.plans import permissions as who
from app.commissions.plans import services
from app.commissions.plans.facts import PlanAction
from app.commissions.plans.forms import (
    AGREE,
    AnswerPlanForm,
    StepForm,
    propose_form,
    standing_of,
)
from app.commissions.plans.lifecycle import PLAN_LIFECYCLE
from app.commissions.plans.page import plan_page, plan_view
from app.commissions.plans.queries import plan_of_commission, step_of_plan
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.routes import commissions
from app.commissions.services import deliver
from app.commissions.services.agree import hold
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form

VERSION = "/<reference>/plan/<int(max=9999):number>"


@commissions.get("/<reference>/plan")
@access.loads(commission_by_reference, name="commission", see=commission_rules.can_see_delivery)
def plan(commission: Commission) -> ResponseReturnValue:
    page = plan_page(current_person(), commission)
    return render_template("plans/show.html", commission=commission, page=page)


@commissions.route("/<reference>/plan/propose", methods=["GET", "POST"])
@access.loads(
    commission_by_reference,
    name="commission",
    see=commission_rules.can_see_delivery,
    may=commission_rules.can_deliver,
)
@commits
def propose_plan(commission: Commission) -> ResponseReturnValue:
    person = current_person()
    services.check_may_propose(commission=commission, by=person)
    more = "more" in request.form
    form = propose_form(commission, request.form.get("rows", ""), more=more)
    if more:
        form.renew()
    elif form.validate_on_submit():
        # first, so that what is compared is still there when the next version is made
        hold(commission)
        form.refuse_if_stale(standing_of(commission))
        services.propose(
            commission=commission, by=person, steps=form.steps(), reason=form.reason.data or ""
        )
        return _back(commission, "The plan is proposed. The school is asked to agree it.")
    newest = commission.plans[-1] if commission.plans else None
    html = render_template("plans/propose.html", commission=commission, form=form, newest=newest)
    return html, 422 if form.errors else 200


@commissions.get(VERSION)
@access.loads(plan_of_commission, name="version", see=who.can_see_plan)
def plan_version(version: ActionPlan) -> ResponseReturnValue:
    view = plan_view(current_person(), version)
    return render_template("plans/version.html", commission=version.commission, plan=view)


@commissions.route(f"{VERSION}/answer", methods=["GET", "POST"])
@access.loads(plan_of_commission, name="version", see=who.can_see_plan, may=who.can_answer_plan)
@commits
def answer_plan(version: ActionPlan) -> ResponseReturnValue:
    person = current_person()
    deliver.check_under_way(version.commission)
    PLAN_LIFECYCLE.check(version, PlanAction.AGREE, by=person)
    form = AnswerPlanForm()
    if form.validate_on_submit():
        if form.answer.data == AGREE:
            services.agree(plan=version, by=person)
            return _back(version.commission, "The plan is agreed. Visits can be booked.")
        services.return_plan(plan=version, by=person, words=form.words.data or "")
        return _back(version.commission, "The provider is asked to change the plan.")
    return _form("answer", version, form)


@commissions.route(f"{VERSION}/steps/<int(max=99):position>", methods=["GET", "POST"])
@access.loads(step_of_plan, name="step", see=who.can_see_step, may=who.can_record_step)
@commits
def plan_step(step: PlanStep) -> ResponseReturnValue:
    deliver.check_under_way(step.plan.commission)
    form = StepForm(step)
    if form.validate_on_submit():
        hold(step.plan.commission)
        form.refuse_if_stale(step)
        services.record_step(
            step=step,
            by=current_person(),
            done_on=form.done_on.data,
            because=form.not_done_because.data or "",
        )
        return _back(step.plan.commission, f"Step {step.position} is saved.")
    return _form("step", step.plan, form, step=step)


def _back(commission: Commission, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("commissions.plan", reference=commission.reference))


def _form(page: str, version: ActionPlan, form: Form, **context: object) -> ResponseReturnValue:
    html = render_template(
        f"plans/{page}.html",
        commission=version.commission,
        plan=plan_view(current_person(), version),
        form=form,
        **context,
    )
    return html, 422 if form.is_submitted() else 200
