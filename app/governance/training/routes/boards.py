"""A board's training record and its rule; a person's calendar."""

from __future__ import annotations

from flask import Response, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core import clock
from app.core.icalendar import CONTENT_TYPE
from app.governance.training import feed
from app.governance.training import permissions as who
from app.governance.training.booking_page import booking_line
from app.governance.training.forms.booking import FeedForm, FeedOffForm, RuleForm
from app.governance.training.models import TrainingFeed
from app.governance.training.queries.boards import board_of, must_agree, school_of, subscribes
from app.governance.training.queries.bookings import feed_of, page_of_board
from app.governance.training.record_page import BOARD_HEADER, board_row
from app.governance.training.routes.blueprint import WRITE, blueprint, form_page
from app.governance.training.services import catalogue as services
from app.prospectus.addresses import whole_address
from app.schools.models import School
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file

URN = "<int(max=999999999):urn>"


@blueprint.get(f"/boards/{URN}")
@access.loads(school_of, name="school", see=who.can_see_board)
def board(school: School) -> ResponseReturnValue:
    page = page_of_board(school.urn, page_asked())
    if wants_file():
        return list_file("training-of-board", BOARD_HEADER, map(board_row, page.items))
    return render_template(
        "governance/training/board.html",
        school=school,
        page=page,
        lines=[booking_line(one) for one in page.items],
        must_agree=must_agree(school.urn),
        subscribes=subscribes(school.urn, clock.today()),
        speaks=who.speaks_for_board(current_person(), school),
        files=file_links(lambda form: url_for(".board", urn=school.urn, format=form)),
        page_url=lambda n: url_for("training.board", urn=school.urn, page=None if n == 1 else n),
    )


@blueprint.route(f"/boards/{URN}/rule", methods=WRITE)
@access.loads(school_of, name="school", see=who.can_see_board, may=who.speaks_for_board)
@commits
def rule(school: School) -> ResponseReturnValue:
    known = board_of(school.urn)
    answer = "yes" if known and known.must_agree else "no"
    form = RuleForm(data={"must_agree": answer, "version": known.version if known else ""})
    if form.validate_on_submit():
        if known is not None:
            form.refuse_if_stale(known)
        agreed = form.must_agree.data == "yes"
        services.set_rule(school=school, by=current_person(), must_agree=agreed)
        flash("Saved. It holds for bookings from now on.")
        return htmx.redirect(url_for("training.board", urn=school.urn))
    return form_page("rule", form, school=school)


@blueprint.get("/feed")
@access.person(who.is_on_a_board)
def own_feed() -> ResponseReturnValue:
    return _feed_page()


@blueprint.post("/feed")
@access.person(who.is_on_a_board)
@commits
def make_feed() -> ResponseReturnValue:
    """Show the address in the answer itself: afterwards nobody can read it any more."""
    if not FeedForm().validate_on_submit():
        return _feed_page()
    token = feed.make_address(current_person())
    return _feed_page(whole_address("training.read_feed", token=token))


@blueprint.route("/feed/off", methods=WRITE)
@access.person(who.is_on_a_board)
@commits
def feed_off() -> ResponseReturnValue:
    form = FeedOffForm()
    if form.validate_on_submit():
        feed.revoke(current_person())
        flash("The calendar address is switched off. It shows nothing to anybody any more.")
        return htmx.redirect(url_for("training.own_feed"))
    return form_page("feed_off", form)


@blueprint.get("/feed/<token>.ics")
@access.loads(feed.feed_of_token, name="own", see=lambda _nobody, _own: True, signed_out=True)
def read_feed(own: TrainingFeed) -> ResponseReturnValue:
    response = Response(feed.calendar_of(own.person), content_type=CONTENT_TYPE)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _feed_page(address: str = "") -> str:
    own = feed_of(current_person())
    return render_template(
        "governance/training/feed.html", form=FeedForm(), feed=own, address=address
    )
