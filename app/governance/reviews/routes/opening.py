"""Asking for a review, its first page, its steps, its lead and the interests declared."""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.governance.reviews import permissions as who
from app.governance.reviews import queries
from app.governance.reviews.asking import ask, go_back
from app.governance.reviews.facts import (
    ACT_DONE,
    ACT_TELLS,
    ACT_WORDS,
    BoardReviewAct,
    ReviewKind,
)
from app.governance.reviews.forms import (
    ArrangeForm,
    AskForm,
    ConfirmForm,
    InterestForm,
    act_form,
    is_warned,
)
from app.governance.reviews.lifecycle import BOARD_REVIEW_LIFECYCLE
from app.governance.reviews.models import GovernanceReview
from app.governance.reviews.page import review_page
from app.governance.reviews.routes.blueprint import blueprint
from app.governance.reviews.services import opening, steps
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits

from app.accounts.models import Person  # isort: skip


@dataclass(frozen=True)
class Taking:
    """A step that an address names."""

    review: GovernanceReview
    act: BoardReviewAct


def taking_of(reference: str, act: str) -> Taking | None:
    review = queries.review_by_reference(reference)
    known = act in set(BoardReviewAct)
    return Taking(review, BoardReviewAct(act)) if review is not None and known else None


def can_see_taking(person: Person, taking: Taking) -> bool:
    return who.can_see(person, taking.review)


def can_take(person: Person, taking: Taking) -> bool:
    """Whoever could take the step, were it open."""
    return any(
        step.permission(person, taking.review)
        for (_status, act), step in BOARD_REVIEW_LIFECYCLE.table.items()
        if act is taking.act
    )


@blueprint.route("/new", methods=["GET", "POST"])
@access.person(who.can_ask, hidden=True)
@commits
def new() -> ResponseReturnValue:
    person = current_person()
    schools = {str(school.urn): school for school in queries.schools_to_ask_for(person)}
    form = AskForm(
        [(urn, school.name) for urn, school in schools.items()],
        officer=who.keeps_headings(person),
    )
    if form.validate_on_submit():
        review = opening.open_review(
            school=schools[form.school.data],
            kind=ReviewKind(form.kind.data) if "kind" in form else ReviewKind.EXTERNAL,
            by=person,
            why=form.why.data or "",
            head_takes_part=form.head_takes_part.data == "yes",
        )
        return go_back(review, "The review is asked for. This page says what happens next.")
    html = render_template("governance/reviews/new.html", form=form)
    return html, 422 if form.is_submitted() else 200


@blueprint.get("/<reference>")
@access.loads(queries.review_by_reference, name="review", see=who.can_see)
def show(review: GovernanceReview) -> ResponseReturnValue:
    page = review_page(current_person(), review)
    return render_template("governance/reviews/show.html", page=page)


@blueprint.route("/<reference>/step/<act>", methods=["GET", "POST"])
@access.loads(taking_of, name="taking", see=can_see_taking, may=can_take)
@commits
def take(taking: Taking) -> ResponseReturnValue:
    review, act, person = taking.review, taking.act, current_person()
    BOARD_REVIEW_LIFECYCLE.check(review, act, by=person)
    form = act_form(act)
    if form.validate_on_submit():
        words = form.words.data if "words" in form else ""
        steps.take(review=review, act=act, by=person, words=words or "")
        # whoever closes a self-review that is not theirs to read still sees that it exists
        return go_back(review, ACT_DONE[act])
    told = [ACT_TELLS[act]]
    if act is BoardReviewAct.CLOSE:
        told += [f"Not done: {one.what}" for one in review.actions if one.done_on is None]
    return ask(review, form, ACT_WORDS[act], told=told, warned=is_warned(act))


@blueprint.route("/<reference>/arrange", methods=["GET", "POST"])
@access.loads(queries.review_by_reference, name="review", see=who.can_see, may=who.can_arrange)
@commits
def arrange(review: GovernanceReview) -> ResponseReturnValue:
    providers = {f"provider {one.id}": one for one in queries.possible_leads(review.school)}
    officers = {f"officer {one.id}": one for one in queries.officers_to_lead(review.school)}
    leads = [(key, provider.name) for key, provider in providers.items()]
    leads += [(key, f"{officer.name}, governor services") for key, officer in officers.items()]
    form = ArrangeForm(
        None if who.is_self(review) else leads,
        queries.headings_of(review.school.authority_code),
        data={
            "lead": _lead_of(review),
            "headings": [str(part.heading_id) for part in review.scope],
            "head_takes_part": "yes" if review.head_takes_part else "no",
            "version": review.version,
        },
    )
    if form.validate_on_submit():
        form.refuse_if_stale(review)
        lead = form.lead.data if "lead" in form else ""
        opening.arrange(
            review=review,
            by=current_person(),
            heading_ids={int(number) for number in form.headings.data or []},
            head_takes_part=form.head_takes_part.data == "yes",
            provider=providers.get(lead),
            officer=officers.get(lead),
        )
        return go_back(review, "Saved.")
    return ask(review, form, "Lead and headings" if "lead" in form else "What it looks at")


def _lead_of(review: GovernanceReview) -> str:
    if review.provider_id is not None:
        return f"provider {review.provider_id}"
    return f"officer {review.officer_id}" if review.officer_id is not None else ""


@blueprint.route("/<reference>/interest", methods=["GET", "POST"])
@access.loads(queries.review_by_reference, name="review", see=who.can_see, may=who.can_declare)
@commits
def interest(review: GovernanceReview) -> ResponseReturnValue:
    form = InterestForm()
    if form.validate_on_submit():
        form.show_faults(faults := form.faults())
        if not faults:
            opening.declare(review=review, by=current_person(), words=form.said)
            if form.said:
                flash("It is recorded. You take no further part in that review.")
                return htmx.redirect(url_for("governance_reviews.index"))
            return go_back(review, "It is recorded that you have no interest.")
    told = ["Whoever has an interest neither reviews nor decides, and no longer sees the review."]
    return ask(review, form, "Interests", told=told)


@blueprint.route("/<reference>/open-to-authority", methods=["GET", "POST"])
@access.loads(
    queries.review_by_reference, name="review", see=who.can_see, may=who.can_open_to_authority
)
@commits
def open_to_authority(review: GovernanceReview) -> ResponseReturnValue:
    form = ConfirmForm("Let governor services read it")
    if form.validate_on_submit():
        opening.open_to_authority(review=review, by=current_person())
        return go_back(review, "Governor services can now read this review.")
    told = [
        "Governor services and the quality assurance lead then read everything but meeting notes.",
        "This cannot be taken back.",
    ]
    return ask(review, form, "Let governor services read it", told=told)
