from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.core.clock import LONDON
from app.core.icalendar import LONGEST_LINE, Event, calendar, escaped, folded


def event(**changes: object) -> Event:
    start = datetime(2026, 6, 1, 9, 30, tzinfo=LONDON)
    given: dict[str, object] = {
        "uid": "one@here",
        "sequence": 0,
        "changed_at": start,
        "starts_at": start,
        "ends_at": start + timedelta(hours=3),
        "summary": "A visit",
    }
    return Event(**(given | changes))  # type: ignore[arg-type]


class TestCalendar:
    def test_writes_summer_time_as_utc_with_the_ends_of_lines_that_are_asked_for(self) -> None:
        text = calendar("Visits", [event()])
        assert "DTSTART:20260601T083000Z\r\nDTEND:20260601T113000Z\r\n" in text
        assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
        assert "\n" not in text.replace("\r\n", "")

    def test_says_what_was_cancelled_under_the_same_name(self) -> None:
        before = calendar("Visits", [event()]).split("\r\n")
        after = calendar("Visits", [event(cancelled=True, sequence=1)]).split("\r\n")
        assert {"UID:one@here", "STATUS:CONFIRMED", "SEQUENCE:0"} <= set(before)
        assert {"UID:one@here", "STATUS:CANCELLED", "SEQUENCE:1"} <= set(after)

    def test_winter_time_is_utc(self) -> None:
        start = datetime(2026, 12, 1, 9, 30, tzinfo=LONDON)
        assert "DTSTART:20261201T093000Z" in calendar("Visits", [event(starts_at=start)])
        assert start.astimezone(UTC).hour == 9


def test_text_cannot_leave_its_line() -> None:
    assert escaped("a,b;c\\d\r\nEND:VEVENT\x07") == "a\\,b\\;c\\\\d\\nEND:VEVENT"


def test_long_lines_are_folded_between_characters() -> None:
    line = "SUMMARY:" + "é" * 100 + "😀" * 30
    parts = folded(line)
    assert all(len(part.encode()) <= LONGEST_LINE for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    assert folded("x" * LONGEST_LINE) == ["x" * LONGEST_LINE]
