"""For which schools a person may ask: their own, and for officers those they looked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import request

from app.accounts.roles import Role
from app.commissions.voices import SCHOOL_VOICES
from app.schools.queries import LONGEST_SEARCH, SchoolSearch, school_by_urn, search_schools

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.schools.models import School


@dataclass(frozen=True)
class SchoolsToAskFor:
    words: str
    own: Mapping[int, School]
    offered: Mapping[int, School]
    is_officer: bool

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(str(urn), f"{s.name} (URN {urn})") for urn, s in self.offered.items()]


def schools_to_ask_for(person: Person) -> SchoolsToAskFor:
    """Read the words of the address, by which an officer finds a school of the authority."""
    words = " ".join(request.args.get("q", "").replace("\x00", " ").split())[:LONGEST_SEARCH]
    own = {
        urn: school for urn in person.schools_as(SCHOOL_VOICES) if (school := school_by_urn(urn))
    }
    found = search_schools(SchoolSearch(words), None).items if words else []
    officer = person.authorities_as(Role.BROKER)
    offered = own | {s.urn: s for s in found if s.authority_code in officer}
    return SchoolsToAskFor(words, own, offered, bool(officer))
