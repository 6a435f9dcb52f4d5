"""The whole result to take away: as a spreadsheet, or on one page for paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import redirect, render_template
from flask.typing import ResponseReturnValue

from app.core import clock
from app.prospectus import queries, spreadsheet
from app.prospectus.addresses import entry_address
from app.prospectus.listed import at_length
from app.prospectus.question import Question
from app.prospectus.reader import Reader
from app.prospectus.search_page import whole_result
from app.search.engine import SearchUnavailableError
from app.web.exports import list_file

# more than any authority has; keeps one request from holding a server for long
MOST_ROWS = 10_000
MOST_PRINTED = 200


def take_away(question: Question, form: str, reader: Reader) -> ResponseReturnValue:
    try:
        return FORMS[form](question, reader)
    except SearchUnavailableError:
        # the page says what is the matter; everybody in one file is not what was asked for
        return redirect(question.url)


def links(question: Question) -> Mapping[str, str]:
    """Return the address of each form of the result that the question has."""
    url = question.on_page(1).open_url
    return {form: f"{url}format={form}" for form in FORMS}


def _spreadsheet(question: Question, reader: Reader) -> ResponseReturnValue:
    found = [one.entry for one in whole_result(question, reader, MOST_ROWS).page.items]
    ids = [entry.provider.id for entry in found]
    rows = spreadsheet.rows(found, at_length(ids), queries.public_rates(ids))
    return list_file("prospectus", spreadsheet.HEADER, rows)


def _printable(question: Question, reader: Reader) -> ResponseReturnValue:
    found = whole_result(question, reader, MOST_PRINTED)
    return render_template(
        "prospectus/printable.html",
        found=found,
        most=MOST_PRINTED,
        today=clock.today(),
        links=links(found.question),
        address_of=entry_address,
    )


FORMS: Mapping[str, Callable[[Question, Reader], ResponseReturnValue]] = {
    "csv": _spreadsheet,
    "xlsx": _spreadsheet,
    "print": _printable,
}
