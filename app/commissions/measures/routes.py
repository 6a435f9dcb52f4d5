"""The page of choices: what to measure."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.commissions.measures.offered import choices_of
from app.commissions.models import Commission
from app.commissions.permissions import can_see_commission, can_write_agreement
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.routes import commissions
from app.commissions.services import agree
from app.web import access
from app.web.access import current_person


@commissions.get("/<reference>/objectives/measures")
@access.loads(
    commission_by_reference,
    name="commission",
    see=can_see_commission,
    may=can_write_agreement,
)
def choose_measure(commission: Commission) -> ResponseReturnValue:
    agree.check_writable(commission=commission, by=current_person())
    chosen = request.args.get("objective", "")
    objective = next((o for o in commission.objectives if str(o.id) == chosen), None)
    return render_template(
        "commissions/choose_measure.html",
        commission=commission,
        objective=objective,
        choices=choices_of(commission, objective),
    )
