"""The public pages of the register."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.schools import queries
from app.schools.facts import STATUS_WORDS, Status
from app.schools.figures.page import figures_of, inspections_of
from app.schools.models import School
from app.schools.permissions import can_see_school
from app.schools.profile import (
    EXPORT_HEADER,
    export_row,
    in_brief,
    sections_of,
    source_of,
    tone_of,
    trust_section_of,
    what_the_status_means,
)
from app.schools.queries import Relation, SchoolSearch, Sort
from app.web import access
from app.web.exports import file_links, list_file, wants_file

blueprint = Blueprint("schools", __name__)

# open to everybody, so one request must not hold a server for long; no authority has as many
MOST_IN_FILE = 10_000
STATUS_NAMES = {status.name.lower().replace("_", "-"): status for status in Status}
SORT_WORDS = {
    Sort.NAME: "Name, closed schools last",
    Sort.PUPILS: "Number of pupils, largest first",
    Sort.CHANGED: "Changed in the register, latest first",
}


@blueprint.get("/schools")
@access.public
def index() -> ResponseReturnValue:
    search = _search_from_url()
    if wants_file():
        rows = map(export_row, queries.schools_found(search, MOST_IN_FILE))
        return list_file("schools", EXPORT_HEADER, rows)
    return render_template(
        "schools/index.html",
        search=search,
        page=queries.search_schools(search, request.args.get("page")),
        phases=queries.phases_in_register(),
        statuses=[(name, STATUS_WORDS[status], status) for name, status in STATUS_NAMES.items()],
        sorts=SORT_WORDS,
        tone_of=tone_of,
        in_brief=in_brief,
        page_url=lambda number: _url_of(search, page=None if number == 1 else number),
        files=file_links(lambda form: _url_of(search, format=form)),
    )


@blueprint.get("/schools/<int(max=9999999):urn>")
@access.loads(queries.school_by_urn, name="school", see=can_see_school, signed_out=True)
def show(school: School) -> ResponseReturnValue:
    links = queries.links_of(school.urn)
    predecessors = [link for link in links if link.relation is Relation.PREDECESSOR]
    return render_template(
        "schools/show.html",
        school=school,
        tone=tone_of(school),
        meaning=what_the_status_means(school),
        sections=sections_of(school),
        trust=trust_section_of(school),
        source=source_of(school),
        figures=figures_of(school, predecessors),
        inspections=inspections_of(school),
        predecessors=predecessors,
        successors=[link for link in links if link.relation is Relation.SUCCESSOR],
        other_links=[link for link in links if link.relation is Relation.OTHER],
        memberships=queries.memberships_of(school.urn),
    )


def _search_from_url() -> SchoolSearch:
    """Read the query string; what means nothing is left out."""
    args = request.args
    return SchoolSearch(
        words=_printable(args.get("q", ""))[: queries.LONGEST_SEARCH],
        phases=tuple(_printable(phase) for phase in args.getlist("phase")),
        statuses=tuple(
            STATUS_NAMES[name] for name in args.getlist("status") if name in STATUS_NAMES
        ),
        sort=Sort(args["sort"]) if args.get("sort") in set(Sort) else Sort.NAME,
    )


def _printable(text: str) -> str:
    """Drop control characters, which neither HTML nor PostgreSQL takes."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _url_of(search: SchoolSearch, **more: Any) -> str:
    names = {status: name for name, status in STATUS_NAMES.items()}
    return url_for(
        "schools.index",
        q=search.words or None,
        phase=search.phases,
        status=[names[status] for status in search.statuses],
        sort=None if search.sort is Sort.NAME else search.sort.value,
        **more,
    )
