"""What the pages of complaints show to one person, decided here and drawn by the templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.act import Act
from app.core import clock
from app.quality.complaints import permissions as who
from app.quality.complaints.facts import (
    ABOUT_WORDS,
    ACTION_WORDS,
    MADE_FOR_WORDS,
    OPEN,
    OUTCOME_WORDS,
    STATUS_TONES,
    STATUS_WORDS,
    ComplaintAction,
    MadeFor,
)
from app.quality.complaints.lifecycle import COMPLAINT_LIFECYCLE
from app.quality.complaints.queries import complaints_about
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.quality.complaints.models import Complaint

_PAGES = {
    ComplaintAction.ACKNOWLEDGE: "complaints.acknowledge",
    ComplaintAction.ASSIGN: "complaints.assign",
    ComplaintAction.DECIDE: "complaints.decide",
    ComplaintAction.WITHDRAW: "complaints.withdraw",
}


AGAIN = "Let somebody else investigate"


@dataclass(frozen=True)
class ComplaintLine:
    reference: str
    href: str
    about: str
    commission: str
    made: str
    investigator: str
    due: str
    overdue: bool
    status_words: str
    tone: str


@dataclass(frozen=True)
class ComplaintsOfCommission:
    lines: Sequence[ComplaintLine]
    complain_href: str | None


@dataclass(frozen=True)
class Fact:
    key: str
    value: str


@dataclass(frozen=True)
class ComplaintPage:
    status_words: str
    tone: str
    told: str
    facts: Sequence[Fact]
    acts: Sequence[Act]


def complaints_of(person: Person, commission: Commission) -> ComplaintsOfCommission | None:
    """Return what this person may know; None where they have nothing to do with complaints."""
    complaints = complaints_about(commission)
    lines = [line_of(c) for c in complaints if who.can_see_complaint(person, c)]
    may_complain = who.can_complain(person, commission)
    if not lines and not may_complain:
        return None
    href = url_for("complaints.make", reference=commission.reference)
    return ComplaintsOfCommission(lines, href if may_complain else None)


HEADER = (
    "Complaint", "About", "Commission", "School", "Provider", "Made on", "Investigated by", "Due",
    "Status",
)  # fmt: skip


def export_row(complaint: Complaint) -> list[object]:
    commission = complaint.commission
    return [
        complaint.reference,
        ABOUT_WORDS[complaint.about],
        commission.reference,
        commission.school.name,
        commission.provider.name,
        clock.in_london(complaint.created_at).date(),
        complaint.investigator.name if complaint.investigator else "",
        complaint.due_on if complaint.status in OPEN else None,
        _state(complaint)[0],
    ]


def line_of(complaint: Complaint) -> ComplaintLine:
    commission, is_open = complaint.commission, complaint.status in OPEN
    words, tone = _state(complaint)
    return ComplaintLine(
        reference=complaint.reference,
        href=url_for("complaints.show", complaint=complaint.reference),
        about=ABOUT_WORDS[complaint.about],
        commission=f"{commission.reference}, {commission.provider.name} at "
        f"{commission.school.name}",
        made=_day(complaint.created_at),
        investigator=complaint.investigator.name if complaint.investigator else "",
        due=date_words(complaint.due_on) if is_open else "",
        overdue=is_open and complaint.due_on < clock.today(),
        status_words=words,
        tone=tone,
    )


def page_of_complaint(person: Person, complaint: Complaint) -> ComplaintPage:
    words, tone = _state(complaint)
    if not who.can_read_all(person, complaint):
        told = "Somebody has complained about this support. Here is what you need to know."
        return ComplaintPage(words, tone, told, _facts_for_the_others(complaint), [])
    facts = _facts(complaint)
    if who.can_handle(person, complaint):
        facts += _facts_for_officers(complaint)
    return ComplaintPage(words, tone, "", [f for f in facts if f.value], _acts(person, complaint))


def _state(complaint: Complaint) -> tuple[str, str]:
    if complaint.outcome is not None:
        return OUTCOME_WORDS[complaint.outcome], "neutral"
    return STATUS_WORDS[complaint.status], STATUS_TONES[complaint.status]


def _facts(complaint: Complaint) -> list[Fact]:
    side = MADE_FOR_WORDS[complaint.made_for]
    made_for = f"{side[0].lower()}{side[1:]}"
    if complaint.made_for is MadeFor.SOMEBODY_ELSE:
        made_for = complaint.complainant
    written = f", written down by {complaint.made_by.name}" if complaint.on_behalf else ""
    by = complaint.acknowledged_by.name if complaint.acknowledged_by else ""
    acknowledged = f"{_day(complaint.acknowledged_at)}, {by}: {complaint.acknowledgement}"
    return [
        Fact("About", ABOUT_WORDS[complaint.about]),
        Fact("What happened", complaint.words),
        Fact("What would put it right", complaint.wanted),
        Fact("Made", f"{_day(complaint.created_at)}, for {made_for}{written}"),
        Fact("Acknowledged", acknowledged if complaint.acknowledged_at else ""),
        Fact("Investigated by", complaint.investigator.name if complaint.investigator else ""),
        Fact("Next step due", date_words(complaint.due_on) if complaint.status in OPEN else ""),
        Fact("Decided", _day(complaint.decided_at)),
        Fact("Why", complaint.reasons),
    ]


def _facts_for_officers(complaint: Complaint) -> list[Fact]:
    return [
        Fact("What was found", complaint.findings),
        Fact("Those complained about read", complaint.told_words),
        Fact("And of the decision", complaint.told_outcome),
    ]


def _facts_for_the_others(complaint: Complaint) -> list[Fact]:
    facts = [
        Fact("Since", _day(complaint.told_at)),
        Fact("What it is about", complaint.told_words),
        Fact("Investigated by", complaint.investigator.name if complaint.investigator else ""),
        Fact("Decided", _day(complaint.decided_at)),
        Fact("What follows", complaint.told_outcome),
    ]
    return [fact for fact in facts if fact.value]


def _acts(person: Person, complaint: Complaint) -> list[Act]:
    assigned = complaint.investigator is not None
    acts = [
        Act(
            AGAIN if assigned and action is ComplaintAction.ASSIGN else ACTION_WORDS[action],
            url_for(_PAGES[action], complaint=complaint.reference),
            action is not ComplaintAction.WITHDRAW
            and not (assigned and action is ComplaintAction.ASSIGN),
        )
        for action in COMPLAINT_LIFECYCLE.open_acts(person, complaint)
    ]
    return sorted(acts, key=lambda act: not act.forward)


def _day(moment: datetime | None) -> str:
    return date_words(clock.in_london(moment).date()) if moment else ""
