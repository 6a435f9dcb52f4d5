"""Calendars that other programs read: the small part of RFC 5545 that appointments need.

All moments are written in UTC, so that no definition of a time zone has to travel along.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

CONTENT_TYPE = "text/calendar; charset=utf-8"
# octets of a line without its end (section 3.1)
LONGEST_LINE = 75


@dataclass(frozen=True)
class Event:
    """`uid` stays the same as long as the event lives; `sequence` grows when it changes."""

    uid: str
    sequence: int
    changed_at: datetime
    starts_at: datetime
    ends_at: datetime
    summary: str
    url: str = ""
    cancelled: bool = False


def calendar(name: str, events: Iterable[Event]) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//School support prospectus//Visits//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        *(line for event in events for line in _lines(event)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _lines(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTAMP:{_utc(event.changed_at)}"
    yield f"LAST-MODIFIED:{_utc(event.changed_at)}"
    yield f"DTSTART:{_utc(event.starts_at)}"
    yield f"DTEND:{_utc(event.ends_at)}"
    yield f"SUMMARY:{escaped(event.summary)}"
    if event.url:
        # a URI is no TEXT and is not escaped
        yield f"URL:{event.url}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """Return text as a TEXT value (section 3.3.11); other control characters are dropped."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,")):
        text = text.replace(plain, written)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(c for c in text if c.isprintable() or c == "\t")


def folded(line: str) -> list[str]:
    """Break a line into parts of at most 75 octets, never inside of a character."""
    parts, octets = [""], 0
    for character in line:
        width = len(character.encode())
        if octets + width > LONGEST_LINE:
            parts.append(" ")
            octets = 1
        parts[-1] += character
        octets += width
    return parts


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
