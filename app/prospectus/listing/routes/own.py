"""Where a lead finds their entry, and officers find every entry of the authority."""

from __future__ import annotations

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.prospectus.listing import permissions as who
from app.prospectus.listing import queries
from app.prospectus.listing.facts import EDITION_TONES, EDITION_WORDS
from app.prospectus.listing.forms.public import StartForm
from app.prospectus.listing.journey import question_url
from app.prospectus.listing.own_page import own_page
from app.prospectus.listing.routes import blueprint
from app.prospectus.listing.services import write
from app.prospectus.models import Edition, Provider
from app.prospectus.permissions import LISTING_OFFICERS
from app.prospectus.queries import provider_by_slug
from app.web import access, htmx
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file

HEADER = ("Entry", "Home school", "Schools see it", "Where it stands", "Confirmed")


@blueprint.get("")
@access.signed_in
def index() -> ResponseReturnValue:
    person = access.current_person()
    officer_of = person.authorities_as(*LISTING_OFFICERS)
    led = queries.providers_led(person.providers_led())
    page = queries.providers_of_authorities(officer_of, page_asked())
    editions = queries.latest_editions([provider.id for provider in (*led, *page.items)])
    if wants_file() and officer_of:
        rows = [_cells(one, editions.get(one.id)) for one in page.items]
        return list_file("entries", HEADER, rows)
    return render_template(
        "listing/index.html",
        led=led,
        page=page,
        is_officer=bool(officer_of),
        may_start=who.can_start_entry(person),
        editions=editions,
        words=EDITION_WORDS,
        tones=EDITION_TONES,
        page_url=lambda number: url_for(".index", page=number),
        files=file_links(lambda form: url_for(".index", format=form)),
    )


def _cells(provider: Provider, edition: Edition | None) -> list[object]:
    """Return a row of the officers' file, as the page shows it."""
    seen, stands = ("yes", "Published") if provider.is_public else ("no", "Hidden")
    if edition is not None:
        stands = EDITION_WORDS[edition.status]
    host = provider.host.name if provider.host else ""
    return [provider.name, host, seen, stands, provider.confirmed_on]


@blueprint.route("/new", methods=["GET", "POST"])
@access.person(who.can_start_entry)
@commits
def new() -> ResponseReturnValue:
    form = StartForm()
    if form.validate_on_submit():
        try:
            provider = write.start_entry(by=access.current_person(), name=form.name.data or "")
        except DomainError as error:
            form.name.errors = [str(error)]
        else:
            return htmx.redirect(question_url(provider.slug, "kind"))
    return render_template("listing/new.html", form=form), 422 if form.errors else 200


@blueprint.get("/<slug>")
@access.loads(provider_by_slug, name="provider", see=who.can_see_entry_work)
def show(provider: Provider) -> ResponseReturnValue:
    person = access.current_person()
    return render_template("listing/show.html", provider=provider, own=own_page(provider, person))
