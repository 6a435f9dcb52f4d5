"""What a broker offers a provider, and what is wrong with it. Pure rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.calendar import academic_year, academic_year_words
from app.core.money import pounds
from app.web.filters import days_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from app.commissions.suitability import Days

# school support is agreed for a year, sometimes two
MOST_YEARS = 2


@dataclass(frozen=True)
class OfferTerms:
    """Days, dates and money of an offer; `funding` is (funder, pence), one for each who pays."""

    days: Decimal
    starts_on: date
    ends_on: date
    charge_pence: int = 0
    reimbursement_pence: int = 0
    fee_pence: int = 0
    vat_pence: int = 0
    funding: Sequence[tuple[str, int]] = ()
    waiver_reason: str = ""

    @property
    def total_pence(self) -> int:
        return self.charge_pence + self.vat_pence

    @property
    def academic_year(self) -> int:
        return academic_year(self.starts_on)


@dataclass(frozen=True)
class Fault:
    """What to mend, and the name of the term it is about."""

    term: str
    words: str


def faults_of(terms: OfferTerms) -> list[Fault]:
    """Return what is wrong with the terms themselves, whoever they are offered to."""
    faults = []
    if terms.days <= 0:
        faults.append(Fault("days", "Enter the number of days, from half a day"))
    if terms.ends_on < terms.starts_on:
        faults.append(Fault("ends_on", "The end must be on or after the start"))
    elif terms.ends_on.year - terms.starts_on.year > MOST_YEARS:
        faults.append(Fault("ends_on", "Enter an end within two years of the start"))
    money = (terms.charge_pence, terms.reimbursement_pence, terms.fee_pence, terms.vat_pence)
    if min(money) < 0 or any(pence <= 0 for _funder, pence in terms.funding):
        faults.append(Fault("charge", "Amounts of money cannot be below zero"))
    parts = terms.reimbursement_pence + terms.fee_pence
    if parts != terms.charge_pence:
        words = (
            f"The provider’s part and the brokerage fee come to {pounds(parts)}. "
            f"They must add up to the charge of {pounds(terms.charge_pence)}"
        )
        faults.append(Fault("reimbursement", words))
    paid = sum(pence for _funder, pence in terms.funding)
    if paid != terms.total_pence:
        words = (
            f"The amounts come to {pounds(paid)}. "
            f"They must add up to the charge and VAT of {pounds(terms.total_pence)}"
        )
        faults.append(Fault("funding", words))
    return faults


def capacity_faults(terms: OfferTerms, days: Days) -> list[Fault]:
    """Return why the provider cannot give the days in the academic year they start in."""
    year = academic_year_words(days.year)
    if days.left is None:
        words = f"The provider has not said how many days it offers in {year}"
        return [Fault("days", words)]
    if days.left <= 0:
        words = f"The provider has no days left in {year}. Choose a first day in a later year"
        return [Fault("days", words)]
    if terms.days > days.left:
        left = days_words(days.left)
        words = f"The provider has only {left} left in {year}. Enter no more than that"
        return [Fault("days", words)]
    return []
