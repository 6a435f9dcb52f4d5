"""A provider's days in each academic year, as its commissions tell them. Pure rules."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from app.commissions.statuses import RESERVING, CommissionStatus
from app.core.calendar import academic_year, academic_year_words
from app.web.filters import days_words, number_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

# a provider plans this year and the next two
YEARS_AHEAD = 2


class Part(StrEnum):
    RESERVED = "reserved"
    USED = "used"
    RELEASED = "released"


@dataclass(frozen=True)
class Work:
    """What one commission says of days; `visited` are those of its visit notes."""

    id: int
    starts_on: date
    status: CommissionStatus
    days: Decimal
    days_used: Decimal | None
    visited: Decimal

    @property
    def year(self) -> int:
        return academic_year(self.starts_on)

    @property
    def parts(self) -> Mapping[Part, Decimal]:
        """Return how its days divide; together they are the days that were agreed."""
        if self.status not in RESERVING:
            return _parts(released=self.days)
        if self.days_used is None:
            # a visit can only use what was agreed
            return _parts(reserved=self.days - self.visited, used=self.visited)
        return _parts(used=self.days_used, released=self.days - self.days_used)


@dataclass(frozen=True)
class YearOfDays:
    """One row of the page; `offered` is None while the provider has given no number."""

    year: int
    offered: Decimal | None
    reserved: Decimal
    used: Decimal
    released: Decimal

    @property
    def free(self) -> Decimal | None:
        return None if self.offered is None else self.offered - self.least

    @property
    def least(self) -> Decimal:
        """Return how few days may be offered: what is reserved and used is not taken back."""
        return self.reserved + self.used

    def too_few(self, days: Decimal) -> str | None:
        """Return why so few days cannot be offered, and how many can."""
        if days >= self.least:
            return None
        return (
            f"Enter {number_words(self.least)} or more: so many are needed in "
            f"{academic_year_words(self.year)}, with {days_words(self.reserved)} reserved "
            f"and {days_words(self.used)} used"
        )


@dataclass(frozen=True)
class OfferedDays:
    """The number saved for one year. It is all that a form changes, so it is its own version."""

    year: int
    days: Decimal | None

    @property
    def version(self) -> str:
        return f"{self.year}:{number_words(self.days)}"


@dataclass(frozen=True)
class AgreedAtHome:
    """For how many days an academic year the home school last agreed to lend the provider.

    More may be offered, with a warning: the school answers again for each commission, so nothing
    is worked without it, and it may have agreed to more outside of the portal.
    """

    school: str
    days: Decimal

    @property
    def sentence(self) -> str:
        if not self.days:
            return f"{self.school} did not agree to any days when it was last asked."
        return f"{self.school} agreed to {days_words(self.days)} an academic year."

    def more_than_agreed(self, year: YearOfDays) -> str | None:
        """Return what to say of a year in which more is offered than the school agreed to."""
        if year.offered is None or year.offered <= self.days:
            return None
        return (
            f"Offered in {academic_year_words(year.year)}: {days_words(year.offered)}, "
            f"{number_words(year.offered - self.days)} more than {self.school} agreed to"
        )


def years_of_days(
    offered: Mapping[int, Decimal], work: Sequence[Work], this_year: int
) -> list[YearOfDays]:
    """Return this year and the next two, then earlier ones that have commissions, latest first."""
    coming = {*range(this_year, this_year + YEARS_AHEAD + 1)} | {
        one.year for one in work if one.year > this_year
    }
    earlier = {one.year for one in work if one.year < this_year}
    return [
        year_of_days(year, offered.get(year), work)
        for year in (*sorted(coming), *sorted(earlier, reverse=True))
    ]


def year_of_days(year: int, offered: Decimal | None, work: Iterable[Work]) -> YearOfDays:
    parts = [one.parts for one in work if one.year == year]
    sums = {part: sum((p[part] for p in parts), Decimal(0)) for part in Part}
    return YearOfDays(year, offered, sums[Part.RESERVED], sums[Part.USED], sums[Part.RELEASED])


def _parts(**days: Decimal) -> Mapping[Part, Decimal]:
    return {part: days.get(part.value, Decimal(0)) for part in Part}
