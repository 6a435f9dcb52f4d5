"""Loads the measures that the service starts with."""

import tomllib
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.measure_words import Direction
from app.schools.figures.facts import Collection, Counted
from app.schools.figures.models import Measure

_MEASURES = Path(__file__).parent / "data" / "measures.toml"


def load_measures(session: Session) -> int:
    """Add the measures that are missing, and leave alone those that are there."""
    known = set(session.scalars(select(Measure.key)))
    rows = tomllib.loads(_MEASURES.read_text(encoding="utf-8"))["measure"]
    new = [
        Measure(
            key=row["key"],
            name=row["name"],
            unit=row["unit"],
            direction=Direction(row["direction"]) if "direction" in row else None,
            counted=Counted(row.get("counted", Counted.PUPILS)),
            cohort=row["cohort"],
            collection=Collection(row["collection"]),
            source=row["source"],
            measured_month=row["measured_month"],
            published_month=row["published_month"],
            age=row.get("age"),
            position=position,
        )
        for position, row in enumerate(rows, start=1)
        if row["key"] not in known
    ]
    session.add_all(new)
    session.flush()
    return len(new)
