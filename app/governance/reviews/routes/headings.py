"""The headings of an authority: add, reword, retire."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.roles import Role
from app.governance.reviews import permissions as who
from app.governance.reviews import queries
from app.governance.reviews.forms import ConfirmForm, HeadingForm
from app.governance.reviews.models import GovernanceHeading
from app.governance.reviews.routes.blueprint import blueprint
from app.governance.reviews.services import headings as services
from app.governance.strands import strands
from app.prospectus.models import ExpertiseArea
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form

OF_AUTHORITY = "/headings/<authority>/<code>"


def _authority() -> str:
    return str(current_person().authorities_as(Role.GOVERNOR_SERVICES)[0])


@blueprint.route("/headings", methods=["GET", "POST"])
@access.person(who.keeps_headings, hidden=True)
@commits
def headings() -> ResponseReturnValue:
    """Show them; the button of an authority without any starts it with the usual ones."""
    code, form = _authority(), ConfirmForm("Start with the usual headings")
    if form.validate_on_submit():
        services.start_headings(code)
        return _back("The usual headings are in use.")
    html = render_template(
        "governance/reviews/headings.html",
        headings=queries.headings_of(code),
        ended=queries.ended_headings_of(code),
        form=form,
    )
    return html, 422 if form.is_submitted() else 200


@blueprint.route("/headings/new", methods=["GET", "POST"])
@access.person(who.keeps_headings, hidden=True)
@commits
def new_heading() -> ResponseReturnValue:
    form, by_code = _form()
    if form.validate_on_submit():
        services.add_heading(
            authority_code=_authority(),
            name=form.name.data or "",
            about=form.about.data or "",
            strand=by_code.get(form.strand.data),
        )
        return _back("The heading is added. The next review can use it.")
    return _page("Add a heading", form)


@blueprint.route(OF_AUTHORITY, methods=["GET", "POST"])
@access.loads(queries.newest_heading, name="heading", see=who.keeps_heading)
@commits
def heading(heading: GovernanceHeading) -> ResponseReturnValue:
    form, by_code = _form(heading)
    if form.validate_on_submit():
        form.refuse_if_stale(heading)
        if form.retires:
            services.retire(heading)
            return _back("The heading is retired. Reviews that began keep it.")
        services.reword(
            heading=heading,
            name=form.name.data or "",
            about=form.about.data or "",
            strand=by_code.get(form.strand.data),
        )
        return _back("The new words are in use. Reviews that began keep theirs.")
    return _page("Reword or retire a heading", form, heading)


def _form(heading: GovernanceHeading | None = None) -> tuple[HeadingForm, dict[str, ExpertiseArea]]:
    by_code = {strand.code: strand for strand in strands()}
    given: dict[str, object] = {}
    if heading is not None:
        strand = heading.strand.code if heading.strand else ""
        given = {
            "name": heading.name,
            "about": heading.about,
            "strand": strand,
            "version": heading.version,
        }
    choices = [(key, one.name) for key, one in by_code.items()]
    return HeadingForm(choices, is_new=heading is None, data=given), by_code


def _back(words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("governance_reviews.headings"))


def _page(title: str, form: Form, heading: GovernanceHeading | None = None) -> ResponseReturnValue:
    told = [] if heading is None else [f"{heading.name}: wording {heading.version}"]
    html = render_template(
        "governance/reviews/question.html",
        caption="Headings of reviews",
        title=title,
        told=told,
        form=form,
        warned=False,
        back=url_for("governance_reviews.headings"),
    )
    return html, 422 if form.is_submitted() else 200
