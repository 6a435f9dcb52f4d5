"""What the pages of quality assurance show, decided here and drawn by the templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.facts import OUTCOME_TONES, OUTCOME_WORDS
from app.commissions.permissions import has_declared_none
from app.core import clock
from app.core.calendar import working_days_between
from app.quality.facts import (
    DECISION_TONES,
    DECISION_WORDS,
    EVIDENCE_WORDS,
    IMPACT_WORDS,
    SPREAD_WORDS,
)
from app.quality.permissions import can_see_detail, can_see_outcome, why_not_judge
from app.quality.queries import judgement_of
from app.web.filters import counted, date_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.quality.models import ObjectiveOutcome, QAJudgement

HEADER = (
    "Reference",
    "Title",
    "School",
    "URN",
    "Provider",
    "Broker",
    "Status",
    "Working days since the last step",
    "Decision",
    "Judged by",
    "Judged on",
)


@dataclass(frozen=True)
class ListRow:
    """A line of the list. `age` is set while it waits, the decision once it is judged."""

    reference: str
    href: str
    title: str
    school: str
    provider: str
    broker: str
    age: str
    may_judge: str
    tone: str


@dataclass(frozen=True)
class OutcomeView:
    title: str
    change_sought: str
    words: str
    tone: str
    reason: str
    look_again: str


@dataclass(frozen=True)
class DetailRow:
    key: str
    value: str


@dataclass(frozen=True)
class JudgementView:
    """`details` is None for the two sides, who read decision and outcomes only."""

    decision: str
    tone: str
    conditions: str
    by: str
    at: datetime
    outcomes: Sequence[OutcomeView]
    details: Sequence[DetailRow] | None


def list_row(
    person: Person, commission: Commission, judgements: Mapping[int, QAJudgement]
) -> ListRow:
    judgement = judgements.get(commission.id)
    if judgement is not None:
        age = f"Judged {date_words(clock.in_london(judgement.decided_at).date())}"
        may_judge, tone = DECISION_WORDS[judgement.decision], DECISION_TONES[judgement.decision]
    else:
        age = counted(working_days_waited(commission), "working day")
        reason = why_not_judge(person, commission)
        may_judge = reason or "You may judge it"
        tone = "neutral" if reason else "waiting"
        if not reason and not has_declared_none(person, commission):
            may_judge = "Record first whether you have an interest"
    return ListRow(
        reference=commission.reference,
        href=url_for("quality.judge", reference=commission.reference),
        title=commission.request.title,
        school=commission.school.name,
        provider=commission.provider.name,
        broker=commission.broker.name,
        age=age,
        may_judge=may_judge,
        tone=tone,
    )


def working_days_waited(commission: Commission) -> int:
    return working_days_between(clock.in_london(commission.moved_at).date(), clock.today())


def export_row(commission: Commission, judgements: Mapping[int, QAJudgement]) -> list[object]:
    judgement = judgements.get(commission.id)
    return [
        commission.reference,
        commission.request.title,
        commission.school.name,
        commission.school_urn,
        commission.provider.name,
        commission.broker.name,
        "Judged" if judgement else "Waiting for judgement",
        "" if judgement else working_days_waited(commission),
        DECISION_WORDS[judgement.decision] if judgement else "",
        judgement.judge.name if judgement else "",
        clock.in_london(judgement.decided_at).date() if judgement else None,
    ]


def outcome_of(person: Person, commission: Commission) -> JudgementView | None:
    """Return the judgement as far as this person may read it, None if there is nothing to read."""
    if not can_see_outcome(person, commission):
        return None
    judgement = judgement_of(commission)
    if judgement is None:
        return None
    return view_of(judgement, detailed=can_see_detail(person, commission))


def view_of(judgement: QAJudgement, *, detailed: bool) -> JudgementView:
    return JudgementView(
        decision=DECISION_WORDS[judgement.decision],
        tone=DECISION_TONES[judgement.decision],
        conditions=judgement.conditions,
        by=judgement.judge.name,
        at=judgement.decided_at,
        outcomes=[_outcome(outcome) for outcome in judgement.outcomes],
        details=_details(judgement) if detailed else None,
    )


def _outcome(outcome: ObjectiveOutcome) -> OutcomeView:
    objective = outcome.objective
    return OutcomeView(
        title=f"Objective {objective.position}: {objective.measure}",
        change_sought=objective.change_sought,
        words=OUTCOME_WORDS[outcome.outcome],
        tone=OUTCOME_TONES[outcome.outcome],
        reason=outcome.reason,
        look_again=date_words(outcome.look_again_on),
    )


def _details(judgement: QAJudgement) -> list[DetailRow]:
    evidence, impact = judgement.strength_of_evidence, judgement.impact_level
    rows = [
        DetailRow("Quality of delivery", judgement.quality_of_delivery),
        DetailRow("Strength of evidence", f"{evidence} of 3: {EVIDENCE_WORDS[evidence]}"),
        DetailRow("Highest impact evidenced", f"{impact} of 5: {IMPACT_WORDS[impact]}"),
        DetailRow("Value for money", judgement.value_for_money),
        DetailRow("The two sides", SPREAD_WORDS[judgement.sides] if judgement.sides else ""),
        DetailRow("Differences from both sides", judgement.differences),
        DetailRow("Reasons for the decision", judgement.reasons),
    ]
    return [row for row in rows if row.value]
