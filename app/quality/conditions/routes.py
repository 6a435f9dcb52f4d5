"""What a judgement depends on: either side reports, a quality lead looks."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions.forms.conditions import MET, LookForm, ReportForm
from app.quality.conditions import queries, services
from app.quality.conditions.models import JudgementCondition
from app.quality.conditions.page import condition_state
from app.quality.conditions.permissions import can_look, can_report, can_see
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form
from app.web.template_names import ask_for_reader

blueprint = Blueprint("judgement_condition", __name__, url_prefix="/quality")


ask_for_reader(blueprint, condition_of=condition_state)


@blueprint.route("/<reference>/condition/report", methods=["GET", "POST"])
@access.loads(queries.condition_of, name="condition", see=can_see, may=can_report)
@commits
def report(condition: JudgementCondition) -> ResponseReturnValue:
    form = ReportForm()
    if form.validate_on_submit():
        services.report(condition=condition, by=current_person(), words=form.report.data or "")
        return _back(condition, "A quality assurance lead now looks at it.")
    return _page("report", condition, form)


@blueprint.route("/<reference>/condition/look", methods=["GET", "POST"])
@access.loads(queries.condition_of, name="condition", see=can_see, may=can_look)
@commits
def look(condition: JudgementCondition) -> ResponseReturnValue:
    form, by = LookForm(), current_person()
    if form.validate_on_submit():
        finding = form.finding.data or ""
        if form.outcome.data == MET:
            services.record_met(condition=condition, by=by, finding=finding)
            return _back(condition, "The condition is met.")
        services.set_new_day(condition=condition, by=by, finding=finding, due_on=form.due_on.data)
        return _back(condition, "They report again by the new day.")
    return _page("look", condition, form)


def _back(condition: JudgementCondition, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("commissions.show", reference=condition.commission.reference))


def _page(page: str, condition: JudgementCondition, form: Form) -> ResponseReturnValue:
    html = render_template(
        f"quality/conditions/{page}.html",
        condition=condition,
        commission=condition.commission,
        form=form,
    )
    return html, 422 if form.is_submitted() else 200
