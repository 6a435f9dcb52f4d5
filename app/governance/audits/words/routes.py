"""Governor services keep the statements, the questions and the scale."""

from __future__ import annotations

from flask import Blueprint, abort, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.roles import Role
from app.governance.audits.words import page, queries, services
from app.governance.audits.words.facts import ABOUT, ONE, TITLES, USUALLY_NEEDED, Kind
from app.governance.audits.words.forms import (
    SAME,
    NewWordingForm,
    RetireForm,
    RewordForm,
    ScaleForm,
)
from app.governance.audits.words.models import Scale, Wording
from app.governance.audits.words.permissions import keeps_scale, keeps_wording, keeps_words
from app.governance.strands import strands
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file
from app.web.forms import Form

blueprint = Blueprint("audits_words", __name__, url_prefix="/governance/audits/words")
NUMBER = "<int(max=999999999):number>"
of_wording = access.loads(queries.wording_by_id, name="wording", see=keeps_wording)


def _authorities() -> list[str]:
    return sorted(set(current_person().authorities_as(Role.GOVERNOR_SERVICES)))


@blueprint.route("/<any(statements, questions):kind>", methods=["GET", "POST"])
@access.person(keeps_words)
@commits
def index(kind: str) -> ResponseReturnValue:
    chosen, form, codes = Kind(kind), Form(), _authorities()
    if form.validate_on_submit():
        for code in codes:
            services.start_words(authority_code=code, by=current_person())
        flash("The usual words are in force.")
        return htmx.redirect(url_for(".index", kind=kind))
    retired = queries.retired_wordings(codes, chosen, page_asked())
    groups = page.groups(codes, chosen)
    if wants_file():
        return list_file(kind, page.HEADER, page.file_rows(groups, retired.items))
    html = render_template(
        "governance/audits/words/index.html",
        kind=chosen,
        title=TITLES[chosen],
        about=ABOUT[chosen],
        one=ONE[chosen],
        groups=groups,
        scales=[scale for code in codes if (scale := queries.scale_in_force(code))],
        retired=retired,
        form=form,
        files=file_links(lambda f: url_for(".index", kind=kind, format=f)),
        page_url=lambda n: url_for(".index", kind=kind, page=None if n == 1 else n),
    )
    return html, 422 if form.is_submitted() else 200


@blueprint.route("/<any(statements, questions):kind>/new", methods=["GET", "POST"])
@access.person(keeps_words)
@commits
def new(kind: str) -> ResponseReturnValue:
    chosen, form = Kind(kind), NewWordingForm(data={"needed": USUALLY_NEEDED})
    known = {strand.code: strand for strand in strands()}
    form.offer(known.values())
    form.for_kind(chosen)
    if form.validate_on_submit():
        for code in _authorities():
            services.add_wording(
                authority_code=code,
                kind=chosen,
                strand=known[form.strand.data],
                words=form.words.data or "",
                guidance=form.guidance.data or "",
                needed=form.number,
            )
        flash(f"The {ONE[chosen]} is added.")
        return htmx.redirect(url_for(".index", kind=kind))
    return _page("wording", f"Add a {ONE[chosen]}", chosen, form)


@blueprint.route(f"/{NUMBER}", methods=["GET", "POST"])
@of_wording
@commits
def reword(wording: Wording) -> ResponseReturnValue:
    services.check_in_force(wording)
    form = RewordForm(obj=wording)
    form.for_kind(wording.kind)
    if form.validate_on_submit():
        services.reword(
            wording,
            words=form.words.data or "",
            guidance=form.guidance.data or "",
            needed=form.number if wording.kind is Kind.STATEMENT else wording.needed,
            same_meaning=form.meaning.data == SAME,
        )
        flash("The new words count from now on. What was answered keeps the old ones.")
        return htmx.redirect(url_for(".index", kind=wording.kind))
    return _page("wording", f"Change the {ONE[wording.kind]}", wording.kind, form)


@blueprint.route(f"/{NUMBER}/retire", methods=["GET", "POST"])
@of_wording
@commits
def retire(wording: Wording) -> ResponseReturnValue:
    services.check_in_force(wording)
    form = RetireForm()
    if form.validate_on_submit():
        services.retire(wording)
        flash(f"The {ONE[wording.kind]} is retired.")
        return htmx.redirect(url_for(".index", kind=wording.kind))
    return _page("retire", f"Retire the {ONE[wording.kind]}", wording.kind, form, wording)


@blueprint.post(f"/{NUMBER}/move")
@of_wording
@commits
def move(wording: Wording) -> ResponseReturnValue:
    services.move(wording, up=request.form.get("direction") == "up")
    return htmx.redirect(url_for(".index", kind=wording.kind, _anchor=f"wording-{wording.id}"))


@blueprint.route(f"/scale/{NUMBER}", methods=["GET", "POST"])
@access.loads(queries.scale_by_id, name="scale", see=keeps_scale)
@commits
def scale(scale: Scale) -> ResponseReturnValue:
    if scale.retired_on is not None:
        abort(404)
    form = ScaleForm(data={f"level{n}": words for n, words in enumerate(scale.levels, start=1)})
    if form.validate_on_submit():
        services.replace_scale(scale, levels=form.levels, same_meaning=form.meaning.data == SAME)
        flash("The new scale counts for audits that begin from now on.")
        return htmx.redirect(url_for(".index", kind=Kind.STATEMENT))
    return _page("scale", "Change the scale", Kind.STATEMENT, form)


def _page(
    name: str, title: str, kind: Kind, form: Form, wording: Wording | None = None
) -> ResponseReturnValue:
    html = render_template(
        f"governance/audits/words/{name}.html",
        title=title,
        kind=kind,
        list_title=TITLES[kind],
        form=form,
        wording=wording,
    )
    return html, 422 if form.is_submitted() else 200
