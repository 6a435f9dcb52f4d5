"""Who asks for a board, and who reads the lists. Pure rules.

Who sees and does what with one request stands in `app.commissions.permissions`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.commissions import permissions as who
from app.commissions import voices

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import SupportRequest


def can_ask_for_a_board(person: Person) -> bool:
    """A chair, a governor or a clerk."""
    return person.holds(*voices.BOARD_ROLES)


def has_board_requests(person: Person) -> bool:
    """Whose list may hold something: people of boards, governor services and quality leads."""
    return can_ask_for_a_board(person) or person.holds(*voices.BOARD_OFFICERS, Role.QUALITY_LEAD)


def reads_summary(person: Person) -> bool:
    """Brokers and approvers, who learn numbers only; and governor services."""
    return person.holds(*voices.OFFICERS, *voices.BOARD_OFFICERS)


def can_see(person: Person, request: SupportRequest) -> bool:
    return voices.is_of_board(request) and who.can_see_request(person, request)


def can_write(person: Person, request: SupportRequest) -> bool:
    return who.can_write_request(person, request)


def can_choose_who_knows(person: Person, request: SupportRequest) -> bool:
    """Only whoever asked says who else may know."""
    return voices.is_asker(person, request) and can_write(person, request)
