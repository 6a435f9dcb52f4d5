"""Proposing a change of a signed agreement."""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions.changes.agreed import start_now, target_now, terms_now
from app.commissions.changes.forms_vary import (
    StartForm,
    TargetForm,
    TermsAndMoneyForm,
    TermsForm,
)
from app.commissions.changes.permissions import can_propose, can_propose_part
from app.commissions.changes.services import vary
from app.commissions.changes.words import start_words, target_words
from app.commissions.models import Commission, Objective, Variation
from app.commissions.part_permissions import can_see_part
from app.commissions.permissions import brokers, can_see_commission
from app.commissions.queries.commissions import commission_by_reference, objective_of_commission
from app.commissions.routes import commissions as blueprint
from app.commissions.services.agree import hold
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form


@blueprint.get("/<reference>/changes/new")
@access.loads(commission_by_reference, name="commission", see=can_see_commission, may=can_propose)
def propose_change(commission: Commission) -> ResponseReturnValue:
    vary.check_may_propose(commission=commission, by=current_person())
    rows = [
        (one, target_words(target, one.unit), start_words(start, one.unit))
        for one in commission.objectives
        if (target := target_now(one)) and (start := start_now(one))
    ]
    return render_template(
        "changes/propose.html",
        commission=commission,
        rows=rows,
        sets_money=brokers(current_person(), commission),
    )


@blueprint.route("/<reference>/changes/terms", methods=["GET", "POST"])
@access.loads(commission_by_reference, name="commission", see=can_see_commission, may=can_propose)
@commits
def vary_terms(commission: Commission) -> ResponseReturnValue:
    by = current_person()
    vary.check_may_propose(commission=commission, by=by)
    sets_money = brokers(by, commission)
    form = TermsAndMoneyForm(commission) if sets_money else TermsForm(commission)
    if form.is_submitted():
        hold(commission)
        form.refuse_if_stale(terms_now(commission))
    if form.validate_on_submit():
        reason = form.reason.data or ""
        return _proposed(
            vary.propose_terms(commission=commission, by=by, terms=form.terms(), reason=reason)
        )
    return _page("terms", commission, form, sets_money=sets_money)


@blueprint.route(
    "/<reference>/objectives/<int(max=999999999):objective_id>/change-target",
    methods=["GET", "POST"],
)
@access.loads(objective_of_commission, name="objective", see=can_see_part, may=can_propose_part)
@commits
def vary_target(objective: Objective) -> ResponseReturnValue:
    by, commission = current_person(), objective.commission
    vary.check_may_propose(commission=commission, by=by)
    now = target_now(objective)
    form = TargetForm(objective, obj=now)
    if form.is_submitted():
        hold(commission)
        form.refuse_if_stale(target_now(objective))
    if form.validate_on_submit():
        reason = form.reason.data or ""
        return _proposed(
            vary.propose_target(objective=objective, by=by, target=form.target(), reason=reason)
        )
    words = target_words(now, objective.unit) if now else ""
    return _page("target", commission, form, objective=objective, now=words)


@blueprint.route(
    "/<reference>/objectives/<int(max=999999999):objective_id>/correct-start",
    methods=["GET", "POST"],
)
@access.loads(objective_of_commission, name="objective", see=can_see_part, may=can_propose_part)
@commits
def correct_start(objective: Objective) -> ResponseReturnValue:
    by, commission = current_person(), objective.commission
    vary.check_may_propose(commission=commission, by=by)
    now = start_now(objective)
    form = StartForm(objective, obj=now)
    if form.is_submitted():
        hold(commission)
        form.refuse_if_stale(start_now(objective))
    if form.validate_on_submit():
        reason = form.reason.data or ""
        return _proposed(
            vary.propose_correction(objective=objective, by=by, start=form.start(), reason=reason)
        )
    words = start_words(now, objective.unit) if now else ""
    return _page("correct_start", commission, form, objective=objective, now=words)


def _proposed(variation: Variation) -> ResponseReturnValue:
    flash(
        "The change is proposed. It takes effect once its parties have signed it "
        "and an officer has approved it."
    )
    return htmx.redirect(url_for("commissions.show", reference=variation.commission.reference))


def _page(page: str, commission: Commission, form: Form, **context: object) -> ResponseReturnValue:
    html = render_template(f"changes/{page}.html", commission=commission, form=form, **context)
    return html, 422 if form.is_submitted() else 200
