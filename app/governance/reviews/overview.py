"""What is late across reviews, and how promptly they lead to plans, for one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from flask import url_for

from app.accounts.roles import Role
from app.core import clock
from app.core.bars import BarChart, bar_chart
from app.core.calendar import academic_year_words, working_days_between
from app.core.paging import PER_PAGE, Page, PageAsked, Whole, page_number
from app.governance.reviews.due import dues_of
from app.governance.reviews.facts import KIND_WORDS
from app.governance.reviews.permissions import can_read_report, looks_across
from app.governance.reviews.promptness import (
    LEAST_IN_TOTALS,
    Promptness,
    Total,
    median_words,
    promptness_of,
    totals,
    year_of,
)
from app.governance.reviews.queries import live_reviews_of, shared_reviews_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.accounts.models import Person
    from app.governance.reviews.models import GovernanceReview

T = TypeVar("T")
OVERDUE_HEADER = ("School", "What is late", "Waits for", "Was due", "Working days late")
HEADER = (
    "School",
    "Reference",
    "Kind",
    "Report shared",
    "Plan agreed",
    "Working days from report to plan",
    "Actions",
    "Actions done",
    "Median working days from plan to action",
)
TOTALS_HEADER = ("What", "How many", "Median")
# a longer chart is a table: the table below has them all
MOST_BARS = 12


@dataclass(frozen=True)
class LateRow:
    school: str
    what: str
    owner: str
    on: date
    days: int
    href: str


@dataclass(frozen=True)
class PromptRow:
    school: str
    about: str
    href: str
    to_plan: str
    to_actions: str
    done: str


@dataclass(frozen=True)
class PromptnessView:
    """`page` is None for readers who see totals only."""

    year: int | None
    years: Sequence[tuple[int, str]]
    totals: Sequence[Total]
    chart: BarChart | None
    page: Page[PromptRow] | None
    file: tuple[Sequence[str], Sequence[Sequence[object]]]


def _paged(items: Sequence[T], asked: PageAsked) -> Page[T]:
    if isinstance(asked, Whole):
        return Page(items, 1, len(items), max(len(items), 1))
    number = page_number(asked, len(items))
    start = (number - 1) * PER_PAGE
    return Page(items[start : start + PER_PAGE], number, len(items))


def overdue_page(person: Person, asked: PageAsked) -> Page[LateRow]:
    """Return everything late that the person may read, the longest first."""
    today = clock.today()
    rows = [
        LateRow(
            review.school.name,
            due.what,
            due.owner,
            due.on,
            working_days_between(due.on, today),
            due.href,
        )
        for review in live_reviews_of(person)
        for due in dues_of(review)
        if due.late and due.seen(person)
    ]
    return _paged(sorted(rows, key=lambda row: (row.on, row.school, row.what)), asked)


def promptness_view(person: Person, year: str, asked: PageAsked) -> PromptnessView:
    """Return lists and chart for those who look across; for the Forum totals without schools."""
    across = looks_across(person)
    role = (Role.GOVERNOR_SERVICES, Role.QUALITY_LEAD) if across else (Role.FORUM_MEMBER,)
    found = [
        review
        for review in shared_reviews_in(person.authorities_as(*role))
        if not across or can_read_report(person, review)
    ]
    years = sorted({known for review in found if (known := year_of(review))}, reverse=True)
    chosen = int(year) if year.isdecimal() and year.isascii() and int(year[:5]) in years else None
    today = clock.today()
    shown = [
        (review, promptness_of(review, today))
        for review in found
        if chosen is None or year_of(review) == chosen
    ]
    # whoever sees each school may see small numbers
    least = 1 if across else LEAST_IN_TOTALS
    summed = totals((figures for _review, figures in shown), least)
    page = _paged([_row(*one) for one in shown], asked) if across else None
    return PromptnessView(
        year=chosen,
        years=[(one, academic_year_words(one)) for one in years],
        totals=summed,
        chart=_chart(shown) if across else None,
        page=page,
        file=(HEADER, [_export(*one) for one in shown])
        if across
        else (TOTALS_HEADER, [[one.title, one.count or "Too few", one.words] for one in summed]),
    )


def _chart(shown: Sequence[tuple[GovernanceReview, Promptness]]) -> BarChart | None:
    """Draw the latest; a review without a plan has no bar."""
    plans = [
        (review, figures.to_plan)
        for review, figures in sorted(
            shown, key=lambda one: (one[0].shared_on or clock.today(), one[0].id), reverse=True
        )
        if figures.to_plan is not None
    ]
    bars = [(review.school.name, days) for review, days in plans[:MOST_BARS]]
    return bar_chart("Working days from report to agreed plan, the latest reviews first", bars)


def _row(review: GovernanceReview, figures: Promptness) -> PromptRow:
    to_plan = median_words([figures.to_plan] if figures.to_plan is not None else [], "")
    if figures.waiting is not None:
        to_plan = f"No plan after {median_words([figures.waiting])}"
    return PromptRow(
        school=review.school.name,
        about=f"{KIND_WORDS[review.kind]}, {review.reference}",
        href=url_for("governance_reviews.show", reference=review.reference),
        to_plan=to_plan or "None",
        to_actions=median_words(figures.to_actions),
        done=f"{len(figures.to_actions)} of {figures.actions}"
        + (f", {figures.late} late" if figures.late else ""),
    )


def _export(review: GovernanceReview, figures: Promptness) -> list[object]:
    return [
        review.school.name,
        review.reference,
        KIND_WORDS[review.kind],
        review.shared_on,
        review.plan_agreed_on,
        figures.to_plan,
        figures.actions,
        len(figures.to_actions),
        median_words(figures.to_actions, ""),
    ]
