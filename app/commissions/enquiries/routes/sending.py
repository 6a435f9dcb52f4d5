"""The broker asks a shortlisted provider whether it can help."""

from __future__ import annotations

from flask import abort, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.commissions import permissions as who
from app.commissions.enquiries.forms import SendEnquiryForm
from app.commissions.enquiries.services import sending
from app.commissions.models import SupportRequest
from app.commissions.queries import requests as queries
from app.commissions.routes import requests as blueprint
from app.commissions.routes.request_answers import enquired_rows
from app.commissions.timings import WORKING_DAYS
from app.core.errors import DomainError
from app.web import access, htmx
from app.web.commits import commits


@blueprint.route("/<reference>/enquire/<slug>", methods=["GET", "POST"])
@access.loads(
    queries.request_by_reference,
    name="asked",
    see=who.can_see_request,
    may=who.brokers_request,
)
@commits
def send_enquiry(asked: SupportRequest) -> ResponseReturnValue:
    person = access.current_person()
    sending.check_may_send(asked, person)
    slug = str((request.view_args or {})["slug"])
    considered = {c.provider.slug: c for c in asked.candidates}
    if (candidate := considered.get(slug)) is None or candidate.verdict is who.NOT_SUITABLE:
        abort(404)
    provider = candidate.provider
    form = SendEnquiryForm()
    if form.validate_on_submit():
        try:
            sending.send_one(request=asked, provider=provider, by=person)
        except DomainError as error:
            form.submit.errors = [str(error)]
        else:
            flash(f"{provider.name} is asked whether they can help.")
            return htmx.redirect(url_for(".show", reference=asked.reference))
    page = render_template(
        "enquiries/send.html",
        form=form,
        asked=asked,
        provider=provider,
        rows=enquired_rows(asked),
        days=WORKING_DAYS["answer_enquiry"],
    )
    return page, 422 if form.errors else 200
