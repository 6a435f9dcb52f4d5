"""What must hold before an agreement is changed: each rule says what is missing, by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.changes.agreed import start_now, target_now, terms_now
from app.commissions.delivery_answers import days_noted, has_one_place
from app.commissions.facts import PARTY_WORDS, Direction
from app.commissions.offers import MOST_YEARS
from app.commissions.requirements import interest_answered
from app.commissions.reviews.due import overdue_reviews
from app.commissions.reviews.facts import KIND_WORDS
from app.core import clock
from app.core.calendar import financial_years
from app.web.filters import date_words, days_words

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from app.accounts.models import Person
    from app.commissions.changes.agreed import AgreedStart, AgreedTarget, AgreedTerms
    from app.commissions.models import Commission, Objective, Variation

NOTHING_CHANGES = "Change something, or go back"


def all_signed(_person: Person, variation: Variation) -> list[str]:
    return [f"Waiting for {PARTY_WORDS[p]} to sign." for p in variation.unsigned_parties]


def ready_to_decide(person: Person, variation: Variation) -> list[str]:
    return interest_answered(person, variation.commission)


def reviews_held(commission: Commission) -> list[str]:
    """Nobody extends what should have been reviewed by now and was not."""
    return [
        f"Hold and record the {KIND_WORDS[review.kind].lower()} first: "
        f"it was due on {date_words(review.due_on)}"
        for review in overdue_reviews(commission)
    ]


PAID_LATER = "A funder pays in a financial year after this day. The broker can change that with it"


def terms_faults(commission: Commission, terms: AgreedTerms) -> dict[str, str]:
    now, faults = terms_now(commission), dict(terms.money.faults)
    if terms == now:
        return {"ends_on": NOTHING_CHANGES}
    noted = days_noted(commission)
    if not has_one_place(terms.days) or terms.days <= 0:
        faults["days"] = "Enter the number of days, from half a day"
    elif terms.days < noted:
        faults["days"] = f"Enter {days_words(noted)} or more: so many are used already"
    if terms.ends_on != now.ends_on:
        faults |= _end_faults(commission, terms.ends_on)
    years = financial_years(commission.starts_on, max(terms.ends_on, commission.starts_on))
    if any(one.year is not None and one.year not in years for one in terms.funders):
        faults.setdefault("ends_on", PAID_LATER)
    return faults


def _end_faults(commission: Commission, ends_on: date) -> dict[str, str]:
    if ends_on < max(clock.today(), commission.starts_on):
        return {"ends_on": "Enter a last day from today on"}
    if ends_on.year - commission.starts_on.year > MOST_YEARS:
        return {"ends_on": "Enter a last day within two years of the start"}
    if ends_on > commission.ends_on and (missing := reviews_held(commission)):
        return {"ends_on": missing[0]}
    return {}


def days_free_faults(more: Decimal, left: Decimal | None) -> dict[str, str]:
    """Return why the provider cannot give so many `more` days; `left` is None if it gave none."""
    if more <= 0 or (left is not None and more <= left):
        return {}
    have = days_words(left) if left else "no days"
    return {"days": f"The provider has {have} left in that year, and {days_words(more)} are needed"}


def target_faults(objective: Objective, target: AgreedTarget) -> dict[str, str]:
    start, now = start_now(objective), target_now(objective)
    if now is None or start is None or target == now:
        return {"value": NOTHING_CHANGES}
    faults = _per_cent(objective, target.value)
    if target.due_on < clock.today() and target.due_on != now.due_on:
        faults["due_on"] = "Enter a day from today on"
    elif target.due_on <= start.taken_on:
        faults["due_on"] = "The target must be later than the starting point"
    if not _is_better(objective, target.value, start.value):
        faults["value"] = f"The target must be {_better(objective)} than the starting point"
    return faults


def start_faults(objective: Objective, start: AgreedStart) -> dict[str, str]:
    target, now = target_now(objective), start_now(objective)
    if now is None or target is None or start == now:
        return {"value": NOTHING_CHANGES}
    faults = _per_cent(objective, start.value)
    if start.taken_on > clock.today():
        faults["taken_on"] = "Enter the day it was measured: a day up to today"
    elif start.taken_on >= target.due_on:
        faults["taken_on"] = "The starting point must be earlier than the target"
    if not _is_better(objective, target.value, start.value):
        better = _better(objective)
        faults["value"] = f"The target must stay {better} than the starting point. Change it first"
    return faults


def _per_cent(objective: Objective, value: Decimal) -> dict[str, str]:
    if objective.unit == "%" and not 0 <= value <= 100:  # per cent
        return {"value": "Enter a percentage from 0 to 100"}
    return {}


def _is_better(objective: Objective, value: Decimal, than: Decimal) -> bool:
    return value < than if objective.direction is Direction.LOWER else value > than


def _better(objective: Objective) -> str:
    return "lower" if objective.direction is Direction.LOWER else "higher"
