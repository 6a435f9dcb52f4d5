"""Published figures around the school of the small world."""

from __future__ import annotations

from decimal import Decimal

from app.extensions import db
from app.schools.facts import Gap
from app.schools.figures.catalogue import load_measures
from app.schools.figures.facts import of_school
from app.schools.figures.models import PublishedFigure
from tests.factories.world import World

RWM = "ks2_rwm_expected"


def publish(
    about: str, value: int | Gap, *, measure: str = RWM, year: int = 2018, size: int | None = 31
) -> str:
    """Add a figure; return how addresses name it."""
    load_measures(db.session())
    given = (
        {"gap": value.value, "mark": "SUPP"}
        if isinstance(value, Gap)
        else {"value": Decimal(value)}
    )
    db.session.add(
        PublishedFigure(about=about, measure_key=measure, year=year, cohort_size=size, **given)
    )
    db.session.flush()
    return f"{about}/{measure}/{year}"


def published(world: World) -> str:
    """Publish 58% for the school, 62% for the authority, 65% for England."""
    publish("authority:384", 62, size=None)
    publish("england", 65, size=None)
    return publish(of_school(world.school.urn), 58)
