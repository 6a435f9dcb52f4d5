from __future__ import annotations

import secrets
from datetime import date
from typing import TYPE_CHECKING

from flask_login import UserMixin
from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.roles import Role
from app.core import clock
from app.core.model import Audited, Enumerated, Record
from app.schools.models import Authority, School

if TYPE_CHECKING:
    from collections.abc import Iterable

STAMP_BYTES = 16


class Person(UserMixin, Record):
    """Somebody who can sign in. One person often holds several roles at once."""

    __tablename__ = "person"
    __audit_secret__ = frozenset({"password_hash", "session_stamp"})

    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    active: Mapped[bool] = mapped_column(default=True)
    # part of every session; a new one signs the person out everywhere
    session_stamp: Mapped[str] = mapped_column(
        String(40), default=lambda: secrets.token_urlsafe(STAMP_BYTES)
    )

    assignments: Mapped[list[RoleAssignment]] = relationship(
        back_populates="person", order_by="RoleAssignment.id"
    )

    @property
    def is_active(self) -> bool:
        return self.active

    def get_id(self) -> str:
        return f"{self.id}:{self.session_stamp}"

    @property
    def current_assignments(self) -> list[RoleAssignment]:
        today = clock.today()
        return [assignment for assignment in self.assignments if assignment.in_force(today)]

    def holds(
        self,
        *roles: Role,
        authority: str | None = None,
        school: int | None = None,
        provider: int | None = None,
    ) -> bool:
        """Tell whether one of the roles is held today, in the given scope if one is given."""
        return any(
            assignment.role in roles
            and authority in (None, assignment.authority_code)
            and school in (None, assignment.school_urn)
            and provider in (None, assignment.provider_id)
            for assignment in self.current_assignments
        )

    def schools_as(self, roles: Iterable[Role]) -> list[int]:
        """Return the URNs of the schools where one of the roles is held today."""
        wanted = frozenset(roles)
        return [a.school_urn for a in self.current_assignments if a.role in wanted and a.school_urn]

    def providers_led(self) -> list[int]:
        return [
            a.provider_id
            for a in self.current_assignments
            if a.role is Role.PROVIDER_LEAD and a.provider_id
        ]

    def authorities_as(self, *roles: Role) -> list[str]:
        return [
            a.authority_code
            for a in self.current_assignments
            if a.role in roles and a.authority_code
        ]

    def approval_limit(self, authority: str, *roles: Role) -> int:
        """Return the largest amount in pence this person may approve alone; 0 for none.

        In one of `roles`; without any, as an officer for schools.
        """
        roles = roles or (Role.BROKER, Role.APPROVER)
        return max(
            (
                a.limit_pence or 0
                for a in self.current_assignments
                if a.authority_code == authority and a.role in roles
            ),
            default=0,
        )


class RoleAssignment(Record):
    """A role, where it holds and from when to when; `ends_on` is the last day."""

    __tablename__ = "role_assignment"
    __table_args__ = (
        CheckConstraint(
            "(CASE WHEN school_urn IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN provider_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN authority_code IS NULL THEN 0 ELSE 1 END) = 1",
            name="one_scope",
        ),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[Role] = mapped_column(Enumerated(Role))
    school_urn: Mapped[int | None] = mapped_column(ForeignKey("school.urn"), index=True)
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("provider.id"), index=True)
    authority_code: Mapped[str | None] = mapped_column(ForeignKey("authority.code"))
    limit_pence: Mapped[int | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]

    person: Mapped[Person] = relationship(back_populates="assignments")
    school: Mapped[School | None] = relationship()
    authority: Mapped[Authority | None] = relationship()

    def in_force(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def audit_root(self) -> Audited:
        return self.person
