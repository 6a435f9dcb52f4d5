"""Kinds of designation: added, edited, put in order; a scheme ends, its kind stays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.core.errors import DomainError
from app.extensions import db
from app.prospectus.designations import queries
from app.prospectus.designations.services.ordering import STEP, exchange, neighbour
from app.prospectus.documents import document_id
from app.prospectus.models import Designation, DesignationType, Provider
from app.prospectus.queries import designation_types
from app.search.services import mark_changed

LONGEST_CODE = 50


@dataclass(frozen=True)
class KindFacts:
    name: str
    short_name: str
    held_by: str
    awarding_body: str
    description: str
    term_years: int | None = None
    scheme_ended_on: date | None = None


def add_kind(facts: KindFacts) -> DesignationType:
    last = max((kind.position for kind in designation_types()), default=0)
    kind = DesignationType(code=_new_code(facts.name), position=last + STEP)
    _write(kind, facts)
    db.session.add(kind)
    db.session.flush()
    return kind


def edit_kind(kind: DesignationType, facts: KindFacts) -> None:
    """Change all but the code; entries that show it are brought to the search again."""
    _write(kind, facts)
    db.session.flush()
    held_by = select(Designation.provider_id).where(Designation.type_id == kind.id)
    holders = select(Provider).where(Provider.id.in_(held_by)).order_by(Provider.id)
    mark_changed(db.session(), [document_id(one) for one in db.session.scalars(holders)])


def remove_kind(kind: DesignationType) -> None:
    """Delete a kind that nobody ever held; what was held stays readable."""
    check_removable(kind)
    db.session.delete(kind)
    db.session.flush()


def check_removable(kind: DesignationType) -> None:
    if queries.is_held(kind):
        message = "This kind is or was in use. Enter the day its scheme ended instead."
        raise DomainError(message)


def move_kind(kind: DesignationType, *, up: bool) -> None:
    """Change places with the neighbour among the schemes that run, or among the ended ones."""
    kinds = designation_types()
    ended = kind.scheme_ended_on is not None
    alike = [one for one in kinds if (one.scheme_ended_on is not None) is ended]
    if (other := neighbour(alike, kind, up=up)) is not None:
        exchange(kinds, kind, other)
        db.session.flush()


def _write(kind: DesignationType, facts: KindFacts) -> None:
    for name, value in vars(facts).items():
        setattr(kind, name, value)


def _new_code(name: str) -> str:
    """Return the name in small letters and hyphens, with a number if that is taken."""
    code = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:LONGEST_CODE] or "kind"
    known = {kind.code for kind in designation_types()}
    number, free = 1, code
    while free in known:
        number += 1
        free = f"{code}-{number}"
    return free
