"""The page of a provider's days: numbers that lead to the commissions behind them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.days import AgreedAtHome, Part, Work, YearOfDays
from app.commissions.words import COMMISSION_TONES, commission_status_words
from app.core.calendar import academic_year_words
from app.core.paging import PER_PAGE, Page, PageAsked, Whole, page_number
from app.web.filters import number_words

if TYPE_CHECKING:
    from decimal import Decimal

    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.prospectus.models import Provider

PART_WORDS = {Part.RESERVED: "Reserved", Part.USED: "Used", Part.RELEASED: "Released"}


@dataclass(frozen=True)
class Cell:
    """A number of days; without an address where nothing behind it is the reader's to see."""

    label: str
    words: str
    href: str | None = None


@dataclass(frozen=True)
class YearRow:
    title: str
    offered: str
    parts: Sequence[Cell]
    free: str
    is_known: bool
    none_left: bool


@dataclass(frozen=True)
class WorkRow:
    title: str
    href: str
    about: str
    status_words: str
    tone: str
    parts: Sequence[Cell]


HEADER = ("Academic year", "Offered", "Reserved", "Used", "Released", "Free")
WORK_HEADER = ("Support", "Commission and school", "Status", *PART_WORDS.values())


def export_row(one: YearOfDays) -> list[object]:
    """Return the numbers of a year; what is not given or not known is empty, which is not 0."""
    year = academic_year_words(one.year)
    return [year, one.offered, one.reserved, one.used, one.released, one.free]


def year_rows(
    provider: Provider, years: Sequence[YearOfDays], work: Sequence[Work], seen: Collection[int]
) -> list[YearRow]:
    def cell(year: int, part: Part, days: Decimal) -> Cell:
        behind = [one for one in work if one.year == year and one.parts[part] and one.id in seen]
        href = url_for("commissions.days_of_year", slug=provider.slug, year=year, part=part.value)
        return Cell(PART_WORDS[part], number_words(days), href if behind else None)

    return [
        YearRow(
            title=academic_year_words(one.year),
            offered="Not given" if one.offered is None else number_words(one.offered),
            parts=[
                cell(one.year, Part.RESERVED, one.reserved),
                cell(one.year, Part.USED, one.used),
                cell(one.year, Part.RELEASED, one.released),
            ],
            free="Not known" if one.free is None else number_words(one.free),
            is_known=one.free is not None,
            none_left=one.free is not None and one.free <= 0,
        )
        for one in years
    ]


def warnings(agreed: AgreedAtHome | None, years: Sequence[YearOfDays], this_year: int) -> list[str]:
    """Return a line for each coming year in which more is offered than the home school agreed."""
    if agreed is None:
        return []
    lines = (agreed.more_than_agreed(one) for one in years if one.year >= this_year)
    return [line for line in lines if line]


def part_from_url(text: str) -> Part | None:
    return Part(text) if text in set(Part) else None


def work_page(
    person: Person,
    work: Sequence[Work],
    number: PageAsked,
    load: Callable[[Sequence[int]], Sequence[Commission]],
) -> Page[WorkRow]:
    if isinstance(number, Whole):
        at, per_page = 1, max(len(work), 1)
    else:
        at, per_page = page_number(number, len(work)), PER_PAGE
    shown = {one.id: one for one in work[(at - 1) * per_page : at * per_page]}
    rows = [_work_row(person, commission, shown) for commission in load(list(shown))]
    return Page(rows, at, len(work), per_page)


def work_cells(row: WorkRow) -> list[object]:
    """Return a row of the file."""
    return [row.title, row.about, row.status_words, *(cell.words for cell in row.parts)]


def _work_row(person: Person, commission: Commission, shown: dict[int, Work]) -> WorkRow:
    parts = shown[commission.id].parts
    return WorkRow(
        title=commission.request.title,
        href=url_for("commissions.show", reference=commission.reference),
        about=f"{commission.reference}, {commission.school.name}",
        status_words=commission_status_words(commission, person),
        tone=COMMISSION_TONES[commission.status],
        parts=[Cell(PART_WORDS[part], number_words(parts[part])) for part in Part],
    )
