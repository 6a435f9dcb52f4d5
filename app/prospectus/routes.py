"""The public pages of the prospectus."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from flask import Blueprint, make_response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from app.core import clock
from app.core.calendar import academic_year
from app.prospectus import entry, queries
from app.prospectus.models import Provider
from app.prospectus.permissions import (
    can_see_contacts,
    can_see_provider,
    can_see_rate,
    is_invited_to_ask,
    may_ask_for_support,
)
from app.prospectus.question import Question
from app.prospectus.search_page import search_page
from app.search.query import TIE_BREAK_EXPLANATION
from app.web import access, htmx

blueprint = Blueprint("prospectus", __name__)


@blueprint.get("/prospectus")
@access.public
def search() -> ResponseReturnValue:
    found = search_page(Question.from_address(request.args))
    is_fragment = htmx.wants_fragment()
    response = make_response(
        htmx.render(
            "prospectus/search.html",
            "prospectus/_results.html",
            found=found,
            tie_break=TIE_BREAK_EXPLANATION,
            may_ask=may_ask_for_support(access.current_person()),
        )
    )
    if is_fragment:
        # the form sends its empty fields along; the address is better without them
        response.headers["HX-Push-Url"] = found.question.url
    return response


@blueprint.get("/prospectus/<slug>")
@access.loads(queries.provider_by_slug, name="provider", see=can_see_provider, signed_out=True)
def provider(provider: Provider) -> ResponseReturnValue:
    person = access.current_person()
    today = clock.today()
    year = academic_year(today)
    with_contacts = can_see_contacts(person, provider)
    return render_template(
        "prospectus/provider.html",
        provider=provider,
        summary=entry.summary_of(provider, today),
        designations=entry.designation_lines(provider, today),
        expertise=entry.expertise_sections(provider),
        modes=entry.mode_words(provider),
        places=entry.places_words(provider),
        may_ask=is_invited_to_ask(person, provider),
        with_contacts=with_contacts,
        with_rate=can_see_rate(person, provider),
        days_offered=queries.days_offered(provider, year) if with_contacts else None,
        year=year,
        results_url=_results_url(),
    )


def _results_url() -> str:
    """Return the search the reader came from, rebuilt from what we know of it, or the first one."""
    first = Question()
    try:
        came_from = urlsplit(request.referrer or "")
    except ValueError:  # anybody can send any referrer
        return first.url
    if came_from.path != first.url:
        return first.url
    return Question.from_address(MultiDict(parse_qsl(came_from.query))).url
