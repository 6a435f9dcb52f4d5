"""Papers, meetings and the board's own view."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.accounts.roles import Role
from app.core import clock
from app.core.calendar import add_working_days
from app.governance.reviews import permissions as who
from app.governance.reviews import queries
from app.governance.reviews.asking import ask, go_back
from app.governance.reviews.facts import BoardRating, MeetingOutcome, MeetingWith
from app.governance.reviews.forms import (
    ConfirmForm,
    MeetingForm,
    MeetingKeptForm,
    OwnViewForm,
    PaperForm,
    ReceivedForm,
    role_choices,
)
from app.governance.reviews.models import (
    GovernanceMeeting,
    GovernancePaper,
    GovernanceReview,
    ScopePart,
)
from app.governance.reviews.preparing_page import own_view_page, papers_page
from app.governance.reviews.routes.blueprint import blueprint
from app.governance.reviews.services import preparing
from app.governance.reviews.usual import usual_days
from app.web import access
from app.web.access import current_person
from app.web.commits import commits

from app.accounts.models import Person  # isort: skip

NUMBER = "<int(max=999999999):number>"


def can_see_paper(person: Person, paper: GovernancePaper) -> bool:
    return who.can_read(person, paper.review)


def can_see_meeting(person: Person, meeting: GovernanceMeeting) -> bool:
    return who.can_read(person, meeting.review)


def can_see_part(person: Person, part: ScopePart) -> bool:
    return who.can_read_own_view(person, part.review)


@blueprint.get("/<reference>/papers")
@access.loads(queries.review_by_reference, name="review", see=who.can_read)
def papers(review: GovernanceReview) -> ResponseReturnValue:
    page = papers_page(current_person(), review)
    return render_template("governance/reviews/papers.html", review=review, page=page)


@blueprint.route("/<reference>/papers/new", methods=["GET", "POST"])
@access.loads(queries.review_by_reference, name="review", see=who.can_read, may=who.can_prepare)
@commits
def new_paper(review: GovernanceReview) -> ResponseReturnValue:
    due_on = add_working_days(clock.today(), usual_days("papers"))
    form = PaperForm(role_choices(with_head=review.head_takes_part), data={"due_on": due_on})
    if form.validate_on_submit():
        preparing.ask_for_paper(
            review=review,
            by=current_person(),
            what=form.what.data or "",
            from_role=Role(form.from_role.data),
            due_on=form.due_on.data,
        )
        return go_back(review, "The paper is asked for.", "papers")
    return ask(review, form, "Ask for a paper", back="papers")


@blueprint.route(f"/<reference>/papers/{NUMBER}", methods=["GET", "POST"])
@access.loads(queries.paper_of, name="paper", see=can_see_paper, may=who.can_receive)
@commits
def paper(paper: GovernancePaper) -> ResponseReturnValue:
    day = paper.received_on or clock.today()
    form = ReceivedForm(data={"received_on": day, "note": paper.note, "version": paper.version})
    if form.validate_on_submit():
        form.refuse_if_stale(paper)
        preparing.receive_paper(
            paper=paper,
            by=current_person(),
            received_on=form.received_on.data,
            note=form.note.data or "",
        )
        return go_back(paper.review, "The paper is marked as received.", "papers")
    return ask(paper.review, form, "A paper came", told=[paper.what], back="papers")


@blueprint.route("/<reference>/meetings/new", methods=["GET", "POST"])
@access.loads(queries.review_by_reference, name="review", see=who.can_read, may=who.can_prepare)
@commits
def new_meeting(review: GovernanceReview) -> ResponseReturnValue:
    form = MeetingForm()
    if form.validate_on_submit():
        preparing.book_meeting(
            review=review,
            by=current_person(),
            with_whom=MeetingWith(form.with_whom.data),
            held_on=form.held_on.data,
        )
        return go_back(review, "The meeting is booked.", "papers")
    return ask(review, form, "Book a meeting", back="papers")


@blueprint.route(f"/<reference>/meetings/{NUMBER}", methods=["GET", "POST"])
@access.loads(queries.meeting_of, name="meeting", see=can_see_meeting, may=who.can_keep_meeting)
@commits
def meeting(meeting: GovernanceMeeting) -> ResponseReturnValue:
    form = MeetingKeptForm(
        data={
            "held_on": meeting.held_on,
            "outcome": meeting.outcome,
            "notes": meeting.notes,
            "version": meeting.version,
        }
    )
    if form.validate_on_submit():
        form.refuse_if_stale(meeting)
        preparing.keep_meeting(
            meeting=meeting,
            by=current_person(),
            held_on=form.held_on.data,
            outcome=MeetingOutcome(form.outcome.data),
            notes=form.notes.data or "",
        )
        return go_back(meeting.review, "The meeting is saved.", "papers")
    return ask(meeting.review, form, "Meeting", back="papers")


@blueprint.route("/<reference>/own-view", methods=["GET", "POST"])
@access.loads(queries.review_by_reference, name="review", see=who.can_read_own_view)
@commits
def own_view(review: GovernanceReview) -> ResponseReturnValue:
    """Show what the board says of itself; sent by whoever speaks for it."""
    person, form = current_person(), ConfirmForm("Send it to the reviewers")
    if request.method == "POST" and form.validate_on_submit():
        preparing.send_own_view(review=review, by=person)
        return go_back(review, "The board’s own view is sent.")
    page = own_view_page(person, review)
    html = render_template("governance/reviews/own_view.html", review=review, page=page, form=form)
    return html, 422 if form.is_submitted() else 200


@blueprint.route(f"/<reference>/own-view/{NUMBER}", methods=["GET", "POST"])
@access.loads(queries.part_of, name="part", see=can_see_part, may=who.can_write_part)
@commits
def own_view_part(part: ScopePart) -> ResponseReturnValue:
    form = OwnViewForm(
        data={
            "rating": part.rating,
            "words": part.words,
            "evidence": part.evidence,
            "version": part.version,
        }
    )
    if form.validate_on_submit():
        form.refuse_if_stale(part)
        preparing.write_part(
            part=part,
            by=current_person(),
            rating=BoardRating(form.rating.data),
            words=form.words.data or "",
            evidence=form.evidence.data or "",
        )
        return go_back(part.review, "Saved. It is not sent yet.", "own_view")
    return ask(part.review, form, part.heading.name, told=[part.heading.about], back="own_view")
