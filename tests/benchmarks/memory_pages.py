"""The portal with what its search page is measured against, for gunicorn.

`/bench/empty` is an empty answer of a bare Flask. `/bench/drawn` draws the search page's own
template from what was found before: no search, no database. `/bench/kept` sends it as kept text.
"""

from __future__ import annotations

import os

from flask import Flask
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.test import Client

from app.prospectus import take_away
from app.prospectus.question import Question
from app.prospectus.search_page import SearchPage, search_page
from app.prospectus.shortlist.queries import Shortlist
from app.search.query import TIE_BREAK_EXPLANATION
from app.web import access, htmx
from wsgi import app as portal

ADDRESS = os.environ["BENCH_ADDRESS"]
_found: list[SearchPage] = []


@portal.get("/drawn-from-memory")
@access.public
def drawn() -> str:
    if not _found:
        with portal.test_request_context(ADDRESS) as asked:
            _found.append(search_page(Question.from_address(asked.request.args)))
            # what templates ask of the entries is read now
            _page(_found[0])
    return _page(_found[0])


def _page(found: SearchPage) -> str:
    return htmx.render(
        "prospectus/search.html",
        "prospectus/_results.html",
        found=found,
        tie_break=TIE_BREAK_EXPLANATION,
        links=take_away.links(found.question),
        may_ask=True,
        shortlist=Shortlist(),
    )


bare = Flask("bare")
_kept: list[bytes] = []


@bare.get("/empty")
def empty() -> str:
    return ""


@bare.get("/kept")
def kept() -> bytes:
    if not _kept:
        _kept.append(Client(portal).get(ADDRESS).data)
    return _kept[0]


app = DispatcherMiddleware(portal, {"/bench": bare})
