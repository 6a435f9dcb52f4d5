"""Entries as lists show them: plain rows, read in three statements however many there are.

Loading whole records takes several times as long as drawing them. So a list has rows, and an
entry's own page the record; what is said of an entry is said in the same words of both (`Entry`).

A process keeps the rows it has read. One statement asks which of them are still published and have
the stamp that they were read with; the others are read again. So nobody meets an old entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import BindParameter, Connection, Executable, bindparam, select

from app.core.paging import PER_PAGE
from app.extensions import db
from app.prospectus.facts import (
    Availability,
    DesignationStatus,
    ListingStatus,
    ProviderKind,
    assured_in_public,
    is_in_date,
    standing_on,
)
from app.prospectus.models import (
    Designation,
    DesignationType,
    ExpertiseArea,
    Provider,
    ProviderExpertise,
    ProviderRecord,
    ProviderStamp,
)
from app.schools.brief import SchoolInBrief
from app.schools.models import School


class AwardKind(NamedTuple):
    code: str
    name: str


class Award(NamedTuple):
    """A designation of a listed entry."""

    standing: DesignationStatus
    awarded_on: date
    ends_on: date | None
    type: AwardKind

    def in_date(self, day: date) -> bool:
        return is_in_date(self.standing, self.awarded_on, self.ends_on, day)

    def standing_on(self, day: date) -> DesignationStatus:
        return standing_on(self.standing, self.ends_on, day)


class Area(NamedTuple):
    code: str
    name: str


class Held(NamedTuple):
    """An area of expertise that a listed entry names; with name and note in small letters."""

    note: str
    area: Area
    folded: str


@dataclass(frozen=True, eq=False, slots=True)
class Listed:
    """A published entry; its fields are named as a provider's. Kept, so equal to itself only."""

    id: int
    slug: str
    name: str
    kind: ProviderKind
    organisation_type: str
    host_urn: int | None
    headline: str
    phases: Sequence[str]
    availability: Availability
    confirmed_on: date | None
    host: SchoolInBrief | None
    # commissions quality assured; 0 while there are too few to be shown
    assured: int
    designations: Sequence[Award]
    expertise: Sequence[Held]


class AtLength(NamedTuple):
    """What a spreadsheet says of an entry besides, and a list on a page has no room for."""

    summary: str
    experience: str
    modes: Sequence[str]
    areas: Sequence[str]


Entry: TypeAlias = Provider | Listed


# by all that changes when anything does that is in the row: some kilobytes each
_Stamp: TypeAlias = tuple[int, str | None, int | None]
KEPT_ENTRIES = 2_000
_kept: dict[_Stamp, Listed] = {}

# composed once, and of tables: each takes as long as the asking itself
_PROVIDER, _SCHOOL, _RECORD = Provider.__table__, School.__table__, ProviderRecord.__table__
_AWARD, _KIND = Designation.__table__, DesignationType.__table__
_STAMP = ProviderStamp.__table__
_HELD, _AREA = ProviderExpertise.__table__, ExpertiseArea.__table__
_OF_ENTRY = [field.name for field in fields(Listed) if field.name in _PROVIDER.c]
_OF_HOST = SchoolInBrief._fields
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_PUBLISHED = _PROVIDER.c.listing == ListingStatus.PUBLISHED
# an import of the register goes past the session, which sets the stamps
_STAMPS = (
    select(_PROVIDER.c.id, _STAMP.c.stamp, _SCHOOL.c.last_changed_run_id)
    .select_from(
        _PROVIDER.outerjoin(_STAMP, _STAMP.c.provider_id == _PROVIDER.c.id).outerjoin(
            _SCHOOL, _SCHOOL.c.urn == _PROVIDER.c.host_urn
        )
    )
    .where(_PUBLISHED)
)
# with a place for each id of a page: as many as they happen to be, they are put in anew each time
_PLACES = [f"id_{place}" for place in range(PER_PAGE)]
_STAMPS_OF_A_PAGE = _STAMPS.where(_PROVIDER.c.id.in_([bindparam(name) for name in _PLACES]))
_ENTRIES = (
    select(
        *(_PROVIDER.c[name] for name in _OF_ENTRY),
        _RECORD.c.commissions_assured,
        *(_SCHOOL.c[name] for name in _OF_HOST),
    )
    .select_from(
        _PROVIDER.outerjoin(_SCHOOL, _SCHOOL.c.urn == _PROVIDER.c.host_urn).outerjoin(
            _RECORD, _RECORD.c.provider_id == _PROVIDER.c.id
        )
    )
    .where(_PUBLISHED, _PROVIDER.c.id.in_(_IDS))
)
# in the order in which records have them
_AWARDS = (
    select(
        *(_AWARD.c[name] for name in ("provider_id", "standing", "awarded_on", "ends_on")),
        *(_KIND.c[name] for name in ("code", "name")),
    )
    .join_from(_AWARD, _KIND, _KIND.c.id == _AWARD.c.type_id)
    .where(_AWARD.c.provider_id.in_(_IDS))
    .order_by(_AWARD.c.awarded_on.desc(), _AWARD.c.id)
)
_EXPERTISE = (
    select(_HELD.c.provider_id, _HELD.c.note, _AREA.c.code, _AREA.c.name)
    .join_from(_HELD, _AREA, _AREA.c.id == _HELD.c.area_id)
    .where(_HELD.c.provider_id.in_(_IDS))
    .order_by(_HELD.c.id)
)
_AT_LENGTH = select(_PROVIDER.c.id, *(_PROVIDER.c[name] for name in AtLength._fields)).where(
    _PROVIDER.c.id.in_(_IDS)
)


def listed(ids: Sequence[int]) -> list[Listed]:
    """Return the published entries among the ids, in their order."""
    if not ids:
        return []
    connection = db.session.connection()
    stamps: dict[int, _Stamp] = {row[0]: tuple(row) for row in _stamps(connection, ids)}
    # asked for once each: another thread may let go of all at any time
    kept = {number: _kept.get(stamp) for number, stamp in stamps.items()}
    found = {number: entry for number, entry in kept.items() if entry}
    if missing := [number for number in stamps if number not in found]:
        read = _read(connection, missing)
        found |= read
        _keep({stamps[number]: entry for number, entry in read.items() if stamps[number][1]})
    return [found[number] for number in ids if number in found]


def _stamps(connection: Connection, ids: Sequence[int]) -> Iterable[Sequence[Any]]:
    if len(ids) > PER_PAGE:
        return _rows(connection, _STAMPS.where(_PROVIDER.c.id.in_(_IDS)), ids)
    places = dict.fromkeys(_PLACES, ids[0]) | dict(zip(_PLACES, ids, strict=False))
    return connection.execute(_STAMPS_OF_A_PAGE, places).all()


def _keep(entries: Mapping[_Stamp, Listed]) -> None:
    """Keep them if there is room at all, and let go of all others before there are too many."""
    if len(entries) > KEPT_ENTRIES:
        return
    if len(_kept) + len(entries) > KEPT_ENTRIES:
        _kept.clear()
    _kept.update(entries)


def _read(connection: Connection, ids: Sequence[int]) -> dict[int, Listed]:
    awards: dict[int, list[Award]] = {number: [] for number in ids}
    expertise: dict[int, list[Held]] = {number: [] for number in ids}
    for number, standing, awarded_on, ends_on, code, name in _rows(connection, _AWARDS, ids):
        awards[number].append(Award(standing, awarded_on, ends_on, AwardKind(code, name)))
    for number, note, code, name in _rows(connection, _EXPERTISE, ids):
        folded = f"{name} {note}".casefold()
        expertise[number].append(Held(note, Area(code, name), folded))
    return {
        row[0]: _entry(row, awards[row[0]], expertise[row[0]])
        for row in _rows(connection, _ENTRIES, ids)
    }


def forget() -> None:
    _kept.clear()


def at_length(ids: Sequence[int]) -> dict[int, AtLength]:
    rows = _rows(db.session.connection(), _AT_LENGTH, ids) if ids else ()
    return {row[0]: AtLength(*row[1:]) for row in rows}


def _rows(connection: Connection, query: Executable, ids: Sequence[int]) -> Iterable[Sequence[Any]]:
    return connection.execute(query, {"ids": ids}).all()


def _entry(row: Sequence[Any], awards: Sequence[Award], expertise: Sequence[Held]) -> Listed:
    width = len(_OF_ENTRY)
    assured, host = row[width], row[width + 1 :]
    return Listed(
        **dict(zip(_OF_ENTRY, row, strict=False)),
        host=SchoolInBrief(*host) if host[0] is not None else None,
        assured=assured_in_public(assured or 0),
        designations=awards,
        expertise=expertise,
    )
