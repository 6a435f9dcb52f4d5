"""What can happen to a course, a session and a booking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.lifecycle import Lifecycle, Step
from app.governance.training import permissions as who
from app.governance.training import requirements as needs
from app.governance.training.facts import (
    BookingAct,
    BookingStatus,
    CourseAct,
    CourseStatus,
    SessionAct,
    SessionStatus,
)

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.training.models import TrainingBooking, TrainingCourse, TrainingSession

C, S, B = CourseStatus, SessionStatus, BookingStatus

COURSE_LIFECYCLE: Lifecycle[CourseStatus, CourseAct, TrainingCourse, Person] = Lifecycle(
    {
        (C.DRAFT, CourseAct.PUBLISH): Step(C.PUBLISHED, who.runs),
        (C.PUBLISHED, CourseAct.RETIRE): Step(C.RETIRED, who.runs, needs.has_no_open_sessions),
        (C.RETIRED, CourseAct.PUBLISH): Step(C.PUBLISHED, who.runs),
    }
)
SESSION_LIFECYCLE: Lifecycle[SessionStatus, SessionAct, TrainingSession, Person] = Lifecycle(
    {
        (S.PLANNED, SessionAct.OPEN): Step(S.OPEN, who.runs_session, needs.can_open),
        (S.PLANNED, SessionAct.CANCEL): Step(S.CANCELLED, who.runs_session, needs.is_to_come),
        (S.OPEN, SessionAct.CANCEL): Step(S.CANCELLED, who.runs_session, needs.is_to_come),
        (S.OPEN, SessionAct.HOLD): Step(S.HELD, who.runs_session, needs.all_marked),
    }
)
BOOKING_LIFECYCLE: Lifecycle[BookingStatus, BookingAct, TrainingBooking, Person] = Lifecycle(
    {
        (B.ASKED, BookingAct.PLACE): Step(B.BOOKED, who.can_place, needs.place_is_free),
        (B.ASKED, BookingAct.QUEUE): Step(B.WAITING, who.can_place, needs.still_to_come),
        (B.ASKED, BookingAct.DECLINE): Step(B.DECLINED, who.can_agree),
        (B.WAITING, BookingAct.MOVE_UP): Step(B.BOOKED, who.moves_up, needs.place_is_free),
        (B.BOOKED, BookingAct.SUBSTITUTE): Step(
            B.SUBSTITUTED, who.can_substitute, needs.still_to_come
        ),
        **{
            (status, BookingAct.CANCEL): Step(B.CANCELLED, who.can_cancel, needs.still_to_come)
            for status in (B.ASKED, B.WAITING, B.BOOKED)
        },
        **{
            (status, BookingAct.LAPSE): Step(B.LAPSED, who.runs_its_session)
            for status in (B.ASKED, B.WAITING, B.BOOKED)
        },
        **{
            (status, BookingAct.LEAVE_OUT): Step(B.UNPLACED, who.runs_its_session)
            for status in (B.ASKED, B.WAITING)
        },
    }
)
