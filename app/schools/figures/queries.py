"""Reads of published figures and judgements."""

from collections.abc import Collection as Many

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.schools.figures.facts import Counted, of_school
from app.schools.figures.models import InspectionJudgement, Measure, PublishedFigure
from app.schools.models import School


def figures_about(abouts: Many[str]) -> list[PublishedFigure]:
    """Return the figures, the newest year first, in the order of the catalogue."""
    if not abouts:
        return []
    query = (
        select(PublishedFigure)
        .join(PublishedFigure.measure)
        .where(PublishedFigure.about.in_(abouts))
        .options(joinedload(PublishedFigure.measure))
        .order_by(PublishedFigure.year.desc(), Measure.position, Measure.key, PublishedFigure.about)
    )
    return list(db.session.scalars(query))


def figures_beside(
    figures: Many[PublishedFigure], abouts: Many[str]
) -> dict[tuple[str, str, int], PublishedFigure]:
    """Return what authority and country had in the same measures and years, by their keys."""
    if not figures:
        return {}
    query = select(PublishedFigure).where(
        PublishedFigure.about.in_(abouts),
        PublishedFigure.measure_key.in_({figure.measure_key for figure in figures}),
        PublishedFigure.year.in_({figure.year for figure in figures}),
    )
    return {(row.about, row.measure_key, row.year): row for row in db.session.scalars(query)}


def figure_by_key(about: str, measure_key: str, year: int) -> PublishedFigure | None:
    return db.session.get(PublishedFigure, (about, measure_key, year))


def judgements_of(urn: int) -> list[InspectionJudgement]:
    """Return every judgement held, the newest inspection first."""
    query = (
        select(InspectionJudgement)
        .where(InspectionJudgement.about == of_school(urn))
        .order_by(
            InspectionJudgement.judged_on.desc(),
            InspectionJudgement.framework,
            InspectionJudgement.position,
            InspectionJudgement.aspect,
        )
    )
    return list(db.session.scalars(query))


def measure_by_key(key: str) -> Measure | None:
    return db.session.get(Measure, key)


def measures_to_change(school: School, *, of_board: bool = False) -> list[Measure]:
    """Return the catalogue without what nobody sets out to change, and ages it does not teach.

    What is counted of governing boards stands apart.
    """
    whose = Measure.counted == Counted.BOARD if of_board else Measure.counted != Counted.BOARD
    query = select(Measure).where(Measure.direction.is_not(None), whose)
    measures = db.session.scalars(query.order_by(Measure.position, Measure.key))
    return [measure for measure in measures if teaches_age(school, measure.age)]


def teaches_age(school: School, age: int | None) -> bool:
    """Tell whether pupils turn that age in its classes; an unknown age range rules nothing out."""
    low, high = school.low_age, school.high_age
    if age is None or low is None or high is None:
        return True
    return low < age <= high
