"""What an approval depends on: the provider reports, an officer looks."""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions import approval_permissions as who
from app.commissions.forms.conditions import MET, LookForm, ReportForm
from app.commissions.models import ApprovalCondition
from app.commissions.queries.commissions import condition_of_commission
from app.commissions.routes import commissions
from app.commissions.services import conditions
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form


@commissions.route("/<reference>/conditions/<int(max=99):position>/report", methods=["GET", "POST"])
@access.loads(
    condition_of_commission,
    name="condition",
    see=who.can_see_condition,
    may=who.can_report_condition,
)
@commits
def report_condition(condition: ApprovalCondition) -> ResponseReturnValue:
    form = ReportForm()
    if form.validate_on_submit():
        conditions.report(condition=condition, by=current_person(), words=form.report.data or "")
        return _back(condition, "An officer now looks at it.")
    return _page("report_condition", condition, form)


@commissions.route("/<reference>/conditions/<int(max=99):position>/look", methods=["GET", "POST"])
@access.loads(
    condition_of_commission,
    name="condition",
    see=who.can_see_condition,
    may=who.can_look_at_condition,
)
@commits
def look_at_condition(condition: ApprovalCondition) -> ResponseReturnValue:
    form, by = LookForm(), current_person()
    if form.validate_on_submit():
        finding = form.finding.data or ""
        if form.outcome.data == MET:
            conditions.record_met(condition=condition, by=by, finding=finding)
            return _back(condition, f"Condition {condition.position} is met.")
        conditions.set_new_day(condition=condition, by=by, finding=finding, due_on=form.due_on.data)
        return _back(condition, "The provider reports again by the new day.")
    return _page("look_at_condition", condition, form)


def _back(condition: ApprovalCondition, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("commissions.show", reference=condition.commission.reference))


def _page(page: str, condition: ApprovalCondition, form: Form) -> ResponseReturnValue:
    html = render_template(
        f"commissions/{page}.html", condition=condition, commission=condition.commission, form=form
    )
    return html, 422 if form.is_submitted() else 200
