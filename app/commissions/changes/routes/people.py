"""Who takes over in the middle of the work: a school's successor, another lead."""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions.approval_permissions import follows_up
from app.commissions.changes.forms_people import LeadForm, MoveForm
from app.commissions.changes.permissions import can_record_lead
from app.commissions.changes.services import lead, move
from app.commissions.models import Commission
from app.commissions.permissions import can_see_commission
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.routes import commissions as blueprint
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits


@blueprint.route("/<reference>/successor", methods=["GET", "POST"])
@access.loads(commission_by_reference, name="commission", see=can_see_commission, may=follows_up)
@commits
def move_school(commission: Commission) -> ResponseReturnValue:
    by = current_person()
    form = MoveForm(move.check_may_move(commission=commission, by=by))
    if form.validate_on_submit():
        moved = move.move_to_successor(commission=commission, by=by, urn=int(form.urn.data))
        flash(f"The support now belongs to {moved.to_school.name}.")
        return htmx.redirect(url_for("commissions.show", reference=commission.reference))
    page = render_template("changes/move_school.html", commission=commission, form=form)
    return page, 422 if form.is_submitted() else 200


@blueprint.route("/<reference>/lead", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=can_record_lead
)
@commits
def change_lead(commission: Commission) -> ResponseReturnValue:
    by = current_person()
    lead.check_may_record(commission=commission, by=by)
    form = LeadForm(commission)
    if form.validate_on_submit():
        changed = lead.record_lead(commission=commission, by=by, answers=form.answers())
        flash(f"{changed.leads.name} is told.")
        return htmx.redirect(url_for("commissions.index"))
    page = render_template("changes/change_lead.html", commission=commission, form=form)
    return page, 422 if form.is_submitted() else 200
