"""The work of delivery and evaluation that moves nothing by itself, as acts of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.commissions import permissions as who
from app.commissions.act import Act
from app.commissions.delivery_duties import note_due_on
from app.commissions.delivery_permissions import side_of, sides_in
from app.commissions.plans.permissions import can_answer_plan
from app.commissions.plans.requirements import current_plan, open_plan, plan_agreed
from app.commissions.reviews.facts import KIND_WORDS
from app.commissions.statuses import BEING_DELIVERED, CommissionStatus
from app.commissions.visits.permissions import can_book

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission


def work_acts(person: Person, commission: Commission) -> list[Act]:
    status, reference = commission.status, commission.reference
    acts: list[Act] = []
    if status in BEING_DELIVERED:
        acts += [*_answer_acts(person, commission), *_visit_acts(person, commission)]
    if status is CommissionStatus.ACTIVE:
        acts = [*_plan_acts(person, commission), *acts]
        if who.can_deliver(person, commission):
            href = url_for("commissions.record_review", reference=reference)
            acts.append(Act("Record a review", href, forward=False))
    if status is CommissionStatus.EVALUATING and who.can_evaluate(person, commission):
        side = side_of(person, commission)
        if side is not None and side not in sides_in(commission):
            href = url_for("commissions.evaluate", reference=reference)
            again = any(e.side is side for e in commission.evaluations)
            words = "Complete your evaluation" if again else "Write your evaluation"
            acts.append(Act(words, href, forward=True))
    return acts


def _plan_acts(person: Person, commission: Commission) -> list[Act]:
    waiting, reference = open_plan(commission), commission.reference
    if waiting is not None and can_answer_plan(person, waiting):
        href = url_for("commissions.answer_plan", reference=reference, number=waiting.number)
        return [Act("Agree the action plan", href, forward=True)]
    nothing_yet = waiting is None and current_plan(commission) is None
    if nothing_yet and who.can_deliver(person, commission):
        href = url_for("commissions.propose_plan", reference=reference)
        return [Act("Propose the action plan", href, forward=True)]
    return []


def _answer_acts(person: Person, commission: Commission) -> list[Act]:
    if not who.can_acknowledge(person, commission):
        return []
    reference = commission.reference
    notes = [
        Act(
            f"Answer the note of the visit on {note.held_on:%-d %B}",
            url_for("commissions.visit_note", reference=reference, note_id=note.id),
            forward=True,
        )
        for note in commission.visit_notes
        if note.acknowledgement is None
    ]
    reviews = [
        Act(
            f"Answer the record of the {KIND_WORDS[review.kind].lower()}",
            url_for("commissions.review", reference=reference, review_id=review.id),
            forward=True,
        )
        for review in commission.reviews
        if review.acknowledgement is None
    ]
    return [*notes, *reviews]


def _visit_acts(person: Person, commission: Commission) -> list[Act]:
    """While it is paused what happened before may be written up, and nothing is booked."""
    missing, reference = tuple(plan_agreed(commission)), commission.reference
    under_way = commission.status is CommissionStatus.ACTIVE
    acts: list[Act] = []
    if who.can_deliver(person, commission) and not missing:
        for visit in commission.visits:
            if note_due_on(visit) is not None:
                href = url_for("commissions.write_up", reference=reference, visit_id=visit.id)
                words = f"Write the note of the visit on {visit.day:%-d %B}"
                acts.append(Act(words, href, forward=True))
        href = url_for("commissions.visit", reference=reference)
        acts.append(Act("Write a visit note", href, forward=under_way and not acts))
    if under_way and can_book(person, commission):
        href = url_for("commissions.book_visit", reference=reference)
        acts.append(Act("Book a visit", href, forward=False, missing=missing))
    return acts
