"""What a course, a session and a booking can be, and the words for it."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum


class Audience(StrEnum):
    ALL = "all"
    NEW = "new"
    CHAIRS = "chairs"
    CLERKS = "clerks"
    LINK = "link"


class Level(StrEnum):
    START = "start"
    FURTHER = "further"
    EXPERT = "expert"


class CourseMode(StrEnum):
    IN_PERSON = "in_person"
    LIVE_ONLINE = "live_online"
    RECORDED = "recorded"
    IN_HOUSE = "in_house"
    COACHING = "coaching"
    SCHOOL_VISIT = "school_visit"


class CourseStatus(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


class CourseAct(StrEnum):
    PUBLISH = "publish"
    RETIRE = "retire"


class SessionStatus(StrEnum):
    """That a session is full is no status: it follows from the places that are taken."""

    PLANNED = "planned"
    OPEN = "open"
    CANCELLED = "cancelled"
    HELD = "held"


class SessionAct(StrEnum):
    OPEN = "open"
    CANCEL = "cancel"
    HOLD = "hold"


class BookingStatus(StrEnum):
    ASKED = "asked"
    WAITING = "waiting"
    BOOKED = "booked"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    SUBSTITUTED = "substituted"
    LAPSED = "lapsed"
    UNPLACED = "unplaced"


class BookingAct(StrEnum):
    PLACE = "place"
    QUEUE = "queue"
    DECLINE = "decline"
    # a place became free for whoever waited longest
    MOVE_UP = "move_up"
    CANCEL = "cancel"
    SUBSTITUTE = "substitute"
    # goes with a session that is cancelled
    LAPSE = "lapse"
    # the session was held without them
    LEAVE_OUT = "leave_out"


class Attendance(StrEnum):
    ATTENDED = "attended"
    LEFT_EARLY = "left_early"
    APOLOGIES = "apologies"
    ABSENT = "absent"


class Rating(StrEnum):
    VERY = "very"
    FAIRLY = "fairly"
    LITTLE = "little"
    NOT = "not"


AUDIENCE_WORDS = {
    Audience.ALL: "All governors",
    Audience.NEW: "New governors",
    Audience.CHAIRS: "Chairs and vice-chairs",
    Audience.CLERKS: "Clerks",
    Audience.LINK: "Link governors",
}
LEVEL_WORDS = {
    Level.START: "For a start",
    Level.FURTHER: "Going further",
    Level.EXPERT: "For the experienced",
}
MODE_WORDS = {
    CourseMode.IN_PERSON: "In person",
    CourseMode.LIVE_ONLINE: "Live online",
    CourseMode.RECORDED: "Recorded, at any time",
    CourseMode.IN_HOUSE: "In-house, for one board",
    CourseMode.COACHING: "Coaching",
    CourseMode.SCHOOL_VISIT: "School visit, to see for yourself",
}
COURSE_WORDS = {
    CourseStatus.DRAFT: "Draft",
    CourseStatus.PUBLISHED: "In the catalogue",
    CourseStatus.RETIRED: "No longer offered",
}
COURSE_TONES = {
    CourseStatus.DRAFT: "waiting",
    CourseStatus.PUBLISHED: "good",
    CourseStatus.RETIRED: "neutral",
}
SESSION_WORDS = {
    SessionStatus.PLANNED: "Planned",
    SessionStatus.OPEN: "Open",
    SessionStatus.CANCELLED: "Cancelled",
    SessionStatus.HELD: "Held",
}
SESSION_TONES = {
    SessionStatus.PLANNED: "waiting",
    SessionStatus.OPEN: "active",
    SessionStatus.CANCELLED: "bad",
    SessionStatus.HELD: "good",
}
BOOKING_WORDS = {
    BookingStatus.ASKED: "Waits for the board’s agreement",
    BookingStatus.WAITING: "On the waiting list",
    BookingStatus.BOOKED: "Booked",
    BookingStatus.CANCELLED: "Cancelled",
    BookingStatus.DECLINED: "Not agreed by the board",
    BookingStatus.SUBSTITUTED: "Place given to another governor",
    BookingStatus.LAPSED: "The session was cancelled",
    BookingStatus.UNPLACED: "No place became free",
}
BOOKING_TONES = {
    BookingStatus.ASKED: "waiting",
    BookingStatus.WAITING: "waiting",
    BookingStatus.BOOKED: "active",
    BookingStatus.CANCELLED: "neutral",
    BookingStatus.DECLINED: "bad",
    BookingStatus.SUBSTITUTED: "neutral",
    BookingStatus.LAPSED: "bad",
    BookingStatus.UNPLACED: "neutral",
}
ATTENDANCE_WORDS = {
    Attendance.ATTENDED: "Attended",
    Attendance.LEFT_EARLY: "Left early",
    Attendance.APOLOGIES: "Sent apologies",
    Attendance.ABSENT: "Did not come",
}
ATTENDANCE_TONES = {
    Attendance.ATTENDED: "good",
    Attendance.LEFT_EARLY: "warning",
    Attendance.APOLOGIES: "neutral",
    Attendance.ABSENT: "bad",
}
USEFUL_WORDS = {
    Rating.VERY: "Very useful",
    Rating.FAIRLY: "Useful",
    Rating.LITTLE: "Of little use",
    Rating.NOT: "Of no use",
}
LED_WORDS = {
    Rating.VERY: "Very well",
    Rating.FAIRLY: "Well",
    Rating.LITTLE: "Not so well",
    Rating.NOT: "Badly",
}
# somebody holds a place, or hopes for one
LIVE = frozenset({BookingStatus.ASKED, BookingStatus.WAITING, BookingStatus.BOOKED})
# who was there long enough to say so on paper
CAME = frozenset({Attendance.ATTENDED, Attendance.LEFT_EARLY})

MOST_PARTS = 6
# of one session
MOST_PLACES = 500
REMINDED_BEFORE = timedelta(days=4)
# a board of which nobody came for so long was not reached
REACHED_WITHIN = timedelta(days=365)
