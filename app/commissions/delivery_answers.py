"""What is wrong with an answer about delivery: read by the services and by the forms."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NotRequired, TypedDict

from app.commissions.changes.agreed import start_now
from app.commissions.changes.follow_up import closed_on
from app.commissions.changes.pauses import pause_on
from app.commissions.facts import VisitMode
from app.commissions.visits.facts import VisitStatus
from app.core import clock
from app.core.measure_words import value_words
from app.web.filters import date_words

if TYPE_CHECKING:
    from app.commissions.models import Commission, Objective

# a note may sum up a visit of several days
MOST_HOURS = 40
MOST_VALUE = Decimal(1_000_000)
MOST_SHORT = 200
WHOLE = 100  # per cent


class VisitFacts(TypedDict):
    """What a visit note says. Hours are of the visit, days are of those that were agreed."""

    held_on: date
    hours: Decimal
    days_used: Decimal
    mode: VisitMode
    roles_seen: str
    objective_ids: list[int]
    activity: str
    progress: str
    next_steps: str
    evidence: NotRequired[str]
    next_visit_on: NotRequired[date | None]
    concerns: NotRequired[str]


def days_noted(commission: Commission) -> Decimal:
    """Return the days that the visit notes add up to."""
    return sum((note.days_used for note in commission.visit_notes), Decimal(0))


def days_left(commission: Commission) -> Decimal:
    return commission.days - days_noted(commission)


def start_faults(commission: Commission, start_meeting_on: date) -> dict[str, str]:
    """Return what is wrong with the answers, by the name of the answer."""
    if start_meeting_on > clock.today():
        return {"start_meeting_on": "The start meeting must be today or in the past."}
    approved = commission.approved_at
    if approved is not None and start_meeting_on < clock.in_london(approved).date():
        return {"start_meeting_on": "The start meeting must be on or after the day of approval."}
    return {}


def visit_faults(commission: Commission, facts: VisitFacts) -> dict[str, str]:
    """Return what is wrong with the answers, by the name of the answer."""
    own = {objective.id for objective in commission.objectives}
    faults = _faults_of_amounts(commission, facts) | _faults_of_days(commission, facts)
    if not facts["objective_ids"] or not set(facts["objective_ids"]) <= own:
        faults["objective_ids"] = "Choose the objectives that the visit worked on."
    given = {
        "roles_seen": (facts["roles_seen"], "Say whom you worked with, by role."),
        "activity": (facts["activity"], "Say what you did."),
        "progress": (facts["progress"], "Say what progress you saw."),
        "next_steps": (facts["next_steps"], "Say what happens next, who does it and by when."),
    }
    faults.update({name: words for name, (text, words) in given.items() if not text.strip()})
    if len(facts["roles_seen"]) > MOST_SHORT:
        faults["roles_seen"] = f"Shorten this to {MOST_SHORT} characters or fewer."
    return faults


def unbooked_faults(commission: Commission, held_on: date) -> dict[str, str]:
    """Return what is wrong with a note of no booking, where one of that day waits for its own."""
    if any(v.status is VisitStatus.BOOKED and v.day == held_on for v in commission.visits):
        return {"held_on": "A visit is booked for that day. Write the note from its own page."}
    return {}


def _faults_of_amounts(commission: Commission, facts: VisitFacts) -> dict[str, str]:
    faults = {}
    if not has_one_place(facts["hours"]) or not 0 < facts["hours"] <= MOST_HOURS:
        faults["hours"] = f"Enter the hours of the visit, from 0.5 to {MOST_HOURS}, like 5 or 5.5."
    left = days_left(commission)
    if not has_one_place(facts["days_used"]) or facts["days_used"] < 0:
        faults["days_used"] = "Enter the days used as a number from 0, like 1 or 0.5."
    elif facts["days_used"] > left:
        faults["days_used"] = f"Only {value_words(left, '')} of the agreed days are left."
    return faults


def _faults_of_days(commission: Commission, facts: VisitFacts) -> dict[str, str]:
    faults = {}
    held_on, next_on = facts["held_on"], facts.get("next_visit_on")
    first = commission.start_meeting_on
    if held_on > clock.today():
        faults["held_on"] = "A visit can be written up once it was held: enter a day up to today."
    elif first is not None and held_on < first:
        faults["held_on"] = "The visit cannot be earlier than the start meeting."
    elif (pause := pause_on(commission, held_on)) is not None:
        until = f" to {date_words(pause.over_on)}" if pause.over_on else ""
        paused = f"The support was paused from {date_words(pause.paused_on)}{until}."
        faults["held_on"] = f"{paused} Enter a day on which it was under way."
    if next_on is not None and next_on <= held_on:
        faults["next_visit_on"] = "The next visit must be later than this one."
    return faults


def measurement_faults(
    objective: Objective, *, value: Decimal, taken_on: date, cohort_size: int | None = None
) -> dict[str, str]:
    """Return what is wrong with the answers, by the name of the answer."""
    faults = {}
    begun = start_now(objective)
    if taken_on > clock.today():
        faults["taken_on"] = "A reading can be recorded once it was taken: enter a day up to today."
    elif begun is not None and taken_on < begun.taken_on:
        faults["taken_on"] = "The reading cannot be earlier than the starting point."
    elif (closed := closed_on(objective.commission)) is not None and taken_on <= closed:
        faults["taken_on"] = f"Enter a day after the support was closed on {date_words(closed)}."
    per_cent = objective.unit == "%"
    if per_cent and not (value.is_finite() and 0 <= value <= WHOLE):
        faults["value"] = "Enter a percentage from 0 to 100."
    elif not (value.is_finite() and abs(value) <= MOST_VALUE):
        faults["value"] = f"Enter a number up to {MOST_VALUE:,}."
    if cohort_size is not None and not 0 < cohort_size <= MOST_VALUE:
        faults["cohort_size"] = "Enter the size of the group as a whole number from 1."
    return faults


def end_faults(commission: Commission, *, days_used: Decimal, note: str) -> dict[str, str]:
    """Return what is wrong with the answers, by the name of the answer."""
    agreed = value_words(commission.days, "days")
    if not has_one_place(days_used) or not 0 <= days_used <= commission.days:
        return {"days_used": f"Enter the days used, from 0 to the {agreed} agreed."}
    as_noted = days_used == days_noted(commission)
    if (days_used != commission.days or not as_noted) and not note.strip():
        return {"note": "Say why the days differ from those agreed or noted."}
    return {}


def has_one_place(number: Decimal) -> bool:
    return number.is_finite() and number * 10 == (number * 10).to_integral_value()
