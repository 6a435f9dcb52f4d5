"""How promptly reviews lead to plans and plans to actions, in working days. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from app.core.calendar import academic_year, working_days_between
from app.web.filters import counted, number_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from app.governance.reviews.models import GovernanceReview

# fewer could be recognised by those who read totals only
LEAST_IN_TOTALS = 5


@dataclass(frozen=True)
class Promptness:
    """Working days of one review; `to_plan` is None until its plan is agreed."""

    to_plan: int | None
    to_actions: tuple[int, ...]
    actions: int
    # from the report to today, while there is no plan
    waiting: int | None
    late: int


def promptness_of(review: GovernanceReview, today: date) -> Promptness:
    """Count from the day the board first had the report, and from the day it agreed the plan."""
    agreed, shared = review.plan_agreed_on, review.shared_on
    done = [
        working_days_between(agreed, action.done_on)
        for action in review.actions
        if agreed is not None and action.done_on is not None
    ]
    waits = shared is not None and agreed is None and review.ended_on is None
    return Promptness(
        to_plan=working_days_between(shared, agreed) if shared and agreed else None,
        to_actions=tuple(sorted(done)),
        actions=len(review.actions),
        waiting=working_days_between(shared, today) if waits and shared else None,
        late=sum(is_late(action.done_on, action.due_on, today) for action in review.actions)
        if agreed is not None and review.ended_on is None
        else 0,
    )


def is_late(done_on: date | None, due_on: date, today: date) -> bool:
    return done_on is None and due_on < today


def year_of(review: GovernanceReview) -> int | None:
    """Return the academic year in which the board first had the report."""
    return academic_year(review.shared_on) if review.shared_on else None


def median_words(days: Sequence[int], nothing: str = "None yet") -> str:
    """Return the middle one as "12 working days" or "7.5 working days"."""
    if not days:
        return nothing
    middle = median(days)
    exact = str(int(middle)) if middle == int(middle) else f"{middle:.1f}"
    return f"{exact} working {'day' if exact == '1' else 'days'}"


@dataclass(frozen=True)
class Total:
    """One line for readers who see no school; `words` is empty where too few are counted."""

    title: str
    count: int
    words: str


def totals(figures: Iterable[Promptness], least: int = LEAST_IN_TOTALS) -> list[Total]:
    """Return the lines of the small table; a line with fewer boards than `least` says nothing."""
    known = list(figures)
    plans = [one.to_plan for one in known if one.to_plan is not None]
    # many actions may be of few boards
    acting = [one.to_actions for one in known if one.to_actions]
    actions = [days for done in acting for days in done]
    lines = (
        ("Reports shared with boards", len(known), len(known), ""),
        ("From report to agreed plan", len(plans), len(plans), median_words(plans)),
        ("From plan to each action done", len(acting), len(actions), median_words(actions)),
    )
    return [
        Total(title, count, words) if boards >= least else Total(title, 0, "")
        for title, boards, count, words in lines
    ]


def sentences(figures: Promptness) -> list[str]:
    """Return what the page of one review says."""
    said = []
    if figures.to_plan is not None:
        said.append(f"{counted(figures.to_plan, 'working day')} from report to agreed plan.")
    if figures.waiting is not None:
        said.append(f"{counted(figures.waiting, 'working day')} since the report; no plan yet.")
    if figures.to_actions:
        done = f"{number_words(len(figures.to_actions))} of {counted(figures.actions, 'action')}"
        said.append(f"{done} done, median {median_words(figures.to_actions)} after the plan.")
    return said
