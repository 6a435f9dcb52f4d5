"""Across reviews: the list, what is late, and how promptly reviews lead to plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.governance.reviews import overview
from app.governance.reviews import permissions as who
from app.governance.reviews.facts import KIND_WORDS, STATUS_WORDS, BoardReviewStatus, ReviewKind
from app.governance.reviews.listed import HEADER, export_row, list_row
from app.governance.reviews.queries import ReviewSearch, page_of_reviews
from app.governance.reviews.routes.blueprint import blueprint
from app.web import access
from app.web.access import current_person
from app.web.exports import file_links, list_file, page_asked, wants_file
from app.web.fields import tidy

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_WORDS = 100


def _search() -> ReviewSearch:
    kind, status = request.args.get("kind", ""), request.args.get("status", "")
    return ReviewSearch(
        words=(tidy(request.args.get("q", "")) or "")[:MOST_WORDS],
        kind=ReviewKind(kind) if kind in set(ReviewKind) else None,
        status=BoardReviewStatus(status) if status in set(BoardReviewStatus) else None,
        by_school=request.args.get("sort") == "school",
    )


def _asked(search: ReviewSearch) -> Mapping[str, Any]:
    return {
        "q": search.words or None,
        "kind": search.kind,
        "status": search.status,
        "sort": "school" if search.by_school else None,
    }


@blueprint.get("")
@access.person(who.has_business, hidden=True)
def index() -> ResponseReturnValue:
    person, search = current_person(), _search()
    page = page_of_reviews(person, search, page_asked())
    if wants_file():
        rows = (export_row(person, review) for review in page.items)
        return list_file("reviews-of-governance", HEADER, rows)
    asked = _asked(search)
    return render_template(
        "governance/reviews/index.html",
        page=page,
        rows=[list_row(person, review) for review in page.items],
        search=search,
        kinds=KIND_WORDS,
        statuses=STATUS_WORDS,
        across=who.looks_across(person),
        may_ask=who.can_ask(person),
        files=file_links(lambda form: url_for(".index", **asked, format=form)),
        page_url=lambda n: url_for(".index", **asked, page=None if n == 1 else n),
    )


@blueprint.get("/overdue")
@access.person(who.looks_across, hidden=True)
def overdue() -> ResponseReturnValue:
    page = overview.overdue_page(current_person(), page_asked())
    if wants_file():
        rows = ([row.school, row.what, row.owner, row.on, row.days] for row in page.items)
        return list_file("late-in-reviews-of-governance", overview.OVERDUE_HEADER, rows)
    return render_template(
        "governance/reviews/overdue.html",
        page=page,
        files=file_links(lambda form: url_for(".overdue", format=form)),
        page_url=lambda n: url_for(".overdue", page=None if n == 1 else n),
    )


@blueprint.get("/promptness")
@access.person(who.sees_promptness, hidden=True)
def promptness() -> ResponseReturnValue:
    person = current_person()
    view = overview.promptness_view(person, request.args.get("year", ""), page_asked())
    if wants_file():
        return list_file("promptness-of-reviews", *view.file)
    year = view.year or None
    return render_template(
        "governance/reviews/promptness.html",
        view=view,
        files=file_links(lambda form: url_for(".promptness", year=year, format=form)),
        page_url=lambda n: url_for(".promptness", year=year, page=None if n == 1 else n),
    )
