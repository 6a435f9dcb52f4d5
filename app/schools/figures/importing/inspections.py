"""What inspectors judged, aspect by aspect. Never one headline out of several.

Single grades until 2025, words since. `NULL` for the day of an inspection means that there was
none of that kind, so nothing is recorded of it; `NULL` for one aspect is the publisher's gap.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from app.core import clock
from app.schools.facts import Gap
from app.schools.figures.facts import GRADE_WORDS, Framework, of_school
from app.schools.figures.importing.around import Around
from app.schools.figures.importing.layouts import Cell
from app.schools.figures.models import InspectionJudgement
from app.schools.importing import cells
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

REQUIRED_FOR_GRADES = frozenset({"urn", "rating", "lastinspectiondate"})
REQUIRED_FOR_REPORT_CARDS = frozenset({"urn", "inclusion", "curriculum and teaching"})
_CONCERN_WORDS = {"SM": "Special measures", "SWK": "Serious weaknesses"}
_YES_NO_WORDS = {"Yes": "Effective", "No": "Not effective"}
_NOT_APPLICABLE_GRADES = {"9", "not applicable"}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z", re.ASCII)


@dataclass(frozen=True)
class Aspect:
    """One judged aspect with its column; `words` for what the column has in code."""

    name: str
    header: str
    words: tuple[tuple[str, str], ...] = ()
    day: str = ""


@dataclass(frozen=True)
class Inspection:
    """The columns that one file has about inspections of one kind."""

    framework: Framework
    day: str
    urn: str
    school_name: str
    aspects: tuple[Aspect, ...]


def _card(name: str, header: str = "", day: str = "") -> Aspect:
    return Aspect(name, header or name, day=f"{day or name} - date of judgement")


def _graded(name: str, header: str) -> Aspect:
    return Aspect(name, f"Latest OEIF {header}", tuple(GRADE_WORDS.items()))


_REPORT_CARD = Inspection(
    Framework.REPORT_CARD,
    "Inspection start date",
    "URN at time of latest full inspection",
    "School name at time of latest full inspection",
    (
        _card("Safeguarding standards"),
        _card("Inclusion"),
        _card("Curriculum and teaching"),
        _card("Achievement"),
        _card("Attendance and behaviour"),
        _card("Personal development and wellbeing"),
        _card("Early years", "Early years (where applicable)"),
        _card("Post-16 provision", "Post-16 provision (where applicable)"),
        _card("Leadership and governance"),
        Aspect("Category of concern", "Category of concern", tuple(_CONCERN_WORDS.items())),
    ),
)
_GRADED = Inspection(
    Framework.GRADED,
    "Inspection start date of latest OEIF graded inspection",
    "URN at time of latest OEIF graded inspection",
    "School name at time of latest OEIF graded inspection",
    (
        _graded("Overall effectiveness", "overall effectiveness"),
        _graded("Quality of education", "quality of education"),
        _graded("Behaviour and attitudes", "behaviour and attitudes"),
        _graded("Personal development", "personal development"),
        _graded("Leadership and management", "effectiveness of leadership and management"),
        _graded("Early years provision", "early years provision (where applicable)"),
        _graded("Sixth form provision", "sixth form provision (where applicable)"),
        Aspect(
            "Safeguarding", "Latest OEIF safeguarding is effective?", tuple(_YES_NO_WORDS.items())
        ),
        Aspect(
            "Category of concern",
            "Latest OEIF category of concern",
            tuple(_CONCERN_WORDS.items()),
        ),
    ),
)
_UNGRADED = Inspection(
    Framework.UNGRADED,
    "Date of latest ungraded inspection",
    "URN at time of the ungraded inspection",
    "School name at time of the ungraded inspection",
    (Aspect("Outcome", "Ungraded inspection overall outcome"),),
)
# one grade for each school, from the time when there was one
_SINGLE_GRADE = Inspection(
    Framework.GRADED,
    "lastInspectionDate",
    "",
    "",
    (Aspect("Overall effectiveness", "rating", tuple(GRADE_WORDS.items())),),
)
REPORT_CARDS = (_REPORT_CARD, _GRADED, _UNGRADED)
GRADES = (_SINGLE_GRADE,)


def row_parser(
    inspections: tuple[Inspection, ...], around: Around, positions: dict[str, int]
) -> RowParser:
    cell_of = cell_reader(positions)

    def parse(row: Row) -> Parsed:
        cell = partial(cell_of, row)
        urn = cells.urn(cell("URN"))
        if urn is None:
            return Rejection(row.line, "no URN")
        if urn not in around.urns:
            reason = "no school with this URN is in the register here"
            return Rejection(row.line, reason, str(urn))
        notes: list[Rejection] = []
        drafts = [
            draft
            for inspection in inspections
            for draft in _judgements(urn, inspection, cell, row, notes)
        ]
        if not drafts:
            return Rejection(row.line, "no inspection with a day and a judgement", str(urn))
        return Entry(row.line, drafts[0], notes=notes, rest=drafts[1:], same=(urn,))

    return parse


def _judgements(
    urn: int, inspection: Inspection, cell: Cell, row: Row, notes: list[Rejection]
) -> Iterator[Draft]:
    for position, aspect in enumerate(inspection.aspects, start=1):
        try:
            judged_on = _day(cell(aspect.day)) or _day(cell(inspection.day))
        except UnreadableCell as error:
            note = f"{aspect.day or inspection.day} {error}"
            notes.append(Rejection(row.line, note, str(urn), whole_row=False))
            continue
        stated = _stated(cell(aspect.header), dict(aspect.words))
        if judged_on is None or stated is None:
            continue
        name = cells.text(cell(inspection.school_name))
        yield Draft(
            table_of(InspectionJudgement),
            (of_school(urn), aspect.name, judged_on),
            {
                **stated,
                "framework": inspection.framework,
                "judged_urn": cells.urn(cell(inspection.urn)),
                "judged_name": name[:255] if isinstance(name, str) else None,
                "position": position,
            },
        )


def _stated(cell: str, words: dict[str, str]) -> dict[str, Any] | None:
    """Return the judgement as it is worded, or the gap; None where the cell is silent."""
    meaning = cells.text(cell)
    if isinstance(meaning, str) and words and meaning.lower() in _NOT_APPLICABLE_GRADES:
        meaning = Gap.NOT_APPLICABLE
    if isinstance(meaning, Gap):
        return {"words": None, "gap": meaning.value}
    if not isinstance(meaning, str):
        return None
    return {"words": words.get(meaning, meaning)[:200], "gap": None}


def _day(cell: str) -> date | None:
    """Read a day; a moment in UTC is the day that it was in England, where midnight may be 23:00.

    Raises UnreadableCell.
    """
    tidy = cell.strip()
    if _MOMENT.fullmatch(tidy):
        moment = datetime.fromisoformat(tidy)
        return clock.in_london(moment).date()
    meaning = cells.day(tidy)
    return meaning if isinstance(meaning, date) else None
