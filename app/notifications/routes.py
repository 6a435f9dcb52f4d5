"""A person's own messages."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.clock import in_london
from app.notifications import queries, services
from app.web import access, htmx
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file
from app.web.forms import Form

HEADER = ("When", "Subject", "What it says", "Page")
blueprint = Blueprint("notifications", __name__)


@blueprint.get("/messages")
@access.signed_in
def index() -> ResponseReturnValue:
    person = access.current_person()
    page = queries.messages_of(person, page_asked())
    if wants_file():
        rows = [(in_london(m.created_at), m.subject, m.body, m.path) for m in page.items]
        return list_file("messages", HEADER, rows)
    return render_template(
        "notifications/index.html",
        page=page,
        unread=queries.unread_of(person),
        button=Form(),
        page_url=lambda number: url_for(".index", page=number if number > 1 else None),
        files=file_links(lambda form: url_for(".index", format=form)),
    )


@blueprint.post("/messages/read")
@access.signed_in
@commits
def read() -> ResponseReturnValue:
    services.mark_all_read(access.current_person())
    flash("Every message is marked as read.")
    return htmx.redirect(url_for(".index"))
