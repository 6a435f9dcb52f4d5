"""The first page, the calls for applications, and who was appointed."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.governance.champions import permissions as who
from app.governance.champions import queries
from app.governance.champions.facts import CALL_ACT_WORDS, CallAct
from app.governance.champions.forms.decide import CallForm
from app.governance.champions.lifecycle import CALL_LIFECYCLE
from app.governance.champions.lists import (
    APPLICATION_HEADER,
    CALL_HEADER,
    CHAMPION_HEADER,
    application_cells,
    call_acts,
    call_cells,
    call_row,
    champion_cells,
    rows_of,
    strand_names,
)
from app.governance.champions.models import Call
from app.governance.champions.routes.blueprint import blueprint
from app.governance.champions.services import calls as services
from app.governance.strands import strands
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file
from app.web.forms import Form


def _act_on(reference: str, act: str) -> tuple[Call, CallAct] | None:
    call = queries.call_by_reference(reference)
    return (call, CallAct(act)) if call else None


@blueprint.get("")
@access.public
def index() -> ResponseReturnValue:
    person = current_person()
    own = queries.applications_of(person) if person else []
    return render_template(
        "governance/champions/index.html",
        calls=[call_row(call) for call in queries.open_calls()],
        own=[(one.call.title, row) for one, row in zip(own, rows_of(own), strict=True)],
        reads=who.reads_somewhere(person),
    )


@blueprint.get("/calls")
@access.person(who.reads_somewhere)
def calls() -> ResponseReturnValue:
    person = current_person()
    page = queries.page_of_calls(person, page_asked())
    if wants_file():
        return list_file("calls-for-champions", CALL_HEADER, map(call_cells, page.items))
    return render_template(
        "governance/champions/calls.html",
        page=page,
        rows=[call_row(call) for call in page.items],
        may_write=who.appoints_somewhere(person),
        files=file_links(lambda form: url_for(".calls", format=form)),
        page_url=lambda n: url_for(".calls", page=None if n == 1 else n),
    )


@blueprint.get("/register")
@access.person(who.reads_somewhere)
def register() -> ResponseReturnValue:
    page = queries.page_of_champions(current_person(), page_asked())
    if wants_file():
        rows = champion_cells(page.items)
        return list_file("champions-of-governance", CHAMPION_HEADER, rows)
    return render_template(
        "governance/champions/register.html",
        page=page,
        rows=rows_of(page.items),
        files=file_links(lambda form: url_for(".register", format=form)),
        page_url=lambda n: url_for(".register", page=None if n == 1 else n),
    )


@blueprint.route("/calls/new", methods=["GET", "POST"])
@access.person(who.appoints_somewhere)
@commits
def new_call() -> ResponseReturnValue:
    form = _call_form(CallForm(data=dict(services.usual_call())))
    if form.validate_on_submit():
        call = services.begin_call(by=current_person(), answers=form.values())
        flash("The call is kept. Nobody else sees it until you open it.")
        return htmx.redirect(url_for(".show_call", reference=call.reference))
    return _write_page(form, None)


@blueprint.get("/calls/<reference>")
@access.loads(queries.call_by_reference, name="call", see=who.can_see_call, signed_out=True)
def show_call(call: Call) -> ResponseReturnValue:
    person = current_person()
    reads = who.reads_call(person, call)
    page = queries.page_of_applications(person, call, page_asked()) if reads else None
    if page is not None and wants_file():
        rows = map(application_cells, page.items)
        return list_file("applications", APPLICATION_HEADER, rows)
    acts = call_acts(person, call)
    return render_template(
        "governance/champions/call.html",
        call=call,
        row=call_row(call),
        strands=strand_names(call.strands),
        acts=acts,
        missing=CALL_LIFECYCLE.missing(person, call, CallAct.OPEN) if acts else (),
        apply=who.can_see_call(None, call),
        page=page,
        rows=rows_of(page.items) if page else [],
        files=file_links(lambda form: url_for(".show_call", reference=call.reference, format=form)),
        page_url=lambda n: url_for(
            ".show_call", reference=call.reference, page=None if n == 1 else n
        ),
    )


@blueprint.route("/calls/<reference>/edit", methods=["GET", "POST"])
@access.loads(queries.call_by_reference, name="call", see=who.can_see_call, may=who.can_write_call)
@commits
def edit_call(call: Call) -> ResponseReturnValue:
    form = _call_form(CallForm(obj=call))
    if form.validate_on_submit():
        form.refuse_if_stale(call)
        services.write_call(call=call, by=current_person(), answers=form.values())
        flash("The call is saved.")
        return htmx.redirect(url_for(".show_call", reference=call.reference))
    return _write_page(form, call)


@blueprint.route("/calls/<reference>/<any(open, close, decide):act>", methods=["GET", "POST"])
@access.loads(
    _act_on,
    name="asked",
    see=lambda person, asked: who.can_see_call(person, asked[0]),
    may=lambda person, asked: who.can_write_call(person, asked[0]),
)
@commits
def call_act(asked: tuple[Call, CallAct]) -> ResponseReturnValue:
    call, act = asked
    CALL_LIFECYCLE.check(call, act, by=current_person())
    form = Form()
    if form.validate_on_submit():
        services.take(call=call, act=act, by=current_person())
        flash("Done.")
        return htmx.redirect(url_for(".show_call", reference=call.reference))
    return render_template(
        "governance/champions/call_act.html",
        call=call,
        act=act,
        words=CALL_ACT_WORDS[act],
        form=form,
    )


def _call_form(form: CallForm) -> CallForm:
    form.strands.choices = [(area.code, area.name) for area in strands()]
    return form


def _write_page(form: CallForm, call: Call | None) -> ResponseReturnValue:
    html = render_template("governance/champions/write_call.html", form=form, call=call)
    return html, 422 if form.is_submitted() else 200
