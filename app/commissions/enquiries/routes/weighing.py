"""The answers side by side, and what the school thinks of each."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions.enquiries import permissions as who
from app.commissions.enquiries.facts import (
    LEANING_FOR_PROVIDER,
    WHY_NOT_FOR_PROVIDER,
    WHY_NOT_WORDS,
    Leaning,
    WhyNot,
)
from app.commissions.enquiries.forms import WeighForm
from app.commissions.enquiries.page import asked_of, side_by_side
from app.commissions.enquiries.queries import enquiry_of
from app.commissions.enquiries.services import answering
from app.commissions.models import Enquiry, SupportRequest
from app.commissions.permissions import can_see_request
from app.commissions.queries.requests import request_by_reference
from app.commissions.routes import requests as blueprint
from app.web import access, htmx
from app.web.commits import commits


@blueprint.get("/<reference>/answers")
@access.loads(
    request_by_reference, name="asked", see=can_see_request, may=who.can_see_who_was_asked
)
def answers(asked: SupportRequest) -> ResponseReturnValue:
    whom = asked_of(asked, access.current_person())
    lines = whom.answered if whom else []
    return render_template(
        "enquiries/answers.html",
        asked=asked,
        lines=lines,
        in_all=len(whom.lines) if whom else 0,
        parts=side_by_side(asked, lines),
    )


@blueprint.route("/<reference>/enquiries/<slug>/weigh", methods=["GET", "POST"])
@access.loads(enquiry_of, name="enquiry", see=who.can_see_enquiry, may=who.can_weigh_answers)
@commits
def weigh_answer(enquiry: Enquiry) -> ResponseReturnValue:
    person = access.current_person()
    answering.check_may_weigh(enquiry, person)
    form = WeighForm()
    if not form.is_submitted() and enquiry.leaning is not None:
        form.leaning.data = enquiry.leaning.value
        form.why.data = enquiry.leaning_why.value if enquiry.leaning_why else ""
        form.words.data = enquiry.leaning_words
    if form.validate_on_submit():
        answering.weigh(
            enquiry=enquiry,
            by=person,
            leaning=Leaning(form.leaning.data),
            why=WhyNot(form.why.data) if form.why.data else None,
            words=form.words.data or "",
        )
        flash(f"Your view of {enquiry.provider.name} is saved.")
        return htmx.redirect(url_for(".answers", reference=enquiry.request.reference))
    page = render_template(
        "enquiries/weigh.html",
        form=form,
        enquiry=enquiry,
        told=LEANING_FOR_PROVIDER.values(),
        told_why=[(WHY_NOT_WORDS[why], words) for why, words in WHY_NOT_FOR_PROVIDER.items()],
    )
    return page, 422 if form.errors else 200
