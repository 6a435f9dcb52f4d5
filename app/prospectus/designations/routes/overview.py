"""Everything held in an officer's authorities, narrowed to what they look after now."""

from __future__ import annotations

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core import clock
from app.prospectus.designations import queries
from app.prospectus.designations.facts import DESIGNATION_OFFICERS, SHOW_WORDS, Show
from app.prospectus.designations.permissions import decides_somewhere
from app.prospectus.designations.routes import blueprint
from app.prospectus.entry import designation_line
from app.web import access
from app.web.access import current_person
from app.web.fields import tidy

LONGEST_SEARCH = 100


@blueprint.get("/designations")
@access.person(decides_somewhere)
def overview() -> ResponseReturnValue:
    words = (tidy(request.args.get("q")) or "")[:LONGEST_SEARCH]
    chosen = request.args.get("show", "")
    show = Show(chosen) if chosen in set(Show) else Show.EVERYTHING
    authorities = current_person().authorities_as(*DESIGNATION_OFFICERS)
    page = queries.designations_in(authorities, words, show, request.args.get("page"))

    def page_url(number: int) -> str:
        narrowed = show.value if show is not Show.EVERYTHING else None
        return url_for("designations.overview", q=words or None, show=narrowed, page=number)

    return render_template(
        "prospectus/designations/overview.html",
        page=page,
        rows=[(one, designation_line(one, clock.today())) for one in page.items],
        words=words,
        show=show,
        choices=SHOW_WORDS,
        page_url=page_url,
    )
