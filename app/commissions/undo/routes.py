"""The page that undoes the last step, of a request and of a commission."""

from __future__ import annotations

from typing import Any

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions.models import Commission, SupportRequest
from app.commissions.permissions import can_see_commission, can_see_request
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.queries.requests import request_by_reference
from app.commissions.routes import commissions, requests
from app.commissions.undo import services
from app.commissions.undo.facts import LEADS_TO, UNDO_WORDS
from app.commissions.undo.forms import UndoForm
from app.commissions.undo.permissions import can_undo_commission, can_undo_request
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits

DONE = "It is undone."


@requests.route("/<reference>/undo", methods=["GET", "POST"], endpoint="undo")
@access.loads(request_by_reference, name="asked", see=can_see_request, may=can_undo_request)
@commits
def undo_of_request(asked: SupportRequest) -> ResponseReturnValue:
    back = url_for("requests.show", reference=asked.reference)
    way_back = services.way_back_of_request(asked, by=current_person())
    form = UndoForm()
    if form.validate_on_submit():
        services.undo_of_request(request=asked, by=current_person())
        flash(DONE)
        return htmx.redirect(back)
    return _page(asked, asked.title, way_back, form, back)


@commissions.route("/<reference>/undo", methods=["GET", "POST"], endpoint="undo")
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=can_undo_commission
)
@commits
def undo_of_commission(commission: Commission) -> ResponseReturnValue:
    back = url_for("commissions.show", reference=commission.reference)
    way_back = services.way_back_of_commission(commission, by=current_person())
    form = UndoForm()
    if form.validate_on_submit():
        services.undo_of_commission(commission=commission, by=current_person())
        flash(DONE)
        return htmx.redirect(back)
    return _page(commission, commission.request.title, way_back, form, back)


def _page(
    record: SupportRequest | Commission,
    title: str,
    way_back: services.WayBack[Any],
    form: UndoForm,
    back: str,
) -> ResponseReturnValue:
    heading, said = UNDO_WORDS[way_back.taken.action]
    page = render_template(
        "commissions/undo.html",
        caption=f"{title or 'Request without a title'}, {record.reference}",
        heading=heading,
        said=said,
        taken=way_back.taken,
        leads_to=LEADS_TO[way_back.action],
        form=form,
        back=back,
    )
    return page, 422 if form.errors else 200
