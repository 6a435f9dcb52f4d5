"""From a row of figures to the drafts of its values."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from sqlalchemy import select

from app.schools.figures.importing.around import Around, school_year
from app.schools.figures.importing.layouts import Column, Difference, Layout, NotTaken
from app.schools.figures.importing.values import Reading, figure, gap_between, size
from app.schools.figures.models import Measure, PublishedFigure
from app.schools.importing.cells import UnreadableCell
from app.schools.importing.drafts import (
    Draft,
    Entry,
    Parsed,
    RowParser,
    cell_reader,
    table_of,
)
from app.schools.importing.reading import Rejection, Row

PERCENT = "%"


def row_parser(layout: Layout, around: Around, positions: dict[str, int]) -> RowParser:
    around.load_measures()
    units = {measure.key: measure.unit for measure in around.session.scalars(select(Measure))}
    # asked before the first row, so that a file without its year is refused as a whole
    file_year = None if layout.year else around.year_of_the_file()
    cell_of = cell_reader(positions)
    columns = [column for column in layout.columns if column.header.lower() in positions]

    def parse(row: Row) -> Parsed:
        cell = partial(cell_of, row)
        try:
            about = layout.about(cell, around)
        except NotTaken as error:
            return Rejection(row.line, str(error), cell("URN") or cell("school_urn"))
        year = school_year(cell(layout.year)) if file_year is None else file_year
        if year is None:
            return Rejection(row.line, f"no school year in {layout.year}", about)
        notes: list[Rejection] = []
        facts = {"provisional": cell("version").strip().lower() == "provisional"}
        drafts = [
            Draft(
                table_of(PublishedFigure),
                (about, column.measure, year),
                {**facts, **_stated(reading), "cohort_size": size(cell(column.counted))},
            )
            for column, reading in _readings(columns, cell, units, row, notes, about)
        ]
        if not drafts:
            return Rejection(row.line, "no figure that is kept here", about)
        return Entry(row.line, drafts[0], notes=notes, rest=drafts[1:], same=(about, year))

    return parse


def _readings(
    columns: list[Column | Difference],
    cell: Callable[[str], str],
    units: dict[str, str],
    row: Row,
    notes: list[Rejection],
    about: str,
) -> Iterator[tuple[Column | Difference, Reading]]:
    for column in columns:
        per_cent = units[column.measure] == PERCENT
        try:
            reading = figure(cell(column.header), per_cent=per_cent)
            if isinstance(column, Difference):
                reading = gap_between(reading, figure(cell(column.less), per_cent=per_cent))
        except UnreadableCell as error:
            notes.append(Rejection(row.line, f"{column.header} {error}", about, whole_row=False))
            continue
        if reading is not None:
            yield column, reading


def _stated(reading: Reading) -> dict[str, Any]:
    gap = reading.gap.value if reading.gap else None
    return {"value": reading.value, "gap": gap, "mark": reading.mark}
