"""What the page of a commission shows of its changes, decided here and drawn by the template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions import permissions as who
from app.commissions.approval_page import CheckRow
from app.commissions.changes.agreed import terms_now
from app.commissions.changes.facts import (
    EARLY_END_WORDS,
    ENDED_BY_WORDS,
    SHORTFALL_WORDS,
    VARIATION_STATUS_WORDS,
    VariationStatus,
)
from app.commissions.changes.pauses import open_pause
from app.commissions.changes.queries import lead_changes_of, moves_of
from app.commissions.changes.words import differences, title_of
from app.core import clock
from app.core.money import pounds
from app.web.filters import date_words, days_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.changes.answers import EarlyEndAnswers
    from app.commissions.models import Commission, EarlyEnd, Pause, Variation


@dataclass(frozen=True)
class Told:
    """One thing that happened, under its own small heading."""

    title: str
    lines: Sequence[str]
    # the version of the agreement that says all of it
    href: str = ""
    status: str = ""


@dataclass(frozen=True)
class Changes:
    """`now` is what holds at present, `past` what is over."""

    now: Sequence[Told]
    past: Sequence[Told]
    early_end: Sequence[CheckRow]


def changes_of(person: Person, commission: Commission) -> Changes:
    """Return what this person may read; the home school reads changes of what it signed alone."""
    proposed = commission.open_variation
    settled = [_change(v) for v in commission.variations if v is not proposed]
    open_now = [_change(proposed)] if proposed else []
    if not who.can_see_delivery(person, commission):
        return Changes(open_now, settled, ())
    standing, ended = open_pause(commission), commission.early_end
    pauses = [_past_pause(pause) for pause in commission.pauses if pause is not standing]
    return Changes(
        now=[*([_standing_pause(standing)] if standing else []), *open_now],
        past=[*settled, *pauses, *_moves(commission), *_leads(commission)],
        early_end=early_end_rows(ended) if ended else (),
    )


def _moves(commission: Commission) -> list[Told]:
    return [
        Told(
            f"Moved to {move.to_school.name} on {date_words(move.moved_on)}",
            [
                f"Until then: {move.from_school.name} (URN {move.from_urn}), which has closed.",
                f"Recorded by {move.moved_by.name}. Its history stays.",
            ],
        )
        for move in moves_of(commission)
    ]


def _leads(commission: Commission) -> list[Told]:
    return [
        Told(
            f"Led by {change.leads.name} from {date_words(change.from_on)}",
            [
                f"{change.left.name} no longer leads it." if change.left else "They lead together.",
                f"Because: {change.reason}",
                f"Recorded by {change.recorded_by.name}.",
            ],
        )
        for change in lead_changes_of(commission)
    ]


def _change(variation: Variation) -> Told:
    number, status = variation.number, VARIATION_STATUS_WORDS[variation.status]
    day = date_words(clock.in_london(variation.created_at).date())
    lines = [one.sentence for one in differences(variation)]
    lines.append(f"Because: {variation.reason}")
    lines.append(f"Proposed by {variation.proposed_by.name} on {day}.")
    if variation.is_open:
        if variation.status is VariationStatus.SIGNED:
            total = pounds(terms_now(variation.commission, variation).total_pence)
            lines.append(f"Waits for an officer who may approve {total} and did not propose it.")
        lines.append("Until it takes effect, the agreement holds as it is.")
    else:
        by = f" ({variation.decided_by.name})" if variation.decided_by else ""
        words = f": {variation.words}" if variation.words else ""
        since = date_words(clock.in_london(variation.moved_at).date())
        lines.append(f"{status}, {since}{by}{words}")
    version = variation.agreement.number
    href = url_for("commissions.version", reference=variation.commission.reference, number=version)
    return Told(f"Change {number}: {_lower(title_of(variation))}", lines, href, status)


def _lower(words: str) -> str:
    return f"{words[0].lower()}{words[1:]}"


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
