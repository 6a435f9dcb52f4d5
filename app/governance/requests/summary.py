"""Numbers of boards' requests, of which none can be traced to a board. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.for_boards.facts import needs_in_words
from app.commissions.words import REQUEST_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.commissions.models import SupportRequest

# a smaller number might be one board's
FEWEST_SHOWN = 3


@dataclass(frozen=True)
class Table:
    """Rows of words and numbers; `fewer` tells that some were too small to show."""

    title: str
    heading: str
    rows: Sequence[tuple[str, int]]
    fewer: bool


@dataclass(frozen=True)
class Summary:
    # None where it is too small to show
    total: int | None
    tables: Sequence[Table]


def summary_of(requests: Sequence[SupportRequest]) -> Summary:
    if len(requests) < FEWEST_SHOWN:
        return Summary(None, [])
    needs = (
        words
        for one in requests
        if one.board_need is not None
        for words in needs_in_words(one.board_need.needs)
    )
    return Summary(
        len(requests),
        [
            _table("What they are about", "Need", needs),
            _table("Part of governance", "Part", (r.focus.name for r in requests if r.focus)),
            _table("Where they stand", "Status", (REQUEST_WORDS[r.status] for r in requests)),
        ],
    )


def _table(title: str, heading: str, words: Iterable[str]) -> Table:
    """Leave out what is small, and with one small number the next smallest.

    Otherwise the total would give the one away that is missing.
    """
    counted = sorted(Counter(words).items(), key=lambda row: (-row[1], row[0]))
    shown = [row for row in counted if row[1] >= FEWEST_SHOWN]
    hidden = len(counted) - len(shown)
    if hidden == 1:
        shown = shown[:-1]
    return Table(title, heading, shown, fewer=hidden > 0)
