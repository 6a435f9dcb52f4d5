"""What the pages of concerns show to one person, decided here and drawn by the templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.act import Act
from app.commissions.concerns import permissions as who
from app.commissions.concerns.facts import (
    ACT_WORDS,
    ACTION_WORDS,
    KIND_WORDS,
    OPEN,
    RAISED_FROM_WORDS,
    STATUS_TONES,
    STATUS_WORDS,
    TRIED_WORDS,
    ConcernAction,
    ConcernActKind,
    Tried,
)
from app.commissions.concerns.lifecycle import CONCERN_LIFECYCLE
from app.commissions.concerns.requirements import TICK_WHAT_WAS_TRIED
from app.core import clock
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from app.accounts.models import Person
    from app.commissions.models import Commission, Concern, ConcernAct

_PAGES = {
    ConcernAction.ACT: "commissions.act_on_concern",
    ConcernAction.ESCALATE: "commissions.escalate_concern",
    ConcernAction.RESOLVE: "commissions.resolve_concern",
    ConcernAction.WITHDRAW: "commissions.withdraw_concern",
}
_FORWARD = frozenset({ConcernAction.ACT, ConcernAction.RESOLVE})


@dataclass(frozen=True)
class ConcernLine:
    """A concern in a list."""

    title: str
    href: str
    about: str
    raised: str
    status_words: str
    tone: str
    due: str
    overdue: bool


@dataclass(frozen=True)
class ConcernsOfCommission:
    lines: Sequence[ConcernLine]
    raise_href: str | None


@dataclass(frozen=True)
class Fact:
    key: str
    value: str


@dataclass(frozen=True)
class ConcernActView:
    title: str
    who: str
    at: datetime
    text: str


@dataclass(frozen=True)
class ConcernPage:
    status_words: str
    tone: str
    facts: Sequence[Fact]
    history: Sequence[ConcernActView]
    acts: Sequence[Act]
    # why an escalation must wait, to whoever could make it
    later: Sequence[str]


def concerns_of(person: Person, commission: Commission) -> ConcernsOfCommission | None:
    """Return what this person may know; None where they have nothing to do with concerns."""
    lines = [line_of(c) for c in commission.concerns if who.can_see_concern(person, c)]
    may_raise = who.can_raise(person, commission)
    if not lines and not may_raise:
        return None
    href = url_for("commissions.raise_concern", reference=commission.reference)
    return ConcernsOfCommission(lines, href if may_raise else None)


HEADER = (
    "Concern", "Kind", "Commission", "School", "Provider", "Raised on", "From", "Due", "Status",
)  # fmt: skip


def export_row(concern: Concern) -> list[object]:
    commission = concern.commission
    return [
        concern.reference,
        KIND_WORDS[concern.kind],
        commission.reference,
        commission.school.name,
        commission.provider.name,
        _day(concern.created_at),
        RAISED_FROM_WORDS[concern.raised_from],
        concern.due_on if concern.status in OPEN else None,
        STATUS_WORDS[concern.status],
    ]


def line_of(concern: Concern) -> ConcernLine:
    commission = concern.commission
    is_open = concern.status in OPEN
    return ConcernLine(
        title=KIND_WORDS[concern.kind],
        href=url_for(
            "commissions.concern", reference=commission.reference, concern=concern.reference
        ),
        about=f"{commission.reference}, {commission.provider.name} at {commission.school.name}",
        raised=f"{date_words(_day(concern.created_at))}, from "
        f"{RAISED_FROM_WORDS[concern.raised_from]}",
        status_words=STATUS_WORDS[concern.status],
        tone=STATUS_TONES[concern.status],
        due=date_words(concern.due_on) if is_open else "",
        overdue=is_open and concern.due_on < clock.today(),
    )


def page_of_concern(person: Person, concern: Concern) -> ConcernPage:
    missing = CONCERN_LIFECYCLE.missing(person, concern, ConcernAction.ESCALATE)
    may_escalate = CONCERN_LIFECYCLE.allows(person, concern, ConcernAction.ESCALATE)
    # what was tried is asked on the page that escalates
    later = [reason for reason in missing if reason != TICK_WHAT_WAS_TRIED] if may_escalate else []
    return ConcernPage(
        status_words=STATUS_WORDS[concern.status],
        tone=STATUS_TONES[concern.status],
        facts=_facts(concern),
        history=[_act_view(act) for act in concern.acts],
        acts=_acts(person, concern, later=bool(later)),
        later=later,
    )


def _facts(concern: Concern) -> list[Fact]:
    raised = _day(concern.created_at)
    shared = "No. Only whoever raised it, officers and quality assurance leads"
    if concern.in_confidence:
        shared += ". It was raised in confidence"
    if concern.shared_at is not None:
        shared = f"Yes, since {date_words(_day(concern.shared_at))}"
    facts = [
        Fact("About", KIND_WORDS[concern.kind]),
        Fact("What goes wrong", concern.words),
        Fact(
            "Raised",
            f"{concern.raised_by.name}, for {RAISED_FROM_WORDS[concern.raised_from]}, "
            f"{date_words(raised)}",
        ),
        Fact("Both sides read it", shared),
    ]
    if concern.status in OPEN:
        facts.append(Fact("Due", date_words(concern.due_on)))
    return facts


def _act_view(act: ConcernAct) -> ConcernActView:
    title, text = ACT_WORDS[act.kind], act.words
    if act.kind is ConcernActKind.ACTED and act.done_on != _day(act.created_at):
        title = f"{title} on {date_words(act.done_on)}"
    if act.kind is ConcernActKind.ESCALATED:
        tried = "; ".join(TRIED_WORDS[Tried(one)].lower() for one in act.concern.tried)
        text = f"{text}\nTried before: {tried}."
    return ConcernActView(title, act.person.name, act.created_at, text)


def _acts(person: Person, concern: Concern, *, later: bool) -> list[Act]:
    def link(endpoint: str) -> str:
        reference = concern.commission.reference
        return url_for(endpoint, reference=reference, concern=concern.reference)

    acts = [
        Act(ACTION_WORDS[action], link(_PAGES[action]), action in _FORWARD)
        for action in CONCERN_LIFECYCLE.open_acts(person, concern)
        if not (later and action is ConcernAction.ESCALATE)
    ]
    if who.can_share(person, concern):
        href = link("commissions.share_concern")
        acts.append(Act("Share it with both sides", href, forward=False))
    return sorted(acts, key=lambda act: not act.forward)


def _day(moment: datetime) -> date:
    return clock.in_london(moment).date()
