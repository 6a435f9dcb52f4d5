"""The action plan as its pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.core import clock
from app.governance.reviews.due import owner_words
from app.governance.reviews.facts import BoardReviewStatus
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.governance.reviews.models import ActionNote, GovernanceAction, GovernanceReview

S = BoardReviewStatus


@dataclass(frozen=True)
class NoteView:
    words: str
    about: str


@dataclass(frozen=True)
class ActionView:
    """`first_due` is the date in the agreed plan, where another holds now."""

    number: int
    heading: str
    what: str
    measure: str
    owner: str
    due: str
    first_due: str
    state: str
    tone: str
    done_by: str
    evidence: str
    href: str
    # of an open action: where to look for help and training
    strand: str
    notes: Sequence[NoteView]


def action_views(review: GovernanceReview) -> list[ActionView]:
    return [action_view(action, place) for place, action in enumerate(review.actions, start=1)]


def action_view(action: GovernanceAction, place: int = 0) -> ActionView:
    state, tone = _state(action)
    strand = action.heading.strand
    moved = action.first_due_on != action.due_on
    return ActionView(
        number=place,
        heading=action.heading.name,
        what=action.what,
        measure=action.measure,
        owner=owner_words(action),
        due=date_words(action.due_on),
        first_due=date_words(action.first_due_on) if moved else "",
        state=state,
        tone=tone,
        done_by=action.done_by.name if action.done_by else "",
        evidence=action.evidence,
        href=url_for(
            "governance_reviews.action", reference=action.review.reference, number=action.id
        ),
        strand=strand.code if strand and action.done_on is None else "",
        notes=[_note(note) for note in action.notes],
    )


def _state(action: GovernanceAction) -> tuple[str, str]:
    if action.done_on is not None:
        return f"Done {date_words(action.done_on)}", "good"
    if action.review.status in {S.AGREED, S.PLAN_AGREED}:
        return "Proposed", "neutral"
    return ("Late", "bad") if action.due_on < clock.today() else ("Open", "active")


def _note(note: ActionNote) -> NoteView:
    about = f"{note.author.name}, {date_words(clock.in_london(note.created_at).date())}"
    if note.to_day is not None:
        about += f": date changed from {date_words(note.from_day)} to {date_words(note.to_day)}"
    return NoteView(note.words, about)
