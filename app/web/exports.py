"""A list as a file, for the view that shows it: the same view, so the same rows and rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Response, request

from app.core import clock
from app.core.exports import csv_text, xlsx_bytes
from app.core.paging import PageAsked, Whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {"csv": "CSV", "xlsx": "Excel"}


@dataclass(frozen=True)
class FileLink:
    words: str
    href: str


def wants_file() -> bool:
    return request.args.get("format") in FORMATS


def page_asked() -> PageAsked:
    """Return the page of the list that the address asks for: for a file the whole list."""
    return Whole.LIST if wants_file() else request.args.get("page")


def file_links(url_of: Callable[[str], str]) -> list[FileLink]:
    """Return the list's address in each format, as `url_of` makes it."""
    return [FileLink(words, url_of(form)) for form, words in FORMATS.items()]


def list_file(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """Return the rows in the format that was asked for; `name` says nobody's name."""
    form = "xlsx" if request.args.get("format") == "xlsx" else "csv"
    body: str | bytes = xlsx_bytes(header, rows) if form == "xlsx" else csv_text(header, rows)
    file = f"{name}-{clock.today().isoformat()}.{form}"
    return Response(
        body,
        mimetype=XLSX if form == "xlsx" else "text/csv",
        headers={"Content-Disposition": f"attachment; filename={file}"},
    )
