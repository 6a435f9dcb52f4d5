"""The shortlist: added to from the search and from an entry, read, compared."""

from __future__ import annotations

import re

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core import clock
from app.core.errors import DomainError
from app.prospectus.models import Provider
from app.prospectus.permissions import can_see_provider, may_ask_for_support
from app.prospectus.queries import provider_by_slug
from app.prospectus.shortlist import services
from app.prospectus.shortlist.compare import FEWEST_COMPARED, MOST_COMPARED, comparison
from app.prospectus.shortlist.page import lines_of
from app.prospectus.shortlist.permissions import can_keep, can_let_go
from app.prospectus.shortlist.queries import (
    Kept,
    Shortlist,
    entry_of_shortlist,
    kept_entries,
    readers_shortlist,
)
from app.web import access, htmx
from app.web.commits import commits

blueprint = Blueprint("shortlist", __name__, url_prefix="/shortlist")

# the pages with a button, each with its query and its place on the page
_WAYS_BACK = re.compile(r"/(prospectus|shortlist)([/?#][^\s\\]*)?")
_MOST_CODES = 20


@blueprint.get("")
@access.public
def show() -> ResponseReturnValue:
    person = access.current_person()
    lines = lines_of(kept_entries(readers_shortlist()), person, clock.today())
    return render_template(
        "shortlist/show.html",
        lines=lines,
        public=sum(line.summary is not None for line in lines),
        fewest=FEWEST_COMPARED,
        most=MOST_COMPARED,
        expertise=_expertise(),
        may_ask=may_ask_for_support(person),
    )


@blueprint.get("/compare")
@access.public
def compare() -> ResponseReturnValue:
    """Only entries of the reader's own list are compared, whatever the address names."""
    person = access.current_person()
    chosen = request.args.getlist("entry")
    kept = [p for p in kept_entries(readers_shortlist()) if p.is_public and p.slug in chosen]
    return render_template(
        "shortlist/compare.html",
        compared=comparison(kept[:MOST_COMPARED], person, _expertise(), clock.today())
        if len(kept) >= FEWEST_COMPARED
        else None,
        left_out=len(kept) - MOST_COMPARED,
        most=MOST_COMPARED,
        shortlist_url=url_for(".show", expertise=_expertise() or None),
        may_ask=may_ask_for_support(person),
    )


@blueprint.post("/<slug>/add")
@access.loads(
    provider_by_slug, name="provider", see=can_see_provider, may=can_keep, signed_out=True
)
@commits
def add(provider: Provider) -> ResponseReturnValue:
    try:
        shortlist = services.keep(provider, access.current_person())
    except DomainError as error:
        return _answer(provider, readers_shortlist(), str(error), is_refused=True)
    return _answer(provider, shortlist, f"{provider.name} is on your shortlist.")


@blueprint.post("/<slug>/remove")
@access.loads(entry_of_shortlist, name="kept", see=can_let_go, signed_out=True)
@commits
def remove(kept: Kept) -> ResponseReturnValue:
    shortlist = services.let_go(kept.provider, access.current_person())
    return _answer(kept.provider, shortlist, f"{kept.provider.name} is off your shortlist.")


def _answer(
    provider: Provider, shortlist: Shortlist, words: str, *, is_refused: bool = False
) -> ResponseReturnValue:
    """Swap the button and say what happened, or go back to where the button was."""
    back = request.form.get("back", "")
    if not _WAYS_BACK.fullmatch(back):
        back = url_for(".show")
    if not htmx.wants_fragment():
        flash(words, "error" if is_refused else "success")
        return htmx.redirect(back)
    page = render_template(
        "shortlist/_swapped.html", provider=provider, shortlist=shortlist, words=words, back=back
    )
    return page, 422 if is_refused else 200


def _expertise() -> list[str]:
    """Return the areas that the reader searched for, as the link from the search carries them."""
    return request.args.getlist("expertise")[:_MOST_CODES]
