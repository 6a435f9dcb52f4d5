"""Open complaints on the home page: of those who deal with them, and of whoever complained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.concerns.permissions import handles_somewhere
from app.core.waiting import Item, Place
from app.quality.complaints import permissions as who
from app.quality.complaints.facts import TURN_WORDS, ComplaintStatus
from app.quality.complaints.queries import open_complaints_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.accounts.models import Person


def waiting_for(person: Person) -> Iterator[Item]:
    place = Place("commissions", url_for("commissions.index"))
    if handles_somewhere(person):
        place = Place("complaints", url_for("complaints.index"))
    for complaint in open_complaints_of(person):
        if not who.can_read_all(person, complaint):
            continue
        commission, act = complaint.commission, TURN_WORDS[complaint.status]
        mine, name = who.can_handle(person, complaint), "An officer of the authority"
        investigator = complaint.investigator
        if investigator is not None and who.can_investigate(investigator, complaint):
            mine, name = investigator is person, investigator.name
        elif investigator is not None:
            # they left, or an interest came up
            act = TURN_WORDS[ComplaintStatus.ACKNOWLEDGED]
        yield Item(
            title=f"Complaint {complaint.reference}",
            detail=f"{commission.reference}, {commission.provider.name} at "
            f"{commission.school.name}",
            href=url_for("complaints.show", complaint=complaint.reference),
            sentence=f"{act[0].upper()}{act[1:]}." if mine else f"{name} needs to {act}.",
            due_on=complaint.due_on,
            mine=mine,
            place=place,
        )
