"""A person's own messages."""

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.notifications import queries, services
from app.web import access, htmx
from app.web.commits import commits
from app.web.forms import Form

blueprint = Blueprint("notifications", __name__)


@blueprint.get("/messages")
@access.signed_in
def index() -> ResponseReturnValue:
    person = access.current_person()
    return render_template(
        "notifications/index.html",
        page=queries.messages_of(person, request.args.get("page")),
        unread=queries.unread_of(person),
        button=Form(),
        page_url=lambda number: url_for(".index", page=number if number > 1 else None),
    )


@blueprint.post("/messages/read")
@access.signed_in
@commits
def read() -> ResponseReturnValue:
    services.mark_all_read(access.current_person())
    flash("Every message is marked as read.")
    return htmx.redirect(url_for(".index"))
