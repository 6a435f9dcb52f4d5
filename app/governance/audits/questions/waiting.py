"""Answers of a board to itself that are not recorded yet, on the home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.core.waiting import Item, Place
from app.governance.audits.questions import permissions as who
from app.governance.audits.questions import queries
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.accounts.models import Person


def waiting_for(person: Person) -> Iterator[Item]:
    if not who.writes_somewhere(person):
        return
    for check in queries.drafts_of(person):
        yield Item(
            title=f"Meeting on {date_words(check.held_on)}",
            detail=f"{check.reference}, {check.school.name}",
            href=url_for("audits_questions.show", reference=check.reference),
            sentence="Finish what your board says of itself",
            due_on=None,
            mine=True,
            place=Place("your board’s questions", url_for("audits_questions.index")),
        )
