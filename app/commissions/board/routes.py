"""The officers' board."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Blueprint, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from app.commissions.board import page as shown
from app.commissions.board import permissions as who
from app.commissions.board import queries
from app.commissions.board.question import question_of
from app.web import access, htmx
from app.web.access import current_person

blueprint = Blueprint("board", __name__, url_prefix="/board")
# the filters that come back; sign-out forgets them
SESSION_KEY = "board"


@blueprint.get("")
@access.person(who.has_board)
def index() -> ResponseReturnValue:
    person, question = current_person(), question_of(request.args)
    if not request.args and (kept := question_of(session.get(SESSION_KEY, {}))).parts:
        return htmx.redirect(f"{url_for('.index')}?{urlencode(kept.parts)}")
    if request.args:
        session[SESSION_KEY] = question.parts
    return render_template(
        "board/index.html",
        board=shown.board_of(person, queries.open_matters(person), question),
        question=question,
    )
