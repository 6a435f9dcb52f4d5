"""The list of requests, for schools, officers and providers, and as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import Response, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.roles import SCHOOL_ROLES, Role
from app.commissions import permissions as who
from app.commissions.enquiries.page import status_for_provider
from app.commissions.facts import URGENCY_WORDS
from app.commissions.queries.request_lists import (
    FINISHED,
    LONGEST_SEARCH,
    OPEN,
    Broker,
    RequestQuestion,
    RequestSort,
    focuses_of_requests,
    requests_found,
    requests_page,
)
from app.commissions.routes import requests as blueprint
from app.commissions.statuses import RequestStatus
from app.commissions.voices import BOARD_OFFICERS, OFFICERS
from app.commissions.words import REQUEST_TONES, REQUEST_WORDS, request_status_words
from app.core import clock
from app.core.calendar import working_days_between
from app.web import access, htmx
from app.web.exports import file_links, list_file, wants_file

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import SupportRequest

SORT_WORDS = {
    RequestSort.WAITING: "Waiting longest",
    RequestSort.WANTED: "Wanted soonest",
    RequestSort.REFERENCE: "Reference",
}
BROKER_WORDS = {Broker.MINE: "I am the broker", Broker.NOBODY: "Nobody has begun"}
UNNAMED = "A school (name given when matched)"
HEADER = (
    "Reference", "School", "URN", "Title", "Focus", "Status", "How soon", "Wanted from",
    "Sent on", "Last step on", "Working days since last step", "Broker",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A request in a list; what its reader may not know is not in it."""

    reference: str
    title: str
    school: str
    urn: int | None
    focus: str
    status: str
    tone: str
    waiting: int | None
    broker: str
    request: SupportRequest


@blueprint.get("")
@access.signed_in
def index() -> ResponseReturnValue:
    person = access.current_person()
    question = _question()
    if wants_file():
        return _export(person, question)
    found = requests_page(person, question, request.args.get("page"))
    return htmx.render(
        "requests/index.html",
        "requests/_list.html",
        found=found,
        lines=[line_of(asked, person) for asked in found.items],
        question=question,
        statuses=REQUEST_WORDS,
        focuses=focuses_of_requests(person),
        brokers=BROKER_WORDS if person.authorities_as(*OFFICERS) else {},
        sorts=SORT_WORDS,
        many_schools=_reads_many_schools(person),
        may_ask=who.can_ask(person),
        page_url=lambda number: _url(question, page=number if number > 1 else None),
        files=file_links(lambda form: _url(question, format=form)),
    )


def _question() -> RequestQuestion:
    """Read the query string; what means nothing is left out."""
    args = request.args
    status, focus = args.get("status", ""), args.get("focus", "")
    broker, sort = args.get("broker", ""), args.get("sort", "")
    return RequestQuestion(
        words=plain_words(args.get("q", "")),
        status=status if status in {OPEN, *RequestStatus} else "",
        focus_id=int(focus) if focus.isascii() and focus.isdigit() and len(focus) < 9 else None,
        broker=Broker(broker) if broker in set(Broker) else None,
        sort=RequestSort(sort) if sort in set(RequestSort) else RequestSort.WAITING,
    )


def plain_words(typed: str) -> str:
    """Return what was typed into the box of a list, as it is searched for."""
    words = "".join(c if c.isprintable() else " " for c in typed)
    return " ".join(words.split())[:LONGEST_SEARCH]


def _url(question: RequestQuestion, **more: Any) -> str:
    asked: dict[str, Any] = {
        "q": question.words or None,
        "status": question.status or None,
        "focus": question.focus_id,
        "broker": question.broker,
        "sort": None if question.sort is RequestSort.WAITING else question.sort,
    }
    return url_for("requests.index", **(asked | more))


def _reads_many_schools(person: Person) -> bool:
    officer = person.authorities_as(*OFFICERS, *BOARD_OFFICERS, Role.QUALITY_LEAD)
    return bool(officer or person.providers_led()) or len(person.schools_as(SCHOOL_ROLES)) > 1


def line_of(asked: SupportRequest, person: Person) -> Line:
    whole = who.can_see_request(person, asked)
    waits = asked.status not in FINISHED
    today = clock.today()
    last_step = clock.in_london(asked.moved_at).date()
    focus = asked.focus.name if asked.focus else ""
    return Line(
        reference=asked.reference,
        title=(asked.title or "Request without a title") if whole else f"Support with {focus}",
        school=asked.school.name if whole else UNNAMED,
        urn=asked.school_urn if whole else None,
        focus=focus,
        status=request_status_words(asked, person) if whole else status_for_provider(asked, person),
        tone=REQUEST_TONES[asked.status],
        waiting=working_days_between(last_step, today) if waits else None,
        broker=asked.broker.name if whole and asked.broker else "",
        request=asked,
    )


def _export(person: Person, question: RequestQuestion) -> Response:
    rows = []
    for asked in requests_found(person, question):
        line = line_of(asked, person)
        sent = clock.in_london(asked.submitted_at).date() if asked.submitted_at else None
        rows.append(
            (
                line.reference,
                line.school,
                line.urn,
                line.title,
                line.focus,
                line.status,
                URGENCY_WORDS[asked.urgency] if asked.urgency else "",
                asked.wanted_from,
                sent,
                clock.in_london(asked.moved_at).date(),
                line.waiting,
                line.broker,
            )
        )
    return list_file("requests", HEADER, rows)
