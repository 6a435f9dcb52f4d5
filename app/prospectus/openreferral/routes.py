"""Addresses of the open data. Everybody may read; nothing here can be written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NoReturn, TypeVar

from flask import Blueprint, Response, abort, jsonify, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from app.core import clock
from app.prospectus.changes import public_changes
from app.prospectus.openreferral import mapping, parameters, queries
from app.prospectus.openreferral.mapping import Json
from app.prospectus.openreferral.parameters import Asked, BadParameterError
from app.search.engine import SearchUnavailableError
from app.web import access

T = TypeVar("T")
blueprint = Blueprint("openreferral", __name__, url_prefix="/openreferral")

ABOUT = {
    "version": "HSDS-UK-3.0",
    "profile": "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md",
    "openapi_url": "https://docs.openreferraluk.org/en/latest/openapi30.json",
}


@blueprint.get("/")
@access.public
def about() -> ResponseReturnValue:
    return jsonify(ABOUT)


@blueprint.get("/services")
@access.public
def services() -> ResponseReturnValue:
    asked = parameters.read(request.args, parameters.SERVICES)
    found = queries.matching(asked)
    if asked.minimal:
        moments = public_changes()
        rows = [
            mapping.minimal_service(one.service_id, moments[one.id])
            for one in found
            if one.id in moments
        ]
        return jsonify(_wrapped(rows, Asked(per_page=max(1, len(rows))), len(rows)))
    today = clock.today()
    say = mapping.full_service if asked.full else mapping.service
    entries = queries.entries(_slice(found, asked))
    return jsonify(_wrapped([say(entry, today) for entry in entries], asked, len(found)))


@blueprint.get("/services/<name>")
@access.public
def service(name: str) -> ResponseReturnValue:
    entry = queries.entry_where(lambda one: one.service_id == name.lower())
    return jsonify(mapping.full_service(_there(entry), clock.today()))


@blueprint.get("/service_at_locations")
@access.public
def service_at_locations() -> ResponseReturnValue:
    asked = parameters.read(request.args, parameters.LOCATIONS)
    found = [one for one in queries.matching(asked) if one.host_urn is not None]
    today = clock.today()
    rows = [
        mapping.service_at_location(entry, today, full=asked.full)
        for entry in queries.entries(_slice(found, asked))
    ]
    return jsonify(_wrapped(rows, asked, len(found)))


@blueprint.get("/service_at_locations/<name>")
@access.public
def service_at_location(name: str) -> ResponseReturnValue:
    entry = queries.entry_where(lambda one: one.service_at_location_id == name.lower())
    return jsonify(mapping.service_at_location(_there(entry), clock.today(), full=True))


@blueprint.get("/taxonomies")
@access.public
def taxonomies() -> ResponseReturnValue:
    asked = parameters.read(request.args, parameters.PAGING)
    return _page_of(mapping.taxonomy_json, queries.all_taxonomies(), asked)


@blueprint.get("/taxonomies/<name>")
@access.public
def taxonomy(name: str) -> ResponseReturnValue:
    found = [one for one in queries.all_taxonomies() if one.id == name.lower()]
    return jsonify(mapping.taxonomy_json(_there(next(iter(found), None))))


@blueprint.get("/taxonomy_terms")
@access.public
def taxonomy_terms() -> ResponseReturnValue:
    asked = parameters.read(request.args, parameters.TERMS)
    known = queries.all_taxonomies()
    if asked.taxonomy is not None:
        known = [queries.the_taxonomy(known, asked.taxonomy)]
    return _page_of(mapping.term_json, [term for one in known for term in one.terms], asked)


@blueprint.get("/taxonomy_terms/<name>")
@access.public
def taxonomy_term(name: str) -> ResponseReturnValue:
    terms = [term for one in queries.all_taxonomies() for term in one.terms]
    found = [term for term in terms if term.id == name.lower()]
    return jsonify(mapping.term_json(_there(next(iter(found), None))))


@blueprint.get("/<path:_rest>")
@access.public
def nothing(_rest: str) -> NoReturn:
    """Answer a wrong address in the language of whoever asks here."""
    abort(404)


@blueprint.after_request
def share(response: Response) -> Response:
    """Let pages of other sites read it, and caches keep it for a while."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    if response.status_code == 200:
        response.cache_control.public = True
        response.cache_control.max_age = 300
        response.add_etag()
        response.make_conditional(request)
    return response


@blueprint.errorhandler(HTTPException)
def refused(error: HTTPException) -> ResponseReturnValue:
    if error.code == 404:
        return jsonify(error="Nothing is published under this address."), 404
    return jsonify(error=error.description), error.code or 500


@blueprint.errorhandler(BadParameterError)
def misread(error: BadParameterError) -> ResponseReturnValue:
    return jsonify(error=str(error)), 400


@blueprint.errorhandler(SearchUnavailableError)
def unavailable(_error: SearchUnavailableError) -> ResponseReturnValue:
    message = "The search is not working just now. Ask again in a minute."
    return jsonify(error=message), 503, {"Retry-After": "60"}


def _there(thing: T | None) -> T:
    if thing is None:
        abort(404)
    return thing


def _slice(items: Sequence[T], asked: Asked) -> Sequence[T]:
    return items[(asked.page - 1) * asked.per_page : asked.page * asked.per_page]


def _page_of(say: Callable[[T], Json], items: Sequence[T], asked: Asked) -> ResponseReturnValue:
    rows = [say(item) for item in _slice(items, asked)]
    return jsonify(_wrapped(rows, asked, len(items)))


def _wrapped(rows: list[Json], asked: Asked, total: int) -> Json:
    """Return the profile's page around the rows; a page after the last is empty."""
    pages = -(-total // asked.per_page)
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": asked.page,
        "size": len(rows),
        "first_page": asked.page == 1,
        "last_page": asked.page >= pages,
        "empty": not rows,
        "contents": rows,
    }
