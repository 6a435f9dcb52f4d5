"""Where the people of a provider govern or work: a champion has no home school that lends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from app.accounts.models import RoleAssignment
from app.accounts.roles import SCHOOL_ROLES, Role
from app.core import clock
from app.extensions import db
from app.schools.models import School

if TYPE_CHECKING:
    from collections.abc import Sequence


def homes_of(providers: Sequence[int]) -> dict[int, list[School]]:
    """Return by provider the schools at which somebody who leads it holds a role today, by name."""
    today, lead, own = clock.today(), aliased(RoleAssignment), aliased(RoleAssignment)
    query = (
        select(lead.provider_id, School)
        .join_from(lead, own, own.person_id == lead.person_id)
        .join(School, School.urn == own.school_urn)
        .where(
            lead.role == Role.PROVIDER_LEAD,
            lead.provider_id.in_(providers),
            own.role.in_(SCHOOL_ROLES),
            *(
                condition
                for held in (lead, own)
                for condition in (
                    held.starts_on <= today,
                    or_(held.ends_on.is_(None), held.ends_on >= today),
                )
            ),
        )
        .order_by(School.name, School.urn)
    )
    homes: dict[int | None, dict[int, School]] = {number: {} for number in providers}
    for provider, school in db.session.execute(query):
        # who holds two roles at a school is there once
        homes[provider][school.urn] = school
    return {number: list(homes[number].values()) for number in providers}
