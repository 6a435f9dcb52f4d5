"""The dashboard of quality assurance, the rows behind each number, and both as files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from app.quality.permissions import is_quality_lead
from app.reporting.quality.dashboard import dashboard_of
from app.web import access
from app.web.access import current_person
from app.web.exports import file_links, list_file, wants_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.reporting.quality.sections import Section

blueprint = Blueprint("quality_dashboard", __name__, url_prefix="/quality/dashboard")
HEADER = ("Section", "Line", "What", "Number")
ROWS_HEADER = ("What", "About", "Note", "Due")


@blueprint.get("")
@access.person(is_quality_lead)
def index() -> ResponseReturnValue:
    sections = dashboard_of(current_person())
    if wants_file():
        return list_file("quality-dashboard", HEADER, _lines(sections))
    return render_template(
        "reporting/quality/index.html",
        sections=sections,
        files=file_links(lambda form: url_for("quality_dashboard.index", format=form)),
    )


@blueprint.get("/<section>/<line>/<column>")
@access.person(is_quality_lead)
def rows(section: str, line: str, column: str) -> ResponseReturnValue:
    found = next((s for s in dashboard_of(current_person()) if s.key == section), None)
    cell = found.cell(line, column) if found else None
    if found is None or cell is None:
        abort(404)
    of, words, cases = cell
    if wants_file():
        table = [(c.title, c.about, c.note, c.due_on) for c in cases]
        return list_file(f"quality-{section}", ROWS_HEADER, table)
    return render_template(
        "reporting/quality/rows.html",
        section=found,
        line=of,
        words=words,
        cases=cases,
        files=file_links(partial(_url_of, section=section, line=line, column=column)),
    )


def _lines(sections: Sequence[Section]) -> Iterator[list[object]]:
    for section in sections:
        for line in section.lines:
            for key, words in section.columns:
                yield [section.title, line.words, words, len(line.cells.get(key, ()))]


def _url_of(form: str, section: str, line: str, column: str) -> str:
    return url_for("quality_dashboard.rows", section=section, line=line, column=column, format=form)
