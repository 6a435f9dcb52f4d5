"""What pages show of a booked visit, decided for one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.delivery_duties import note_due_on
from app.commissions.facts import VISIT_MODE_WORDS
from app.commissions.statuses import CommissionStatus
from app.commissions.visits.facts import (
    SIDE_WORDS,
    STATUS_TONES,
    STATUS_WORDS,
    VisitAction,
    VisitStatus,
)
from app.commissions.visits.forms import hours_of
from app.commissions.visits.lifecycle import VISIT_LIFECYCLE
from app.commissions.visits.permissions import can_change_visit, can_write_up
from app.core import clock
from app.web.fields.times import time_words
from app.web.filters import counted, date_words, moment_words, number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.models import Visit


@dataclass(frozen=True)
class Row:
    key: str
    value: str
    href: str | None = None
    action: str | None = None


@dataclass(frozen=True)
class Link:
    words: str
    href: str
    main: bool = False


@dataclass(frozen=True)
class VisitPage:
    title: str
    state: str
    tone: str
    rows: Sequence[Row]
    links: Sequence[Link]
    # what is said before the links
    told: str


_PAGES = {
    VisitAction.HOLD: ("commissions.write_up", "Write its note"),
    VisitAction.MISS: ("commissions.miss_visit", "Record it as missed"),
    VisitAction.MOVE: ("commissions.move_visit", "Move it to another time"),
    VisitAction.CANCEL: ("commissions.cancel_visit", "Cancel it"),
}


def visit_page(person: Person, visit: Visit) -> VisitPage:
    state, tone = visit_state(visit)
    return VisitPage(
        title=f"Visit on {date_words(visit.day)}",
        state=state,
        tone=tone,
        rows=[row for row in _rows(visit) if row.value],
        links=_links(person, visit),
        told=_told(person, visit),
    )


def url_of(visit: Visit) -> str:
    return url_for("commissions.booking", reference=visit.commission.reference, visit_id=visit.id)


def when_words(visit: Visit) -> str:
    """Return "9:30am to 12:00pm"."""
    start, end = clock.in_london(visit.starts_at), clock.in_london(visit.ends_at)
    return f"{time_words(start.time())} to {time_words(end.time())}"


def visit_state(visit: Visit) -> tuple[str, str]:
    """Return what became of it in words, and the tone of its tag."""
    if (due_on := note_due_on(visit)) is not None:
        late = due_on < clock.today()
        return f"Note {'was' if late else 'is'} due {date_words(due_on)}", "bad" if late else (
            "waiting"
        )
    if visit.replaced_by is not None:
        return "Moved", "neutral"
    return STATUS_WORDS[visit.status], STATUS_TONES[visit.status]


def _rows(visit: Visit) -> list[Row]:
    booked_on = date_words(clock.in_london(visit.created_at).date())
    return [
        Row("When", f"{date_words(visit.day)}, {when_words(visit)}"),
        Row("How long", _hours_words(visit)),
        Row("How", VISIT_MODE_WORDS[visit.mode]),
        Row("Where, or how to join", visit.place),
        Row("Booked by", f"{visit.booked_by.name} on {booked_on}"),
        *_history(visit),
    ]


def _hours_words(visit: Visit) -> str:
    hours = hours_of(visit)
    return f"{number_words(hours)} {'hour' if hours == 1 else 'hours'}"


def _history(visit: Visit) -> list[Row]:
    rows = []
    if visit.replaces is not None:
        at = moment_words(visit.replaces.starts_at)
        rows.append(Row("Moved from", at, url_of(visit.replaces), "Read"))
    if visit.replaced_by is not None:
        at = moment_words(visit.replaced_by.starts_at)
        rows.append(Row("Moved to", at, url_of(visit.replaced_by), "Read"))
    if visit.note is not None:
        href = url_for(
            "commissions.visit_note",
            reference=visit.commission.reference,
            note_id=visit.note.id,
        )
        written = date_words(clock.in_london(visit.note.created_at).date())
        rows.append(Row("Note", f"Written on {written}", href, "Read"))
    if visit.side is not None:
        what = "Missed by" if visit.status is VisitStatus.MISSED else "Cancelled by"
        rows.append(Row(what, SIDE_WORDS[visit.side]))
    if visit.status is VisitStatus.CANCELLED:
        rows.append(Row("Notice", notice_words(visit)))
    if visit.ended_by is not None:
        rows.append(Row("Recorded by", visit.ended_by.name))
    return [*rows, Row("Why", visit.reason)]


def notice_words(visit: Visit) -> str:
    days = visit.notice_days
    return f"{counted(days, 'day')} before" if days else "On the day itself"


def _links(person: Person, visit: Visit) -> list[Link]:
    if visit.commission.status is not CommissionStatus.ACTIVE:
        return []
    links = []
    for action in VISIT_LIFECYCLE.open_acts(person, visit):
        if action in _PAGES and not VISIT_LIFECYCLE.missing(person, visit, action):
            endpoint, words = _PAGES[action]
            href = url_for(endpoint, reference=visit.commission.reference, visit_id=visit.id)
            links.append(Link(words, href, main=action is VisitAction.HOLD))
    return links


def _told(person: Person, visit: Visit) -> str:
    if visit.status is not VisitStatus.BOOKED or visit.starts_at > clock.now():
        return ""
    if can_change_visit(person, visit) and not can_write_up(person, visit):
        return "It counts as held once the provider has written its note."
    return ""
