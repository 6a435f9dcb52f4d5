"""The criteria in their groups: for every entry first, then kind by kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.prospectus.designations import queries
from app.prospectus.queries import designation_types

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.prospectus.models import Criterion, DesignationType


@dataclass(frozen=True)
class Group:
    title: str
    criteria: Sequence[Criterion]


HEADER = ("Asked of", "Criterion", "Guidance", "Until")


def file_rows(groups: Sequence[Group], retired: Sequence[Criterion]) -> list[list[object]]:
    """Return what is asked in its order, then what no longer is."""
    asked = [(group.title, one) for group in groups for one in group.criteria]
    return [
        [title, one.words, one.guidance, one.retired_on]
        for title, one in [*asked, *(("Retired", one) for one in retired)]
    ]


@dataclass(frozen=True)
class Kind:
    """One kind of designation, with the criteria of its own."""

    kind: DesignationType
    criteria: Sequence[Criterion]


@dataclass(frozen=True)
class Published:
    """What everybody may read: by what entries are judged, and what designations mean."""

    for_every_entry: Sequence[Criterion]
    current: Sequence[Kind]
    ended: Sequence[Kind]


def groups() -> list[Group]:
    """Return the groups that have criteria; that for every entry also without."""
    page = published()
    kinds = [*page.current, *page.ended]
    return [
        Group("For every entry in the prospectus", page.for_every_entry),
        *(Group(f"For a {one.kind.name}", one.criteria) for one in kinds if one.criteria),
    ]


def published() -> Published:
    by_kind: dict[int | None, list[Criterion]] = {}
    for criterion in queries.all_criteria_in_force():
        by_kind.setdefault(criterion.designation_type_id, []).append(criterion)
    kinds = [Kind(kind, by_kind.get(kind.id, [])) for kind in designation_types()]
    return Published(
        for_every_entry=by_kind.get(None, []),
        current=[one for one in kinds if one.kind.scheme_ended_on is None],
        ended=[one for one in kinds if one.kind.scheme_ended_on is not None],
    )
