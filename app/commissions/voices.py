"""Who speaks, reads and decides in a matter, by whether a school or its board asked.

Every other rule asks here, so this is the one place where the two differ; the same in SQL is
`app.commissions.queries.sides`. Pure rules.

For a school its head and delegate speak, its chair reads too, brokers match and approvers
approve. For a board whoever asked speaks, and unless it is in confidence the chair and the clerk
who may know; at the school only those read whom the asker named, and governor services act.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from app.accounts.roles import SCHOOL_ROLES, SCHOOL_SPEAKERS, Role
from app.commissions.facts import RequestKind

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, SupportRequest

    Matter: TypeAlias = SupportRequest | Commission

# who speaks for a school about its own request
SCHOOL_VOICES = (Role.HEAD, Role.DELEGATE)
# who of a school may read its requests and commissions
SCHOOL_READERS = SCHOOL_SPEAKERS
OFFICERS = (Role.BROKER, Role.APPROVER)
# who asks for a board; the clerk serves it and is no governor
BOARD_ROLES = (Role.CHAIR, Role.GOVERNOR, Role.CLERK)
# who of them speaks for a board beside whoever asked
BOARD_VOICES = (Role.CHAIR, Role.CLERK)
BOARD_OFFICERS = (Role.GOVERNOR_SERVICES,)


def is_of_board(matter: Matter) -> bool:
    return matter.kind is RequestKind.BOARD


def request_of(matter: Matter) -> SupportRequest:
    # a commission carries its request; no model is imported here, so that rules stay pure
    found: Any = getattr(matter, "request", None) or matter
    request: SupportRequest = found
    return request


# The school's side


def is_asker(person: Person, matter: Matter) -> bool:
    return request_of(matter).requester_id == person.id


def roles_at_school(person: Person, matter: Matter) -> frozenset[Role]:
    urn = request_of(matter).school_urn
    return frozenset(
        a.role for a in person.current_assignments if a.school_urn == urn and a.role in SCHOOL_ROLES
    )


def reads(person: Person, matter: Matter) -> bool:
    """Tell whether the person reads it as one of the school's side.

    Of a board's request: whoever asked; once it was sent, those named. Who holds several roles at
    the school reads only if each of them may, so that no second role leads around the first.
    """
    if not is_of_board(matter):
        return person.holds(*SCHOOL_READERS, school=matter.school_urn)
    if is_asker(person, matter):
        return True
    need, roles = request_of(matter).board_need, roles_at_school(person, matter)
    return bool(roles) and was_sent(matter) and need is not None and roles <= need.known_to


def was_sent(matter: Matter) -> bool:
    return request_of(matter).submitted_at is not None


def speaks(person: Person, matter: Matter) -> bool:
    """Tell whether the person speaks for the school, or for its board."""
    if not is_of_board(matter):
        return person.holds(*SCHOOL_VOICES, school=matter.school_urn)
    roles = roles_at_school(person, matter)
    if is_asker(person, matter):
        # who left the board reads on, and speaks for it no more
        return not roles.isdisjoint(BOARD_ROLES)
    need = request_of(matter).board_need
    return (
        need is not None
        and not need.in_confidence
        and not roles.isdisjoint(BOARD_VOICES)
        and reads(person, matter)
    )


def signs(person: Person, matter: Matter) -> bool:
    """Tell whether the person signs for the school's side: the head; for a board its chair.

    Where the chair does not speak for the board in it, whoever asked signs; a head never does.
    """
    if not is_of_board(matter):
        return person.holds(Role.HEAD, school=matter.school_urn)
    if not speaks(person, matter):
        return False
    return Role.CHAIR in roles_at_school(person, matter) or (
        is_asker(person, matter) and not _chair_speaks(matter)
    )


def _chair_speaks(matter: Matter) -> bool:
    need = request_of(matter).board_need
    return need is not None and need.chair_may_know and not need.in_confidence


def is_shut_out(person: Person, matter: Matter) -> bool:
    """Tell whether the person belongs to the school of a board's matter and must not know of it.

    That goes before every other role they hold: an officer, a lead or a provider who governs or
    works there learns nothing.
    """
    return (
        is_of_board(matter) and bool(roles_at_school(person, matter)) and not reads(person, matter)
    )


# The authority


def officer_roles(matter: Matter) -> tuple[Role, ...]:
    return BOARD_OFFICERS if is_of_board(matter) else OFFICERS


def matcher_roles(matter: Matter) -> tuple[Role, ...]:
    return BOARD_OFFICERS if is_of_board(matter) else (Role.BROKER,)


def acts_for_authority(person: Person, matter: Matter, *roles: Role) -> bool:
    """Tell whether one of the roles is held in the matter's authority, by nobody shut out of it."""
    return person.holds(*roles, authority=matter.authority_code) and not is_shut_out(person, matter)


def approval_limit(person: Person, matter: Matter) -> int:
    """Return the largest amount in pence this person may approve alone in this matter."""
    return person.approval_limit(matter.authority_code, *officer_roles(matter))
