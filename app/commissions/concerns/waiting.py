"""Open concerns on the home page: to act on or settle, and for others to do so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.concerns.facts import ConcernStatus
from app.commissions.concerns.permissions import (
    can_resolve,
    can_see_concern,
    handles_concerns,
    handles_somewhere,
)
from app.commissions.concerns.queries import open_concerns_of
from app.core.waiting import Item, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.accounts.models import Person
    from app.commissions.models import Concern


def waiting_for(person: Person) -> Iterator[Item]:
    own = Place("commissions", url_for("commissions.index"))
    place = own
    if handles_somewhere(person):
        place = Place("concerns", url_for("commissions.concerns"))
    for concern in open_concerns_of(person):
        if not can_see_concern(person, concern):
            continue
        commission = concern.commission
        mine = _is_turn(person, concern)
        yield Item(
            title=commission.request.title,
            detail=f"{commission.reference}, {commission.provider.name} at "
            f"{commission.school.name}",
            href=url_for(
                "commissions.concern", reference=commission.reference, concern=concern.reference
            ),
            sentence=_sentence(concern, mine=mine),
            due_on=concern.due_on,
            mine=mine,
            place=place if mine else own,
        )


def _is_turn(person: Person, concern: Concern) -> bool:
    if concern.status is ConcernStatus.ESCALATED:
        return can_resolve(person, concern)
    return handles_concerns(person, concern.commission)


def _sentence(concern: Concern, *, mine: bool) -> str:
    act = {
        ConcernStatus.RAISED: "act on a concern",
        ConcernStatus.ACTED_ON: "settle a concern or escalate it",
    }.get(concern.status, "settle an escalated concern")
    if mine:
        return f"{act[0].upper()}{act[1:]}."
    return f"An officer of the authority needs to {act}."
