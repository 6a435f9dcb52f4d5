"""The search and the feed of what is new."""

from __future__ import annotations

from flask import Response, current_app, request
from flask.typing import ResponseReturnValue

from app.prospectus import feed as atom_feed
from app.prospectus import take_away
from app.prospectus.freshness import STALE_LAST_EXPLANATION
from app.prospectus.permissions import may_ask_for_support
from app.prospectus.question import Question
from app.prospectus.reader import reader_of
from app.prospectus.routes import blueprint
from app.prospectus.search_page import search_page
from app.prospectus.shortlist.queries import readers_shortlist
from app.search import unfound
from app.search.query import TIE_BREAK_EXPLANATION
from app.web import access, htmx


@blueprint.get("/prospectus")
@access.public
def search() -> ResponseReturnValue:
    question, reader = Question.from_address(request.args), reader_of(access.current_person())
    if (form := request.args.get("format", "")) in take_away.FORMS:
        return take_away.take_away(question, form, reader)
    found = search_page(question, reader)
    if found.question.words and found.fits_badly:
        unfound.note(unfound.spool_of(current_app.config), found.question.words)
    html = htmx.render(
        "prospectus/search.html",
        "prospectus/_results.html",
        found=found,
        tie_break=f"{STALE_LAST_EXPLANATION} {TIE_BREAK_EXPLANATION}",
        links=take_away.links(found.question),
        may_ask=may_ask_for_support(access.current_person()),
        shortlist=readers_shortlist(),
    )
    # the form sends its empty fields along; the address is better without them
    headers = {"HX-Push-Url": found.question.url} if htmx.wants_fragment() else {}
    return html, headers


@blueprint.get("/prospectus/feed.atom")
@access.public
def feed() -> ResponseReturnValue:
    changed = atom_feed.latest()
    response = Response(atom_feed.atom(changed), mimetype="application/atom+xml")
    if changed:
        response.last_modified = changed[0].at
    response.cache_control.public = True
    response.cache_control.max_age = 300
    response.add_etag()
    return response.make_conditional(request)
