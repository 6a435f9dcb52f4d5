"""Enquiries on the home page: to answer for a provider, to weigh for a school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.enquiries.permissions import can_answer_enquiry, can_weigh_answers
from app.commissions.enquiries.queries import answers_to_weigh, enquiries_to_answer
from app.core.waiting import Item, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.accounts.models import Person


def waiting_for(person: Person) -> Iterator[Item]:
    place = Place("requests", url_for("requests.index"))
    for enquiry in enquiries_to_answer(person):
        request = enquiry.request
        if can_answer_enquiry(person, enquiry):
            focus = request.focus.name if request.focus else "its need"
            yield Item(
                title=f"Support with {focus}",
                detail=f"{request.reference}, for {enquiry.provider.name}",
                href=url_for("requests.show", reference=request.reference),
                sentence="Say whether you can help.",
                due_on=enquiry.due_on,
                mine=True,
                place=place,
            )
    shown: set[int] = set()
    for enquiry in answers_to_weigh(person):
        request = enquiry.request
        if request.id not in shown and can_weigh_answers(person, enquiry):
            shown.add(request.id)
            yield Item(
                title=request.title,
                detail=f"{request.reference}, {request.school.name}",
                href=url_for("requests.answers", reference=request.reference),
                sentence="Read what providers answered.",
                due_on=None,
                mine=True,
                place=place,
            )
