"""What the page of a commission shows of its changes, decided here and drawn by the template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.approval_page import CheckRow
from app.commissions.changes.facts import EARLY_END_WORDS, ENDED_BY_WORDS, SHORTFALL_WORDS
from app.commissions.changes.pauses import open_pause
from app.web.filters import date_words, days_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.changes.answers import EarlyEndAnswers
    from app.commissions.models import Commission, EarlyEnd, Pause


@dataclass(frozen=True)
class Told:
    """One thing that happened, under its own small heading."""

    title: str
    lines: Sequence[str]


@dataclass(frozen=True)
class Changes:
    """`now` is what holds at present, `past` what is over."""

    now: Sequence[Told]
    past: Sequence[Told]
    early_end: Sequence[CheckRow]


def changes_of(person: Person, commission: Commission) -> Changes:
    """Return what this person may read; the home school reads the status and no reasons."""
    if not who.can_see_delivery(person, commission):
        return Changes((), (), ())
    standing, ended = open_pause(commission), commission.early_end
    return Changes(
        now=[_standing_pause(standing)] if standing else [],
        past=[_past_pause(pause) for pause in commission.pauses if pause is not standing],
        early_end=early_end_rows(ended) if ended else (),
    )


def _standing_pause(pause: Pause) -> Told:
    found = [f"At the last look: {pause.finding}"] if pause.finding else []
    return Told(
        f"Paused since {date_words(pause.paused_on)}",
        [pause.reason, *found, f"An officer looks at it again on {date_words(pause.review_on)}."],
    )


def _past_pause(pause: Pause) -> Told:
    found = [f"At its end: {pause.finding}"] if pause.finding else []
    return Told(
        f"Paused from {date_words(pause.paused_on)} to {date_words(pause.over_on)}",
        [pause.reason, *found],
    )


def early_end_rows(ended: EarlyEnd) -> list[CheckRow]:
    by = f"{ENDED_BY_WORDS[ended.ended_by]}, {date_words(ended.ended_on)} ({ended.person.name})"
    rows = [
        CheckRow("Ended by", f"{by[0].upper()}{by[1:]}"),
        CheckRow("Why", f"{EARLY_END_WORDS[ended.reason]}. {ended.words}"),
        CheckRow("Something did not work as agreed", SHORTFALL_WORDS[ended.shortfall]),
        CheckRow("What did not work", ended.what_did_not_work),
        CheckRow("What was done", ended.done),
        CheckRow("What remains", ended.remains),
        CheckRow("Who takes it over", ended.takes_over),
    ]
    return [row for row in rows if row.value]


def check_rows(commission: Commission, answers: EarlyEndAnswers) -> list[CheckRow]:
    """Return what will be recorded when the support is ended early."""
    released = commission.days - answers.days_used
    rows = [
        CheckRow("Why", f"{EARLY_END_WORDS[answers.reason]}. {answers.words}"),
        CheckRow("Something did not work as agreed", SHORTFALL_WORDS[answers.shortfall]),
        CheckRow("What did not work", answers.what_did_not_work),
        CheckRow("What was done", answers.done),
        CheckRow("What remains", answers.remains),
        CheckRow("Who takes it over", answers.takes_over),
        CheckRow("Days used", f"{days_words(answers.days_used)}; {days_words(released)} are freed"),
        CheckRow("Why the days differ", answers.days_note),
    ]
    return [row for row in rows if row.value]
