"""What people write into an agreement, and what is wrong with it, by field."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING

from app.commissions.facts import Direction
from app.core import clock

if TYPE_CHECKING:
    from datetime import date

    from app.commissions.models import Commission, Objective

PERCENT = "%"


def _exact(value: Decimal) -> Decimal:
    """Drop idle zeros, which the column adds: 58.00 is what the form calls 58."""
    return Decimal(f"{value.normalize():f}")


class Seen:
    """What a form was filled from; `version` tells whether it still reads so."""

    @property
    def version(self) -> str:
        return sha256(repr(self).encode()).hexdigest()[:16]


@dataclass(frozen=True, kw_only=True)
class ObjectiveAnswers(Seen):
    """One objective as it is written: the starting point and the target may still be open."""

    change_sought: str
    measure: str
    unit: str
    direction: Direction
    success_measure: str = ""
    starting_value: Decimal | None = None
    starting_on: date | None = None
    cohort: str = ""
    cohort_size: int | None = None
    source: str = ""
    evidence: str = ""
    target_value: Decimal | None = None
    target_on: date | None = None

    @classmethod
    def of(cls, objective: Objective) -> ObjectiveAnswers:
        start, target = objective.starting_point, objective.target
        return cls(
            change_sought=objective.change_sought,
            measure=objective.measure,
            unit=objective.unit,
            direction=objective.direction,
            success_measure=objective.success_measure,
            starting_value=_exact(start.value) if start else None,
            starting_on=start.taken_on if start else None,
            cohort=start.cohort if start else "",
            cohort_size=start.cohort_size if start else None,
            source=start.source if start else "",
            evidence=start.evidence if start else "",
            target_value=_exact(target.value) if target else None,
            target_on=target.due_on if target else None,
        )

    @property
    def faults(self) -> dict[str, str]:
        """Return what is wrong, by field, each with what to do about it."""
        return {
            **_missing_text(self),
            **_starting_faults(self),
            **_target_faults(self),
            **_percent_faults(self),
        }


@dataclass(frozen=True, kw_only=True)
class Terms(Seen):
    """What each side will do, and the safeguarding assurance: by whom, when, no certificate."""

    school_actions: str = ""
    provider_actions: str = ""
    pattern_of_visits: str = ""
    safeguarding_assured_by: str = ""
    safeguarding_assured_on: date | None = None

    @classmethod
    def of(cls, commission: Commission) -> Terms:
        return cls(
            school_actions=commission.school_actions,
            provider_actions=commission.provider_actions,
            pattern_of_visits=commission.pattern_of_visits,
            safeguarding_assured_by=commission.safeguarding_assured_by,
            safeguarding_assured_on=commission.safeguarding_assured_on,
        )

    @property
    def faults(self) -> dict[str, str]:
        if self.safeguarding_assured_by and self.safeguarding_assured_on is None:
            return {"safeguarding_assured_on": "Enter the date the checks were confirmed"}
        if self.safeguarding_assured_on and not self.safeguarding_assured_by:
            return {"safeguarding_assured_by": "Say who confirmed the checks"}
        if self.safeguarding_assured_on and self.safeguarding_assured_on > clock.today():
            return {"safeguarding_assured_on": "Enter a date that is not in the future"}
        return {}


@dataclass(frozen=True)
class Payment:
    """What one funder pays in one financial year; without a year, in that of the start."""

    funder: str
    pence: int
    year: int | None = None


@dataclass(frozen=True, kw_only=True)
class Money(Seen):
    """Four figures and who pays them, all in pence."""

    charge_pence: int
    reimbursement_pence: int
    fee_pence: int
    vat_pence: int
    funders: tuple[Payment, ...] = ()

    @classmethod
    def of(cls, commission: Commission) -> Money:
        return cls(
            charge_pence=commission.charge_pence,
            reimbursement_pence=commission.reimbursement_pence,
            fee_pence=commission.fee_pence,
            vat_pence=commission.vat_pence,
            funders=tuple(
                Payment(line.funder, line.pence, line.year) for line in commission.funding
            ),
        )

    @property
    def faults(self) -> dict[str, str]:
        if self.reimbursement_pence + self.fee_pence != self.charge_pence:
            return {"charge_pence": "The provider’s part and the fee must add up to the charge"}
        if sum(payment.pence for payment in self.funders) != self.charge_pence + self.vat_pence:
            return {"pence_1": "What the funders pay must add up to the charge and its VAT"}
        return {}


def _missing_text(answers: ObjectiveAnswers) -> dict[str, str]:
    wanted = {
        "change_sought": "Say what should change",
        "measure": "Say what you will measure",
        "unit": "Enter the unit, like % or words a minute",
    }
    return {name: words for name, words in wanted.items() if not getattr(answers, name).strip()}


def _starting_faults(answers: ObjectiveAnswers) -> dict[str, str]:
    """Refuse half a starting point: a value without its day and source proves nothing."""
    wanted = {
        "starting_value": "Enter the value at the start",
        "starting_on": "Enter the date of the starting value",
        "cohort": "Say who was measured, like “Year 1 pupils”",
        "source": "Say where the starting value comes from",
    }
    given = [name for name in (*wanted, "cohort_size", "evidence") if _given(answers, name)]
    if not given:
        return {}
    faults = {name: words for name, words in wanted.items() if not _given(answers, name)}
    if answers.starting_on and answers.starting_on > clock.today():
        faults["starting_on"] = "The starting value must be measured already: enter a past date"
    return faults


def _given(answers: ObjectiveAnswers, name: str) -> bool:
    value = getattr(answers, name)
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _target_faults(answers: ObjectiveAnswers) -> dict[str, str]:
    value, day = answers.target_value, answers.target_on
    if value is None and day is None:
        return {}
    if value is None:
        return {"target_value": "Enter the value to reach"}
    if day is None:
        return {"target_on": "Enter the date by which to reach it"}
    faults = {}
    start, starting_on = answers.starting_value, answers.starting_on
    if starting_on is not None and day <= starting_on:
        faults["target_on"] = "The target date must be later than the date of the starting value"
    if start is not None:
        lower = answers.direction is Direction.LOWER
        if value >= start if lower else value <= start:
            better = "lower" if lower else "higher"
            faults["target_value"] = f"The target must be {better} than the starting value"
    return faults


def _percent_faults(answers: ObjectiveAnswers) -> dict[str, str]:
    if answers.unit.strip() != PERCENT:
        return {}
    values = {"starting_value": answers.starting_value, "target_value": answers.target_value}
    return {
        name: "Enter a percentage from 0 to 100"
        for name, value in values.items()
        if value is not None and not 0 <= value <= 100  # per cent
    }
