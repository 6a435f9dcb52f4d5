"""What there is for governors: the parts of this feature, and who has business in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flask import url_for

from app.governance.audits import permissions as audits
from app.governance.requests.permissions import (
    can_ask_for_a_board,
    has_board_requests,
    reads_summary,
)
from app.governance.reviews.permissions import has_business as has_reviews
from app.governance.reviews.permissions import sees_promptness

if TYPE_CHECKING:
    from app.accounts.models import Person


@dataclass(frozen=True)
class Section:
    title: str
    hint: str
    endpoint: str
    offered_to: Callable[[Person | None], bool]
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def href(self) -> str:
        return url_for(self.endpoint, **self.values)


def everybody(_person: Person | None) -> bool:
    return True


def people_of_boards(person: Person | None) -> bool:
    return person is not None and can_ask_for_a_board(person)


# in the order of the page
SECTIONS = (
    Section(
        "Ask other governors",
        "Support for your board, or for you in confidence.",
        "governance_requests.new",
        people_of_boards,
    ),
    Section(
        "Support for boards",
        "What was asked, where it stands, and whose turn it is.",
        "governance_requests.index",
        lambda person: person is not None and has_board_requests(person),
    ),
    Section(
        "Support for boards in numbers",
        "How often boards ask, and about what.",
        "governance_requests.summary",
        lambda person: person is not None and reads_summary(person),
    ),
    Section(
        "Leaders of governance",
        "Champions of governance who support other boards, with what they know.",
        "prospectus.search",
        everybody,
        {"kind": "champion"},
    ),
    Section(
        "National Leaders of Governance",
        "Recruited nationally for reviews of governance. The scheme has closed; terms run out.",
        "prospectus.search",
        everybody,
        {"designation": "national-leader-of-governance"},
    ),
    Section(
        "Become a champion of governance",
        "Open calls, how champions are appointed, and where your application stands.",
        "governance_champions.index",
        everybody,
    ),
    Section(
        "Reviews of governance",
        "How a board works, seen from outside or by itself, and the plan that follows.",
        "governance_reviews.index",
        has_reviews,
    ),
    Section(
        "How promptly reviews lead to action",
        "Working days from report to plan, and from plan to each action done.",
        "governance_reviews.promptness",
        sees_promptness,
    ),
    Section(
        "Skills audits",
        "Each governor says privately what they know. The board sees its gaps and what to do.",
        "audits.index",
        audits.has_business,
    ),
    Section(
        "Questions your board asks itself",
        "Answered together in a meeting, and compared a year later.",
        "audits_questions.index",
        audits.has_business,
    ),
    Section(
        "Training",
        "Courses and sessions, your bookings and your certificates.",
        "training.index",
        everybody,
    ),
)


def sections_for(person: Person | None) -> list[Section]:
    return [section for section in SECTIONS if section.offered_to(person)]
