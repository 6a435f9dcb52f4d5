"""How calls and applications stand in lists and files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.core import clock
from app.governance.champions import permissions as who
from app.governance.champions.facts import (
    CALL_ACT_WORDS,
    CALL_TONES,
    CALL_WORDS,
    STATUS_TONES,
    STATUS_WORDS,
    CallAct,
)
from app.governance.champions.lifecycle import CALL_LIFECYCLE
from app.governance.champions.standing import due_on
from app.governance.strands import strands
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.accounts.models import Person
    from app.governance.champions.models import Application, Call

BLUEPRINT = "governance_champions"
CALL_HEADER = ("Call", "Status", "Opens on", "Last day to apply", "Sought")
APPLICATION_HEADER = ("Application", "Applicant", "Status", "Sent on", "Next step due")
CHAMPION_HEADER = ("Champion", "Status", "Term ends", "Next review", "Days a year", "Strands")


@dataclass(frozen=True)
class ActLink:
    words: str
    href: str
    forward: bool = True


@dataclass(frozen=True)
class CallRow:
    reference: str
    title: str
    href: str
    status: str
    tone: str
    opens: str
    closes: str


@dataclass(frozen=True)
class Row:
    """An application in a list."""

    title: str
    href: str
    status: str
    tone: str
    due: str
    term: str
    strands: str


def call_row(call: Call) -> CallRow:
    return CallRow(
        call.reference,
        call.title,
        url_for(f"{BLUEPRINT}.show_call", reference=call.reference),
        CALL_WORDS[call.status],
        CALL_TONES[call.status],
        date_words(call.opens_on),
        date_words(call.closes_on),
    )


def call_cells(call: Call) -> list[object]:
    status = CALL_WORDS[call.status]
    return [call.title, status, call.opens_on, call.closes_on, call.places]


def call_acts(person: Person | None, call: Call) -> list[ActLink]:
    acts = []
    if person is not None and who.can_write_call(person, call):
        for act in CALL_LIFECYCLE.open_acts(person, call):
            href = url_for(f"{BLUEPRINT}.call_act", reference=call.reference, act=act.value)
            acts.append(ActLink(CALL_ACT_WORDS[act], href, act is not CallAct.CLOSE))
        if call.status.value == "draft":
            href = url_for(f"{BLUEPRINT}.edit_call", reference=call.reference)
            acts.append(ActLink("Change the call", href, forward=False))
    return acts


def rows_of(applications: Iterable[Application]) -> list[Row]:
    names = names_of_strands()
    return [_row(application, names) for application in applications]


def _row(application: Application, names: Mapping[str, str]) -> Row:
    designation = application.designation
    return Row(
        application.person.name,
        url_of(application),
        STATUS_WORDS[application.status],
        STATUS_TONES[application.status],
        date_words(due_on(application)),
        date_words(designation.ends_on) if designation else "",
        _in_words(application.strands, names),
    )


def application_cells(application: Application) -> list[object]:
    sent = application.submitted_at
    return [
        application.reference,
        application.person.name,
        STATUS_WORDS[application.status],
        clock.in_london(sent).date() if sent else None,
        due_on(application),
    ]


def champion_cells(applications: Iterable[Application]) -> list[list[object]]:
    names = names_of_strands()
    return [_champion(application, names) for application in applications]


def _champion(application: Application, names: Mapping[str, str]) -> list[object]:
    designation = application.designation
    return [
        application.person.name,
        STATUS_WORDS[application.status],
        designation.ends_on if designation else None,
        application.review_on,
        application.days,
        _in_words(application.strands, names),
    ]


def url_of(application: Application, endpoint: str = "show", question: str | None = None) -> str:
    name = f"{BLUEPRINT}.{endpoint}"
    return url_for(name, reference=application.reference, question=question)


def names_of_strands() -> dict[str, str]:
    """Return the name of each strand by its code, in their order."""
    return {area.code: area.name for area in strands()}


def strand_names(codes: Sequence[str]) -> list[str]:
    return [name for code, name in names_of_strands().items() if code in codes]


def _in_words(codes: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(name for code, name in names.items() if code in codes)
