"""Lists: of boards' requests, for those who may know of each; and numbers for brokers."""

from __future__ import annotations

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.commissions.facts import RequestKind
from app.commissions.for_boards.answers import IN_CONFIDENCE
from app.commissions.for_boards.facts import needs_in_words
from app.commissions.models import SupportRequest
from app.commissions.queries.request_lists import (
    OPEN,
    RequestQuestion,
    RequestSort,
    focuses_of_requests,
    requests_found,
    requests_page,
)
from app.commissions.routes.request_lists import SORT_WORDS, line_of, plain_words
from app.commissions.statuses import RequestStatus
from app.commissions.voices import BOARD_OFFICERS
from app.commissions.words import REQUEST_WORDS
from app.core import clock
from app.governance.requests import permissions as may
from app.governance.requests.queries import sent_in_a_year
from app.governance.requests.routes.blueprint import blueprint
from app.governance.requests.summary import FEWEST_SHOWN, summary_of
from app.web import access, htmx
from app.web.exports import file_links, list_file, wants_file

HEADER = (
    "Reference",
    "School",
    "URN",
    "Title",
    "About",
    "Part of governance",
    "Asked",
    "Status",
    "Wanted from",
    "Sent",
    "Working days since last step",
    "Officer",
)


@blueprint.get("")
@access.person(may.has_board_requests)
def index() -> ResponseReturnValue:
    person, question = access.current_person(), _question()
    if wants_file():
        found = requests_found(person, question)
        return list_file("board-requests", HEADER, [_row(asked) for asked in found])
    page = requests_page(person, question, request.args.get("page"))
    officer = person.holds(*BOARD_OFFICERS)
    return htmx.render(
        "governance/requests/index.html",
        "governance/requests/_list.html",
        found=page,
        lines=[(line_of(one, person), _about(one)) for one in page.items],
        question=question,
        statuses=REQUEST_WORDS,
        focuses=focuses_of_requests(person, RequestKind.BOARD),
        sorts=SORT_WORDS,
        is_officer=officer,
        may_ask=may.can_ask_for_a_board(person),
        page_url=lambda number: _url(question, page=number if number > 1 else None),
        files=file_links(lambda form: _url(question, format=form)),
    )


def _question() -> RequestQuestion:
    """Read the query string; what means nothing is left out."""
    args = request.args
    status, focus, sort = args.get("status", ""), args.get("focus", ""), args.get("sort", "")
    return RequestQuestion(
        words=plain_words(args.get("q", "")),
        status=status if status in {OPEN, *RequestStatus} else "",
        focus_id=int(focus) if focus.isascii() and focus.isdigit() and len(focus) < 9 else None,
        sort=RequestSort(sort) if sort in set(RequestSort) else RequestSort.WAITING,
        kind=RequestKind.BOARD,
    )


def _url(question: RequestQuestion, **more: Any) -> str:
    asked: dict[str, Any] = {
        "q": question.words or None,
        "status": question.status or None,
        "focus": question.focus_id,
        "sort": None if question.sort is RequestSort.WAITING else question.sort,
    }
    return url_for("governance_requests.index", **(asked | more))


def _about(asked: SupportRequest) -> str:
    need = asked.board_need
    return IN_CONFIDENCE if need is not None and need.in_confidence else "For the board"


def _row(asked: SupportRequest) -> tuple[object, ...]:
    line = line_of(asked, access.current_person())
    return (
        line.reference,
        line.school,
        line.urn,
        line.title,
        "; ".join(needs_in_words(asked.board_need.needs)) if asked.board_need else "",
        line.focus,
        _about(asked),
        line.status,
        asked.wanted_from,
        clock.in_london(asked.submitted_at).date() if asked.submitted_at else None,
        line.waiting,
        line.broker,
    )


@blueprint.get("/summary")
@access.person(may.reads_summary)
def summary() -> ResponseReturnValue:
    """Say how many, and nothing by which a board could be known."""
    return render_template(
        "governance/requests/summary.html",
        summary=summary_of(sent_in_a_year(access.current_person())),
        fewest=FEWEST_SHOWN,
    )
