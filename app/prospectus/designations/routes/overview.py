"""Everything held in an officer's authorities, narrowed to what they look after now."""

from __future__ import annotations

from functools import partial

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core import clock
from app.prospectus.designations import queries
from app.prospectus.designations.facts import DESIGNATION_OFFICERS, SHOW_WORDS, Show
from app.prospectus.designations.permissions import decides_somewhere
from app.prospectus.designations.routes import blueprint
from app.prospectus.entry import DesignationLine, designation_line
from app.prospectus.models import Designation
from app.web import access
from app.web.access import current_person
from app.web.exports import file_links, list_file, page_asked, wants_file
from app.web.fields import tidy

LONGEST_SEARCH = 100
HEADER = ("Provider", "Designation", "Status", "Look again by", "Last day")


@blueprint.get("/designations")
@access.person(decides_somewhere)
def overview() -> ResponseReturnValue:
    words = (tidy(request.args.get("q")) or "")[:LONGEST_SEARCH]
    chosen = request.args.get("show", "")
    show = Show(chosen) if chosen in set(Show) else Show.EVERYTHING
    authorities = current_person().authorities_as(*DESIGNATION_OFFICERS)
    page = queries.designations_in(authorities, words, show, page_asked())
    rows = [(one, designation_line(one, clock.today())) for one in page.items]
    if wants_file():
        return list_file("designations", HEADER, [_cells(one, line) for one, line in rows])
    narrowed = show.value if show is not Show.EVERYTHING else None
    address = partial(url_for, "designations.overview", q=words or None, show=narrowed)
    return render_template(
        "prospectus/designations/overview.html",
        page=page,
        rows=rows,
        words=words,
        show=show,
        choices=SHOW_WORDS,
        page_url=lambda number: address(page=number),
        files=file_links(lambda form: address(format=form)),
    )


def _cells(held: Designation, line: DesignationLine) -> list[object]:
    """Return a row of the file, as the page shows it."""
    return [held.provider.name, line.name, line.standing, held.review_on, held.ends_on]
