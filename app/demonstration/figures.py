"""The invented schools' invented figures, as an import would have left them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from app.demonstration.files import Table, tables
from app.extensions import db
from app.schools.figures.facts import Framework, of_school
from app.schools.figures.models import InspectionJudgement, PublishedFigure


def add_figures() -> None:
    """Add them to the catalogue that is there already."""
    for table in tables("figures", "figures"):
        for measure, stated in table["values"].items():
            given = stated if isinstance(stated, dict) else {"value": stated}
            db.session.add(_figure(table, measure, given))
    for table in tables("inspection", "figures"):
        for position, (aspect, words) in enumerate(table["aspects"].items(), start=1):
            db.session.add(
                InspectionJudgement(
                    about=of_school(table["school"]),
                    aspect=aspect,
                    judged_on=table["judged_on"],
                    framework=Framework(table["framework"]),
                    words=words,
                    judged_urn=table["school"],
                    position=position,
                )
            )
    db.session.flush()


def _figure(table: Table, measure: str, given: dict[str, Any]) -> PublishedFigure:
    value = given.get("value")
    return PublishedFigure(
        about=of_school(table["school"]),
        measure_key=measure,
        year=table["year"],
        value=None if value is None else Decimal(str(value)),
        gap=given.get("gap"),
        mark=given.get("mark", ""),
        cohort_size=given.get("cohort_size", table.get("cohort_size")),
        provisional=False,
    )
