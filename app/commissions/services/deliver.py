"""Delivery: the start, what was done on each visit, what was measured, and the end."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Unpack

from app.commissions.changes.follow_up import follow_up_of, takes_follow_up
from app.commissions.changes.services.vary import lapse
from app.commissions.delivery_answers import (
    VisitFacts,
    end_faults,
    measurement_faults,
    start_faults,
    unbooked_faults,
    visit_faults,
)
from app.commissions.facts import Acknowledgement
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import Measurement, VisitNote
from app.commissions.permissions import can_acknowledge, can_deliver, can_record_measurement
from app.commissions.plans.requirements import plan_agreed
from app.commissions.requirements import visits_settled
from app.commissions.services.agree import hold
from app.commissions.statuses import BEING_DELIVERED, BEING_MEASURED, CommissionAction
from app.commissions.strikes.requirements import check_stands
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, Objective, Visit

NOT_UNDER_WAY = "The support is not under way now, so no visit can be recorded."
NOT_ANSWERED = "Notes can be answered while the support is under way or being evaluated."
NOT_MEASURED = (
    "Readings can be added while the support is under way or being evaluated, "
    "and up to three terms after its close."
)


def start(*, commission: Commission, by: Person, start_meeting_on: date) -> None:
    """Record the start meeting: the support is under way from now on."""
    hold(commission)
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.START, by=by)
    faults = start_faults(commission, start_meeting_on)
    _refuse(list(faults.values()))
    commission.start_meeting_on = start_meeting_on
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.START, by=by)
    db.session.flush()


def check_under_way(commission: Commission) -> None:
    """Raise NotOpen unless the support is under way, or paused: its earlier visits still count."""
    if commission.status not in BEING_DELIVERED:
        raise NotOpen(NOT_UNDER_WAY)


def check_may_deliver(*, commission: Commission, by: Person) -> None:
    """Raise NotOpen or NotAllowed unless the person may write a visit note or end delivery."""
    check_under_way(commission)
    if not can_deliver(by, commission):
        message = "Only the provider writes notes of visits and ends delivery."
        raise NotAllowed(message)


def check_may_write_note(*, commission: Commission, by: Person) -> None:
    """Raise also NotReady while the two sides have no plan: no visit before that."""
    check_may_deliver(commission=commission, by=by)
    _refuse(plan_agreed(commission))


def add_visit_note(
    *, commission: Commission, by: Person, visit: Visit | None = None, **facts: Unpack[VisitFacts]
) -> VisitNote:
    """Keep a note; `visit` is the booking that it is of, where there was one."""
    hold(commission)
    check_may_write_note(commission=commission, by=by)
    faults = visit_faults(commission, facts)
    if visit is None:
        faults |= unbooked_faults(commission, facts["held_on"])
    _refuse(list(faults.values()))
    note = VisitNote(
        commission=commission,
        visit=visit,
        author=by,
        held_on=facts["held_on"],
        hours=facts["hours"],
        days_used=facts["days_used"],
        mode=facts["mode"],
        roles_seen=facts["roles_seen"].strip(),
        objective_ids=sorted(set(facts["objective_ids"])),
        activity=facts["activity"].strip(),
        evidence=facts.get("evidence", "").strip(),
        progress=facts["progress"].strip(),
        next_steps=facts["next_steps"].strip(),
        next_visit_on=facts.get("next_visit_on"),
        concerns=facts.get("concerns", "").strip(),
    )
    db.session.add(note)
    db.session.flush()
    return note


def acknowledge(*, note: VisitNote, by: Person, answer: Acknowledgement, comment: str = "") -> None:
    """Record, once, whether the school finds the note accurate."""
    hold(note.commission)
    if not can_acknowledge(by, note.commission):
        message = "Only the supported school answers a note."
        raise NotAllowed(message)
    check_unanswered(note)
    words = comment.strip()
    if answer is Acknowledgement.NOT_ACCURATE and not words:
        raise NotReady(["Say what is not accurate."])
    label_change(note, "acknowledge")
    note.acknowledgement = answer
    note.school_comment = words
    note.acknowledged_by = by
    note.acknowledged_at = clock.now()
    db.session.flush()


def check_unanswered(note: VisitNote) -> None:
    """Raise NotOpen when the note cannot be answered any more."""
    if note.commission.status not in BEING_MEASURED:
        raise NotOpen(NOT_ANSWERED)
    check_stands(note)
    if note.acknowledgement is not None:
        message = "Your school has already answered this note."
        raise NotOpen(message)


def add_measurement(
    *,
    objective: Objective,
    by: Person,
    value: Decimal,
    taken_on: date,
    cohort: str,
    source: str,
    cohort_size: int | None = None,
    evidence: str = "",
) -> Measurement:
    hold(objective.commission)
    check_measured(objective.commission)
    check_stands(objective)
    if not can_record_measurement(by, objective.commission):
        message = "Only the two sides record readings."
        raise NotAllowed(message)
    faults = measurement_faults(objective, value=value, taken_on=taken_on, cohort_size=cohort_size)
    if not cohort.strip():
        faults["cohort"] = "Say which group was measured."
    if not source.strip():
        faults["source"] = "Say where the figure comes from."
    _refuse(list(faults.values()))
    term = follow_up_of(objective.commission, taken_on)
    reading = Measurement(
        objective=objective,
        value=value,
        taken_on=taken_on,
        cohort=cohort.strip(),
        cohort_size=cohort_size,
        source=source.strip(),
        evidence=evidence.strip(),
        recorded_by=by,
        follow_up=term.number if term else None,
    )
    db.session.add(reading)
    db.session.flush()
    return reading


def check_measured(commission: Commission) -> None:
    """Raise NotOpen when readings cannot be added now."""
    if commission.status not in BEING_MEASURED and not takes_follow_up(commission):
        raise NotOpen(NOT_MEASURED)


def check_can_end(*, commission: Commission, by: Person) -> None:
    """Raise what stands in the way of confirming the days and ending delivery."""
    check_may_deliver(commission=commission, by=by)
    COMMISSION_LIFECYCLE.permit(commission, CommissionAction.END_DELIVERY, by=by)
    _refuse(visits_settled(commission))


def end_delivery(*, commission: Commission, by: Person, days_used: Decimal, note: str = "") -> None:
    """Confirm the days and ask both sides for their evaluations."""
    hold(commission)
    check_can_end(commission=commission, by=by)
    _refuse(list(end_faults(commission, days_used=days_used, note=note).values()))
    commission.days_used = days_used
    commission.days_note = note.strip()
    lapse(commission=commission, by=by)
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.END_DELIVERY, by=by)
    db.session.flush()


def _refuse(faults: list[str]) -> None:
    if faults:
        raise NotReady(faults)
