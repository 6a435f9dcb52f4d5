"""The criteria: published for everybody, kept by administrators and quality leads."""

from __future__ import annotations

from flask import flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.prospectus.designations import criteria_page, queries
from app.prospectus.designations.forms.keep import (
    EVERY_ENTRY,
    CriterionForm,
    NewCriterionForm,
    RetireForm,
)
from app.prospectus.designations.permissions import everybody, keeps_criteria, may_keep
from app.prospectus.designations.routes import blueprint, of_criteria
from app.prospectus.designations.services import criteria as services
from app.prospectus.models import Criterion
from app.prospectus.queries import designation_types
from app.web import access, htmx
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file
from app.web.forms import Form

of_criterion = access.loads(queries.criterion_by_id, name="criterion", see=everybody, may=may_keep)


@blueprint.get("/criteria", endpoint="criteria")
@access.public
def published() -> ResponseReturnValue:
    page = criteria_page.published()
    return render_template("prospectus/designations/published.html", published=page)


@of_criteria.get("")
@access.person(keeps_criteria)
def index() -> ResponseReturnValue:
    groups, retired = criteria_page.groups(), queries.retired_criteria(page_asked())
    if wants_file():
        rows = criteria_page.file_rows(groups, retired.items)
        return list_file("criteria", criteria_page.HEADER, rows)
    return render_template(
        "prospectus/designations/criteria.html",
        groups=groups,
        retired=retired,
        page_url=lambda number: url_for("criteria.index", page=number),
        files=file_links(lambda form: url_for("criteria.index", format=form)),
        button=Form(),
    )


@of_criteria.route("/new", methods=["GET", "POST"])
@access.person(keeps_criteria)
@commits
def new() -> ResponseReturnValue:
    form = NewCriterionForm(belongs_to=EVERY_ENTRY)
    form.offer(designation_types())
    if form.validate_on_submit():
        services.add_criterion(
            type_id=form.type_id, words=form.words.data or "", guidance=form.guidance.data or ""
        )
        flash("The criterion is added.")
        return htmx.redirect(url_for("criteria.index"))
    html = render_template("prospectus/designations/criterion.html", criterion=None, form=form)
    return html, 422 if form.is_submitted() else 200


@of_criteria.route("/<int(max=999999999):number>", methods=["GET", "POST"])
@of_criterion
@commits
def reword(criterion: Criterion) -> ResponseReturnValue:
    services.check_in_force(criterion)
    form = CriterionForm(obj=criterion)
    if form.validate_on_submit():
        services.reword_criterion(
            criterion, words=form.words.data or "", guidance=form.guidance.data or ""
        )
        flash("The criterion is reworded. Whoever was judged by the old words keeps them.")
        return htmx.redirect(url_for("criteria.index"))
    html = render_template("prospectus/designations/criterion.html", criterion=criterion, form=form)
    return html, 422 if form.is_submitted() else 200


@of_criteria.route("/<int(max=999999999):number>/retire", methods=["GET", "POST"])
@of_criterion
@commits
def retire(criterion: Criterion) -> ResponseReturnValue:
    services.check_in_force(criterion)
    form = RetireForm()
    if form.validate_on_submit():
        services.retire_criterion(criterion)
        flash("The criterion is retired.")
        return htmx.redirect(url_for("criteria.index"))
    html = render_template("prospectus/designations/retire.html", criterion=criterion, form=form)
    return html, 422 if form.is_submitted() else 200


@of_criteria.post("/<int(max=999999999):number>/move")
@of_criterion
@commits
def move(criterion: Criterion) -> ResponseReturnValue:
    services.move_criterion(criterion, up=request.form.get("direction") == "up")
    return htmx.redirect(url_for("criteria.index", _anchor=f"criterion-{criterion.id}"))
