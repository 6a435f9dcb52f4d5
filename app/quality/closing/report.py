"""What the closing report says, from the commission and the judgement that closed it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from app.commissions.changes.agreed import start_now, target_now
from app.commissions.changes.follow_up import closed_on
from app.commissions.changes.words import (
    days_before,
    end_before,
    history_of,
    start_words,
    target_words,
)
from app.commissions.facts import OUTCOME_TONES, OUTCOME_WORDS, Outcome
from app.commissions.money_page import money_rows
from app.commissions.progress import latest_of
from app.core.measure_words import value_words
from app.quality.closing.facts import CLOSING_WORDS, SIDES_READ, ClosingStatus
from app.quality.facts import DECISION_TONES, DECISION_WORDS
from app.web.filters import counted, date_words, days_words, moment_words
from app.web.papers import Paper, PaperRow, PaperSection

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.commissions.models import Commission, Measurement, Objective
    from app.quality.closing.models import ClosingReport
    from app.quality.models import ObjectiveOutcome, QAJudgement

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_REST = (Outcome.PARTLY_MET, Outcome.NOT_MET, Outcome.NOT_YET)


def sentence(outcomes: Sequence[Outcome]) -> str:
    """Return "Two of three objectives met, one partly met."; never more than was met."""
    counts, all_of_them = Counter(outcomes), len(outcomes)
    if all_of_them == 1:
        return f"The one objective is {OUTCOME_WORDS[outcomes[0]].lower()}."
    met, total = counts[Outcome.MET], _number(all_of_them)
    if met == all_of_them:
        return "Both objectives met." if met == 2 else f"All {total} objectives met."
    first = f"{_number(met) if met else 'none'} of {total} objectives met"
    rest = [f"{_number(counts[o])} {OUTCOME_WORDS[o].lower()}" for o in _REST if counts[o]]
    words = ", ".join((first, *rest))
    return f"{words[0].upper()}{words[1:]}."


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def report_paper(judgement: QAJudgement, report: ClosingReport | None) -> Paper:
    """Return the report for everybody who may read it; no reader sees more than another."""
    commission = judgement.commission
    stands = status_words(report, officer=False) if report else ""
    closed = commission.closed_at or judgement.decided_at
    return Paper(
        kind="closing-report",
        number=commission.reference,
        title="Closing report",
        caption=f"{commission.request.title}, {commission.reference}",
        dated=max([closed, *([report.moved_at] if report else []), *_after(commission)]),
        lead=sentence([outcome.outcome for outcome in judgement.outcomes]),
        intro=[f"{_support(commission)} Closed on {date_words(closed_on(commission))}."],
        sections=[
            *(_objective(outcome) for outcome in judgement.outcomes),
            PaperSection("Quality assurance", _assurance(judgement)),
            PaperSection("Days", _days(commission)),
            PaperSection("Money", [PaperRow(row.key, row.value) for row in money_rows(commission)]),
        ],
        foot=stands,
    )


def _support(commission: Commission) -> str:
    ended = f"{date_words(commission.ends_on)}{end_before(commission)}"
    return (
        f"{commission.provider.name} supported {commission.school.name} from "
        f"{date_words(commission.starts_on)} to {ended}."
    )


def status_words(report: ClosingReport, *, officer: bool) -> str:
    if report.status is ClosingStatus.ACCEPTED and report.decided_by is not None:
        return f"Accepted by {report.decided_by.name} on {moment_words(report.moved_at)}."
    return f"{CLOSING_WORDS[report.status] if officer else SIDES_READ}."


def _objective(outcome: ObjectiveOutcome) -> PaperSection:
    objective = outcome.objective
    unit, start, target = objective.unit, start_now(objective), target_now(objective)
    latest = latest_of(objective)
    again = outcome.look_again_on
    rows = [
        PaperRow("Outcome", OUTCOME_WORDS[outcome.outcome], OUTCOME_TONES[outcome.outcome]),
        PaperRow("Why", outcome.reason),
        PaperRow("Looked at again on", date_words(again)),
        PaperRow("Change sought", objective.change_sought),
        PaperRow("Starting point", start_words(start, unit) if start else ""),
        PaperRow("Latest reading", _reading(objective, latest) if latest else "No reading"),
        PaperRow("Target", target_words(target, unit) if target else ""),
        PaperRow("What was changed", "\n".join(history_of(objective))),
        PaperRow("After the end", "\n".join(_lasting(objective))),
    ]
    title = f"Objective {objective.position}: {objective.measure}"
    return PaperSection(title, [row for row in rows if row.value])


def _reading(objective: Objective, reading: Measurement) -> str:
    return f"{value_words(reading.value, objective.unit)} on {date_words(reading.taken_on)}"


def _lasting(objective: Objective) -> list[str]:
    return [
        f"{_reading(objective, one)}, {counted(one.follow_up, 'term')} after the end"
        for one in objective.measurements
        if one.follow_up is not None
    ]


def _after(commission: Commission) -> list[datetime]:
    """Return when readings came in after the end, which the report shows as well."""
    return [
        one.created_at
        for objective in commission.objectives
        for one in objective.measurements
        if one.follow_up is not None
    ]


def _assurance(judgement: QAJudgement) -> list[PaperRow]:
    rows = [
        PaperRow(
            "Decision", DECISION_WORDS[judgement.decision], DECISION_TONES[judgement.decision]
        ),
        PaperRow("Conditions", judgement.conditions),
        PaperRow("Judged by", f"{judgement.judge.name}, {moment_words(judgement.decided_at)}"),
    ]
    return [row for row in rows if row.value]


def _days(commission: Commission) -> list[PaperRow]:
    agreed = PaperRow("Agreed", f"{days_words(commission.days)}{days_before(commission)}")
    if commission.days_used is None:
        return [agreed]
    return [agreed, PaperRow("Used", days_words(commission.days_used))]
