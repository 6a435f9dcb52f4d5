"""What the board shows to one officer, decided here and drawn by the templates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.board import queries
from app.commissions.board.facts import MOST_CARDS, MOST_REMINDED, STEPS, Step
from app.commissions.board.permissions import can_assign, works_on
from app.commissions.board.question import MINE, NOBODY, Question, fits, is_late
from app.commissions.models import Commission
from app.commissions.next_steps import (
    NextStep,
    is_turn_in_commission,
    is_turn_in_request,
)
from app.commissions.telling import next_steps
from app.core import clock
from app.core.calendar import working_days_between
from app.web.filters import counted, date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.board.queries import Matter, OnBoard
    from app.commissions.board.reminders import Round
    from app.commissions.models import OfficerNote, SupportRequest
    from app.core.paging import Page

# what waits longest says enough; the page behind the card says the rest
MOST_TURNS = 2
NO_TITLE = "Request without a title"


@dataclass(frozen=True)
class Turn:
    sentence: str
    mine: bool
    # "Was due …" or "Due …"
    due: str
    late: bool


@dataclass(frozen=True)
class Card:
    reference: str
    title: str
    href: str
    between: str
    age: str
    turns: Sequence[Turn]
    # of which only the most urgent stand on the card
    more_turns: str
    late: bool
    officer: str
    watched: bool
    notes: str


@dataclass(frozen=True)
class Column:
    title: str
    total: int
    cards: Sequence[Card]
    more_href: str

    @property
    def more(self) -> int:
        return self.total - len(self.cards)


@dataclass(frozen=True)
class Choices:
    officers: Sequence[tuple[str, str]]
    focuses: Sequence[tuple[str, str]]
    phases: Sequence[str]


@dataclass(frozen=True)
class Board:
    columns: Sequence[Column]
    # steps at which nothing stands
    empty: Sequence[str]
    summary: str
    choices: Choices
    # whether anything is open, whatever was asked
    any_open: bool


def board_of(person: Person, found: Sequence[OnBoard], question: Question) -> Board:
    shown = [one for one in found if fits(one, question, person)]
    columns = [_column(person, step, shown) for step in STEPS]
    return Board(
        columns=[column for column in columns if column.total],
        empty=[column.title for column in columns if not column.total],
        summary=_summary(shown, len(found)),
        choices=_choices(person, found),
        any_open=bool(found),
    )


def _summary(shown: Sequence[OnBoard], total: int) -> str:
    """Return "14 open, 5 late, 3 watched", and of how many where some are left out."""
    late, watched = sum(map(is_late, shown)), sum(one.watched for one in shown)
    words = f"{len(shown):,} open, {late:,} late, {watched:,} watched"
    return words if len(shown) == total else f"{words}, of {total:,} open in all"


def _choices(person: Person, found: Sequence[OnBoard]) -> Choices:
    """Return what there is to choose from on this board, by name."""
    officers = {str(o.officer.id): o.officer.name for o in found if o.officer}
    officers.pop(str(person.id), None)
    focuses = {str(o.request.focus_id): o.request.focus.name for o in found if o.request.focus}
    schools = [one.request.school for one in found]
    phases = {s.phase_name: s.phase_code or "" for s in schools if s.phase_name}
    return Choices(
        officers=[(MINE, "You"), (NOBODY, "Nobody yet"), *_by_name(officers)],
        focuses=_by_name(focuses),
        phases=sorted(phases, key=lambda name: (phases[name], name)),
    )


def _by_name(names: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(names.items(), key=lambda pair: (pair[1], pair[0]))


def _column(person: Person, step: Step, shown: Sequence[OnBoard]) -> Column:
    here = [one for one in shown if one.matter.status in step.statuses]
    # each status of one kind has a word of its own, but both kinds share some
    here = [one for one in here if isinstance(one.matter, Commission) != step.of_requests]
    folder = "requests" if step.of_requests else "commissions"
    return Column(
        title=step.title,
        total=len(here),
        cards=[_card(person, one) for one in here[:MOST_CARDS]],
        more_href=url_for(f"{folder}.index", status=[status.value for status in step.statuses]),
    )


def _card(person: Person, one: OnBoard) -> Card:
    matter, request = one.matter, one.request
    school = request.school.name
    if isinstance(matter, Commission):
        school = f"{matter.provider.name} for {matter.school.name}"
    moved_on = clock.in_london(matter.moved_at).date()
    age = working_days_between(moved_on, clock.today())
    steps = sorted(next_steps(matter), key=lambda step: step.due_on or date.max)
    turns = [turn_of(person, matter, step) for step in steps]
    return Card(
        reference=matter.reference,
        title=request.title or NO_TITLE,
        href=href_of(matter),
        between=school,
        age=f"{counted(age, 'working day')} at this step" if age else "At this step since today",
        turns=turns[:MOST_TURNS],
        more_turns=counted(len(turns[MOST_TURNS:]), "more step") if turns[MOST_TURNS:] else "",
        late=any(turn.late for turn in turns),
        officer=one.officer.name if one.officer else "",
        watched=one.watched,
        notes=counted(one.notes, "note") if one.notes else "",
    )


def href_of(matter: Matter) -> str:
    folder = "commissions" if isinstance(matter, Commission) else "requests"
    return url_for(f"{folder}.show", reference=matter.reference)


def turn_of(person: Person, matter: Matter, step: NextStep) -> Turn:
    if isinstance(matter, Commission):
        mine = is_turn_in_commission(person, step, matter)
    else:
        mine = is_turn_in_request(person, step, matter)
    due = f"{'Was due' if step.overdue else 'Due'} {date_words(step.due_on)}"
    return Turn(
        sentence=step.own_sentence if mine else step.sentence,
        mine=mine,
        due=due if step.due_on else "",
        late=step.overdue,
    )


@dataclass(frozen=True)
class RemindPage:
    rounds: Sequence[Round]
    # how many messages would leave now
    number: int
    button: str
    # ticked beyond what one round takes
    left_out: int


def remind_page(rounds: Sequence[Round], ticked: Sequence[str]) -> RemindPage:
    left_out = max(0, len(ticked) - MOST_REMINDED)
    number = sum(not reminder.sent for one in rounds for reminder in one.reminders)
    return RemindPage(rounds, number, f"Send {counted(number, 'reminder')}", left_out)


@dataclass(frozen=True)
class Kept:
    """What officers keep about one piece of work, for its own page."""

    reference: str
    officer: str
    watched: bool
    notes: Page[OfficerNote]
    may_assign: bool


def kept_of(person: Person, request: SupportRequest) -> Kept | None:
    """Return it for an officer with no part in it, None for everybody else."""
    if not works_on(person, request):
        return None
    assignment = queries.assignment_of(request)
    officer = assignment.officer if assignment else None
    return Kept(
        reference=request.reference,
        officer=officer.name if officer else "",
        watched=queries.watches(person, request),
        notes=queries.page_of_notes(request, None),
        may_assign=can_assign(person, request),
    )
