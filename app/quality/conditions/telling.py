"""Who learns of a condition of a judgement. Subjects say neither who is supported nor why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.queries import holders
from app.accounts.roles import Role
from app.commissions.queries.people import everybody_told
from app.notifications.services import leave_message
from app.quality.conditions import queries
from app.quality.conditions.permissions import can_look, can_report
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.accounts.models import Person
    from app.quality.conditions.models import JudgementCondition


def tell_of_report(condition: JudgementCondition) -> None:
    about = f"judgement condition {condition.id} report {condition.reported_at}"
    words = "a condition of the judgement is reported on"
    _tell(condition, _leads(condition), about, words, "Its page says how. A lead looks at it.")


def tell_of_look(condition: JudgementCondition) -> None:
    met = condition.met_at is not None
    about = f"judgement condition {condition.id} look {condition.since} {met}"
    more = "It is met." if met else f"It is looked at again by {date_words(condition.due_on)}."
    people = [p for p in _concerned(condition) if p is not condition.looked_by]
    _tell(condition, people, about, "a condition of the judgement was looked at", more)


def remind_of_conditions() -> None:
    """Remind, once for each day set, whoever must act; the worker calls it now and then."""
    for condition in queries.overdue_conditions():
        about = f"judgement condition {condition.id} late {condition.due_on}"
        due = f"This was due {date_words(condition.due_on)}."
        sides = [p for p in _concerned(condition) if can_report(p, condition)]
        _tell(condition, sides, about, "late: say how the condition is met", due)
        _tell(condition, _leads(condition), about, "late: look at the condition", due)


def _concerned(condition: JudgementCondition) -> list[Person]:
    return everybody_told(condition.commission)


def _leads(condition: JudgementCondition) -> list[Person]:
    leads = holders(Role.QUALITY_LEAD, authority=condition.commission.authority_code)
    return [person for person in leads if can_look(person, condition)]


def _tell(
    condition: JudgementCondition, people: Iterable[Person], about: str, words: str, more: str
) -> None:
    reference = condition.commission.reference
    for person in people:
        leave_message(
            to=person,
            about=about,
            subject=f"{reference}: {words}",
            body=f"{words[:1].upper()}{words[1:]}. {more}",
            # no url_for: the worker and the demonstration write messages outside a request
            path=f"/commissions/{reference}",
        )
