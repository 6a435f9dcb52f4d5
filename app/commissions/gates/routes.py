"""The officers' task list before approval; its pages hang on the blueprint of commissions."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions.gates import forms, services
from app.commissions.gates import page as shown
from app.commissions.gates import permissions as who
from app.commissions.gates.facts import CheckResult
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import Commission
from app.commissions.permissions import can_see_commission
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.routes import commissions
from app.commissions.statuses import CommissionAction
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form
from app.web.template_names import ask_for_reader

ask_for_reader(commissions, gates_of=shown.gates_in_short)


@commissions.get("/<reference>/checks")
@access.loads(commission_by_reference, name="commission", see=who.can_see_gates)
def checks(commission: Commission) -> ResponseReturnValue:
    return render_template(
        "gates/index.html",
        commission=commission,
        page=shown.gates_page(current_person(), commission),
    )


@commissions.route("/<reference>/checks/due-diligence", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=who.can_see_gates, may=who.can_record_check
)
@commits
def due_diligence(commission: Commission) -> ResponseReturnValue:
    form = forms.CheckForm()
    if form.validate_on_submit():
        services.record_check(
            commission=commission,
            by=current_person(),
            result=CheckResult(form.result.data),
            checked_on=form.checked_on.data,
            sources=form.sources.data or "",
            reason=form.reason.data or "",
        )
        return _back(commission, "The check is recorded.")
    return _page("due_diligence", commission, form)


@commissions.route("/<reference>/checks/waiver", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=who.can_see_gates, may=who.can_record_check
)
@commits
def waive_designation(commission: Commission) -> ResponseReturnValue:
    form = forms.WaiverForm()
    if form.validate_on_submit():
        services.waive_designation(
            commission=commission, by=current_person(), reason=form.reason.data or ""
        )
        return _back(commission, "The waiver is recorded.")
    return _page("waiver", commission, form)


@commissions.route("/<reference>/refuse-supporter", methods=["GET", "POST"])
@access.loads(
    commission_by_reference,
    name="commission",
    see=can_see_commission,
    may=who.can_refuse_supporter,
)
@commits
def refuse_supporter(commission: Commission) -> ResponseReturnValue:
    form, by = forms.RefuseSupporterForm(), current_person()
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.REFUSE_SUPPORTER, by=by)
    if form.validate_on_submit():
        services.refuse_supporter(commission=commission, by=by, reason=form.reason.data or "")
        flash("The support has ended. The request is back in matching.")
        return htmx.redirect(url_for("requests.show", reference=commission.request.reference))
    return _page("refuse_supporter", commission, form)


def _back(commission: Commission, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for(".checks", reference=commission.reference))


def _page(page: str, commission: Commission, form: Form) -> ResponseReturnValue:
    html = render_template(f"gates/{page}.html", commission=commission, form=form)
    return html, 422 if form.errors else 200
