"""Running sessions: planned, opened, changed, cancelled; who booked and who came."""

from __future__ import annotations

from typing import Any

from flask import flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.roles import Role
from app.core.errors import NotOpen
from app.governance.training import permissions as who
from app.governance.training.booking_page import booking_line
from app.governance.training.facts import (
    LED_WORDS,
    USEFUL_WORDS,
    Attendance,
    BookingStatus,
    SessionAct,
    SessionStatus,
)
from app.governance.training.forms.booking import attendance_form
from app.governance.training.forms.keeping import CancelSessionForm, ConfirmForm, SessionForm
from app.governance.training.lifecycle import SESSION_LIFECYCLE
from app.governance.training.models import TrainingCourse, TrainingSession
from app.governance.training.page import session_line, session_state, url_of
from app.governance.training.queries.bookings import bookings_of_session, feedback_of
from app.governance.training.queries.catalogue import (
    course_by_code,
    page_of_sessions,
    session_by_reference,
)
from app.governance.training.record_page import SESSION_HEADER, session_row
from app.governance.training.routes.blueprint import WRITE, blueprint, form_page
from app.governance.training.services import sessions as services
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file

HEADER = ("Session", "Course", "Day", "Place", "Led by", "Places", "Booked", "Waiting", "State")


@blueprint.get("/sessions")
@access.person(who.keeps_training)
def sessions() -> ResponseReturnValue:
    codes = current_person().authorities_as(Role.GOVERNOR_SERVICES)
    past = request.args.get("past") == "1"
    page = page_of_sessions(codes, page_asked(), past=past)
    if wants_file():
        return list_file("sessions", HEADER, map(_row, page.items))
    asked: dict[str, Any] = {"past": 1} if past else {}
    return render_template(
        "governance/training/sessions.html",
        past=past,
        page=page,
        lines=[(session_line(one), one) for one in page.items],
        files=file_links(lambda form: url_for(".sessions", **asked, format=form)),
        page_url=lambda n: url_for("training.sessions", **asked, page=None if n == 1 else n),
    )


def _row(session: TrainingSession) -> list[object]:
    return [
        session.reference,
        session.course.title,
        session.day,
        session.place,
        session.trainer,
        session.capacity,
        session.taken,
        len(session.waiting),
        session_state(session)[0],
    ]


@blueprint.route("/courses/<code>/sessions/new", methods=WRITE)
@access.loads(course_by_code, name="course", see=who.can_see_course, may=who.runs)
@commits
def new_session(course: TrainingCourse) -> ResponseReturnValue:
    form = SessionForm()
    if form.validate_on_submit():
        facts = form.facts()
        form.show_faults(faults := facts.faults())
        if not faults:
            made = services.plan(course=course, facts=facts)
            flash("The session is planned. Open it when governors may book.")
            return htmx.redirect(url_of(made))
    return form_page("session_form", form, course=course, session=None)


@blueprint.route("/sessions/<reference>/change", methods=WRITE)
@access.loads(session_by_reference, name="session", see=who.can_see_session, may=who.runs_session)
@commits
def change_session(session: TrainingSession) -> ResponseReturnValue:
    if session.status not in services.OPEN_TO_CHANGE:
        message = "This session can no longer be changed."
        raise NotOpen(message)
    form = SessionForm.of(session)
    if form.validate_on_submit():
        form.refuse_if_stale(session)
        facts = form.facts()
        form.show_faults(faults := facts.faults(session.taken))
        if not faults:
            services.change(session=session, by=current_person(), facts=facts)
            flash("The session is saved. Whoever booked is told of a new time or place.")
            return htmx.redirect(url_of(session))
    return form_page("session_form", form, course=session.course, session=session)


@blueprint.route("/sessions/<reference>/open", methods=WRITE)
@access.loads(session_by_reference, name="session", see=who.can_see_session, may=who.runs_session)
@commits
def open_session(session: TrainingSession) -> ResponseReturnValue:
    SESSION_LIFECYCLE.check(session, SessionAct.OPEN, by=current_person())
    form = ConfirmForm()
    if form.validate_on_submit():
        services.open_for_booking(session=session, by=current_person())
        flash("The session is open. Governors can book.")
        return htmx.redirect(url_of(session))
    return form_page("open_session", form, session=session)


@blueprint.route("/sessions/<reference>/cancel", methods=WRITE)
@access.loads(session_by_reference, name="session", see=who.can_see_session, may=who.runs_session)
@commits
def cancel_session(session: TrainingSession) -> ResponseReturnValue:
    SESSION_LIFECYCLE.check(session, SessionAct.CANCEL, by=current_person())
    form = CancelSessionForm()
    if form.validate_on_submit():
        services.cancel(session=session, by=current_person(), reason=form.reason.data or "")
        flash("The session is cancelled. Everybody who booked is told.")
        return htmx.redirect(url_of(session))
    return form_page("cancel_session", form, session=session)


@blueprint.get("/sessions/<reference>/bookings")
@access.loads(session_by_reference, name="session", see=who.can_see_session, may=who.runs_session)
def session_bookings(session: TrainingSession) -> ResponseReturnValue:
    page = bookings_of_session(session, page_asked())
    if wants_file():
        return list_file(
            f"bookings-{session.reference}", SESSION_HEADER, map(session_row, page.items)
        )
    at: dict[str, Any] = {"reference": session.reference}
    return render_template(
        "governance/training/session_bookings.html",
        session=session,
        page=page,
        lines=[(booking_line(one), one) for one in page.items],
        feedback=[
            (USEFUL_WORDS[one.useful], LED_WORDS[one.led].lower(), one.words)
            for one in feedback_of(session)
        ],
        files=file_links(lambda form: url_for(".session_bookings", **at, format=form)),
        page_url=lambda n: url_for("training.session_bookings", **at, page=None if n == 1 else n),
    )


@blueprint.route("/sessions/<reference>/attendance", methods=WRITE)
@access.loads(session_by_reference, name="session", see=who.can_see_session, may=who.runs_session)
@commits
def attendance(session: TrainingSession) -> ResponseReturnValue:
    if session.status not in {SessionStatus.OPEN, SessionStatus.HELD}:
        message = "Nobody can be marked for this session."
        raise NotOpen(message)
    person = current_person()
    booked = [b for b in session.bookings if b.status is BookingStatus.BOOKED]
    own = [b for b in booked if not who.can_mark(person, b)]
    marked = [b for b in booked if b not in own]
    form, names = attendance_form(marked)
    if form.validate_on_submit():
        marks = {
            booking.id: Attendance(form[name].data)
            for booking, name in zip(marked, names, strict=True)
            if form[name].data in set(Attendance)
        }
        services.mark(session=session, by=person, marks=marks)
        flash("Saved. Who came has a certificate and is asked how it was.")
        return htmx.redirect(url_of(session))
    fields = [form[name] for name in names]
    return form_page("attendance", form, session=session, fields=fields, own=own)
