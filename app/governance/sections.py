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
        "Champions and National Leaders who support other boards, with what they know.",
        "prospectus.search",
        everybody,
        {"q": "governors"},
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
