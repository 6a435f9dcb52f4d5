"""Designations that no database knows, at any standing."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import Role
from app.prospectus.designations.facts import DesignationAct
from app.prospectus.facts import DesignationStatus, ProviderKind
from app.prospectus.models import (
    Designation,
    DesignationAppeal,
    DesignationDecision,
    DesignationType,
    Provider,
)

PROVIDER, HOST = 7, 900103
LONG_AGO = date(2020, 9, 1)
# a Monday in term
DECIDED = datetime(2026, 11, 2, 9, tzinfo=UTC)


def designation(
    standing: DesignationStatus, *decisions: DesignationDecision, ends_on: date | None = None
) -> Designation:
    """Return one whose newest decision comes first."""
    return Designation(
        standing=standing,
        awarded_on=LONG_AGO,
        ends_on=ends_on,
        type=DesignationType(name="Local Leader", term_years=4),
        provider=Provider(
            id=PROVIDER, authority_code="384", host_urn=HOST, kind=ProviderKind.PERSON
        ),
        decisions=list(decisions),
    )


def decision(act: DesignationAct, *, by: Person | None = None) -> DesignationDecision:
    return DesignationDecision(
        act=act, reason="Why", decided_at=DECIDED, decided_by_id=by.id if by else None
    )


def appealed(act: DesignationAct, *, by: Person) -> DesignationDecision:
    made = decision(act, by=by)
    made.appeal = DesignationAppeal(words="Wrong", made_at=DECIDED)
    return made


def person(number: int, *roles: tuple[Role, dict[str, object]]) -> Person:
    somebody = Person(id=number, name="Somebody", email="s@test.example")
    for role, scope in roles:
        somebody.assignments.append(RoleAssignment(role=role, starts_on=LONG_AGO, **scope))
    return somebody


def officer(number: int, role: Role = Role.BROKER, authority: str = "384") -> Person:
    return person(number, (role, {"authority_code": authority}))
