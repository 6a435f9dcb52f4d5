"""What everybody reads: the catalogue, the calendar, a course, a session."""

from __future__ import annotations

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.governance.training import permissions as who
from app.governance.training.catalogue_page import HEADER, catalogue_page, export_row
from app.governance.training.models import TrainingCourse, TrainingSession
from app.governance.training.month_page import month_page
from app.governance.training.page import (
    Row,
    book_words,
    booked_words,
    course_acts,
    course_rows,
    session_line,
    session_links,
    session_rows,
    session_state,
    to_come,
)
from app.governance.training.queries.bookings import live_booking_of
from app.governance.training.queries.catalogue import course_by_code, session_by_reference
from app.governance.training.question import Question
from app.governance.training.routes.blueprint import blueprint
from app.web import access
from app.web.access import current_person
from app.web.exports import file_links, list_file, page_asked, wants_file


@blueprint.get("")
@access.public
def index() -> ResponseReturnValue:
    found = catalogue_page(Question.from_address(request.args), page_asked())
    if wants_file():
        return list_file("governor-training", HEADER, map(export_row, found.page.items))
    person = current_person()
    return render_template(
        "governance/training/index.html",
        found=found,
        files=file_links(found.question.file_url),
        on_a_board=who.is_on_a_board(person),
        keeps=person is not None and who.keeps_training(person),
        reads_take_up=person is not None and who.reads_take_up(person),
    )


@blueprint.get("/calendar")
@access.public
def calendar() -> ResponseReturnValue:
    month = month_page(request.args.get("month", ""))
    return render_template("governance/training/calendar.html", month=month)


@blueprint.get("/courses/<code>")
@access.loads(course_by_code, name="course", see=who.can_see_course, signed_out=True)
def course(course: TrainingCourse) -> ResponseReturnValue:
    person = current_person()
    return render_template(
        "governance/training/course.html",
        course=course,
        rows=course_rows(course),
        sessions=[session_line(session) for session in to_come(course)],
        runs=who.runs(person, course),
        acts=course_acts(person, course),
    )


@blueprint.get("/sessions/<reference>")
@access.loads(session_by_reference, name="session", see=who.can_see_session, signed_out=True)
def session(session: TrainingSession) -> ResponseReturnValue:
    person = current_person()
    own = live_booking_of(session, person) if person else None
    return render_template(
        "governance/training/session.html",
        session=session,
        state=session_state(session),
        rows=[
            *session_rows(session),
            *([Row("Booked", booked_words(session))] if who.runs_session(person, session) else []),
        ],
        links=session_links(person, session),
        own=own and url_for("training.booking", reference=own.reference),
        offer=book_words(person, session, has_one=own is not None),
    )
