"""The only place that knows htmx: pages and their fragments come from one template file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, make_response, render_template
from flask import redirect as flask_redirect
from htmx_flask import Htmx, request

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

_htmx = Htmx()
# what every page tells it: to evaluate nothing, to keep no page, and to show forms with errors
CONFIG = json.dumps(
    {
        "allowEval": False,
        "allowScriptTags": False,
        "historyCacheSize": 0,
        "historyRestoreAsHxRequest": False,
        "includeIndicatorStyles": False,
        "responseHandling": [
            {"code": "204", "swap": False},
            {"code": "[23]..", "swap": True},
            {"code": "422", "swap": True},
            {"code": "[45]..", "error": True, "swap": False},
        ],
    }
)


def init_app(app: Flask) -> None:
    """Make requests htmx-aware, and keep caches from mixing pages with fragments."""
    _htmx.init_app(app)
    app.jinja_env.globals["htmx_config"] = CONFIG
    app.after_request(_vary)


def is_htmx() -> bool:
    return bool(request.htmx)


def wants_fragment() -> bool:
    """Tell whether htmx will swap the answer into a page that is already there."""
    htmx = request.htmx
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def render(page: str, fragment: str, **context: Any) -> str:
    """Render the page, or only the fragment that the page itself includes.

    Both learn `is_fragment`: a fragment brings along what changes outside it, like a count.
    """
    is_fragment = wants_fragment()
    template = fragment if is_fragment else page
    return render_template(template, is_fragment=is_fragment, **context)


def redirect(url: str) -> ResponseReturnValue:
    """Send the browser on with a GET, the whole page also under htmx."""
    if is_htmx():
        response = make_response("", 204)
        response.headers["HX-Redirect"] = url
        return response
    return flask_redirect(url, 303)


def _vary(response: Response) -> Response:
    if response.mimetype == "text/html":
        response.vary.add("HX-Request")
    return response
