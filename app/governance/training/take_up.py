"""Who is reached: bookings and attendance by board and phase over an academic year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import case, exists, func, select

from app.core import clock
from app.core.bars import BarChart, part_chart
from app.core.calendar import SEPTEMBER, academic_year, academic_year_words
from app.core.paging import PER_PAGE, Page, PageAsked, Whole, page_number
from app.extensions import db
from app.governance.training.facts import CAME, LIVE, REACHED_WITHIN, BookingStatus
from app.governance.training.models import TrainingBooking, TrainingSession
from app.schools.models import School
from app.web.filters import counted, date_words

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

HEADER = ("URN", "School", "Phase", "Bookings", "Attended", "Last attended", "Reached")
OPEN = "1"
# of fewer, somebody who knows the schools could tell which were reached
FEWEST_BOARDS = 5
FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True)
class Board:
    urn: int
    school: str
    phase: str
    booked: int
    attended: int
    last: date | None

    @property
    def reached(self) -> bool:
        return self.last is not None and self.last > clock.today() - REACHED_WITHIN


@dataclass(frozen=True)
class Phase:
    name: str
    boards: int
    reached: int
    booked: int
    attended: int


@dataclass(frozen=True)
class Asked:
    """The academic year by the year it began in, a phase, and whether only boards not reached."""

    year: int
    phase: str = ""
    unreached: bool = False

    @classmethod
    def from_address(cls, args: MultiDict[str, str]) -> Asked:
        text, now = args.get("year", ""), academic_year(clock.today())
        is_year = text.isascii() and text.isdigit() and len(text) == 4
        year = int(text) if is_year and FIRST_YEAR <= int(text) <= LAST_YEAR else now
        return cls(year, args.get("phase", ""), args.get("unreached") == "1")


@dataclass(frozen=True)
class TakeUp:
    asked: Asked
    year: str
    page: Page[Board]
    phases: Sequence[Phase]
    summary: str
    chart: BarChart | None


def take_up(
    asked: Asked, authorities: Sequence[str], page: PageAsked, *, names_boards: bool
) -> TakeUp:
    """Return the figures; who may not read of boards gets no phase of so few that one shows."""
    boards = _boards(asked.year, authorities)
    phases = _phases(boards) if names_boards else large_phases(boards)
    shown = [
        board
        for board in boards
        if asked.phase in ("", board.phase) and not (asked.unreached and board.reached)
    ]
    year = academic_year_words(asked.year)
    return TakeUp(
        asked=asked,
        year=year,
        page=_page(shown, page),
        phases=phases,
        summary=summary_of(boards, year),
        chart=part_chart(
            "Boards reached in the last 12 months by phase",
            [(one.name, one.reached, one.boards) for one in phases],
        ),
    )


def summary_of(boards: Sequence[Board], year: str) -> str:
    booked, attended = sum(b.booked for b in boards), sum(b.attended for b in boards)
    reached = sum(b.reached for b in boards)
    return (
        f"In {year}: {counted(booked, 'place')} booked, {attended:,} attended. "
        f"{reached:,} of {counted(len(boards), 'board')} had somebody at training in the last "
        "12 months."
    )


def export_row(board: Board) -> list[object]:
    return [
        board.urn,
        board.school,
        board.phase,
        board.booked,
        board.attended,
        board.last,
        "Yes" if board.reached else "No",
    ]


def last_words(board: Board) -> str:
    return date_words(board.last) if board.last else "Never"


def _boards(year: int, authorities: Sequence[str]) -> list[Board]:
    """Return every open school of the authorities: first those not reached, by name."""
    start, end = (datetime(y, SEPTEMBER, 1, tzinfo=clock.LONDON) for y in (year, year + 1))
    in_year = (TrainingSession.starts_at >= start.astimezone(UTC)) & (
        TrainingSession.starts_at < end.astimezone(UTC)
    )
    came = TrainingBooking.attendance.in_(CAME)
    had_place = TrainingBooking.status == BookingStatus.BOOKED
    counts = {
        urn: (booked, attended, last)
        for urn, booked, attended, last in db.session.execute(
            select(
                TrainingBooking.school_urn,
                func.sum(case((in_year & had_place, 1), else_=0)),
                func.sum(case((in_year & came, 1), else_=0)),
                func.max(case((came, TrainingSession.starts_at))),
            )
            .join(TrainingBooking.session)
            .where(TrainingBooking.status.in_(LIVE))
            .group_by(TrainingBooking.school_urn)
        )
    }
    here = School.authority_code.in_(authorities)
    # a demonstration says nothing of real schools, not even that nobody came
    invented = db.session.scalar(select(exists(select(School.urn).where(here, School.invented))))
    schools = db.session.execute(
        select(School.urn, School.name, School.phase_name)
        .where(here, School.status_code == OPEN, School.invented == bool(invented))
        .order_by(School.name, School.urn)
    )
    boards = []
    for urn, name, phase in schools:
        booked, attended, last = counts.get(urn, (0, 0, None))
        day = clock.in_london(last).date() if last else None
        boards.append(Board(urn, name, phase or "Not given", booked, attended, day))
    return sorted(boards, key=lambda board: board.reached)


def _phases(boards: Sequence[Board]) -> list[Phase]:
    names = sorted({board.phase for board in boards})
    return [_phase(name, [b for b in boards if b.phase == name]) for name in names]


def large_phases(boards: Sequence[Board]) -> list[Phase]:
    """Return the phases with enough boards, and the rest as one that has enough, too."""
    names = sorted({board.phase for board in boards})
    by_size = sorted(
        ([b for b in boards if b.phase == name] for name in names), key=len, reverse=True
    )
    rest: list[Board] = []
    while by_size and (len(by_size[-1]) < FEWEST_BOARDS or 0 < len(rest) < FEWEST_BOARDS):
        rest += by_size.pop()
    phases = sorted((_phase(own[0].phase, own) for own in by_size), key=lambda one: one.name)
    return [*phases, _phase("Other phases", rest)] if rest else phases


def _phase(name: str, boards: Sequence[Board]) -> Phase:
    return Phase(
        name,
        len(boards),
        sum(board.reached for board in boards),
        sum(board.booked for board in boards),
        sum(board.attended for board in boards),
    )


def _page(boards: Sequence[Board], asked: PageAsked) -> Page[Board]:
    if isinstance(asked, Whole):
        return Page(boards, 1, len(boards), max(len(boards), 1))
    number = page_number(asked, len(boards))
    return Page(boards[(number - 1) * PER_PAGE : number * PER_PAGE], number, len(boards))
