"""The rules that ask for a second judgement, and the moderation of two that differ."""

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.roles import Role
from app.commissions.judging_permissions import can_moderate, is_judge_of
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import Commission
from app.commissions.permissions import can_see_commission
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.statuses import CommissionAction
from app.quality.judging_page import judging_context
from app.quality.permissions import is_quality_lead
from app.quality.second import queries, services
from app.quality.second.facts import TITLES, says
from app.quality.second.forms import ON, RuleForm, moderation_form
from app.quality.second.models import QualityRule
from app.quality.second.page import parts_of, rule_groups
from app.quality.second.permissions import keeps_rule
from app.quality.second.services import faults_of_meeting
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form
from app.web.template_names import ask_for_reader

blueprint = Blueprint("second", __name__, url_prefix="/quality")


ask_for_reader(blueprint, parts_of=parts_of)


@blueprint.route("/rules", methods=["GET", "POST"])
@access.person(is_quality_lead)
@commits
def rules() -> ResponseReturnValue:
    person, form = current_person(), Form()
    authorities = sorted(set(person.authorities_as(Role.QUALITY_LEAD)))
    if form.validate_on_submit():
        for code in queries.authorities_lacking_rules(authorities):
            services.start_rules(authority_code=code, by=person)
        flash("The usual rules are in force from the next judgement.")
        return htmx.redirect(url_for("second.rules"))
    html = render_template(
        "quality/rules.html",
        groups=[group for code in authorities for group in rule_groups(queries.rules_of(code))],
        none_yet=queries.authorities_lacking_rules(authorities),
        form=form,
    )
    return html, 422 if form.is_submitted() else 200


@blueprint.route("/rules/<authority>/<key>", methods=["GET", "POST"])
@access.loads(queries.rule_of, name="rule", see=keeps_rule)
@commits
def rule(rule: QualityRule) -> ResponseReturnValue:
    form = RuleForm(rule)
    if form.validate_on_submit():
        form.refuse_if_stale(rule)
        form.show_faults(faults := services.faults_of_rule(rule.key, form.number))
        if not faults:
            services.change_rule(rule=rule, value=form.number, in_force=form.in_force.data == ON)
            flash("The rule is saved. It holds from the next judgement on.")
            return htmx.redirect(url_for("second.rules"))
    html = render_template(
        "quality/rule.html",
        title=TITLES[rule.key],
        says=says(rule.key, rule.value),
        form=form,
    )
    return html, 422 if form.is_submitted() else 200


@blueprint.route("/<reference>/moderate", methods=["GET", "POST"])
@access.loads(commission_by_reference, name="commission", see=can_see_commission, may=can_moderate)
@commits
def moderate(commission: Commission) -> ResponseReturnValue:
    person = current_person()
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.MODERATE, by=person)
    form = moderation_form(commission, is_judge=is_judge_of(person, commission))
    if form.validate_on_submit():
        form.show_faults(faults := faults_of_meeting(commission, person, form["met_on"].data))
        if not faults:
            services.moderate(
                commission=commission,
                by=person,
                answers=form.answers(),
                words=form["moderation"].data,
                met_on=form["met_on"].data,
            )
            flash("The moderated judgement is recorded and the commission is closed.")
            return htmx.redirect(url_for("quality.judge", reference=commission.reference))
    html = render_template(
        "quality/moderate.html",
        parts=parts_of(person, commission),
        **judging_context(person, commission, form),
    )
    return html, 422 if request.method == "POST" else 200
