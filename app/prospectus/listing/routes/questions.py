"""The listing journey: one question a page, kept at each step."""

from __future__ import annotations

from typing import Any

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.prospectus.listing import journey, queries
from app.prospectus.listing import permissions as who
from app.prospectus.listing.claims import Claims
from app.prospectus.listing.forms import FORMS, QuestionForm
from app.prospectus.listing.forms.expertise import notes_form
from app.prospectus.listing.forms.public import NO_SCHOOL, HostForm
from app.prospectus.listing.routes import blueprint
from app.prospectus.listing.services import write
from app.prospectus.models import Edition, Provider
from app.prospectus.queries import expertise_groups, provider_by_slug
from app.schools.queries import LONGEST_SEARCH, SchoolSearch, school_by_urn, search_schools
from app.web import access, htmx
from app.web.commits import commits


@blueprint.route("/<slug>/edit/<question>", methods=["GET", "POST"])
@access.loads(
    lambda slug, question: provider_by_slug(slug) if question in FORMS else None,
    name="provider",
    see=who.can_see_entry_work,
    may=who.can_write_entry,
)
@commits
def edit(provider: Provider) -> ResponseReturnValue:
    question = str((request.view_args or {})["question"])
    edition = queries.open_edition(provider)
    claims = write.claims_to_write(provider, edition)
    if not journey.applies(question, claims):
        abort(404)
    form = _form(question, provider, edition, claims)
    if form.validate_on_submit():
        try:
            write.answer(provider=provider, by=access.current_person(), answers=form.answers())
        except DomainError as error:
            form.submit.errors = [str(error)]
        else:
            now = write.claims_to_write(provider, queries.open_edition(provider))
            return htmx.redirect(journey.after(provider.slug, question, now, _then()))
    return _page(question, provider, claims, form)


def _then() -> str | None:
    """Return where the reader came from: the check, the entry's own page, or the journey."""
    then = request.args.get("then")
    return then if then in {"check", "own"} else None


def _page(
    question: str, provider: Provider, claims: Claims, form: QuestionForm
) -> ResponseReturnValue:
    slug, then = provider.slug, _then()
    number, total = journey.position(question, claims)
    page = render_template(
        f"listing/{_TEMPLATES.get(question, 'question')}.html",
        form=form,
        provider=provider,
        number=number,
        total=total,
        then=then,
        groups=expertise_groups(),
        words=_words(),
        back=journey.before(slug, question, claims, then),
        later=journey.after(slug, question, claims, then),
        target=url_for(".edit", slug=slug, question=question, then=then, q=_words() or None),
    )
    return page, 422 if form.errors else 200


_TEMPLATES = {"host": "host", "expertise": "expertise"}


def _form(
    question: str, provider: Provider, edition: Edition | None, claims: Claims
) -> QuestionForm:
    groups = expertise_groups()
    kind = notes_form(claims, groups) if question == "notes" else FORMS[question]
    form = kind(data=_given(provider, edition, claims))
    form.fit(provider, claims, groups)
    if isinstance(form, HostForm):
        form.host.choices = _schools(claims)
    return form


def _given(provider: Provider, edition: Edition | None, claims: Claims) -> dict[str, Any]:
    """Return every answer so far, by the name of its field."""
    private = provider.private
    host = NO_SCHOOL if claims.host_answered and claims.host_urn is None else claims.host_urn
    given = {
        **{name: getattr(private, name) for name in write.CONTACTS},
        **{name: getattr(claims, name) for name in ("name", "kind", "organisation_type")},
        **{name: getattr(claims, name) for name in ("headline", "summary", "experience")},
        **{name: list(getattr(claims, name)) for name in ("phases", "modes", "areas")},
        "host": None if host is None else str(host),
        "availability": provider.availability.value,
    }
    if edition is not None:
        given |= {name: getattr(edition, name) for name in write.FOR_THE_PANEL}
    return given


def _words() -> str:
    return " ".join(request.args.get("q", "").replace("\x00", " ").split())[:LONGEST_SEARCH]


def _schools(claims: Claims) -> list[tuple[str, str]]:
    """Return the school chosen before, the schools of the person, those found, and none."""
    person = access.current_person()
    own = [claims.host_urn, *(a.school_urn for a in person.current_assignments)]
    offered = {urn: school for urn in own if urn and (school := school_by_urn(urn))}
    if words := _words():
        found = search_schools(SchoolSearch(words), None).items
        offered |= {school.urn: school for school in found if not school.is_closed}
    choices = [(str(urn), f"{school.name} (URN {urn})") for urn, school in offered.items()]
    return [*choices, (NO_SCHOOL, "It is an organisation that is not at a school")]
