"""What there is for governors: the parts of this feature, and who has business in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flask import url_for

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


# in the order of the page
SECTIONS = (
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
)


def sections_for(person: Person | None) -> list[Section]:
    return [section for section in SECTIONS if section.offered_to(person)]
