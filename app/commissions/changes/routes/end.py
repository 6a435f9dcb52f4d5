"""Ending support before its time."""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions.changes.forms import EarlyEndForm
from app.commissions.changes.page import check_rows
from app.commissions.changes.pauses import open_pause
from app.commissions.changes.permissions import can_end_early
from app.commissions.changes.services.end import end_early as end_now
from app.commissions.delivery_answers import days_noted
from app.commissions.for_boards.words import said_of
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import Commission
from app.commissions.permissions import can_see_delivery
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.routes import commissions as blueprint
from app.commissions.routes.checking import check_page, is_checked, wants_change
from app.commissions.statuses import CommissionAction
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits


@blueprint.route("/<reference>/end-early", methods=["GET", "POST"])
@access.loads(commission_by_reference, name="commission", see=can_see_delivery, may=can_end_early)
@commits
def end_early(commission: Commission) -> ResponseReturnValue:
    by = current_person()
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.END_EARLY, by=by)
    form = EarlyEndForm(commission)
    if not form.validate_on_submit() or wants_change():
        form.renew()
        page = render_template(
            "changes/end_early.html",
            commission=commission,
            form=form,
            noted=days_noted(commission),
            may_pause=COMMISSION_LIFECYCLE.allows(by, commission, CommissionAction.PAUSE),
            paused=open_pause(commission) is not None,
        )
        return page, 422 if form.errors else 200
    if is_checked():
        end_now(commission=commission, by=by, answers=form.answers())
        flash("The support has ended early. Now both sides say what changed.")
        return htmx.redirect(url_for("commissions.show", reference=commission.reference))
    return check_page(
        commission,
        form,
        rows=check_rows(commission, form.answers()),
        follows=said_of(
            commission,
            "This cannot be taken back. Both sides and the brokerage team are told, "
            "and both sides then evaluate what was done.",
        ),
        send="End the support early",
    )
