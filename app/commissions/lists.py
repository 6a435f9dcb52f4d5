"""Rows of the lists of commissions, on the page and in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions import permissions as who
from app.commissions.approval import approval_note, approves_by_rule, who_can
from app.commissions.facts import ApprovalKind
from app.commissions.next_steps import commission_next, is_turn_in_commission
from app.commissions.statuses import ENDED_COMMISSIONS, CommissionStatus
from app.commissions.words import COMMISSION_TONES, COMMISSION_WORDS, commission_status_words
from app.core import clock
from app.core.calendar import working_days_between
from app.core.money import in_pounds, pounds
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from app.accounts.models import Person
    from app.commissions.models import Commission

HEADER = (
    "Reference",
    "Support",
    "School",
    "URN",
    "Provider",
    "Status",
    "Waits for",
    "Due",
    "Working days since last step",
    "Starts",
    "Ends",
    "Days",
    "Total in pounds",
)

APPROVALS_HEADER = (
    "Waits",
    "Reference",
    "Support",
    "Between",
    "Signed by all",
    "Due",
    "Overdue",
    "In all",
    "Note",
)


@dataclass(frozen=True)
class ListRow:
    reference: str
    href: str
    title: str
    between: str
    status_words: str
    tone: str
    waits_for: str
    # working days since the last step; nothing when no step is left
    age: int | None
    overdue: bool


@dataclass(frozen=True)
class ApprovalRow:
    reference: str
    href: str
    title: str
    between: str
    total: str
    signed_on: str
    due: str
    overdue: bool
    note: str


@dataclass(frozen=True)
class Approvals:
    mine: Sequence[ApprovalRow]
    others: Sequence[ApprovalRow]
    asked: Sequence[ApprovalRow]


def age_of(commission: Commission) -> int | None:
    """Return the working days since the last step; None when it has come to its end."""
    if commission.status in ENDED_COMMISSIONS:
        return None
    moved_on = clock.in_london(commission.moved_at).date()
    return working_days_between(moved_on, clock.today())


def row_of(person: Person, commission: Commission) -> ListRow:
    steps = commission_next(commission)
    names = [
        "you" if is_turn_in_commission(person, step, commission) else step.whom for step in steps
    ]
    return ListRow(
        reference=commission.reference,
        href=url_for("commissions.show", reference=commission.reference),
        title=commission.request.title,
        between=between(commission),
        status_words=commission_status_words(commission, person),
        tone=COMMISSION_TONES[commission.status],
        waits_for=_listed(names),
        age=age_of(commission),
        overdue=any(step.overdue for step in steps),
    )


def between(commission: Commission) -> str:
    return f"{commission.provider.name} for {commission.school.name}"


def _listed(names: Sequence[str]) -> str:
    """Return each name once, as a sentence: "You and the school"."""
    unique = list(dict.fromkeys(names))
    words = " and ".join((", ".join(unique[:-1]), unique[-1])) if unique[1:] else "".join(unique)
    return words[:1].upper() + words[1:]


def export_row(commission: Commission) -> list[object]:
    waits = _listed([step.whom for step in commission_next(commission)])
    return [
        commission.reference,
        commission.request.title,
        commission.school.name,
        commission.school_urn,
        commission.provider.name,
        COMMISSION_WORDS[commission.status],
        waits,
        _first_due(commission),
        age_of(commission),
        commission.starts_on,
        commission.ends_on,
        commission.days.normalize(),
        in_pounds(commission.total_pence),
    ]


def _first_due(commission: Commission) -> date | None:
    days = [step.due_on for step in commission_next(commission) if step.due_on is not None]
    return min(days, default=None)


def approvals(
    person: Person, found: Sequence[Commission], officers: Mapping[str, Sequence[Person]]
) -> Approvals:
    """Return what this officer may decide, what others must, and what waits for an answer."""

    def deciders(commission: Commission) -> list[Person]:
        known = officers.get(commission.authority_code, ())
        return [officer for officer in known if who.can_approve(officer, commission)]

    def decides(commission: Commission) -> bool:
        return who.can_approve(person, commission) or approves_by_rule(person, commission)

    asked = [c for c in found if c.open_question is not None]
    ready = [c for c in found if c.open_question is None]
    return Approvals(
        mine=[_approval_row(c, _so_far(c)) for c in ready if decides(c)],
        others=[
            _approval_row(c, approval_note(person, c, deciders) or who_can(deciders(c)))
            for c in ready
            if not decides(c)
        ],
        asked=[_approval_row(c, _next_words(person, c)) for c in asked],
    )


def approvals_rows(waiting: Approvals) -> list[list[object]]:
    """Return the three lists of the page as one, each row with the list it stands in."""
    return [
        [
            words,
            row.reference,
            row.title,
            row.between,
            row.signed_on,
            row.due,
            "yes" if row.overdue else "",
            row.total,
            row.note,
        ]
        for words, rows in (
            ("For you to decide", waiting.mine),
            ("For another officer", waiting.others),
            ("Waiting for an answer", waiting.asked),
        )
        for row in rows
    ]


def _so_far(commission: Commission) -> str:
    """Tell what was said of the version that stands."""
    version = commission.current_version
    names = [
        act.person.name
        for act in commission.approval_acts
        if act.kind is ApprovalKind.RECOMMENDED and version and act.agreement_id == version.id
    ]
    challenged = commission.status is CommissionStatus.CHALLENGED
    said = ["Its refusal is challenged."] if challenged else []
    if names:
        said.append(f"Recommended by {' and '.join(names)}.")
    return " ".join(said)


def _next_words(person: Person, commission: Commission) -> str:
    return " ".join(
        step.own_sentence if is_turn_in_commission(person, step, commission) else step.sentence
        for step in commission_next(commission)
    )


def _approval_row(commission: Commission, note: str) -> ApprovalRow:
    step = commission_next(commission)[0]
    return ApprovalRow(
        reference=commission.reference,
        href=url_for("commissions.show", reference=commission.reference),
        title=commission.request.title,
        between=between(commission),
        total=pounds(commission.total_pence),
        signed_on=_signed_on(commission),
        due=date_words(step.due_on),
        overdue=step.overdue,
        note=note,
    )


def _signed_on(commission: Commission) -> str:
    """Return the day of the last signature on the version that stands."""
    version = commission.current_version
    moments = [signature.created_at for signature in version.signatures] if version else []
    return date_words(clock.in_london(max(moments)).date()) if moments else ""
