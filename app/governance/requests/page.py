"""What the pages of a board's request show: its answers as one record, gaps, the way on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import url_for

from app.commissions.for_boards.requirements import (
    CONSENT_OF_BOARD,
    INTEREST_OF_BOARD,
    NEEDED_OF_BOARD,
    NEEDS,
)
from app.commissions.requirements import need_complete
from app.governance.requests.forms import FORMS
from app.governance.requests.services import need_of

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import SupportRequest

# message → the section and the field that close the gap
_FIELDS = {
    NEEDS: ("need", "needs"),
    INTEREST_OF_BOARD: ("sharing", "interest"),
    CONSENT_OF_BOARD: ("sharing", "consent_to_share"),
    NEEDED_OF_BOARD["funding_route"]: ("sharing", "funding_route"),
    # a date has three boxes
    NEEDED_OF_BOARD["wanted_from"]: ("outcome", "wanted_from-day"),
    **{NEEDED_OF_BOARD[name]: ("outcome", name) for name in ("expected_outcome", "urgency")},
    **{NEEDED_OF_BOARD[name]: ("need", name) for name in ("focus_id", "title", "need")},
}


class Answers:
    """A request and what only a board is asked, read as one record with one version."""

    def __init__(self, asked: SupportRequest) -> None:
        self._records = (asked, need_of(asked))

    @property
    def version(self) -> str:
        return "-".join(str(record.version) for record in self._records)

    def __getattr__(self, name: str) -> Any:
        holder = next((one for one in self._records if hasattr(one, name)), None)
        if holder is None:
            raise AttributeError(name)
        return getattr(holder, name)


@dataclass(frozen=True)
class Steps:
    number: int
    total: int
    back: str
    following: str


def steps_of(asked: SupportRequest, section: str, then: str | None) -> Steps:
    names = list(FORMS)
    at = names.index(section)
    check = url_for("governance_requests.check", reference=asked.reference)
    first = url_for("requests.show", reference=asked.reference)

    def page(name: str) -> str:
        return url_for("governance_requests.edit", reference=asked.reference, section=name)

    before = page(names[at - 1]) if at else first
    after = page(names[at + 1]) if at + 1 < len(names) else check
    return Steps(at + 1, len(names), check if then else before, check if then else after)


@dataclass(frozen=True)
class Gap:
    words: str
    href: str


def gaps(asked: SupportRequest, person: Person) -> list[Gap]:
    """Return what is missing, each with the link to the question that closes it."""
    found = []
    for words in need_complete(person, asked):
        section, field = _FIELDS[words]
        address = url_for(
            "governance_requests.edit", reference=asked.reference, section=section, then="check"
        )
        found.append(Gap(words, f"{address}#{field}"))
    return found
