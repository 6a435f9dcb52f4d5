"""Pages of reviews; they hang on the blueprint of commissions."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions import permissions as commission_rules
from app.commissions.facts import Acknowledgement
from app.commissions.models import Commission, ReviewMeeting
from app.commissions.papers import review_paper
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.reviews import permissions as who
from app.commissions.reviews import services
from app.commissions.reviews.forms import AnswerReviewForm, review_form
from app.commissions.reviews.page import review_view, spent_words, standings_of
from app.commissions.reviews.queries import review_of_commission
from app.commissions.routes import commissions
from app.commissions.services import deliver
from app.core import clock
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.papers import pdf_response, wants_pdf

ADDRESS = "/<reference>/reviews/<int(max=999999999):review_id>"


@commissions.route("/<reference>/reviews/new", methods=["GET", "POST"])
@access.loads(
    commission_by_reference,
    name="commission",
    see=commission_rules.can_see_delivery,
    may=commission_rules.can_deliver,
)
@commits
def record_review(commission: Commission) -> ResponseReturnValue:
    person = current_person()
    deliver.check_may_deliver(commission=commission, by=person)
    form = review_form(commission)
    if form.validate_on_submit():
        made = services.record_review(commission=commission, by=person, answers=form.answers())
        return _back(made, "The review is recorded. The school is asked whether it is accurate.")
    html = render_template(
        "reviews/new.html",
        commission=commission,
        form=form,
        standings=standings_of(commission, clock.today()),
        spent=spent_words(commission, clock.today()),
    )
    return html, 422 if form.is_submitted() else 200


@commissions.get(ADDRESS)
@access.loads(review_of_commission, name="held", see=who.can_see_review)
def review(held: ReviewMeeting) -> ResponseReturnValue:
    if wants_pdf():
        return pdf_response(review_paper(held))
    open_to_me = review_view(current_person(), held).open_to_me
    return _page(held, AnswerReviewForm() if open_to_me else None)


@commissions.post(f"{ADDRESS}/answer")
@access.loads(review_of_commission, name="held", see=who.can_see_review, may=who.can_answer_review)
@commits
def answer_review(held: ReviewMeeting) -> ResponseReturnValue:
    services.check_unanswered(held)
    form = AnswerReviewForm()
    if form.validate_on_submit():
        services.acknowledge_review(
            review=held,
            by=current_person(),
            answer=Acknowledgement(form.answer.data),
            comment=form.comment.data or "",
        )
        return _back(held, "Your school’s answer is recorded.")
    return _page(held, form)


def _back(held: ReviewMeeting, words: str) -> ResponseReturnValue:
    flash(words)
    reference = held.commission.reference
    return htmx.redirect(url_for("commissions.review", reference=reference, review_id=held.id))


def _page(held: ReviewMeeting, form: AnswerReviewForm | None) -> ResponseReturnValue:
    html = render_template(
        "reviews/show.html",
        commission=held.commission,
        review=held,
        page=review_view(current_person(), held),
        form=form,
    )
    return html, 422 if form is not None and form.is_submitted() else 200
