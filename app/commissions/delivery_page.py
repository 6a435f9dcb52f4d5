"""What the page of a commission shows of delivery and evaluation, decided for one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions import permissions as who
from app.commissions.changes.follow_up import takes_follow_up
from app.commissions.changes.words import after_words
from app.commissions.delivery_answers import days_left, days_noted
from app.commissions.delivery_permissions import (
    both_in,
    can_answer_note,
    reads_side,
    sides_in,
    visible_evaluations,
)
from app.commissions.facts import ACKNOWLEDGEMENT_WORDS, VISIT_MODE_WORDS, Acknowledgement, Side
from app.commissions.progress import Progress, progress_of
from app.commissions.statuses import BEING_DELIVERED, BEING_MEASURED, CommissionStatus
from app.commissions.visits.facts import SIDE_WORDS, VisitStatus
from app.commissions.visits.page import notice_words, url_of, visit_state, when_words
from app.web.filters import counted, date_words, days_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.accounts.models import Person
    from app.commissions.models import Commission, Evaluation, Visit, VisitNote

EVALUATOR_WORDS = {Side.SCHOOL: "The supported school", Side.PROVIDER: "The provider"}
# from the start on there is something to tell
BEGUN = frozenset(
    {
        *BEING_DELIVERED,
        CommissionStatus.EVALUATING,
        CommissionStatus.QUALITY_REVIEW,
        CommissionStatus.CLOSED,
    }
)


@dataclass(frozen=True)
class ObjectiveDelivery:
    """One objective with its progress; `reading_href` is empty where no reading can be added."""

    title: str
    position: int
    change_sought: str
    progress: Progress
    latest: str
    reading_href: str
    reading_words: str
    # what was measured after the close, beside what was judged
    after: str


@dataclass(frozen=True)
class NoteRow:
    title: str
    href: str
    detail: str
    words: str
    tone: str


@dataclass(frozen=True)
class Delivery:
    """The part of the page between the start and the evaluations."""

    objectives: Sequence[ObjectiveDelivery]
    notes: Sequence[NoteRow]
    days: str


def delivery_of(person: Person, commission: Commission) -> Delivery | None:
    """Return None to those who may not read it, and before delivery has begun."""
    if commission.status not in BEGUN or not who.can_see_delivery(person, commission):
        return None
    return Delivery(
        objectives=objectives_of(person, commission),
        notes=_visit_rows(person, commission),
        days=days_words_of(commission),
    )


def objectives_of(person: Person, commission: Commission) -> list[ObjectiveDelivery]:
    after = takes_follow_up(commission)
    may_measure = (commission.status in BEING_MEASURED or after) and who.can_record_measurement(
        person, commission
    )
    shown = []
    for objective in commission.objectives:
        progress = progress_of(objective)
        if progress is None:
            continue
        latest = progress.latest
        href = url_for(
            "commissions.reading", reference=commission.reference, objective_id=objective.id
        )
        shown.append(
            ObjectiveDelivery(
                title=f"Objective {objective.position}: {objective.measure}",
                position=objective.position,
                change_sought=objective.change_sought,
                progress=progress,
                latest=f"{progress.latest_words} on {date_words(latest.taken_on)}"
                if latest
                else "",
                reading_href=href if may_measure else "",
                reading_words="Add a reading after the end" if after else "Add a reading",
                after=after_words(objective),
            )
        )
    return shown


def days_words_of(commission: Commission) -> str:
    """Return how the agreed days stand: as confirmed at the end, till then as noted."""
    agreed = days_words(commission.days)
    if commission.days_used is not None:
        return f"{days_words(commission.days_used)} used, {agreed} agreed."
    noted, left = days_words(days_noted(commission)), days_words(days_left(commission))
    return f"{noted} used of {agreed} agreed, {left} left."


def _visit_rows(person: Person, commission: Commission) -> list[NoteRow]:
    """Return what is booked, what came of it and what was held without a booking, newest first."""
    dated = [
        (visit.day, _booking_row(visit))
        for visit in commission.visits
        if visit.status is not VisitStatus.HELD
    ]
    dated += [(note.held_on, note_row(person, note)) for note in commission.visit_notes]
    return [row for _day, row in sorted(dated, key=lambda pair: pair[0], reverse=True)]


def _booking_row(visit: Visit) -> NoteRow:
    words, tone = visit_state(visit)
    detail = f"{when_words(visit)}, {VISIT_MODE_WORDS[visit.mode].lower()}"
    if visit.replaced_by is not None:
        detail = f"To {date_words(visit.replaced_by.day)}, {when_words(visit.replaced_by)}"
    elif visit.status is VisitStatus.CANCELLED:
        detail = visit.reason
    if visit.side is not None:
        missed = visit.status is VisitStatus.MISSED
        by = f"by {SIDE_WORDS[visit.side].lower()}"
        detail = (
            f"Missed {by}" if missed else f"Cancelled {by}, notice: {notice_words(visit).lower()}"
        )
    return NoteRow(f"Visit on {date_words(visit.day)}", url_of(visit), detail, words, tone)


def note_row(person: Person, note: VisitNote) -> NoteRow:
    mode = VISIT_MODE_WORDS[note.mode].lower()
    words, tone = note_state(person, note)
    return NoteRow(
        title=f"Visit on {date_words(note.held_on)}",
        href=url_for(
            "commissions.visit_note", reference=note.commission.reference, note_id=note.id
        ),
        detail=f"{note.author.name}, {mode}, {days_words(note.days_used)} used",
        words=words,
        tone=tone,
    )


def note_state(person: Person, note: VisitNote) -> tuple[str, str]:
    """Return the state of the school's answer in words, and the tone of its tag."""
    if note.struck_at is not None:
        return "Struck out", "neutral"
    match note.acknowledgement:
        case None if note.commission.status not in BEING_MEASURED:
            return "Not answered by the school", "neutral"
        case None if can_answer_note(person, note):
            return "Waiting for your answer", "waiting"
        case None:
            return "Waiting for the school", "waiting"
        case Acknowledgement.ACCURATE:
            return ACKNOWLEDGEMENT_WORDS[Acknowledgement.ACCURATE], "good"
        case _:
            return ACKNOWLEDGEMENT_WORDS[Acknowledgement.NOT_ACCURATE], "warning"


@dataclass(frozen=True)
class FindingView:
    title: str
    impact: str
    evidence: str


@dataclass(frozen=True)
class EvaluationView:
    title: str
    by: str
    at: datetime | None
    overall: str
    what_remains: str
    findings: Sequence[FindingView]


@dataclass(frozen=True)
class Evaluations:
    """`state` says in words who has handed in and who may read what."""

    state: str
    shown: Sequence[EvaluationView]


def evaluations_of(person: Person, commission: Commission) -> Evaluations | None:
    """Return None to those who may not read delivery, and before it has ended."""
    if commission.status not in BEGUN - BEING_DELIVERED:
        return None
    if not who.can_see_delivery(person, commission):
        return None
    return Evaluations(
        state=_state(person, commission),
        shown=[evaluation_view(e) for e in visible_evaluations(person, commission)],
    )


def _state(person: Person, commission: Commission) -> str:
    if both_in(commission):
        return "Both sides have evaluated. Each can now read what the other wrote."
    inside = sides_in(commission)
    own = reads_side(person, commission)
    if own is None:
        waiting = [EVALUATOR_WORDS[side].lower() for side in Side if side not in inside]
        return f"Waiting for {' and '.join(waiting)}. Neither side reads the other’s until then."
    blind = "You will read each other’s evaluation once both are in."
    other = f"The other side’s is {'in' if inside - {own} else 'not in yet'}."
    mine = "Yours is in." if own in inside else "Yours is not in yet."
    return f"{mine} {other} {blind}"


def evaluation_view(evaluation: Evaluation) -> EvaluationView:
    return EvaluationView(
        title=EVALUATOR_WORDS[evaluation.side],
        by=evaluation.author.name,
        at=evaluation.submitted_at,
        overall=evaluation.overall,
        what_remains=evaluation.what_remains,
        findings=[
            FindingView(
                f"Objective {finding.objective.position}: {finding.objective.measure}",
                finding.impact,
                finding.evidence,
            )
            for finding in sorted(evaluation.findings, key=lambda f: f.objective.position)
        ],
    )


def counted_notes(commission: Commission) -> str:
    return counted(len(commission.visit_notes), "visit note")
