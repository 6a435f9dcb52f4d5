"""Pages of a booked visit; they hang on the blueprint of commissions. The calendar has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions import permissions as commission_rules
from app.commissions.facts import Side
from app.commissions.models import CalendarFeed, Commission, Visit
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.routes import commissions
from app.commissions.services import deliver
from app.commissions.visits import feed, services
from app.commissions.visits import permissions as who
from app.commissions.visits.clashes import Clash
from app.commissions.visits.facts import VisitAction
from app.commissions.visits.forms import (
    BookForm,
    CalendarForm,
    CancelForm,
    MissedForm,
    MoveForm,
    NoteForm,
    RevokeForm,
)
from app.commissions.visits.lifecycle import VISIT_LIFECYCLE
from app.commissions.visits.page import url_of, visit_page
from app.commissions.visits.queries import feed_of, visit_of_commission
from app.core.icalendar import CONTENT_TYPE
from app.prospectus.addresses import whole_address
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Callable

calendar = Blueprint("calendar", __name__, url_prefix="/calendar")
ADDRESS = "/<reference>/bookings/<int(max=999999999):visit_id>"


@commissions.route("/<reference>/bookings/new", methods=["GET", "POST"])
@access.loads(
    commission_by_reference,
    name="commission",
    see=commission_rules.can_see_delivery,
    may=who.can_book,
)
@commits
def book_visit(commission: Commission) -> ResponseReturnValue:
    person = current_person()
    services.check_may_book(commission=commission, by=person)
    form = BookForm(commission)

    def book() -> Visit:
        return services.book(
            commission=commission, by=person, booking=form.booking(), insist=form.insist.data
        )

    return _booked(form, book, "The visit is booked.") or _form("book", commission, form)


@commissions.get(ADDRESS)
@access.loads(visit_of_commission, name="visit", see=who.can_see_visit)
def booking(visit: Visit) -> ResponseReturnValue:
    page = visit_page(current_person(), visit)
    return render_template("visits/show.html", commission=visit.commission, page=page)


@commissions.route(f"{ADDRESS}/move", methods=["GET", "POST"])
@access.loads(visit_of_commission, name="visit", see=who.can_see_visit, may=who.can_change_visit)
@commits
def move_visit(visit: Visit) -> ResponseReturnValue:
    _check(visit, VisitAction.MOVE)
    form = MoveForm(visit)

    def move() -> Visit:
        return services.move(
            visit=visit,
            by=current_person(),
            booking=form.booking(),
            reason=form.reason.data or "",
            insist=form.insist.data,
        )

    return _booked(form, move, "The visit is moved.") or _form(
        "move", visit.commission, form, visit
    )


@commissions.route(f"{ADDRESS}/cancel", methods=["GET", "POST"])
@access.loads(visit_of_commission, name="visit", see=who.can_see_visit, may=who.can_change_visit)
@commits
def cancel_visit(visit: Visit) -> ResponseReturnValue:
    _check(visit, VisitAction.CANCEL)
    form = CancelForm()
    if form.validate_on_submit():
        side, reason = Side(form.side.data), form.reason.data or ""
        services.cancel(visit=visit, by=current_person(), side=side, reason=reason)
        return _back(visit, "The visit is cancelled. The other side is told.")
    return _form("cancel", visit.commission, form, visit)


@commissions.route(f"{ADDRESS}/missed", methods=["GET", "POST"])
@access.loads(visit_of_commission, name="visit", see=who.can_see_visit, may=who.can_change_visit)
@commits
def miss_visit(visit: Visit) -> ResponseReturnValue:
    _check(visit, VisitAction.MISS)
    form = MissedForm()
    if form.validate_on_submit():
        side, reason = Side(form.side.data), form.reason.data or ""
        services.record_missed(visit=visit, by=current_person(), side=side, reason=reason)
        return _back(visit, "The visit is recorded as missed. It counts no days.")
    return _form("missed", visit.commission, form, visit)


@commissions.route(f"{ADDRESS}/note", methods=["GET", "POST"])
@access.loads(visit_of_commission, name="visit", see=who.can_see_visit, may=who.can_write_up)
@commits
def write_up(visit: Visit) -> ResponseReturnValue:
    _check(visit, VisitAction.HOLD)
    form = NoteForm(visit)
    if form.validate_on_submit():
        note = services.write_up(visit=visit, by=current_person(), **form.facts())
        flash("The note is saved. The school will be asked whether it is accurate.")
        reference = visit.commission.reference
        return htmx.redirect(
            url_for("commissions.visit_note", reference=reference, note_id=note.id)
        )
    html = render_template("commissions/visit.html", commission=visit.commission, form=form)
    return html, 422 if form.is_submitted() else 200


@calendar.get("")
@access.signed_in
def show() -> ResponseReturnValue:
    return _calendar_page()


@calendar.post("")
@access.signed_in
@commits
def make() -> ResponseReturnValue:
    """Show the address in the answer itself: afterwards nobody can read it any more."""
    if not CalendarForm().validate_on_submit():
        return _calendar_page()
    token = feed.make_address(current_person())
    return _calendar_page(whole_address("calendar.read", token=token))


@calendar.route("/off", methods=["GET", "POST"])
@access.signed_in
@commits
def switch_off() -> ResponseReturnValue:
    form = RevokeForm()
    if form.validate_on_submit():
        feed.revoke(current_person())
        flash("The calendar address is switched off. It shows nothing to anybody any more.")
        return htmx.redirect(url_for("calendar.show"))
    return render_template("calendar/off.html", form=form)


@calendar.get("/<token>.ics")
@access.loads(feed.feed_of_token, name="own", see=lambda _nobody, _own: True, signed_out=True)
def read(own: CalendarFeed) -> ResponseReturnValue:
    response = Response(feed.calendar_of(own.person), content_type=CONTENT_TYPE)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _calendar_page(address: str = "") -> str:
    own = feed_of(current_person())
    return render_template("calendar/show.html", form=CalendarForm(), feed=own, address=address)


def _check(visit: Visit, action: VisitAction) -> None:
    deliver.check_under_way(visit.commission)
    VISIT_LIFECYCLE.check(visit, action, by=current_person())


def _booked(form: BookForm, act: Callable[[], Visit], words: str) -> ResponseReturnValue | None:
    """Take the form; return None where it has to be shown, with a clash at its fields."""
    if not form.validate_on_submit():
        return None
    try:
        visit = act()
    except Clash as clash:
        form.show_clash(clash)
        return None
    return _back(visit, f"{words} The other side is told.")


def _back(visit: Visit, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_of(visit))


def _form(
    page: str, commission: Commission, form: Form, visit: Visit | None = None
) -> ResponseReturnValue:
    html = render_template(f"visits/{page}.html", commission=commission, form=form, visit=visit)
    return html, 422 if form.is_submitted() else 200
