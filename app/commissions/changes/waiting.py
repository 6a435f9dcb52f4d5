"""Changes on the home page: schools that closed, for officers; follow-up readings, for schools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.approval_permissions import follows_up
from app.commissions.changes.follow_up import follow_up_asked
from app.commissions.changes.queries import of_closed_schools, successors_of, to_follow_up
from app.commissions.permissions import can_acknowledge
from app.core.waiting import Item, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.accounts.models import Person


def waiting_for(person: Person) -> Iterator[Item]:
    place = Place("commissions", url_for("commissions.index"))
    for commission in of_closed_schools(person):
        successors = successors_of(commission.school) if follows_up(person, commission) else []
        if successors:
            names = " or ".join(school.name for school in successors)
            yield Item(
                title=commission.request.title,
                detail=f"{commission.reference}, {commission.school.name}",
                href=url_for("commissions.move_school", reference=commission.reference),
                sentence=f"The school has closed; its successor is {names}. Move the support.",
                due_on=None,
                mine=True,
                place=place,
            )
    for commission in to_follow_up(person):
        asked = follow_up_asked(commission)
        if asked is not None and can_acknowledge(person, commission):
            yield Item(
                title=commission.request.title,
                detail=f"{commission.reference}, {commission.provider.name}",
                href=url_for(
                    "commissions.show", reference=commission.reference, _anchor="progress"
                ),
                sentence=f"Measure again whether it lasts: {asked.words}.",
                due_on=asked.due_on,
                mine=True,
                place=place,
            )
