"""Writing the agreement: objectives, terms and money."""

from flask import flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.commissions.forms.agree import MoneyForm, ObjectiveForm, TermsForm
from app.commissions.measures.offered import picked_from
from app.commissions.models import Commission, Objective
from app.commissions.page import size_of_change
from app.commissions.part_permissions import can_see_part, can_write_part
from app.commissions.permissions import (
    brokers,
    can_see_commission,
    can_write_agreement,
)
from app.commissions.queries import commissions as queries
from app.commissions.routes import commissions
from app.commissions.services import agree
from app.commissions.services.answers import Money, ObjectiveAnswers, Terms
from app.core.calendar import financial_years
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form


@commissions.route("/<reference>/objectives/add", methods=["GET", "POST"])
@access.loads(
    queries.commission_by_reference,
    name="commission",
    see=can_see_commission,
    may=can_write_agreement,
)
@commits
def add_objective(commission: Commission) -> ResponseReturnValue:
    agree.check_writable(commission=commission, by=current_person())
    picked = picked_from(commission, request.args)
    form = ObjectiveForm(obj=picked.onto(None) if picked else None)
    if form.validate_on_submit():
        added = agree.add_objective(
            commission=commission, by=current_person(), answers=form.answers()
        )
        return _back(commission, f"The objective is added. {size_of_change(added)}".strip())
    return _page("objective", commission, form, picked=picked)


@commissions.route(
    "/<reference>/objectives/<int(max=999999999):objective_id>", methods=["GET", "POST"]
)
@access.loads(
    queries.objective_of_commission, name="objective", see=can_see_part, may=can_write_part
)
@commits
def objective(objective: Objective) -> ResponseReturnValue:
    commission = objective.commission
    agree.check_writable(commission=commission, by=current_person())
    stored = ObjectiveAnswers.of(objective)
    picked = picked_from(commission, request.args)
    form = ObjectiveForm(obj=picked.onto(stored) if picked else stored)
    if picked:
        # what counts as read is what is stored, not what was picked
        form.version.data = stored.version
    if form.is_submitted():
        agree.hold(commission)
        form.refuse_if_stale(ObjectiveAnswers.of(objective))
    if form.validate_on_submit():
        agree.change_objective(objective=objective, by=current_person(), answers=form.answers())
        saved = f"Objective {objective.position} is saved. {size_of_change(objective)}"
        return _back(commission, saved.strip())
    return _page("objective", commission, form, objective=objective, picked=picked)


@commissions.route("/<reference>/agreement", methods=["GET", "POST"])
@access.loads(
    queries.commission_by_reference,
    name="commission",
    see=can_see_commission,
    may=can_write_agreement,
)
@commits
def agreement(commission: Commission) -> ResponseReturnValue:
    agree.check_writable(commission=commission, by=current_person())
    form = TermsForm(obj=Terms.of(commission))
    if form.is_submitted():
        agree.hold(commission)
        form.refuse_if_stale(Terms.of(commission))
    if form.validate_on_submit():
        agree.set_terms(commission=commission, by=current_person(), terms=form.answers())
        return _back(commission, "Who does what is saved.")
    return _page("agreement", commission, form)


@commissions.route("/<reference>/money", methods=["GET", "POST"])
@access.loads(
    queries.commission_by_reference, name="commission", see=can_see_commission, may=brokers
)
@commits
def money(commission: Commission) -> ResponseReturnValue:
    agree.check_writable(commission=commission, by=current_person())
    form = MoneyForm(obj=Money.of(commission))
    years = financial_years(commission.starts_on, commission.ends_on)
    form.offer_years(years)
    if form.is_submitted():
        agree.hold(commission)
        form.refuse_if_stale(Money.of(commission))
    else:
        form.show(Money.of(commission))
    if form.validate_on_submit():
        agree.set_money(commission=commission, by=current_person(), money=form.answers())
        return _back(commission, "The money is saved.")
    return _page("money", commission, form, years=years)


def _back(commission: Commission, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("commissions.show", reference=commission.reference))


def _page(page: str, commission: Commission, form: Form, **context: object) -> ResponseReturnValue:
    status = 422 if form.is_submitted() else 200
    html = render_template(f"commissions/{page}.html", commission=commission, form=form, **context)
    return html, status
