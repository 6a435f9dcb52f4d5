"""What is agreed now: what was signed first, with every change that has taken effect since.

Starting points and targets keep their first values for ever (`models/frozen.py`); a change stands
beside them. Pure reads of loaded records.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.commissions.changes.facts import VariationKind
from app.commissions.services.answers import Money, Payment, Seen
from app.core.audit import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.commissions.models import Commission, Objective, Variation


@dataclass(frozen=True, kw_only=True)
class Agreed(Seen):
    """A part of the agreement that can be changed as one."""

    @property
    def values(self) -> dict[str, Any]:
        """Return it in plain values, as a variation keeps it."""
        return dict(plain(asdict(self)))


@dataclass(frozen=True, kw_only=True)
class AgreedTerms(Agreed):
    """Days, last day and money (in pence)."""

    days: Decimal
    ends_on: date
    charge_pence: int
    reimbursement_pence: int
    fee_pence: int
    vat_pence: int
    funders: tuple[Payment, ...]

    @property
    def money(self) -> Money:
        return Money(
            charge_pence=self.charge_pence,
            reimbursement_pence=self.reimbursement_pence,
            fee_pence=self.fee_pence,
            vat_pence=self.vat_pence,
            funders=self.funders,
        )

    @property
    def total_pence(self) -> int:
        return self.charge_pence + self.vat_pence


@dataclass(frozen=True, kw_only=True)
class AgreedTarget(Agreed):
    value: Decimal
    due_on: date


@dataclass(frozen=True, kw_only=True)
class AgreedStart(Agreed):
    value: Decimal
    taken_on: date
    cohort: str
    cohort_size: int | None
    source: str
    evidence: str


def terms_from(values: Mapping[str, Any]) -> AgreedTerms:
    funders = tuple(Payment(**one) for one in values["funders"])
    return AgreedTerms(
        **{
            **values,
            "days": Decimal(values["days"]),
            "ends_on": date.fromisoformat(values["ends_on"]),
            "funders": funders,
        }
    )


def target_from(values: Mapping[str, Any]) -> AgreedTarget:
    return AgreedTarget(value=Decimal(values["value"]), due_on=date.fromisoformat(values["due_on"]))


def start_from(values: Mapping[str, Any]) -> AgreedStart:
    taken_on = date.fromisoformat(values["taken_on"])
    return AgreedStart(**{**values, "value": Decimal(values["value"]), "taken_on": taken_on})


def terms_now(commission: Commission, proposed: Variation | None = None) -> AgreedTerms:
    """Return the terms; with what is `proposed` if it is about them."""
    if proposed is not None and proposed.kind is VariationKind.TERMS:
        return terms_from(proposed.after)
    return AgreedTerms(
        days=Decimal(f"{commission.days.normalize():f}"),
        ends_on=commission.ends_on,
        charge_pence=commission.charge_pence,
        reimbursement_pence=commission.reimbursement_pence,
        fee_pence=commission.fee_pence,
        vat_pence=commission.vat_pence,
        funders=Money.of(commission).funders,
    )


def terms_at_signature(commission: Commission) -> AgreedTerms | None:
    """Return the first terms; None where they still hold."""
    for variation in commission.variations:
        if variation.in_force and variation.kind is VariationKind.TERMS:
            return terms_from(variation.before)
    return None


def target_now(objective: Objective, proposed: Variation | None = None) -> AgreedTarget | None:
    if (values := _newest(objective, VariationKind.TARGET, proposed)) is not None:
        return target_from(values)
    first = objective.target
    return AgreedTarget(value=first.value, due_on=first.due_on) if first else None


def start_now(objective: Objective, proposed: Variation | None = None) -> AgreedStart | None:
    if (values := _newest(objective, VariationKind.STARTING_POINT, proposed)) is not None:
        return start_from(values)
    first = objective.starting_point
    if first is None:
        return None
    return AgreedStart(
        value=first.value,
        taken_on=first.taken_on,
        cohort=first.cohort,
        cohort_size=first.cohort_size,
        source=first.source,
        evidence=first.evidence,
    )


def in_force(objective: Objective, kind: VariationKind) -> list[Variation]:
    """Return the changes of one kind that took effect, the first one first."""
    return [v for v in objective.variations if v.in_force and v.kind is kind]


def _newest(
    objective: Objective, kind: VariationKind, proposed: Variation | None
) -> Mapping[str, Any] | None:
    if proposed is not None and proposed.kind is kind and proposed.objective is objective:
        return proposed.after
    effective = in_force(objective, kind)
    return effective[-1].after if effective else None
