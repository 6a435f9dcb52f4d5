"""What waits for one person, and what waits for others: the heart of the home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.commissions import next_steps
from app.commissions.queries.waiting import live_commissions_of, live_requests_of
from app.core.waiting import Item, Place

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.next_steps import NextStep


def waiting_for(person: Person) -> list[Item]:
    """Return every live step of the requests and commissions that concern this person."""
    items = []
    requests = Place("requests", url_for("requests.index"))
    commissions = Place("commissions", url_for("commissions.index"))
    for request in live_requests_of(person):
        href = url_for("requests.show", reference=request.reference)
        title = request.title or "Request without a title"
        detail = f"{request.reference}, {request.school.name}"
        for step in next_steps.request_next(request):
            mine = next_steps.is_turn_in_request(person, step, request)
            items.append(_item(step, title, detail, href, requests, mine=mine))
    for commission in live_commissions_of(person):
        href = url_for("commissions.show", reference=commission.reference)
        title = commission.request.title
        detail = f"{commission.reference}, {commission.provider.name} at {commission.school.name}"
        for step in next_steps.commission_next(commission):
            mine = next_steps.is_turn_in_commission(person, step, commission)
            items.append(_item(step, title, detail, href, commissions, mine=mine))
    return items


def _item(step: NextStep, title: str, detail: str, href: str, place: Place, *, mine: bool) -> Item:
    sentence = step.own_sentence if mine else step.sentence
    return Item(title, detail, href, sentence, step.due_on, mine, place)
