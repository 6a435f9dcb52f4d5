"""A provider answers an enquiry, or declines it."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions.enquiries import permissions as who
from app.commissions.enquiries.facts import DeclineReason, EnquiryAction
from app.commissions.enquiries.forms import DeclineEnquiryForm, answer_form
from app.commissions.enquiries.lifecycle import ENQUIRY_LIFECYCLE
from app.commissions.enquiries.queries import enquiry_of
from app.commissions.enquiries.services import answering
from app.commissions.models import Enquiry
from app.commissions.routes import requests as blueprint
from app.commissions.routes.request_answers import enquired_rows
from app.web import access, htmx
from app.web.commits import commits


@blueprint.route("/<reference>/enquiries/<slug>/answer", methods=["GET", "POST"])
@access.loads(enquiry_of, name="enquiry", see=who.can_see_enquiry, may=who.can_answer_enquiry)
@commits
def answer_enquiry(enquiry: Enquiry) -> ResponseReturnValue:
    person = access.current_person()
    ENQUIRY_LIFECYCLE.permit(enquiry, EnquiryAction.ANSWER, by=person)
    form = answer_form(enquiry.request)
    if form.validate_on_submit():
        answering.answer(enquiry=enquiry, by=person, answers=form.answers())
        flash("Thank you. The school and the brokerage team can read your answer.")
        return htmx.redirect(url_for(".show", reference=enquiry.request.reference))
    page = render_template(
        "enquiries/answer.html", form=form, enquiry=enquiry, rows=enquired_rows(enquiry.request)
    )
    return page, 422 if form.errors else 200


@blueprint.route("/<reference>/enquiries/<slug>/decline", methods=["GET", "POST"])
@access.loads(enquiry_of, name="enquiry", see=who.can_see_enquiry, may=who.can_answer_enquiry)
@commits
def decline_enquiry(enquiry: Enquiry) -> ResponseReturnValue:
    person = access.current_person()
    ENQUIRY_LIFECYCLE.permit(enquiry, EnquiryAction.DECLINE, by=person)
    form = DeclineEnquiryForm()
    if form.validate_on_submit():
        answering.decline(
            enquiry=enquiry,
            by=person,
            reason=DeclineReason(form.reason.data),
            words=form.words.data or "",
        )
        flash("Thank you for saying so. The school and the brokerage team are told.")
        return htmx.redirect(url_for(".show", reference=enquiry.request.reference))
    page = render_template("enquiries/decline.html", form=form, enquiry=enquiry)
    return page, 422 if form.errors else 200
