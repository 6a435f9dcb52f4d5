"""The rows behind a provider's public numbers, and the sums they come to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.facts import OUTCOME_WORDS, Outcome
from app.commissions.permissions import can_see_commission
from app.core import clock
from app.quality.facts import COUNTED, DECISION_TONES, DECISION_WORDS
from app.quality.models import QAJudgement
from app.quality.record.figures import days_to_start, median_days
from app.quality.record.queries import judgements_that_count
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.accounts.models import Person
    from app.prospectus.models import Provider

OUTCOMES = tuple(OUTCOME_WORDS.items())


@dataclass(frozen=True)
class Row:
    """One judged commission; what was not assured stands here, and counts in no sum."""

    title: str
    about: str
    href: str
    decision: str
    tone: str
    judged_on: str
    counts: bool
    outcomes: Mapping[Outcome, int]
    days: int | None


@dataclass(frozen=True)
class Record:
    rows: Sequence[Row]
    sums: Mapping[Outcome, int]
    median: int | None
    counted: int
    not_assured: int

    @property
    def unseen(self) -> int:
        """Return how many count here without a row for this reader."""
        return self.counted + self.not_assured - len(self.rows)


def record_of(provider: Provider, person: Person) -> Record:
    """Return every judgement's part of the sums, and a row for what the person may read of."""
    judgements = judgements_that_count(provider.id)
    rows = [_row(judgement) for judgement in judgements]
    shown = [
        row
        for row, one in zip(rows, judgements, strict=True)
        if can_see_commission(person, one.commission)
    ]
    sums: Counter[Outcome] = Counter()
    for row in rows:
        sums.update(row.outcomes if row.counts else {})
    counted = [one.commission for one in judgements if one.decision in COUNTED]
    totals = {outcome: sums[outcome] for outcome in Outcome}
    return Record(shown, totals, median_days(counted), len(counted), len(judgements) - len(counted))


def _row(judgement: QAJudgement) -> Row:
    commission = judgement.commission
    return Row(
        title=commission.request.title,
        about=f"{commission.reference}, {commission.school.name}",
        href=url_for("commissions.show", reference=commission.reference),
        decision=DECISION_WORDS[judgement.decision],
        tone=DECISION_TONES[judgement.decision],
        judged_on=date_words(clock.in_london(judgement.decided_at).date()),
        counts=judgement.decision in COUNTED,
        outcomes=Counter(outcome.outcome for outcome in judgement.outcomes),
        days=days_to_start(commission),
    )
