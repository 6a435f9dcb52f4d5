"""Examples of past support, each told with the school's written consent."""

from __future__ import annotations

from dataclasses import asdict

from flask import abort, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.prospectus.listing import journey, queries
from app.prospectus.listing import permissions as who
from app.prospectus.listing.claims import CaseStudy
from app.prospectus.listing.forms.case_study import CaseStudyForm, RemoveForm
from app.prospectus.listing.routes import blueprint
from app.prospectus.listing.services import write
from app.prospectus.models import Provider
from app.prospectus.queries import provider_by_slug
from app.web import access, htmx
from app.web.commits import commits

writes_entry = access.loads(
    lambda slug, **_number: provider_by_slug(slug),
    name="provider",
    see=who.can_see_entry_work,
    may=who.can_write_entry,
)


def _then() -> str | None:
    return "check" if request.args.get("then") == "check" else None


def _studies(provider: Provider) -> list[CaseStudy]:
    claims = write.claims_to_write(provider, queries.open_edition(provider))
    return list(claims.case_studies)


def _numbered(provider: Provider) -> tuple[int, CaseStudy]:
    """Return the place of the example the URL names, and the example."""
    place = int((request.view_args or {})["number"]) - 1
    studies = _studies(provider)
    if not 0 <= place < len(studies):
        abort(404)
    return place, studies[place]


def _list_url(provider: Provider) -> str:
    return url_for(".case_studies", slug=provider.slug, then=_then())


def _keep(provider: Provider, studies: list[CaseStudy]) -> None:
    person = access.current_person()
    write.answer(provider=provider, by=person, answers={"case_studies": studies})


@blueprint.get("/<slug>/examples")
@writes_entry
def case_studies(provider: Provider) -> ResponseReturnValue:
    claims = write.claims_to_write(provider, queries.open_edition(provider))
    question = journey.CASE_STUDIES
    number, total = journey.position(question, claims)
    return render_template(
        "listing/case_studies.html",
        provider=provider,
        studies=claims.case_studies,
        number=number,
        total=total,
        then=_then(),
        back=journey.before(provider.slug, question, claims, _then()),
        after=journey.after(provider.slug, question, claims, _then()),
    )


@blueprint.route("/<slug>/examples/new", methods=["GET", "POST"])
@writes_entry
@commits
def add_case_study(provider: Provider) -> ResponseReturnValue:
    form = CaseStudyForm()
    if form.validate_on_submit():
        try:
            _keep(provider, [*_studies(provider), form.study()])
        except DomainError as error:
            form.submit.errors = [str(error)]
        else:
            return htmx.redirect(_list_url(provider))
    return _form_page(provider, form, "Add an example")


@blueprint.route("/<slug>/examples/<int(max=99):number>", methods=["GET", "POST"])
@writes_entry
@commits
def case_study(provider: Provider) -> ResponseReturnValue:
    place, before = _numbered(provider)
    form = CaseStudyForm(data=asdict(before) | {"agreed_on": before.agreed_day})
    if form.validate_on_submit():
        studies = _studies(provider)
        studies[place] = form.study()
        try:
            _keep(provider, studies)
        except DomainError as error:
            form.submit.errors = [str(error)]
        else:
            return htmx.redirect(_list_url(provider))
    return _form_page(provider, form, "Change the example")


def _form_page(provider: Provider, form: CaseStudyForm, title: str) -> ResponseReturnValue:
    page = render_template(
        "listing/case_study.html",
        form=form,
        provider=provider,
        title=title,
        back=_list_url(provider),
        target=request.full_path.rstrip("?"),
    )
    return page, 422 if form.errors else 200


@blueprint.route("/<slug>/examples/<int(max=99):number>/remove", methods=["GET", "POST"])
@writes_entry
@commits
def remove_case_study(provider: Provider) -> ResponseReturnValue:
    place, study = _numbered(provider)
    form = RemoveForm()
    if form.validate_on_submit():
        studies = _studies(provider)
        _keep(provider, [*studies[:place], *studies[place + 1 :]])
        flash("The example is removed.")
        return htmx.redirect(_list_url(provider))
    return render_template(
        "listing/remove_case_study.html",
        form=form,
        provider=provider,
        study=study,
        back=_list_url(provider),
        target=request.full_path.rstrip("?"),
    )
