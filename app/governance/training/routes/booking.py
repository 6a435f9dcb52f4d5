"""A person's training, and each step of a booking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import NotOpen, NotReady
from app.governance.training import permissions as who
from app.governance.training.booking_page import booking_line, booking_page
from app.governance.training.facts import BookingAct, BookingStatus, Rating
from app.governance.training.forms.booking import (
    AgreeForm,
    BookForm,
    CancelForm,
    DeclineForm,
    FeedbackForm,
    SubstituteForm,
)
from app.governance.training.lifecycle import BOOKING_LIFECYCLE
from app.governance.training.models import TrainingBooking, TrainingSession
from app.governance.training.papers import certificate as certificate_paper
from app.governance.training.queries import boards as of_boards
from app.governance.training.queries import bookings as queries
from app.governance.training.queries.catalogue import session_by_reference
from app.governance.training.record_page import RECORD_HEADER, record_row
from app.governance.training.requirements import takes_bookings
from app.governance.training.routes.blueprint import WRITE, blueprint, form_page
from app.governance.training.services import booking as services
from app.governance.training.services.sessions import give_feedback
from app.governance.training.terms import charge_words, price_words, terms_words
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file
from app.web.papers import pdf_response, wants_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.accounts.models import Person
    from app.schools.models import School

TOLD = {
    BookingStatus.BOOKED: "The place is booked.",
    BookingStatus.WAITING: "All places are taken. You are on the waiting list.",
    BookingStatus.ASKED: "Your chair and clerk are asked to agree.",
}


@blueprint.get("/bookings")
@access.signed_in
def mine() -> ResponseReturnValue:
    """Whoever left their board keeps their record and certificates."""
    person = current_person()
    page = queries.record_of(person, page_asked())
    if wants_file():
        return list_file("training-record", RECORD_HEADER, map(record_row, page.items))
    return render_template(
        "governance/training/mine.html",
        coming=[booking_line(one) for one in queries.bookings_to_come(person)],
        asked=[booking_line(one) for one in queries.bookings_to_agree(person)],
        boards=of_boards.boards_spoken_for(person),
        on_a_board=who.is_on_a_board(person),
        page=page,
        lines=[booking_line(one) for one in page.items],
        files=file_links(lambda form: url_for(".mine", format=form)),
        page_url=lambda n: url_for("training.mine", page=None if n == 1 else n),
    )


@blueprint.route("/sessions/<reference>/book", methods=WRITE)
@access.loads(session_by_reference, name="session", see=who.can_see_session, may=who.can_book)
@commits
def book(session: TrainingSession) -> ResponseReturnValue:
    person = current_person()
    if reasons := takes_bookings(session):
        raise NotReady(reasons)
    form = BookForm(list(_whom(person)))
    if form.validate_on_submit():
        school, one = form.chosen()
        try:
            made = services.book(
                session=session, person=one, school=school, by=person, needs=form.needs.data or ""
            )
        except NotReady as refusal:
            form.who.errors = [str(refusal)]
        else:
            return _back(made, TOLD[made.status])
    prices = [
        (school.name, price_words(services.price_for(session, school.urn)))
        for school in of_boards.boards_of(person)
    ]
    terms = terms_words(session.course)
    return form_page("book", form, session=session, prices=prices, terms=terms)


def _whom(person: Person) -> Iterator[tuple[School, Person]]:
    """Yield for whom this person may book: themselves, and who speaks for a board its members."""
    for school in of_boards.boards_of(person):
        others = of_boards.members(school.urn) if who.speaks_for(person, school.urn) else []
        yield school, person
        yield from ((school, one) for one in others if one.id != person.id)


@blueprint.get("/bookings/<reference>")
@access.loads(queries.booking_by_reference, name="booking", see=who.can_see_booking)
def booking(booking: TrainingBooking) -> ResponseReturnValue:
    person = current_person()
    return render_template(
        "governance/training/booking.html",
        booking=booking,
        page=booking_page(person, booking),
        certificate=who.has_certificate(person, booking),
    )


@blueprint.get("/bookings/<reference>/certificate")
@access.loads(queries.booking_by_reference, name="booking", see=who.has_certificate)
def certificate(booking: TrainingBooking) -> ResponseReturnValue:
    paper = certificate_paper(booking)
    if wants_pdf():
        return pdf_response(paper)
    return render_template("governance/training/certificate.html", paper=paper, booking=booking)


@blueprint.route("/bookings/<reference>/agree", methods=WRITE)
@access.loads(
    queries.booking_by_reference, name="booking", see=who.can_see_booking, may=who.can_agree
)
@commits
def agree(booking: TrainingBooking) -> ResponseReturnValue:
    BOOKING_LIFECYCLE.permit(booking, BookingAct.PLACE, by=current_person())
    form = AgreeForm()
    if form.validate_on_submit():
        services.agree(booking=booking, by=current_person())
        placed = booking.status is BookingStatus.BOOKED
        rest = "The place is booked." if placed else "All places are taken, so they wait for one."
        return _back(booking, f"You agreed. {rest}")
    return form_page("agree", form, booking=booking, price=price_words(booking.price_pence))


@blueprint.route("/bookings/<reference>/decline", methods=WRITE)
@access.loads(
    queries.booking_by_reference, name="booking", see=who.can_see_booking, may=who.can_agree
)
@commits
def decline(booking: TrainingBooking) -> ResponseReturnValue:
    BOOKING_LIFECYCLE.check(booking, BookingAct.DECLINE, by=current_person())
    form = DeclineForm()
    if form.validate_on_submit():
        services.decline(booking=booking, by=current_person(), reason=form.reason.data or "")
        return _back(booking, "The governor is told that the board does not agree.")
    return form_page("decline", form, booking=booking)


@blueprint.route("/bookings/<reference>/cancel", methods=WRITE)
@access.loads(
    queries.booking_by_reference, name="booking", see=who.can_see_booking, may=who.can_cancel
)
@commits
def cancel_booking(booking: TrainingBooking) -> ResponseReturnValue:
    BOOKING_LIFECYCLE.check(booking, BookingAct.CANCEL, by=current_person())
    form = CancelForm()
    if form.validate_on_submit():
        services.cancel(booking=booking, by=current_person(), reason=form.reason.data or "")
        return _back(booking, "The booking is cancelled. Whoever waited longest has the place.")
    can_give = BOOKING_LIFECYCLE.allows(current_person(), booking, BookingAct.SUBSTITUTE)
    cost = charge_words(booking)
    return form_page("cancel", form, booking=booking, cost=cost, can_give=can_give)


@blueprint.route("/bookings/<reference>/substitute", methods=WRITE)
@access.loads(
    queries.booking_by_reference, name="booking", see=who.can_see_booking, may=who.can_substitute
)
@commits
def substitute(booking: TrainingBooking) -> ResponseReturnValue:
    BOOKING_LIFECYCLE.check(booking, BookingAct.SUBSTITUTE, by=current_person())
    others = [p for p in of_boards.members(booking.school_urn) if p.id != booking.person_id]
    form = SubstituteForm(others)
    if form.validate_on_submit():
        try:
            new = services.substitute(booking=booking, person=form.chosen(), by=current_person())
        except NotReady as refusal:
            form.who.errors = [str(refusal)]
        else:
            person = current_person()
            shown = new if who.can_see_booking(person, new) else booking
            return _back(shown, f"{new.person.name} has the place. Both are told.")
    return form_page("substitute", form, booking=booking)


@blueprint.route("/bookings/<reference>/feedback", methods=WRITE)
@access.loads(
    queries.booking_by_reference, name="booking", see=who.can_see_booking, may=who.can_give_feedback
)
@commits
def feedback(booking: TrainingBooking) -> ResponseReturnValue:
    if booking.feedback is not None:
        message = "You have said how it was. Thank you."
        raise NotOpen(message)
    form = FeedbackForm()
    if form.validate_on_submit():
        give_feedback(
            booking=booking,
            by=current_person(),
            useful=Rating(form.useful.data),
            led=Rating(form.led.data),
            words=form.words.data or "",
        )
        return _back(booking, "Thank you. Governor services read it without your name.")
    return form_page("feedback", form, booking=booking)


def _back(booking: TrainingBooking, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("training.booking", reference=booking.reference))
