"""The kinds of designation, as administrators and quality leads keep them."""

from __future__ import annotations

from flask import flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.prospectus.designations import queries
from app.prospectus.designations.forms.keep import KindForm, RemoveForm
from app.prospectus.designations.permissions import everybody, keeps_criteria, may_keep
from app.prospectus.designations.routes import of_kinds
from app.prospectus.designations.services import kinds as services
from app.prospectus.models import DesignationType
from app.prospectus.queries import designation_types
from app.web import access, htmx
from app.web.commits import commits
from app.web.forms import Form

of_kind = access.loads(queries.kind_by_id, name="kind", see=everybody, may=may_keep)


@of_kinds.get("")
@access.person(keeps_criteria)
def index() -> ResponseReturnValue:
    every = designation_types()
    return render_template(
        "prospectus/designations/kinds.html",
        current=[kind for kind in every if kind.scheme_ended_on is None],
        ended=[kind for kind in every if kind.scheme_ended_on is not None],
        button=Form(),
    )


@of_kinds.route("/new", methods=["GET", "POST"])
@access.person(keeps_criteria)
@commits
def new() -> ResponseReturnValue:
    form = KindForm()
    if form.validate_on_submit():
        kind = services.add_kind(form.facts())
        flash(f"{kind.name} is added.")
        return htmx.redirect(url_for("designation_types.index"))
    html = render_template("prospectus/designations/kind.html", kind=None, form=form)
    return html, 422 if form.is_submitted() else 200


@of_kinds.route("/<int(max=999999999):number>", methods=["GET", "POST"])
@of_kind
@commits
def edit(kind: DesignationType) -> ResponseReturnValue:
    form = KindForm(obj=kind)
    if form.validate_on_submit():
        form.refuse_if_stale(kind)
        services.edit_kind(kind, form.facts())
        flash(f"{kind.name} is saved.")
        return htmx.redirect(url_for("designation_types.index"))
    html = render_template(
        "prospectus/designations/kind.html",
        kind=kind,
        form=form,
        removable=not queries.is_held(kind),
    )
    return html, 422 if form.is_submitted() else 200


@of_kinds.route("/<int(max=999999999):number>/remove", methods=["GET", "POST"])
@of_kind
@commits
def remove(kind: DesignationType) -> ResponseReturnValue:
    services.check_removable(kind)
    form = RemoveForm()
    if form.validate_on_submit():
        services.remove_kind(kind)
        flash(f"{kind.name} is removed.")
        return htmx.redirect(url_for("designation_types.index"))
    html = render_template("prospectus/designations/remove_kind.html", kind=kind, form=form)
    return html, 422 if form.is_submitted() else 200


@of_kinds.post("/<int(max=999999999):number>/move")
@of_kind
@commits
def move(kind: DesignationType) -> ResponseReturnValue:
    services.move_kind(kind, up=request.form.get("direction") == "up")
    return htmx.redirect(url_for("designation_types.index", _anchor=f"kind-{kind.id}"))
