"""What was said on the way to an approval, for the eyes of one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.approval_permissions import can_read_act
from app.commissions.facts import APPROVAL_WORDS, ASKED_WORDS, ApprovalKind
from app.core import clock
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from app.accounts.models import Person
    from app.commissions.models import ApprovalAct, ApprovalCondition, Commission


@dataclass(frozen=True)
class ApprovalActView:
    title: str
    who: str
    at: datetime
    text: str


@dataclass(frozen=True)
class ConditionView:
    number: int
    words: str
    state: str
    tone: str
    lines: Sequence[str]


@dataclass(frozen=True)
class CheckRow:
    key: str
    value: str
    href: str | None = None
    action: str | None = None


def condition_rows(conditions: Sequence[tuple[str, date]]) -> list[CheckRow]:
    """Return conditions as they will stand, for the page that checks them."""
    return [
        CheckRow(f"Condition {number}", f"{words} (look again on {date_words(due_on)})")
        for number, (words, due_on) in enumerate(conditions, start=1)
    ]


def condition_views(commission: Commission) -> list[ConditionView]:
    return [_condition(one) for one in commission.conditions]


def _condition(one: ApprovalCondition) -> ConditionView:
    due = date_words(one.due_on)
    state, tone = f"To be looked at by {due}", "waiting"
    if one.met_at is not None:
        state, tone = "Met", "good"
    elif one.due_on < clock.today():
        state, tone = f"Was to be looked at by {due}", "bad"
    reporter = one.reported_by.name if one.reported_by else ""
    looker = one.looked_by.name if one.looked_by else ""
    lines = [
        f"{reporter}: {one.report}" if one.report else "",
        f"{looker} found: {one.finding}" if one.finding else "",
    ]
    return ConditionView(one.position, one.words, state, tone, [line for line in lines if line])


def approval_views(person: Person, commission: Commission) -> Sequence[ApprovalActView]:
    """Return the acts in their order; those about a version set aside say which it was."""
    return [_view(act) for act in commission.approval_acts if can_read_act(person, act)]


def _view(act: ApprovalAct) -> ApprovalActView:
    title = APPROVAL_WORDS[act.kind]
    if act.kind is ApprovalKind.ASKED and act.asked is not None:
        title = f"{title} of {ASKED_WORDS[act.asked].lower()}"
    if act.agreement.voided_at is not None:
        title = f"{title} (version {act.agreement.number}, now void)"
    return ApprovalActView(title, act.person.name, act.created_at, act.words)
