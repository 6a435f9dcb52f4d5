"""Who speaks, reads and decides, as lists and messages ask it: `voices` in SQL and by name.

Every list of requests or commissions that asks for a school or an authority asks here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true
from sqlalchemy.orm import aliased

from app.accounts.queries import holders
from app.accounts.roles import SCHOOL_ROLES, Role
from app.commissions import voices
from app.commissions.facts import RequestKind
from app.commissions.models import BoardNeed, Commission, SupportRequest
from app.commissions.voices import (
    BOARD_OFFICERS,
    BOARD_ROLES,
    BOARD_VOICES,
    OFFICERS,
    SCHOOL_READERS,
    SCHOOL_VOICES,
)
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.voices import Matter

    Matters: TypeAlias = type[SupportRequest | Commission]

# by role of the school, what says whether its holders may know
_TOLD = {
    Role.HEAD: BoardNeed.head_may_know,
    Role.DELEGATE: BoardNeed.head_may_know,
    Role.CHAIR: BoardNeed.chair_may_know,
    Role.CLERK: BoardNeed.clerk_may_know,
    Role.GOVERNOR: BoardNeed.governors_may_know,
}


def read_for_school(person: Person, matters: Matters) -> ColumnElement[bool]:
    """Say in SQL what `voices.reads` says of one."""
    return or_(
        _of_schools(matters) & matters.school_urn.in_(person.schools_as(SCHOOL_READERS)),
        _request_id(matters).in_(_known(person)),
    )


def spoken_for(person: Person, matters: Matters) -> ColumnElement[bool]:
    """Say in SQL what `voices.speaks` says of one."""
    return or_(
        _of_schools(matters) & matters.school_urn.in_(person.schools_as(SCHOOL_VOICES)),
        _request_id(matters).in_(_known(person, speaking=True)),
    )


def acted_on(
    person: Person,
    matters: Matters,
    *also: Role,
    of_schools: Sequence[Role] = OFFICERS,
    of_boards: Sequence[Role] = BOARD_OFFICERS,
) -> ColumnElement[bool]:
    """Choose what the person acts on for its authority; the roles `also` act on both kinds."""
    schools = person.authorities_as(*of_schools, *also)
    boards = person.authorities_as(*of_boards, *also)
    return and_(
        or_(
            _of_schools(matters) & matters.authority_code.in_(schools),
            (matters.kind == RequestKind.BOARD) & matters.authority_code.in_(boards),
        ),
        not_shut_out(person, matters),
    )


def judged_by(person: Person) -> ColumnElement[bool]:
    """Choose the commissions of the authorities for which the person judges."""
    leads = (Role.QUALITY_LEAD,)
    return acted_on(person, Commission, of_schools=leads, of_boards=leads)


def not_shut_out(person: Person, matters: Matters) -> ColumnElement[bool]:
    """Say in SQL what `voices.is_shut_out` denies."""
    schools = person.schools_as(SCHOOL_ROLES)
    if not schools:
        return true()
    return or_(
        _of_schools(matters),
        matters.school_urn.not_in(schools),
        _request_id(matters).in_(_known(person)),
    )


def _of_schools(matters: Matters) -> ColumnElement[bool]:
    return matters.kind == RequestKind.SCHOOL


def _request_id(matters: Matters) -> Any:
    return SupportRequest.id if matters is SupportRequest else Commission.request_id


def _known(person: Person, *, speaking: bool = False) -> Select[int]:
    """Choose the boards' requests that the person reads as one of the school's side."""
    asked = aliased(SupportRequest)
    own = asked.requester_id == person.id
    if speaking:
        own &= asked.school_urn.in_(person.schools_as(BOARD_ROLES))
    which = [own]
    for urn, roles in _roles_by_school(person).items():
        if speaking and roles.isdisjoint(BOARD_VOICES):
            continue
        told = [_TOLD[role] for role in roles]
        openly = [BoardNeed.in_confidence.is_(False)] if speaking else []
        which.append(and_(asked.school_urn == urn, asked.submitted_at.is_not(None), *told, *openly))
    return (
        select(asked.id)
        .join(BoardNeed, BoardNeed.request_id == asked.id)
        .where(asked.kind == RequestKind.BOARD, or_(*which))
    )


def _roles_by_school(person: Person) -> dict[int, set[Role]]:
    found: dict[int, set[Role]] = {}
    for assignment in person.current_assignments:
        if assignment.school_urn is not None and assignment.role in SCHOOL_ROLES:
            found.setdefault(assignment.school_urn, set()).add(assignment.role)
    return found


# People


def people_of_side(matter: Matter, urn: int | None = None) -> Sequence[Person]:
    """Return who belongs to the school's side today: of a board's matter the whole school.

    Some of those may not know of it, so this is to compare with and never to show. `urn` is
    another school than the matter's own, for example one that follows it.
    """
    roles = tuple(SCHOOL_ROLES) if voices.is_of_board(matter) else SCHOOL_READERS
    return holders(*roles, school=urn or matter.school_urn)


def voices_of(matter: Matter) -> list[Person]:
    """Return who speaks for the school's side, by name."""
    roles = BOARD_ROLES if voices.is_of_board(matter) else SCHOOL_VOICES
    people = holders(*roles, school=matter.school_urn)
    return [person for person in people if voices.speaks(person, matter)]


def signers_of(matter: Matter) -> list[Person]:
    roles = BOARD_ROLES if voices.is_of_board(matter) else (Role.HEAD,)
    people = holders(*roles, school=matter.school_urn)
    return [person for person in people if voices.signs(person, matter)]


def leads_of(commission: Commission) -> list[Person]:
    """Return who leads the provider, but for who must not know of the work."""
    people = holders(Role.PROVIDER_LEAD, provider=commission.provider_id)
    return [person for person in people if not voices.is_shut_out(person, commission)]


def officers_of(matter: Matter, *also: Role) -> list[Person]:
    """Return who may act on it for its authority, by name, with those of the roles `also`."""
    people = holders(*voices.officer_roles(matter), *also, authority=matter.authority_code)
    return [person for person in people if not voices.is_shut_out(person, matter)]


def times_worked_for_board(request: SupportRequest, provider_ids: Sequence[int]) -> dict[int, int]:
    """Return how often each provider was taken on by the board that asks; of schools nothing."""
    if not voices.is_of_board(request) or not provider_ids:
        return {}
    query = (
        select(Commission.provider_id, func.count())
        .where(
            Commission.provider_id.in_(provider_ids),
            Commission.kind == RequestKind.BOARD,
            Commission.school_urn == request.school_urn,
            Commission.approved_at.is_not(None),
        )
        .group_by(Commission.provider_id)
    )
    return dict(db.session.execute(query).all())
