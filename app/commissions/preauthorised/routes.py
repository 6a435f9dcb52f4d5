"""The rules for small commissions, and the approval by one; on the blueprint of commissions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions.agreement_text import agreement_text
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import Commission, PreauthorisedRule
from app.commissions.page import signature_views
from app.commissions.permissions import can_see_commission
from app.commissions.preauthorised import permissions as who
from app.commissions.preauthorised import queries, services
from app.commissions.preauthorised.forms import ApproveByRuleForm, NewRuleForm, RuleForm
from app.commissions.preauthorised.rules import rule_for, rule_words
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.routes import commissions
from app.commissions.services.sign import version_to_answer
from app.commissions.statuses import CommissionAction
from app.core import clock
from app.prospectus.queries import designation_names
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Mapping

HEADER = ("Rule", "Authority", "For", "When", "State")


@dataclass(frozen=True)
class RuleRow:
    title: str
    href: str | None
    authority: str
    kinds: str
    when: str
    state: str
    tone: str


@commissions.get("/rules")
@access.person(who.reads_rules)
def rules() -> ResponseReturnValue:
    person, names = current_person(), designation_names()
    page = queries.page_of_rules(person, page_asked())
    rows = [_row(rule, names) for rule in page.items]
    if wants_file():
        cells = [(r.title, r.authority, r.kinds, r.when, r.state) for r in rows]
        return list_file("rules", HEADER, cells)
    return render_template(
        "preauthorised/index.html",
        page=page,
        rows=rows,
        may_add=who.keeps_rules(person),
        page_url=lambda number: url_for(".rules", page=None if number == 1 else number),
        files=file_links(lambda form: url_for(".rules", format=form)),
    )


@commissions.route("/rules/new", methods=["GET", "POST"])
@access.person(who.keeps_rules)
@commits
def add_rule() -> ResponseReturnValue:
    form = NewRuleForm()
    form.kinds.choices = list(designation_names().items())
    form.authority.choices = list(queries.authorities_kept_by(current_person()).items())
    if form.validate_on_submit():
        rule = services.add_rule(authority=form.authority.data, facts=form.facts())
        flash(f"{rule.name} is added.")
        return htmx.redirect(url_for(".rules"))
    html = render_template("preauthorised/rule.html", rule=None, form=form)
    return html, 422 if form.errors else 200


@commissions.route("/rules/<int(max=999999999):number>", methods=["GET", "POST"])
@access.loads(queries.rule_by_number, name="rule", see=who.can_see_rule, may=who.can_keep_rule)
@commits
def change_rule(rule: PreauthorisedRule) -> ResponseReturnValue:
    form = RuleForm(obj=rule)
    form.kinds.choices = list(designation_names().items())
    if form.validate_on_submit():
        form.refuse_if_stale(rule)
        services.change_rule(rule=rule, facts=form.facts())
        flash(f"{rule.name} is saved.")
        return htmx.redirect(url_for(".rules"))
    html = render_template("preauthorised/rule.html", rule=rule, form=form)
    return html, 422 if form.errors else 200


@commissions.route("/<reference>/approve-by-rule", methods=["GET", "POST"])
@access.loads(
    commission_by_reference,
    name="commission",
    see=can_see_commission,
    may=who.can_approve_by_rule,
)
@commits
def approve_by_rule(commission: Commission) -> ResponseReturnValue:
    form, by = ApproveByRuleForm(), current_person()
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.APPROVE_BY_RULE, by=by)
    if form.validate_on_submit():
        services.approve_by_rule(commission=commission, by=by)
        flash("Approved. The provider can hold the start meeting.")
        return htmx.redirect(url_for(".show", reference=commission.reference))
    version, rule = version_to_answer(commission), rule_for(commission)
    html = render_template(
        "preauthorised/approve.html",
        commission=commission,
        rule=rule_words(rule) if rule else "",
        version=version,
        text=agreement_text(version.content),
        signatures=signature_views(version),
        form=form,
    )
    return html, 422 if form.errors else 200


def _row(rule: PreauthorisedRule, names: Mapping[str, str]) -> RuleRow:
    keeps = who.can_keep_rule(current_person(), rule)
    until = f" to {date_words(rule.ends_on)}" if rule.ends_on else ""
    state, tone = "Ended", "neutral"
    if rule.is_in_force:
        state, tone = "In force", "good"
    elif rule.starts_on > clock.today():
        state, tone = "Not in force yet", "waiting"
    return RuleRow(
        title=rule_words(rule),
        href=url_for(".change_rule", number=rule.id) if keeps else None,
        authority=rule.authority.name,
        kinds=", ".join(names.get(code, code) for code in rule.kinds),
        when=f"From {date_words(rule.starts_on)}{until}",
        state=state,
        tone=tone,
    )
