from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.models import Person, RoleAssignment
from app.core import clock
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.roles import Role


def person_by_email(email: str) -> Person | None:
    return db.session.scalar(select(Person).where(func.lower(Person.email) == email.lower()))


def person_by_session(identity: str) -> Person | None:
    """Return the person of a session id, unless its stamp was replaced or the account closed."""
    number, _, stamp = identity.partition(":")
    if not number.isdigit():
        return None
    # what they may do is asked on every page; who else is named there is only named
    with_roles = joinedload(Person.assignments)
    person = db.session.get(Person, int(number), options=[with_roles])
    return person if person and person.active and person.session_stamp == stamp else None


def holders(
    *roles: Role,
    school: int | None = None,
    provider: int | None = None,
    authority: str | None = None,
) -> Sequence[Person]:
    """Return the active people who hold one of the roles in the scope today, by name."""
    today = clock.today()
    query = (
        select(Person)
        .join(RoleAssignment)
        .where(
            Person.active,
            RoleAssignment.role.in_(roles),
            RoleAssignment.starts_on <= today,
            RoleAssignment.ends_on.is_(None) | (RoleAssignment.ends_on >= today),
        )
        .order_by(Person.name, Person.id)
        .options(selectinload(Person.assignments))
    )
    if school is not None:
        query = query.where(RoleAssignment.school_urn == school)
    if provider is not None:
        query = query.where(RoleAssignment.provider_id == provider)
    if authority is not None:
        query = query.where(RoleAssignment.authority_code == authority)
    return db.session.scalars(query).unique().all()
