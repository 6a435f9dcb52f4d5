"""What waits for officers: reviews that are due, and appeals to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.core.waiting import Item, Place
from app.prospectus.designations import queries
from app.prospectus.designations.decisions import day_to_answer
from app.prospectus.designations.facts import CHAMPIONS_OFFICERS
from app.prospectus.designations.permissions import can_answer, can_decide

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from app.accounts.models import Person
    from app.prospectus.models import Designation


def waiting_for(person: Person) -> Iterable[Item]:
    authorities = person.authorities_as(*CHAMPIONS_OFFICERS)
    for designation in queries.reviews_due(authorities):
        if can_decide(person, designation) and designation.review_on is not None:
            yield _item(designation, "Review a designation", designation.review_on)
    for appeal in queries.appeals_waiting(authorities):
        designation = appeal.decision.designation
        if can_answer(person, designation):
            yield _item(designation, "Answer an appeal", day_to_answer(appeal))


def _item(designation: Designation, sentence: str, due_on: date) -> Item:
    href = url_for("designations.index", slug=designation.provider.slug)
    provider = designation.provider.name
    place = Place("designations", url_for("designations.overview"))
    return Item(designation.type.name, provider, href, sentence, due_on, mine=True, place=place)
