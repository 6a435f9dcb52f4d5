"""Checks of providers on the officers' home pages, once an agreement is out for signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.gates.facts import CheckResult
from app.commissions.gates.permissions import can_record_check, can_refuse_supporter
from app.commissions.gates.queries import signing_in_authorities_of
from app.commissions.timings import due
from app.commissions.voices import BOARD_OFFICERS, OFFICERS
from app.core.waiting import Item, Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.accounts.models import Person
    from app.commissions.models import Commission


def waiting_for(person: Person) -> Iterator[Item]:
    if not person.holds(*OFFICERS, *BOARD_OFFICERS):
        return
    place = Place("commissions", url_for("commissions.index"))
    for commission in signing_in_authorities_of(person):
        sentence = _sentence(person, commission)
        if sentence:
            yield Item(
                title=commission.request.title,
                detail=f"{commission.reference}, {commission.provider.name} at "
                f"{commission.school.name}",
                href=url_for("commissions.checks", reference=commission.reference),
                sentence=sentence,
                # before that it keeps nobody waiting
                due_on=_due_on(commission),
                mine=True,
                place=place,
            )


def _due_on(commission: Commission) -> date | None:
    waits = commission.unsigned_parties
    return None if waits else due(commission.moved_at, "approve")


def _sentence(person: Person, commission: Commission) -> str:
    check = commission.newest_check
    if can_refuse_supporter(person, commission):
        return "End what did not pass due diligence."
    unfinished = check is None or check.result is CheckResult.GOING_ON
    if unfinished and can_record_check(person, commission):
        return "Check the provider before approval."
    return ""
