"""Conditions of judgements that wait for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.core.waiting import Item, Place
from app.quality.conditions import queries
from app.quality.conditions.permissions import can_look, can_report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.accounts.models import Person
    from app.quality.conditions.models import JudgementCondition


def waiting_for(person: Person) -> Iterator[Item]:
    for condition in queries.open_conditions_of(person):
        if can_report(person, condition):
            yield _item(condition, "report", "Say how the condition of the judgement is met")
        elif can_look(person, condition):
            yield _item(condition, "look", "Look at the condition of the judgement")


def _item(condition: JudgementCondition, act: str, sentence: str) -> Item:
    commission = condition.commission
    return Item(
        title=commission.request.title,
        detail=f"{commission.reference}, {commission.provider.name} at {commission.school.name}",
        href=url_for(f"judgement_condition.{act}", reference=commission.reference),
        sentence=sentence,
        due_on=condition.due_on,
        mine=True,
        place=Place("commissions", url_for("commissions.index")),
    )
