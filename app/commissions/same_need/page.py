"""What is said of a school's other live requests about the same, to its own people and officers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.same_need.queries import live_about_the_same
from app.commissions.words import REQUEST_TONES, request_status_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.models import SupportRequest


@dataclass(frozen=True)
class OtherLine:
    reference: str
    title: str
    status: str
    tone: str


@dataclass(frozen=True)
class AnotherNeed:
    why: str
    others: Sequence[OtherLine]


def other_lines(person: Person, others: Sequence[SupportRequest]) -> list[OtherLine]:
    return [
        OtherLine(
            one.reference, one.title, request_status_words(one, person), REQUEST_TONES[one.status]
        )
        for one in others
    ]


def another_need_of(person: Person, asked: SupportRequest) -> AnotherNeed | None:
    """Return why it was sent beside others; a provider does not read what else a school asks."""
    reads = who.reads_for_school(person, asked) or who.is_officer_for(person, asked)
    if not asked.another_need or not reads:
        return None
    return AnotherNeed(asked.another_need, other_lines(person, live_about_the_same(asked, person)))
