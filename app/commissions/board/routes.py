"""The officers' board."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, flash, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from app.commissions.board import page as shown
from app.commissions.board import permissions as who
from app.commissions.board import queries, reminders, services
from app.commissions.board.forms import AssignForm, NoteForm, RemindForm
from app.commissions.board.question import question_of
from app.commissions.board.telling import newest_of
from app.commissions.models import SupportRequest
from app.commissions.queries.requests import request_by_reference
from app.core.clock import in_london
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file
from app.web.filters import counted
from app.web.template_names import ask_for_reader

NOTES_HEADER = ("When", "Written by", "Note")

blueprint = Blueprint("board", __name__, url_prefix="/board")
# the filters that come back; sign-out forgets them
SESSION_KEY = "board"


# what officers keep about requests and commissions
ask_for_reader(blueprint, kept_of=shown.kept_of)


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


@blueprint.route("/reminders", methods=["GET", "POST"])
@access.person(who.has_board)
@commits
def remind() -> ResponseReturnValue:
    person, form = current_person(), RemindForm()
    ticked = request.values.getlist("matter")
    if form.validate_on_submit():
        number = reminders.send(sender=person, references=ticked)
        flash(f"{counted(number, 'reminder')} sent." if number else "Nobody is reminded.")
        return htmx.redirect(url_for(".index"))
    rounds = reminders.rounds_of(person, ticked)
    html = render_template(
        "board/remind.html",
        page=shown.remind_page(rounds, ticked),
        href_of=shown.href_of,
        form=form,
    )
    return html, 422 if form.errors else 200


@blueprint.route("/<reference>/officer", methods=["GET", "POST"])
@access.loads(request_by_reference, name="asked", see=who.works_on, may=who.can_assign)
@commits
def assign(asked: SupportRequest) -> ResponseReturnValue:
    assignment, officers = queries.assignment_of(asked), queries.officers_for(asked)
    form = AssignForm(obj=assignment)
    form.offer(officers)
    if form.validate_on_submit():
        if assignment is not None:
            form.refuse_if_stale(assignment)
        officer = form.chosen(officers)
        services.assign(request=asked, by=current_person(), officer=officer)
        flash(f"Assigned to {officer.name}." if officer else "Nobody is assigned.")
        return _back(asked)
    html = render_template("board/assign.html", asked=asked, back=_page_of(asked), form=form)
    return html, 422 if form.errors else 200


@blueprint.post("/<reference>/watch")
@access.loads(request_by_reference, name="asked", see=who.works_on)
@commits
def watch(asked: SupportRequest) -> ResponseReturnValue:
    services.watch(request=asked, by=current_person())
    flash("You watch this now. Your board shows it as watched.")
    return _back(asked)


@blueprint.post("/<reference>/unwatch")
@access.loads(request_by_reference, name="asked", see=who.works_on)
@commits
def unwatch(asked: SupportRequest) -> ResponseReturnValue:
    services.unwatch(request=asked, by=current_person())
    flash("You no longer watch this.")
    return _back(asked)


@blueprint.route("/<reference>/notes", methods=["GET", "POST"])
@access.loads(request_by_reference, name="asked", see=who.works_on)
@commits
def notes(asked: SupportRequest) -> ResponseReturnValue:
    form = NoteForm()
    if form.validate_on_submit():
        words = form.words.data or ""
        services.write_note(request=asked, by=current_person(), words=words)
        flash("The note is saved.")
        return _back(asked)
    page, address = queries.page_of_notes(asked, page_asked()), partial(_notes_url, asked)
    if wants_file():
        rows = [(in_london(note.created_at), note.author.name, note.words) for note in page.items]
        return list_file("notes", NOTES_HEADER, rows)
    html = render_template(
        "board/notes.html",
        asked=asked,
        back=_page_of(asked),
        page=page,
        page_url=lambda number: address(page=number),
        files=file_links(lambda form: address(format=form)),
        form=form,
    )
    return html, 422 if form.errors else 200


def _notes_url(asked: SupportRequest, **more: Any) -> str:
    return url_for(".notes", reference=asked.reference, **more)


def _page_of(asked: SupportRequest) -> str:
    return shown.href_of(newest_of(asked))


def _back(asked: SupportRequest) -> ResponseReturnValue:
    return htmx.redirect(f"{_page_of(asked)}#officers")
