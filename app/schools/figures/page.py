"""What the page of a school says of its published figures and of its inspections."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from app.core.calendar import academic_year_words
from app.core.measure_words import value_words
from app.schools.figures.beside import Beside, beside
from app.schools.figures.facts import COLLECTION_WORDS, FRAMEWORK_WORDS, Collection, of_school
from app.schools.figures.models import InspectionJudgement, PublishedFigure
from app.schools.figures.queries import figures_about, judgements_of
from app.schools.figures.words import provisional_words, source_words
from app.schools.models import School
from app.schools.queries import LinkedSchool
from app.web.filters import date_words


@dataclass(frozen=True)
class FigureLine:
    """`value` is empty where `missing` says why."""

    label: str
    value: str
    missing: str
    detail: str


@dataclass(frozen=True)
class FigureTable:
    collection: Collection
    title: str
    source: str
    lines: Sequence[FigureLine]


@dataclass(frozen=True)
class FiguresOfSchool:
    """`whose` names the predecessor whose figures they are; empty for the school's own."""

    whose: str
    newest: Sequence[FigureTable]
    earlier: Sequence[FigureTable]


@dataclass(frozen=True)
class Inspection:
    title: str
    note: str
    lines: Sequence[FigureLine]


def figures_of(school: School, predecessors: Sequence[LinkedSchool]) -> list[FiguresOfSchool]:
    """Return the school's own figures, then those of each school before it, said to be theirs."""
    owners = {of_school(school.urn): ""} | {
        of_school(before.urn): f"{before.name or 'Name not recorded'} (URN {before.urn})"
        for before in predecessors
    }
    figures = figures_about(list(owners))
    others = beside(school, figures)
    shown = []
    for about, whose in owners.items():
        own = [figure for figure in figures if figure.about == about]
        tables = _tables(own, others, invented=school.invented)
        if tables:
            newest = [next(same) for _, same in groupby(tables, key=lambda t: t.collection)]
            earlier = [table for table in tables if table not in newest]
            shown.append(FiguresOfSchool(whose, newest, earlier))
    return shown


def _tables(
    figures: Sequence[PublishedFigure], others: Beside, *, invented: bool
) -> list[FigureTable]:
    """Return a table for each collection and year, the newest year of each collection first."""
    ordered = sorted(figures, key=lambda f: (list(COLLECTION_WORDS).index(_of(f)), -f.year))
    tables = []
    for (collection, year), rows in groupby(ordered, key=lambda f: (_of(f), f.year)):
        group = list(rows)
        title = f"{COLLECTION_WORDS[collection]}, {academic_year_words(year)}"
        source = source_words(group[0], invented=invented)
        lines = [_line(figure, others) for figure in group]
        tables.append(FigureTable(collection, title, source, lines))
    return tables


def _of(figure: PublishedFigure) -> Collection:
    return figure.measure.collection


def _line(figure: PublishedFigure, others: Beside) -> FigureLine:
    value = "" if figure.value is None else value_words(figure.value, figure.measure.unit)
    size = figure.cohort_size
    counted = f"{size:,} counted" if size else ""
    detail = "; ".join(filter(None, (counted, others.words(figure))))
    return FigureLine(
        figure.measure.name, f"{value}{provisional_words(figure)}", figure.missing, detail
    )


def inspections_of(school: School) -> list[Inspection]:
    """Return each inspection with all its aspects as they were worded; no headline of them."""
    judgements = judgements_of(school.urn)
    return [
        Inspection(
            f"{FRAMEWORK_WORDS[framework]}, {date_words(day)}",
            _whose(school, group[0]),
            [FigureLine(row.aspect, row.words or "", row.missing, "") for row in group],
        )
        for (day, framework), rows in groupby(
            judgements, key=lambda row: (row.judged_on, row.framework)
        )
        if (group := list(rows))
    ]


def _whose(school: School, judgement: InspectionJudgement) -> str:
    if judgement.judged_urn is not None and judgement.judged_urn != school.urn:
        name = judgement.judged_name or "another school"
        return f"Inspected was {name} (URN {judgement.judged_urn}), the school before this one."
    if school.opened_on and judgement.judged_on < school.opened_on:
        return "The inspection was before this school opened, so it is of the school before it."
    return ""
