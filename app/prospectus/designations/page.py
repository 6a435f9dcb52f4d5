"""The page of a provider's designations: how each stands, what may be done, and its history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.core import clock
from app.prospectus.designations import permissions as who
from app.prospectus.designations.decisions import (
    day_to_answer,
    decision_in_force,
    last_day_to_appeal,
    open_to_appeal,
    waiting_appeal,
)
from app.prospectus.designations.facts import (
    ACT_WORDS,
    DONE_WORDS,
    OUTCOME_WORDS,
    REMIND_BEFORE_TERM_ENDS,
    DesignationAct,
)
from app.prospectus.designations.lifecycle import DESIGNATION_LIFECYCLE
from app.prospectus.entry import DesignationLine, designation_line
from app.prospectus.facts import DesignationStatus
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from app.accounts.models import Person
    from app.prospectus.models import Designation, DesignationDecision, Provider

A = DesignationAct
BY_THE_PORTAL = "by the portal"
# what is most often next, as a button; the rest as links
FORWARD = frozenset({A.CONFIRM, A.REINSTATE})
# where the same act means something else
WORDS_WHEN = {
    (DesignationStatus.UNDER_REVIEW, A.REVIEW): "Set another day for the review",
    (DesignationStatus.CONDITIONAL, A.SET_CONDITIONS): "Change the conditions",
    (DesignationStatus.LAPSED, A.EXTEND): "Renew the term",
}


@dataclass(frozen=True)
class ActLink:
    words: str
    href: str
    forward: bool


@dataclass(frozen=True)
class Happening:
    """One line of the history."""

    at: datetime
    who: str
    title: str
    text: str
    href: None = None


@dataclass(frozen=True)
class Section:
    """One designation."""

    number: int
    line: DesignationLine
    # what holds now, in sentences
    now: Sequence[str]
    conditions: str
    acts: Sequence[ActLink]
    # the appeal that this reader may make or answer
    appeal: ActLink | None
    history: Sequence[Happening]


def sections_of(provider: Provider, person: Person) -> list[Section]:
    """Return every designation, those that may be relied on first."""
    today = clock.today()
    held = sorted(provider.designations, key=lambda one: not one.in_date(today))
    return [_section(one, provider, person) for one in held]


def _section(designation: Designation, provider: Provider, person: Person) -> Section:
    decision = decision_in_force(designation)
    conditional = designation.standing is DesignationStatus.CONDITIONAL
    return Section(
        number=designation.id,
        line=designation_line(designation, clock.today()),
        now=list(_now(designation, person)),
        conditions=decision.conditions if decision and conditional else "",
        acts=_acts(designation, provider, person),
        appeal=_appeal(designation, provider, person),
        history=sorted(_history(designation), key=lambda line: line.at, reverse=True),
    )


def _now(designation: Designation, person: Person) -> Iterator[str]:
    standing = designation.standing_on(clock.today())
    review_on = designation.review_on
    if standing is DesignationStatus.LAPSED:
        yield f"The term ended on {date_words(designation.ends_on)}. It can be renewed."
    elif review_on is not None and standing is DesignationStatus.UNDER_REVIEW:
        yield f"It still counts. The review is due by {date_words(review_on)}."
    elif review_on is not None and standing is DesignationStatus.CONDITIONAL:
        yield f"The conditions are looked at again on {date_words(review_on)}."
    elif standing is DesignationStatus.SUSPENDED:
        yield "It does not count until it is reinstated."
    if (waits := waiting_appeal(designation)) is not None:
        yield f"An appeal waits. An answer is due by {date_words(day_to_answer(waits))}."
        if who.can_decide(person, designation) and not who.can_answer(person, designation):
            yield "You took the decision, so another officer answers."
    decision = open_to_appeal(designation)
    if decision is not None and who.may_appeal(person, designation):
        yield f"You can appeal until {date_words(last_day_to_appeal(decision))}."


def _acts(designation: Designation, provider: Provider, person: Person) -> list[ActLink]:
    """Return the acts whose page can be opened now, the usual next ones first."""
    acts = [
        ActLink(
            act_words(designation, act),
            url_for("designations.decide", slug=provider.slug, number=designation.id, act=act),
            act in FORWARD or (act is A.EXTEND and _ends_soon(designation)),
        )
        for act in DESIGNATION_LIFECYCLE.open_acts(person, designation)
        if act in ACT_WORDS and not DESIGNATION_LIFECYCLE.missing(person, designation, act)
    ]
    return sorted(acts, key=lambda act: not act.forward)


def act_words(designation: Designation, act: DesignationAct) -> str:
    """Return the act in words for its button and as the heading of its page."""
    standing = designation.standing_on(clock.today())
    return WORDS_WHEN.get((standing, act), ACT_WORDS[act])


def _ends_soon(designation: Designation) -> bool:
    last_day = designation.ends_on
    return last_day is not None and last_day <= clock.today() + REMIND_BEFORE_TERM_ENDS


def _appeal(designation: Designation, provider: Provider, person: Person) -> ActLink | None:
    slug, number = provider.slug, designation.id
    if who.can_answer(person, designation):
        return ActLink(
            "Answer the appeal",
            url_for("designations.answer", slug=slug, number=number),
            forward=True,
        )
    if who.may_appeal(person, designation) and open_to_appeal(designation) is not None:
        return ActLink(
            "Appeal", url_for("designations.appeal", slug=slug, number=number), forward=True
        )
    return None


def _history(designation: Designation) -> Iterator[Happening]:
    for decision in designation.decisions:
        name = decision.decided_by.name if decision.decided_by else BY_THE_PORTAL
        title = DONE_WORDS[decision.act]
        yield Happening(decision.decided_at, name, title, "\n".join(_details(decision)))
        appeal = decision.appeal
        if appeal is None:
            continue
        against = f"Appeal against: {title[:1].lower()}{title[1:]}"
        yield Happening(appeal.made_at, appeal.made_by.name, against, appeal.words)
        if appeal.outcome and appeal.answered_by and appeal.answered_at:
            words = f"Appeal {OUTCOME_WORDS[appeal.outcome]}"
            yield Happening(appeal.answered_at, appeal.answered_by.name, words, appeal.answer)


def _details(decision: DesignationDecision) -> Iterator[str]:
    yield decision.reason
    if decision.conditions:
        yield f"Conditions: {decision.conditions}"
    if decision.look_again_on:
        yield f"To be looked at again by {date_words(decision.look_again_on)}."
    if decision.act is A.EXTEND:
        before = date_words(decision.ends_on_before)
        yield f"The term ends on {date_words(decision.ends_on)} instead of {before}."
