"""Reviews of providers: the list, one review, and each of its acts."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import NotOpen
from app.prospectus.designations.facts import AppealOutcome
from app.prospectus.designations.permissions import can_see_designations
from app.prospectus.models import Provider
from app.prospectus.queries import provider_by_slug
from app.quality.provider_reviews import permissions as who
from app.quality.provider_reviews import queries, services
from app.quality.provider_reviews.facts import Opening, ReviewAct
from app.quality.provider_reviews.forms import AnswerForm, AppealForm, DecideForm, OpenForm
from app.quality.provider_reviews.lifecycle import REVIEW_LIFECYCLE
from app.quality.provider_reviews.models import ProviderReview
from app.quality.provider_reviews.page import HEADER, export_row, review_view
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file
from app.web.forms import Form

blueprint = Blueprint("provider_reviews", __name__, url_prefix="/quality/reviews")
NUMBER = "<int(max=999999999):number>"


@blueprint.get("")
@access.person(who.reviews_somewhere)
def index() -> ResponseReturnValue:
    person = current_person()
    page = queries.page_of_reviews(person, page_asked())
    if wants_file():
        return list_file("reviews-of-providers", HEADER, map(export_row, page.items))
    return render_template(
        "quality/reviews/index.html",
        page=page,
        files=file_links(lambda form: url_for(".index", format=form)),
        reviews=[review_view(person, review) for review in page.items],
        page_url=lambda n: url_for("provider_reviews.index", page=None if n == 1 else n),
    )


@blueprint.route("/open/<slug>", methods=["GET", "POST"])
@access.loads(provider_by_slug, name="provider", see=can_see_designations, may=who.can_open)
@commits
def open_review(provider: Provider) -> ResponseReturnValue:
    if (known := queries.open_review_of(provider.id)) is not None:
        message = f"A review of {known.provider.name} is open already."
        raise NotOpen(message)
    form, by = OpenForm(), current_person()
    if form.validate_on_submit():
        reason = form.reason.data or ""
        review = services.open_review(
            provider=provider, opening=Opening.BY_HAND, by=by, reason=reason
        )
        flash("The review is open. The provider and the officers who may decide are told.")
        return htmx.redirect(url_for("provider_reviews.show", number=review.id))
    html = render_template("quality/reviews/open.html", provider=provider, form=form)
    return html, 422 if form.is_submitted() else 200


@blueprint.get(f"/{NUMBER}")
@access.loads(queries.review_by_number, name="review", see=who.can_see)
def show(review: ProviderReview) -> ResponseReturnValue:
    person = current_person()
    return render_template(
        "quality/reviews/show.html",
        view=review_view(person, review),
        provider=review.provider,
        is_officer=who.can_open(person, review.provider),
    )


@blueprint.route(f"/{NUMBER}/decide", methods=["GET", "POST"])
@access.loads(queries.review_by_number, name="review", see=who.can_see, may=who.can_decide)
@commits
def decide(review: ProviderReview) -> ResponseReturnValue:
    REVIEW_LIFECYCLE.check(review, ReviewAct.DECIDE, by=current_person())
    form = DecideForm()
    if form.validate_on_submit():
        answers = form.answers()
        form.show_faults(faults := services.faults_of_decision(**answers))
        if not faults:
            services.decide(review=review, by=current_person(), **answers)
            return _back(review, "The decision is recorded. The provider is told.")
    return _page("decide", review, form)


@blueprint.route(f"/{NUMBER}/appeal", methods=["GET", "POST"])
@access.loads(queries.review_by_number, name="review", see=who.can_see, may=who.may_appeal)
@commits
def appeal(review: ProviderReview) -> ResponseReturnValue:
    REVIEW_LIFECYCLE.check(review, ReviewAct.APPEAL, by=current_person())
    form = AppealForm()
    if form.validate_on_submit():
        services.appeal(review=review, by=current_person(), words=form.words.data or "")
        return _back(review, "Your appeal is sent. You get a message when it is answered.")
    return _page("appeal", review, form)


@blueprint.route(f"/{NUMBER}/answer", methods=["GET", "POST"])
@access.loads(queries.review_by_number, name="review", see=who.can_see, may=who.can_answer)
@commits
def answer(review: ProviderReview) -> ResponseReturnValue:
    REVIEW_LIFECYCLE.check(review, ReviewAct.ANSWER, by=current_person())
    form = AnswerForm()
    if form.validate_on_submit():
        services.answer(
            review=review,
            by=current_person(),
            outcome=AppealOutcome(form.outcome.data),
            words=form.answer.data or "",
        )
        return _back(review, "The appeal is answered. Both sides are told.")
    return _page("answer", review, form)


def _back(review: ProviderReview, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("provider_reviews.show", number=review.id))


def _page(act: str, review: ProviderReview, form: Form) -> ResponseReturnValue:
    view = review_view(current_person(), review)
    html = render_template(f"quality/reviews/{act}.html", review=review, view=view, form=form)
    return html, 422 if form.is_submitted() else 200
