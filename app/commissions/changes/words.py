"""How a change of the agreement reads: both values, side by side, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.changes import agreed
from app.commissions.changes.facts import VariationKind
from app.core import clock
from app.core.calendar import financial_year_words
from app.core.charts import Row
from app.core.measure_words import value_words
from app.core.money import pounds
from app.web.filters import counted, date_words, days_words

if TYPE_CHECKING:
    from app.commissions.changes.agreed import AgreedStart, AgreedTarget, AgreedTerms
    from app.commissions.models import Commission, Objective, Variation
    from app.commissions.services.answers import Payment

KIND_TITLES = {
    VariationKind.TARGET: "Target of objective",
    VariationKind.STARTING_POINT: "Starting point of objective",
}


@dataclass(frozen=True)
class Difference:
    """One thing that a change is about, as it was and as it becomes."""

    what: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        return f"{self.what}: {self.after}, instead of {self.before}."


def title_of(variation: Variation) -> str:
    if variation.objective is None:
        return "Dates, days or money"
    return f"{KIND_TITLES[variation.kind]} {variation.objective.position}"


def target_words(target: AgreedTarget, unit: str) -> str:
    return f"{value_words(target.value, unit)} by {date_words(target.due_on)}"


def start_words(start: AgreedStart, unit: str) -> str:
    size = f" ({start.cohort_size:,})" if start.cohort_size else ""
    taken = f"{value_words(start.value, unit)} on {date_words(start.taken_on)}"
    return f"{taken}, {start.cohort}{size}, from {start.source}"


def differences(variation: Variation) -> list[Difference]:
    before, after, objective = variation.before, variation.after, variation.objective
    if objective is None:
        return _terms(agreed.terms_from(before), agreed.terms_from(after))
    if variation.kind is VariationKind.TARGET:
        was, becomes = (
            target_words(agreed.target_from(v), objective.unit) for v in (before, after)
        )
    else:
        was, becomes = (start_words(agreed.start_from(v), objective.unit) for v in (before, after))
    return [Difference(title_of(variation), was, becomes)]


def _terms(before: AgreedTerms, after: AgreedTerms) -> list[Difference]:
    pairs = [
        ("Last day", date_words(before.ends_on), date_words(after.ends_on)),
        ("Days", days_words(before.days), days_words(after.days)),
        ("Charge", pounds(before.charge_pence), pounds(after.charge_pence)),
        (
            "Of which, to the provider",
            pounds(before.reimbursement_pence),
            pounds(after.reimbursement_pence),
        ),
        ("Of which, brokerage fee", pounds(before.fee_pence), pounds(after.fee_pence)),
        ("VAT", pounds(before.vat_pence), pounds(after.vat_pence)),
        ("Paid by", _funders(before), _funders(after)),
    ]
    return [Difference(what, was, becomes) for what, was, becomes in pairs if was != becomes]


def _funders(terms: AgreedTerms) -> str:
    paid = [f"{one.funder} {pounds(one.pence)}{_in_year(one)}" for one in terms.funders]
    return ", ".join(paid) or "nobody"


def _in_year(payment: Payment) -> str:
    return f" in {financial_year_words(payment.year)}" if payment.year is not None else ""


def history_of(objective: Objective) -> list[str]:
    """Return what was signed first and each change since; nothing where nothing changed."""
    return [*_starts(objective), *_targets(objective)]


def _starts(objective: Objective) -> list[str]:
    corrections = agreed.in_force(objective, VariationKind.STARTING_POINT)
    if not corrections:
        return []
    first = start_words(agreed.start_from(corrections[0].before), objective.unit)
    lines = [f"Starting point at signature: {first}."]
    for one in corrections:
        words = start_words(agreed.start_from(one.after), objective.unit)
        lines.append(f"Corrected on {_day(one)} to {words}, because: {one.reason}")
    return lines


def _targets(objective: Objective) -> list[str]:
    changes = agreed.in_force(objective, VariationKind.TARGET)
    if not changes:
        return []
    first = target_words(agreed.target_from(changes[0].before), objective.unit)
    lines = [f"Target at signature: {first}."]
    for one in changes:
        words = target_words(agreed.target_from(one.after), objective.unit)
        lines.append(f"Changed on {_day(one)} to {words}, because: {one.reason}")
    return lines


def earlier_rows(objective: Objective) -> list[Row]:
    """Return the values that held before, for the table of the chart."""
    rows = []
    for number, one in enumerate(agreed.in_force(objective, VariationKind.STARTING_POINT)):
        start = agreed.start_from(one.before)
        what = "Starting point, corrected since" if number else "Starting point at signature"
        rows.append(Row(date_words(start.taken_on), what, value_words(start.value, objective.unit)))
    for number, one in enumerate(agreed.in_force(objective, VariationKind.TARGET)):
        target = agreed.target_from(one.before)
        what = "Target, changed since" if number else "Target at signature"
        rows.append(Row(date_words(target.due_on), what, value_words(target.value, objective.unit)))
    return rows


def _day(variation: Variation) -> str:
    return date_words(clock.in_london(variation.moved_at).date())


def after_words(objective: Objective) -> str:
    """Return what was measured after the close; it never changes what was judged."""
    lasting = [m for m in objective.measurements if m.follow_up is not None]
    if not lasting:
        return ""
    each = [
        f"{value_words(m.value, objective.unit)} on {date_words(m.taken_on)} "
        f"({counted(m.follow_up or 0, 'term')} later)"
        for m in lasting
    ]
    return f"After the end: {', '.join(each)}."


def days_before(commission: Commission) -> str:
    """Return the days as they were signed first, in brackets, where they changed."""
    first = agreed.terms_at_signature(commission)
    if first is None or first.days == commission.days:
        return ""
    return f" ({days_words(first.days)} at signature)"


def end_before(commission: Commission) -> str:
    first = agreed.terms_at_signature(commission)
    if first is None or first.ends_on == commission.ends_on:
        return ""
    return f" ({date_words(first.ends_on)} at signature)"
