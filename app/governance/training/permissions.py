"""Who keeps the catalogue, books, agrees, marks and reads. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.governance.training.facts import BookingStatus, CourseStatus, SessionStatus

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.training.models import (
        TrainingBooking,
        TrainingCourse,
        TrainingSession,
        TrainingSubscription,
    )
    from app.schools.models import School

# the clerk serves the board and learns, too
BOARD = (Role.CHAIR, Role.GOVERNOR, Role.CLERK)
# who agree for a board, and book for others of it
SPEAK = (Role.CHAIR, Role.CLERK)


def keeps_training(person: Person) -> bool:
    """Governor services, who write the catalogue and run the sessions."""
    return person.holds(Role.GOVERNOR_SERVICES)


def is_on_a_board(person: Person | None) -> bool:
    return person is not None and person.holds(*BOARD)


def runs(person: Person | None, course: TrainingCourse) -> bool:
    return person is not None and person.holds(
        Role.GOVERNOR_SERVICES, authority=course.authority_code
    )


def can_see_course(person: Person | None, course: TrainingCourse) -> bool:
    """Everybody what was ever in the catalogue; a draft only those who write it."""
    return course.status is not CourseStatus.DRAFT or runs(person, course)


def can_see_session(person: Person | None, session: TrainingSession) -> bool:
    if runs(person, session.course):
        return True
    return (
        session.status is not SessionStatus.PLANNED
        and session.course.status is not CourseStatus.DRAFT
    )


def runs_session(person: Person | None, session: TrainingSession) -> bool:
    return runs(person, session.course)


def can_book(person: Person, _session: TrainingSession) -> bool:
    return is_on_a_board(person)


def speaks_for(person: Person, school_urn: int) -> bool:
    return person.holds(*SPEAK, school=school_urn)


def speaks_for_board(person: Person, school: School) -> bool:
    return speaks_for(person, school.urn)


def can_see_board(person: Person, school: School) -> bool:
    """The record of a board: its chair and clerk, and governor services of its authority."""
    return speaks_for(person, school.urn) or person.holds(
        Role.GOVERNOR_SERVICES, authority=school.authority_code
    )


def can_see_booking(person: Person, booking: TrainingBooking) -> bool:
    return (
        person.id == booking.person_id
        or speaks_for(person, booking.school_urn)
        or runs(person, booking.session.course)
    )


def can_agree(person: Person, booking: TrainingBooking) -> bool:
    return speaks_for(person, booking.school_urn)


def can_place(person: Person, booking: TrainingBooking) -> bool:
    return can_agree(person, booking) or (
        person.id == booking.person_id and not booking.needs_agreement
    )


def moves_up(_person: Person, _booking: TrainingBooking) -> bool:
    """The list moves by itself, whoever's act made a place free."""
    return True


def can_cancel(person: Person, booking: TrainingBooking) -> bool:
    return can_see_booking(person, booking)


def can_substitute(person: Person, booking: TrainingBooking) -> bool:
    return person.id == booking.person_id or speaks_for(person, booking.school_urn)


def runs_its_session(person: Person, booking: TrainingBooking) -> bool:
    return runs(person, booking.session.course)


def can_mark(person: Person, booking: TrainingBooking) -> bool:
    """Nobody marks themselves, or others of their own board."""
    return (
        runs_its_session(person, booking)
        and person.id != booking.person_id
        and not person.holds(*BOARD, school=booking.school_urn)
    )


def came(booking: TrainingBooking) -> bool:
    return booking.attendance is not None and booking.attendance in {"attended", "left_early"}


def has_certificate(person: Person, booking: TrainingBooking) -> bool:
    return can_see_booking(person, booking) and came(booking)


def can_give_feedback(person: Person, booking: TrainingBooking) -> bool:
    return person.id == booking.person_id and came(booking)


def holds_a_place(booking: TrainingBooking) -> bool:
    return booking.status is BookingStatus.BOOKED


def reads_take_up(person: Person) -> bool:
    """Officers and quality leads by board; members of the Forum read totals."""
    return person.holds(Role.GOVERNOR_SERVICES, Role.QUALITY_LEAD, Role.FORUM_MEMBER)


def reads_take_up_of_boards(person: Person) -> bool:
    return person.holds(Role.GOVERNOR_SERVICES, Role.QUALITY_LEAD)


def keeps_subscription(person: Person, subscription: TrainingSubscription) -> bool:
    return person.holds(Role.GOVERNOR_SERVICES, authority=subscription.school.authority_code)
