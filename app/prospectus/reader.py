"""The schools of the person who reads the prospectus: their own, and nobody else's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.accounts.models import Person
from app.accounts.roles import SCHOOL_ROLES, SCHOOL_SPEAKERS
from app.schools.models import School
from app.schools.queries import schools_by_urns


@dataclass(frozen=True)
class Reader:
    """`speaks_for` are the schools that may ask for support in this person's name."""

    is_signed_in: bool = False
    schools: Sequence[School] = ()
    speaks_for: Sequence[School] = ()


VISITOR = Reader()


def reader_of(person: Person | None) -> Reader:
    """Return what the pages need to know of the person, in one statement or none."""
    if person is None:
        return VISITOR
    schools = schools_by_urns(person.schools_as(SCHOOL_ROLES))
    speaks_for = set(person.schools_as(SCHOOL_SPEAKERS))
    return Reader(
        is_signed_in=True,
        schools=schools,
        speaks_for=[school for school in schools if school.urn in speaks_for],
    )
