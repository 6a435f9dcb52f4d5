"""The public pages of the prospectus."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    make_response,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from app.core import clock
from app.core.calendar import academic_year
from app.prospectus import entry, freshness, queries, services, take_away
from app.prospectus import feed as atom_feed
from app.prospectus.addresses import entry_address
from app.prospectus.for_reader import for_reader
from app.prospectus.models import Provider
from app.prospectus.permissions import (
    can_confirm_by_link,
    can_see_contacts,
    can_see_provider,
    can_see_rate,
    leads,
    may_ask_for_support,
)
from app.prospectus.question import Question
from app.prospectus.reader import reader_of
from app.prospectus.search_page import search_page
from app.search import unfound
from app.search.query import TIE_BREAK_EXPLANATION
from app.web import access, htmx
from app.web.commits import commits
from app.web.forms import Form

blueprint = Blueprint("prospectus", __name__)


@blueprint.get("/prospectus")
@access.public
def search() -> ResponseReturnValue:
    question, reader = Question.from_address(request.args), reader_of(access.current_person())
    if (form := request.args.get("format", "")) in take_away.FORMS:
        return take_away.take_away(question, form, reader)
    found = search_page(question, reader)
    if found.question.words and found.fits_badly:
        unfound.note(unfound.spool_of(current_app.config), found.question.words)
    is_fragment = htmx.wants_fragment()
    response = make_response(
        htmx.render(
            "prospectus/search.html",
            "prospectus/_results.html",
            found=found,
            tie_break=TIE_BREAK_EXPLANATION,
            links=take_away.links(found.question),
            may_ask=may_ask_for_support(access.current_person()),
        )
    )
    if is_fragment:
        # the form sends its empty fields along; the address is better without them
        response.headers["HX-Push-Url"] = found.question.url
    return response


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
        expertise=entry.expertise_sections(provider),
        modes=entry.mode_words(provider),
        places=entry.places_words(provider),
        confirm_url=freshness.confirm_address(provider)
        if provider.is_public and leads(person, provider)
        else None,
        for_reader=for_reader(provider, person, came_from.near, today),
        with_contacts=with_contacts,
        with_rate=can_see_rate(person, provider),
        days_offered=queries.days_offered(provider, year) if with_contacts else None,
        year=year,
        results_url=came_from.url,
        address=entry_address(provider),
        today=today,
    )


@blueprint.route("/prospectus/confirm/<token>", methods=["GET", "POST"])
@access.loads(
    freshness.provider_of_token, name="provider", see=can_confirm_by_link, signed_out=True
)
@commits
def confirm(provider: Provider) -> ResponseReturnValue:
    form = Form()
    if form.validate_on_submit():
        services.confirm_entry(provider)
        flash("Thank you. The entry is confirmed as of today.")
        return htmx.redirect(url_for(".provider", slug=provider.slug))
    summary = entry.summary_of(provider, clock.today())
    return render_template(
        "prospectus/confirm.html",
        provider=provider,
        form=form,
        summary=summary,
        rows=entry.rows_to_confirm(provider, summary),
        target=request.path,
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
