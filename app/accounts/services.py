from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts import queries
from app.accounts.models import Person, RoleAssignment
from app.accounts.passwords import hash_password, verify_password, weakness
from app.accounts.roles import AUTHORITY_ROLES, PROVIDER_ROLES, ROLE_WORDS, SCHOOL_ROLES, Role
from app.core import clock
from app.core.errors import DomainError
from app.extensions import db

if TYPE_CHECKING:
    from datetime import date


def authenticate(*, email: str, password: str) -> Person | None:
    """Return the person whose password this is; takes as long when there is no such person."""
    person = queries.person_by_email(email)
    right = verify_password(person.password_hash if person else None, password)
    return person if person and right and person.active else None


def add_person(*, email: str, name: str, password: str | None) -> Person:
    """Add an account; raise DomainError when the address is taken or the password too weak."""
    if queries.person_by_email(email) is not None:
        message = f"{email} already has an account."
        raise DomainError(message)
    if password is not None and (reason := weakness(password)):
        raise DomainError(reason)
    person = Person(
        email=email.lower(),
        name=name,
        password_hash=hash_password(password) if password is not None else None,
    )
    db.session.add(person)
    db.session.flush()
    return person


def assign_role(
    *,
    person: Person,
    role: Role,
    school: int | None = None,
    provider: int | None = None,
    authority: str | None = None,
    limit_pence: int | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> RoleAssignment:
    """Give a role; raise DomainError when its kind of scope is missing or another is given."""
    scopes = {"school": school, "provider": provider, "authority": authority}
    given = [name for name, value in scopes.items() if value is not None]
    if given != [scope_of(role)]:
        message = f"{ROLE_WORDS[role]} needs this scope and no other: {scope_of(role)}."
        raise DomainError(message)
    assignment = RoleAssignment(
        person=person,
        role=role,
        school_urn=school,
        provider_id=provider,
        authority_code=authority,
        limit_pence=limit_pence,
        starts_on=starts_on or clock.today(),
        ends_on=ends_on,
    )
    db.session.add(assignment)
    db.session.flush()
    return assignment


def scope_of(role: Role) -> str:
    """Return what a role is held at: school, provider or authority."""
    for roles, scope in (
        (SCHOOL_ROLES, "school"),
        (PROVIDER_ROLES, "provider"),
        (AUTHORITY_ROLES, "authority"),
    ):
        if role in roles:
            return scope
    raise AssertionError(role)
