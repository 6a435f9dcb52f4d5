"""Commissions as lists: everybody's own, the officers' whole list, and what waits for approval."""

from typing import Any

from flask import render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from app.commissions import lists
from app.commissions.next_steps import ACTOR_WORDS, Actor
from app.commissions.queries import commissions as queries
from app.commissions.queries.commissions import LONGEST_SEARCH, CommissionSearch, Sort
from app.commissions.routes import commissions
from app.commissions.statuses import CommissionStatus
from app.commissions.voices import BOARD_OFFICERS, OFFICERS
from app.commissions.words import COMMISSION_WORDS
from app.web import access
from app.web.access import current_person
from app.web.exports import file_links, list_file, wants_file
from app.web.fields import tidy

SORT_WORDS = {
    Sort.OLDEST_STEP: "Longest since the last step",
    Sort.NEWEST_STEP: "Latest step first",
    Sort.START: "Start date",
    Sort.SCHOOL: "School",
    Sort.VALUE: "Largest amount first",
}
TURNS = (
    Actor.SCHOOL,
    Actor.HEAD,
    Actor.PROVIDER,
    Actor.HOST,
    Actor.BROKER,
    Actor.APPROVER,
    Actor.OFFICER,
    Actor.QUALITY,
)


@commissions.get("")
@access.signed_in
def index() -> ResponseReturnValue:
    person, search = current_person(), _search_from_url()
    if wants_file():
        found = queries.all_commissions(person, search)
        return list_file("commissions", lists.HEADER, [lists.export_row(c) for c in found])
    page = queries.page_of_commissions(person, search, request.args.get("page"))
    return render_template(
        "commissions/index.html",
        search=search,
        page=page,
        rows=[lists.row_of(person, commission) for commission in page.items],
        asked=search != CommissionSearch(sort=search.sort),
        statuses=COMMISSION_WORDS,
        turns={actor: ACTOR_WORDS[actor] for actor in TURNS},
        sorts=SORT_WORDS,
        is_officer=person.holds(*OFFICERS, *BOARD_OFFICERS),
        page_url=lambda number: _url_of(search, page=None if number == 1 else number),
        files=file_links(lambda form: _url_of(search, format=form)),
    )


@access.person(lambda person: person.holds(*OFFICERS, *BOARD_OFFICERS))
def approvals() -> ResponseReturnValue:
    person = current_person()
    found = queries.signed_and_waiting(person)
    waiting = lists.approvals(person, found, queries.officers_by_authority(person))
    if wants_file():
        return list_file("approvals", lists.APPROVALS_HEADER, lists.approvals_rows(waiting))
    return render_template(
        "commissions/approvals.html",
        lists=waiting,
        files=file_links(lambda form: url_for("commissions.approvals", format=form)),
    )


@commissions.record
def _add_approvals(state: BlueprintSetupState) -> None:
    """Approvals have an address of their own, outside /commissions."""
    state.app.add_url_rule("/approvals", "commissions.approvals", approvals)


def _search_from_url() -> CommissionSearch:
    """Read the query string; what means nothing is left out."""
    args = request.args
    turn, sort = args.get("turn", ""), args.get("sort", "")
    return CommissionSearch(
        words=" ".join((tidy(args.get("q")) or "").split())[:LONGEST_SEARCH],
        statuses=tuple(
            CommissionStatus(name) for name in args.getlist("status") if name in COMMISSION_WORDS
        ),
        turn=Actor(turn) if turn in TURNS else None,
        sort=Sort(sort) if sort in set(Sort) else Sort.OLDEST_STEP,
    )


def _url_of(search: CommissionSearch, **more: Any) -> str:
    return url_for(
        "commissions.index",
        q=search.words or None,
        status=[status.value for status in search.statuses],
        turn=search.turn.value if search.turn else None,
        sort=None if search.sort is Sort.OLDEST_STEP else search.sort.value,
        **more,
    )
