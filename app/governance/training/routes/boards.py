"""A board's training record and its rule."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core import clock
from app.governance.training import permissions as who
from app.governance.training.booking_page import booking_line
from app.governance.training.forms.booking import RuleForm
from app.governance.training.queries.boards import board_of, must_agree, school_of, subscribes
from app.governance.training.queries.bookings import page_of_board
from app.governance.training.record_page import BOARD_HEADER, board_row
from app.governance.training.routes.blueprint import WRITE, blueprint, form_page
from app.governance.training.services import catalogue as services
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
