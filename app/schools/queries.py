"""Reads of the register."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased, joinedload

from app.core.paging import Page, paginate
from app.extensions import db
from app.schools.facts import Status
from app.schools.models import GroupMembership, School, SchoolLink

_URN = re.compile(r"\d{5,7}")
_LAESTAB = re.compile(r"(\d{3})/?(\d{4})")
_POSTCODE_START = re.compile(r"[A-Za-z]{1,2}\d[A-Za-z\d]?\s?(?:\d[A-Za-z]{0,2})?")
LONGEST_SEARCH = 100


class Sort(StrEnum):
    NAME = "name"
    PUPILS = "pupils"
    CHANGED = "changed"


@dataclass(frozen=True)
class SchoolSearch:
    """What somebody asked for; empty means everything."""

    words: str = ""
    phases: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    sort: Sort = Sort.NAME


def school_by_urn(urn: int) -> School | None:
    return db.session.get(
        School,
        urn,
        options=[joinedload(School.authority), joinedload(School.last_changed_run)],
    )


def schools_by_urns(urns: Collection[int]) -> list[School]:
    """Return the schools by name; nothing is asked of the database for none."""
    if not urns:
        return []
    query = sa.select(School).where(School.urn.in_(urns)).order_by(School.name, School.urn)
    return list(db.session.scalars(query))


def search_schools(search: SchoolSearch, page: str | None) -> Page[School]:
    """Find schools; closed ones come after the others in the order by name."""
    return paginate(db.session(), _found(search), page)


def schools_found(search: SchoolSearch, most: int) -> Sequence[School]:
    """Return the first `most` of the schools found, for a file."""
    return db.session.scalars(_found(search).limit(most)).all()


def _found(search: SchoolSearch) -> sa.Select[School]:
    query = sa.select(School)
    if search.words:
        query = query.where(_matches(search.words))
    if search.phases:
        query = query.where(School.phase_name.in_(search.phases))
    if search.statuses:
        query = query.where(School.status_code.in_([status.value for status in search.statuses]))
    return query.order_by(*_order(search.sort))


def phases_in_register() -> list[str]:
    """Return the phases that some school has, from nursery upwards."""
    query = (
        sa.select(School.phase_name)
        .where(School.phase_name.is_not(None))
        .group_by(School.phase_name)
        .order_by(sa.func.min(School.phase_code), School.phase_name)
    )
    return [name for name in db.session.scalars(query) if name]


def memberships_of(urn: int) -> list[GroupMembership]:
    query = (
        sa.select(GroupMembership)
        .where(GroupMembership.urn == urn)
        .options(joinedload(GroupMembership.group))
        .order_by(GroupMembership.joined_on, GroupMembership.group_uid)
    )
    return list(db.session.scalars(query))


class Relation(StrEnum):
    PREDECESSOR = "Predecessor"
    SUCCESSOR = "Successor"
    OTHER = "Other"


_OPPOSITE = {
    Relation.PREDECESSOR: Relation.SUCCESSOR,
    Relation.SUCCESSOR: Relation.PREDECESSOR,
}


@dataclass(frozen=True)
class LinkedSchool:
    urn: int
    name: str | None
    relation: Relation
    kind: str
    established_on: date | None
    in_register: bool


def links_of(urn: int) -> list[LinkedSchool]:
    """Return the schools linked to this one, whichever end the register wrote the link at."""
    other = aliased(School)
    other_urn = sa.case((SchoolLink.urn == urn, SchoolLink.link_urn), else_=SchoolLink.urn)
    query = (
        sa.select(SchoolLink, other.name)
        .outerjoin(other, other.urn == other_urn)
        .where(sa.or_(SchoolLink.urn == urn, SchoolLink.link_urn == urn))
        # what is written at this school comes first and speaks for the pair
        .order_by(SchoolLink.link_urn == urn, SchoolLink.urn, SchoolLink.link_urn, SchoolLink.kind)
    )
    found: dict[tuple[int, Relation], LinkedSchool] = {}
    for link, name in db.session.execute(query):
        relation, written_here = _relation(link.kind), link.urn == urn
        if not written_here:
            if relation not in _OPPOSITE:
                continue
            relation = _OPPOSITE[relation]
        linked = LinkedSchool(
            urn=link.link_urn if written_here else link.urn,
            name=name or (link.link_name if written_here else None),
            relation=relation,
            kind=link.kind if written_here else relation.value,
            established_on=link.established_on,
            in_register=name is not None,
        )
        found.setdefault((linked.urn, relation), linked)
    return list(found.values())


def _relation(kind: str) -> Relation:
    """Read `Successor - merged` and its like by their first word."""
    first = kind.split(maxsplit=1)[0]
    return Relation(first) if first in _PLAIN_RELATIONS else Relation.OTHER


_PLAIN_RELATIONS = {relation.value for relation in _OPPOSITE}


def _matches(words: str) -> sa.ColumnElement[bool]:
    """Match a URN, a LAESTAB or the start of a postcode, else every word in name or place."""
    text = " ".join(words.split())
    exact: list[sa.ColumnElement[bool]] = []
    if _URN.fullmatch(text):
        exact.append(School.urn == int(text))
    if number := _LAESTAB.fullmatch(text):
        exact.append(
            sa.and_(
                School.authority_code == number[1], School.establishment_number == int(number[2])
            )
        )
    if _POSTCODE_START.fullmatch(text):
        packed = sa.func.replace(School.postcode, " ", "")
        exact.append(packed.startswith(text.replace(" ", "").upper(), autoescape=True))
    bare_name = sa.func.replace(sa.func.replace(School.name, "'", ""), ".", "")
    every_word = sa.and_(
        *[
            sa.or_(
                bare_name.icontains(word, autoescape=True),
                School.town.icontains(word, autoescape=True),
                School.locality.icontains(word, autoescape=True),
            )
            for word in re.sub(r"['’.]", "", text).split()  # as people type it
        ]
    )
    return sa.or_(*exact, every_word)


def _order(sort: Sort) -> list[sa.SQLColumnExpression[Any]]:
    closed_last = sa.case((School.status_code == Status.CLOSED.value, 1), else_=0)
    by_name = [sa.func.lower(School.name), School.urn]
    match sort:
        case Sort.NAME:
            return [closed_last, *by_name]
        case Sort.PUPILS:
            return [School.number_of_pupils.desc().nulls_last(), *by_name]
        case Sort.CHANGED:
            return [School.register_changed_on.desc().nulls_last(), *by_name]
