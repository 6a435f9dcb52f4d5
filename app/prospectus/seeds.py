"""The reference data the service starts with: designations, criteria, expertise, measures."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.extensions import db
from app.prospectus.models import Criterion, DesignationType, ExpertiseArea, ExpertiseVersion
from app.schools.figures.catalogue import load_measures

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Loaded:
    designation_types: int
    expertise_areas: int
    criteria: int
    measures: int


def load_reference_data() -> Loaded:
    """Add what is missing and leave alone what is there, for officers may have edited it."""
    loaded = Loaded(
        _load_designation_types(), _load_expertise(), _load_criteria(), load_measures(db.session())
    )
    db.session.flush()
    return loaded


def _load_designation_types() -> int:
    known = set(db.session.scalars(select(DesignationType.code)))
    rows = _read("designation_types.toml")["designation_type"]
    new = [row for row in rows if row["code"] not in known]
    db.session.add_all(
        DesignationType(
            code=row["code"],
            name=row["name"],
            short_name=row["short_name"],
            held_by=row["kind"],
            awarding_body=row["awarding_body"],
            description=row["description"],
            scheme_ended_on=row.get("scheme_ended_on"),
            term_years=row.get("term_years"),
            position=row["order"],
        )
        for row in new
    )
    return len(new)


def _load_expertise() -> int:
    data = _read("expertise_areas.toml")
    version = db.session.scalar(
        select(ExpertiseVersion).where(ExpertiseVersion.name == data["version"])
    ) or ExpertiseVersion(name=data["version"], valid_from=data["valid_from"])
    db.session.add(version)
    db.session.flush()
    known = {
        area.code: area
        for area in db.session.scalars(
            select(ExpertiseArea).where(ExpertiseArea.version_id == version.id)
        )
    }
    before = len(known)
    for row in (*data["group"], *data["area"]):
        if row["code"] not in known:
            area = _area(row, version, known.get(row.get("group", "")))
            known[area.code] = area
            db.session.add(area)
    return len(known) - before


def _load_criteria() -> int:
    known = set(db.session.scalars(select(Criterion.code)))
    new = [row for row in _read("criteria.toml")["criterion"] if row["code"] not in known]
    db.session.add_all(
        Criterion(
            code=row["code"],
            words=row["words"],
            guidance=row["guidance"],
            position=row["order"],
        )
        for row in new
    )
    return len(new)


def _area(
    row: Mapping[str, Any], version: ExpertiseVersion, group: ExpertiseArea | None
) -> ExpertiseArea:
    return ExpertiseArea(
        version=version,
        parent=group,
        code=row["code"],
        name=row["name"],
        hint=row.get("hint", ""),
        inspection_area=row.get("inspection_area", ""),
        specialist_leader_area=row.get("sle_2016") or row.get("sle_2014", ""),
        position=row["order"],
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / name).read_text())
