"""Judged questions over the demonstration's providers, and how good the answers are.

`judged/` has a table for each kind of question. The grades were given by reading the entries: 3 is
whom a head would ask first, 2 a fair choice, 1 better than nothing. They are not made to fit the
engine; a question that it answers badly stays.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import log2
from pathlib import Path
from statistics import fmean
from typing import Any

from app.demonstration.files import tables
from app.prospectus import seeds
from app.prospectus.documents import document_of
from app.prospectus.facts import Availability, DesignationStatus, ProviderKind
from app.prospectus.models import (
    Designation,
    DesignationType,
    ExpertiseArea,
    Provider,
    ProviderExpertise,
)
from app.schools.models import School
from app.search.documents import Document
from app.search.query import SearchRequest
from app.search.whoosh_engine import WhooshEngine
from tests.search.entries import filled

KINDS = ("acronyms", "plain", "misspellings", "inspection", "names")
TODAY = date(2026, 11, 24)
DEPTH = 10
_REFERENCE = Path(seeds.__file__).parent / "data"


@dataclass(frozen=True)
class Judged:
    query: str
    kind: str
    grades: Mapping[str, int]


@dataclass(frozen=True)
class Score:
    ndcg: float
    success: float
    questions: int


def judged(kind: str) -> list[Judged]:
    with (Path(__file__).parent / "judged" / f"{kind}.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Judged(row["query"], kind, {slug: int(grade) for slug, grade in _pairs(row["fitting"])})
        for row in rows
    ]


def _pairs(fitting: str) -> list[tuple[str, ...]]:
    return [tuple(pair.split(":")) for pair in fitting.split()]


def corpus() -> list[Document]:
    """Return the documents of the demonstration's entries, by slug, without any database."""
    reference = tomllib.loads((_REFERENCE / "designation_types.toml").read_text())
    types = {row["code"]: row for row in reference["designation_type"]}
    areas = {
        row["code"]: row
        for row in tomllib.loads((_REFERENCE / "expertise_areas.toml").read_text())["area"]
    }
    schools = {row["urn"]: row for row in tables("school", "schools")}
    entries = tables("provider", "providers_people", "providers_organisations")
    return [_document(entry, types, areas, schools.get(entry.get("host_urn"))) for entry in entries]


def _document(
    entry: dict[str, Any],
    types: Mapping[str, Any],
    areas: Mapping[str, Any],
    host: dict[str, Any] | None,
) -> Document:
    provider = Provider(
        id=1,
        name=entry["name"],
        kind=ProviderKind(entry["kind"]),
        organisation_type=entry.get("organisation_type", ""),
        authority_code=entry["authority"],
        host=School(name=host["name"], town=host["town"]) if host else None,
        headline=entry["headline"],
        summary=entry["summary"],
        experience=entry.get("experience", ""),
        phases=entry["phases"],
        modes=entry["modes"],
        areas=entry["areas"],
        availability=Availability(entry["availability"]),
        designations=[
            Designation(
                type=DesignationType(
                    code=held["type"],
                    name=types[held["type"]]["name"],
                    short_name=types[held["type"]]["short_name"],
                ),
                standing=DesignationStatus(held["status"]),
                awarded_on=held["awarded_on"],
                ends_on=held.get("ends_on"),
            )
            for held in entry.get("designation", [])
        ],
        expertise=[
            ProviderExpertise(area=_area(areas[held["code"]]), note=held.get("note", ""))
            for held in entry["expertise"]
        ],
    )
    return replace(document_of(provider, TODAY), id=entry["slug"])


def _area(row: dict[str, Any]) -> ExpertiseArea:
    return ExpertiseArea(
        code=row["code"],
        name=row["name"],
        hint=row.get("hint", ""),
        specialist_leader_area=row.get("sle_2016") or row.get("sle_2014", ""),
    )


def engine(folder: Path) -> WhooshEngine:
    return filled(folder, corpus())


def first_ten(engine: WhooshEngine, query: str) -> list[str]:
    return [hit.id for hit in engine.search(SearchRequest(query, limit=DEPTH)).hits]


def first_ten_as_typed(engine: WhooshEngine, query: str) -> list[str]:
    """Return whom a reader finds who wants neither synonyms nor near words."""
    request = SearchRequest(query, limit=DEPTH, exact=True)
    return [hit.id for hit in engine.search(request).hits]


def ndcg(found: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return the gain of the order found, as a part of the best that there could be."""
    best = _gain(sorted(grades.values(), reverse=True)[:DEPTH])
    return _gain([grades.get(slug, 0) for slug in found[:DEPTH]]) / best


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))


def succeeds(found: Sequence[str], grades: Mapping[str, int]) -> bool:
    """Say whether one of the first three is a good or the best choice."""
    return any(grades.get(slug, 0) >= 2 for slug in found[:3])


def score(engine: WhooshEngine, questions: Sequence[Judged], *, as_typed: bool = False) -> Score:
    find = first_ten_as_typed if as_typed else first_ten
    answers = [(find(engine, one.query), one.grades) for one in questions]
    return Score(
        ndcg=fmean(ndcg(found, grades) for found, grades in answers),
        success=fmean(succeeds(found, grades) for found, grades in answers),
        questions=len(answers),
    )
