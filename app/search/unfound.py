"""What was searched for and not found: the words and the day, never who asked.

A search is a GET and writes nothing to the database, so each process adds a line to a file beside
the index. The worker gathers the lines into `UnfoundSearch`. A kill in between may count a search
twice; nothing more depends on it.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from app.core import clock
from app.search.models import LONGEST_UNFOUND, UnfoundSearch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

SHORTEST = 3
# the file waits for the worker; more than this is no reader's need but somebody's noise
MOST_BYTES = 1_000_000


def spool_of(config: Mapping[str, Any]) -> Path:
    return Path(config["SEARCH_INDEX_DIR"]).with_suffix(".unfound")


def note(spool: Path, words: str) -> None:
    """Remember a search that found nothing fitting; a full disk must not break the search."""
    words = " ".join(words.lower().split())[:LONGEST_UNFOUND]
    if len(words) < SHORTEST:
        return
    try:
        if not spool.exists() or spool.stat().st_size < MOST_BYTES:
            with spool.open("a", encoding="utf-8") as file:
                file.write(json.dumps([clock.today().isoformat(), words]) + "\n")
    except OSError:
        return


def gather(session: Session, spool: Path) -> None:
    """Move what the file holds into the table; the caller commits and then calls `forget`."""
    taken = _taken(spool)
    if spool.exists() and not taken.exists():
        spool.rename(taken)
    if not taken.exists():
        return
    found = counted(_lines(taken))
    days = {day for day, _words in found}
    query = select(UnfoundSearch).where(UnfoundSearch.day.in_(days))
    known = {(one.day, one.words): one for one in session.scalars(query)}
    for (day, words), times in found.items():
        if (day, words) in known:
            known[day, words].times += times
        else:
            session.add(UnfoundSearch(day=day, words=words, times=times))


def _lines(file: Path) -> list[tuple[date, str]]:
    """Read what was noted; a line that a killed process left half written is left out."""
    found = []
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            day, words = json.loads(line)
            found.append((date.fromisoformat(day), str(words)))
        except (ValueError, TypeError):
            continue
    return found


def forget(spool: Path) -> None:
    """Delete the lines that are in the table now."""
    _taken(spool).unlink(missing_ok=True)


def forget_before(session: Session, day: date) -> None:
    session.execute(delete(UnfoundSearch).where(UnfoundSearch.day < day))


def counted(lines: list[tuple[date, str]]) -> Counter[tuple[date, str]]:
    """Return how often each was searched for on each day.

    The list is live, so "phon" on the way to "phonix" was sent too: the beginning of another
    search of the day counts for nothing by itself.
    """
    every = Counter(lines)
    ordered = sorted(every)
    return Counter(
        {
            one: every[one]
            for one, following in zip(ordered, [*ordered[1:], (date.max, "")], strict=True)
            if one[0] != following[0] or not following[1].startswith(one[1])
        }
    )


def _taken(spool: Path) -> Path:
    return spool.with_suffix(".gathering")
