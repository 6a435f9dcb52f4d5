"""What can be picked for an objective of a commission, and what the page of choices says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.measures.picked import Picked
from app.commissions.voices import is_of_board
from app.core.calendar import academic_year_words
from app.schools.figures.beside import beside
from app.schools.figures.facts import Counted, of_school
from app.schools.figures.queries import (
    figure_by_key,
    figures_about,
    measure_by_key,
    measures_to_change,
)
from app.schools.queries import Relation, links_of

if TYPE_CHECKING:
    from app.commissions.models import Commission, Objective
    from app.schools.figures.models import Measure, PublishedFigure


@dataclass(frozen=True)
class Choice:
    """One line of the page; `href` is empty where there is nothing to use."""

    name: str
    value: str
    missing: str
    detail: str
    href: str


@dataclass(frozen=True)
class Choices:
    published: Sequence[Choice]
    catalogue: Sequence[Choice]
    own_href: str


def choices_of(commission: Commission, objective: Objective | None) -> Choices:
    of_board = is_of_board(commission)
    # nobody publishes figures of boards
    figures = [] if of_board else _newest_of_each(commission)
    others = beside(commission.school, figures)
    shown = {figure.measure_key for figure in figures}
    owners = _owners(commission)
    return Choices(
        published=[
            _published(commission, objective, figure, owners[figure.about], others.words(figure))
            for figure in figures
        ],
        catalogue=[
            _of_the_catalogue(commission, objective, measure)
            for measure in measures_to_change(commission.school, of_board=of_board)
            if measure.key not in shown
        ],
        own_href=_href(commission, objective),
    )


def picked_from(commission: Commission, args: Mapping[str, str]) -> Picked | None:
    """Return what the address names; None for nothing, and for what is not this school's."""
    if key := args.get("measure"):
        measure = measure_by_key(key)
        return Picked(measure) if measure and measure.direction else None
    owners = _owners(commission)
    about, _, rest = args.get("figure", "").partition("/")
    measure_key, _, year = rest.partition("/")
    if about not in owners or not (year.isascii() and year.isdigit() and len(year) == 4):
        return None
    figure = figure_by_key(about, measure_key, int(year))
    if figure is None or figure.value is None or figure.measure.direction is None:
        return None
    return Picked(
        figure.measure,
        figure,
        whose=owners[about],
        beside=beside(commission.school, [figure]).words(figure),
        invented=commission.school.invented,
    )


def _owners(commission: Commission) -> dict[str, str]:
    """Return whose figures may stand for the school, each with its name; its own without."""
    urn = commission.school_urn
    return {of_school(urn): ""} | {
        of_school(link.urn): f"{link.name or 'a school'} (URN {link.urn})"
        for link in links_of(urn)
        if link.relation is Relation.PREDECESSOR
    }


def _newest_of_each(commission: Commission) -> list[PublishedFigure]:
    """Return the newest figure of each measure that can be changed, its own before another's."""
    own = of_school(commission.school_urn)
    newest: dict[str, PublishedFigure] = {}
    figures = figures_about(list(_owners(commission)))
    for figure in sorted(figures, key=lambda figure: (-figure.year, figure.about != own)):
        if figure.measure.direction is not None:
            newest.setdefault(figure.measure_key, figure)
    return sorted(newest.values(), key=lambda figure: figure.measure.position)


def _published(
    commission: Commission,
    objective: Objective | None,
    figure: PublishedFigure,
    whose: str,
    others: str,
) -> Choice:
    picked = Picked(figure.measure, figure)
    size = figure.cohort_size
    parts = (
        academic_year_words(figure.year),
        f"{size:,} counted" if size else "",
        f"of {whose}" if whose else "",
        others,
    )
    key = f"{figure.about}/{figure.measure_key}/{figure.year}"
    return Choice(
        figure.measure.name,
        picked.value,
        figure.missing,
        "; ".join(filter(None, parts)),
        _href(commission, objective, figure=key) if picked.value else "",
    )


def _of_the_catalogue(
    commission: Commission, objective: Objective | None, measure: Measure
) -> Choice:
    published = f"usually published in {date(2000, measure.published_month, 1):%B}"
    if measure.counted is Counted.BOARD:
        published = "from the board’s own records"
    # some units are a phrase of their own: "for every 100 pupils"
    unit = measure.unit if measure.unit.startswith("for ") else f"in {measure.unit}"
    return Choice(
        measure.name,
        "",
        "",
        f"{measure.cohort}, {unit}; {published}",
        _href(commission, objective, measure=measure.key),
    )


def _href(
    commission: Commission,
    objective: Objective | None,
    *,
    figure: str | None = None,
    measure: str | None = None,
) -> str:
    reference = commission.reference
    if objective is None:
        return url_for(
            "commissions.add_objective", reference=reference, figure=figure, measure=measure
        )
    return url_for(
        "commissions.objective",
        reference=reference,
        objective_id=objective.id,
        figure=figure,
        measure=measure,
    )
