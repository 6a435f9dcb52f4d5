"""Reviews of boards, as the demonstration's file writes them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from app.accounts.roles import Role
from app.demonstration.files import tables
from app.extensions import db
from app.governance.reviews.facts import (
    BoardRating,
    BoardReviewAct,
    FindingKind,
    MeetingOutcome,
    MeetingWith,
    ReviewKind,
)
from app.governance.reviews.services import opening, planning, preparing, steps
from app.schools.models import School

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from app.accounts.models import Person
    from app.demonstration.cast import Cast
    from app.demonstration.files import Table
    from app.governance.reviews.models import GovernanceHeading, GovernanceReview

FILE = "governance_reviews"


def acts() -> Iterator[tuple[date, str, Callable[[Cast, Person], Any]]]:
    """Return each act with its day and who takes it; those of one review in their order."""
    for table in tables("review", FILE):
        made: list[GovernanceReview] = []
        yield table["on"], table["by"], partial(_ask, table=table, made=made)
        for step in table.get("step", []):
            yield step["on"], step["by"], partial(_take, made=made, step=step)


def _ask(cast: Cast, by: Person, *, table: Table, made: list[GovernanceReview]) -> None:
    made.append(
        opening.open_review(
            school=db.session.get_one(School, table["school"]),
            kind=ReviewKind(table["kind"]),
            by=by,
            why=table["why"],
            head_takes_part=table.get("head_takes_part", False),
        )
    )


def _take(cast: Cast, by: Person, *, made: list[GovernanceReview], step: Table) -> None:
    review, action = made[0], step["action"]
    if action in OTHER_ACTS:
        OTHER_ACTS[action](cast, by, review, step)
    else:
        act = BoardReviewAct(action)
        steps.take(review=review, act=act, by=by, words=step.get("words", ""))


def _heading(review: GovernanceReview, code: str) -> GovernanceHeading:
    return next(part.heading for part in review.scope if part.heading.code == code)


def _arrange(cast: Cast, by: Person, review: GovernanceReview, step: Table) -> None:
    opening.arrange(
        review=review,
        by=by,
        heading_ids={_heading(review, code).id for code in step["headings"]},
        head_takes_part=review.head_takes_part,
        provider=cast.providers[step["lead"]] if "lead" in step else None,
    )


def _declare(cast: Cast, by: Person, review: GovernanceReview, step: Table) -> None:
    opening.declare(review=review, by=by, words=step.get("words", ""))


def _paper(cast: Cast, by: Person, review: GovernanceReview, step: Table) -> None:
    preparing.ask_for_paper(
        review=review,
        by=by,
        what=step["what"],
        from_role=Role(step["from"]),
        due_on=step["due_on"],
    )


def _receive(cast: Cast, by: Person, review: GovernanceReview, step: Table) -> None:
    paper = next(paper for paper in review.papers if paper.what == step["what"])
    preparing.receive_paper(paper=paper, by=by, received_on=step["on"], note=step["note"])


def _meet(cast: Cast, by: Person, review: GovernanceReview, step: Table) -> None:
    meeting = preparing.book_meeting(
        review=review, by=by, with_whom=MeetingWith(step["with"]), held_on=step["held_on"]
    )
    if "outcome" in step:
        preparing.keep_meeting(
            meeting=meeting,
            by=by,
            held_on=step["held_on"],
            outcome=MeetingOutcome(step["outcome"]),
            notes=step.get("notes", ""),
        )


def _own_view(cast: Cast, by: Person, review: GovernanceReview, step: Table) -> None:
    for part in review.scope:
        if (said := step.get(part.heading.code)) is not None:
            rating, words = BoardRating(said[0]), said[1]
            preparing.write_part(part=part, by=by, rating=rating, words=words, evidence="")
    if step.get("send"):
        preparing.send_own_view(review=review, by=by)


def _find(cast: Cast, by: Person, review: GovernanceReview, step: Table) -> None:
    steps.write_finding(
        review=review,
        by=by,
        heading=_heading(review, step["heading"]),
        kind=FindingKind(step["kind"]),
        words=step["words"],
        evidence=step["evidence"],
        recommendation=step.get("recommendation", ""),
    )


def _comment(cast: Cast, by: Person, review: GovernanceReview, step: Table) -> None:
    steps.comment(review=review, by=by, words=step["words"])


def _plan(cast: Cast, by: Person, review: GovernanceReview, step: Table) -> None:
    owner = step["owner"]
    planning.write_action(
        review=review,
        by=by,
        heading=_heading(review, step["heading"]),
        what=step["what"],
        measure=step["measure"],
        owner=cast.people[owner] if "@" in owner else Role(owner),
        due_on=step["due_on"],
    )


def _progress(cast: Cast, by: Person, review: GovernanceReview, step: Table) -> None:
    action = next(one for one in review.actions if one.what == step["what"])
    planning.record_progress(action=action, by=by, words=step["words"], done_on=step.get("done_on"))


def _move(cast: Cast, by: Person, review: GovernanceReview, step: Table) -> None:
    action = next(one for one in review.actions if one.what == step["what"])
    planning.move_date(action=action, by=by, due_on=step["due_on"], reason=step["words"])


OTHER_ACTS: dict[str, Callable[..., None]] = {
    "arrange": _arrange,
    "declare": _declare,
    "paper": _paper,
    "receive": _receive,
    "meet": _meet,
    "own_view": _own_view,
    "find": _find,
    "comment": _comment,
    "plan": _plan,
    "progress": _progress,
    "move": _move,
}
