"""One entry, for whoever reads it."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from flask import render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from app.core import clock
from app.core.calendar import academic_year
from app.prospectus import entry, queries
from app.prospectus.addresses import entry_address
from app.prospectus.designations.permissions import can_see_designations
from app.prospectus.for_reader import for_reader
from app.prospectus.models import Provider
from app.prospectus.permissions import can_see_contacts, can_see_provider, can_see_rate
from app.prospectus.question import Question
from app.prospectus.routes import blueprint
from app.prospectus.shortlist.queries import readers_shortlist
from app.prospectus.sight import sight_of
from app.web import access


@blueprint.get("/prospectus/<slug>")
@access.loads(queries.provider_by_slug, name="provider", see=can_see_provider, signed_out=True)
def provider(provider: Provider) -> ResponseReturnValue:
    person = access.current_person()
    today = clock.today()
    year = academic_year(today)
    with_contacts = can_see_contacts(person, provider)
    came_from = _search_before()
    return render_template(
        "prospectus/provider.html",
        provider=provider,
        summary=entry.summary_of(provider, today),
        designations=entry.designation_lines(provider, today),
        sees_decisions=can_see_designations(person, provider),
        expertise=entry.expertise_sections(provider),
        modes=entry.mode_words(provider),
        places=entry.places_words(provider),
        sight=sight_of(provider, person, today),
        for_reader=for_reader(provider, person, came_from.near, today),
        with_contacts=with_contacts,
        with_rate=can_see_rate(person, provider),
        days_offered=queries.days_offered(provider, year) if with_contacts else None,
        year=year,
        results_url=came_from.url,
        address=entry_address(provider),
        today=today,
        shortlist=readers_shortlist(),
        own_url=request.path,
    )


def _search_before() -> Question:
    """Return the search the reader came from, read afresh from the referrer, or the first one."""
    first = Question()
    try:
        came_from = urlsplit(request.referrer or "")
    except ValueError:  # anybody can send any referrer
        return first
    if came_from.path != first.url:
        return first
    return Question.from_address(MultiDict(parse_qsl(came_from.query)))
