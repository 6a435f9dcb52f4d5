"""Whose turn it is to judge: a first lead, a second where it was sampled, then a moderator.

Pure rules. What was judged belongs to `app.quality`; here only who did is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission


def awaits_second(commission: Commission) -> bool:
    return commission.first_judge_id is not None and commission.second_judge_id is None


def awaits_moderation(commission: Commission) -> bool:
    return commission.second_judge_id is not None


def is_judge_of(person: Person, commission: Commission) -> bool:
    return person.id in (commission.first_judge_id, commission.second_judge_id)


def can_judge(person: Person, commission: Commission) -> bool:
    """Judge it first or, if somebody else did, a second time; not once two have."""
    return (
        who.assures_quality(person, commission)
        and not awaits_moderation(commission)
        and not is_judge_of(person, commission)
    )


def can_return(person: Person, commission: Commission) -> bool:
    """Only before anybody judged it: both judges must have seen the same evidence."""
    return can_judge(person, commission) and not awaits_second(commission)


def can_moderate(person: Person, commission: Commission) -> bool:
    """A third lead, or either judge after a meeting of both."""
    return awaits_moderation(commission) and who.assures_quality(person, commission)


def has_turn(person: Person, commission: Commission) -> bool:
    return can_judge(person, commission) or can_moderate(person, commission)
