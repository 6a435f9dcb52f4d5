"""What pages show of entries that can be struck out, and of those that were, for one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import url_for

from app.commissions import permissions as who
from app.commissions.facts import VISIT_MODE_WORDS
from app.commissions.models import Measurement, Objective, VisitNote
from app.commissions.page import Row, objective_view
from app.commissions.strikes.entries import Entry, commission_of, kind_of, readings_too_late
from app.commissions.strikes.words import struck_words
from app.core.measure_words import value_words
from app.web.filters import date_words, days_words, number_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.accounts.models import Person
    from app.commissions.models import Commission


@dataclass(frozen=True)
class EntryView:
    """What an entry says, and what this reader may do with it.

    `href` leads to striking it out or, where it is struck out, to restoring it. Where that is
    too late, `too_late` says why to those who could have done it; both are empty for all others.
    """

    key: str
    title: str
    rows: Sequence[Row]
    struck: str
    reason: str
    href: str
    too_late: str


@dataclass(frozen=True)
class Readings:
    standing: Sequence[EntryView]
    struck: Sequence[EntryView]


@dataclass(frozen=True)
class Strikes:
    """`readings` are by the position of their objective; empty before there are any."""

    readings: Mapping[int, Readings]
    notes: Sequence[EntryView]
    objectives: Sequence[EntryView]


def strikes_of(person: Person, commission: Commission) -> Strikes:
    readings, notes = {}, []
    if who.can_see_delivery(person, commission):
        late = readings_too_late(commission)
        readings = {
            objective.position: Readings(
                [view_of(person, one, late) for one in objective.measurements],
                [view_of(person, one, late) for one in objective.struck_measurements],
            )
            for objective in commission.objectives
        }
        notes = [view_of(person, note) for note in commission.struck_notes]
    objectives = [view_of(person, one) for one in commission.struck_objectives]
    return Strikes(readings, notes, objectives)


def view_of(
    person: Person, entry: Entry, too_late: Callable[[Any], list[str]] | None = None
) -> EntryView:
    """Return the entry for this reader; `too_late` where it was prepared for several."""
    kind, struck = kind_of(entry), entry.struck_at is not None
    may = kind.may(person, entry)
    late = " ".join((too_late or kind.too_late)(entry)) if may else ""
    title, rows = _said(entry)
    return EntryView(
        key=f"{kind.name}-{entry.id}",
        title=title,
        rows=[row for row in rows if row.value],
        struck=struck_words(entry) if struck else "",
        reason=entry.struck_reason or "",
        href=url_to("restore" if struck else "strike", entry) if may and not late else "",
        # of an agreement that is signed everybody knows that it is written no more
        too_late="" if isinstance(entry, Objective) else late,
    )


def url_to(act: str, entry: Entry) -> str:
    """Return the page that strikes the entry out or restores it."""
    name = kind_of(entry).name
    keys: dict[str, Any] = {f"{name}_id": entry.id, "reference": commission_of(entry).reference}
    return url_for(f"commissions.{act}_{name}", **keys)


def _said(entry: Entry) -> tuple[str, list[Row]]:
    if isinstance(entry, Measurement):
        return _reading(entry)
    return _note(entry) if isinstance(entry, VisitNote) else _objective(entry)


def _reading(reading: Measurement) -> tuple[str, list[Row]]:
    size = f" ({reading.cohort_size:,})" if reading.cohort_size else ""
    value = value_words(reading.value, reading.objective.unit)
    return f"{value} on {date_words(reading.taken_on)}", [
        Row("Measured", f"{reading.cohort}{size}"),
        Row("Source", reading.source),
        Row("About it", reading.evidence),
        Row("Recorded by", reading.recorded_by.name),
    ]


def _note(note: VisitNote) -> tuple[str, list[Row]]:
    mode, used = VISIT_MODE_WORDS[note.mode], days_words(note.days_used)
    hours = f"{number_words(note.hours)} {'hour' if note.hours == 1 else 'hours'}"
    return f"Visit on {date_words(note.held_on)}", [
        Row("How", f"{mode}, {hours}, {used} used"),
        Row("Worked with", note.roles_seen),
        Row("What was done", note.activity),
        Row("Progress seen", note.progress),
        Row("What happens next", note.next_steps),
        Row("Written by", note.author.name),
    ]


def _objective(objective: Objective) -> tuple[str, list[Row]]:
    view = objective_view(objective, delivery=False)
    start = ", ".join(filter(None, (view.start, view.start_detail)))
    target = " ".join(filter(None, (view.target, view.target_detail)))
    return view.change_sought, [
        Row("Starting point", start),
        Row("Target", target),
        *view.rows,
    ]
