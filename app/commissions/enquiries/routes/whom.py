"""From the shortlist to a request: whom to ask, and why not the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.commissions import permissions as who
from app.commissions.enquiries.facts import MOST_ASKED, EnquiryStatus
from app.commissions.enquiries.forms import BROKERS_CHOOSE, THOSE_TICKED, WhomForm, whom_form
from app.commissions.enquiries.services import naming
from app.commissions.models import SupportRequest
from app.commissions.queries import requests as queries
from app.commissions.routes import requests as blueprint
from app.commissions.routes.schools import schools_to_ask_for
from app.commissions.services import ask
from app.core.errors import DomainError
from app.prospectus.fit import is_own_staff
from app.prospectus.shortlist.queries import kept_entries, readers_shortlist
from app.web import access, htmx
from app.web.commits import commits

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from app.prospectus.models import Provider


@blueprint.route("/new/shortlist", methods=["GET", "POST"])
@access.person(who.can_ask)
@commits
def new_from_shortlist() -> ResponseReturnValue:
    person = access.current_person()
    schools = schools_to_ask_for(person)
    entries = _askable(kept_entries(readers_shortlist()), schools.offered)
    form = whom_form(entries, schools.choices)
    if not form.is_submitted():
        # those compared arrive ticked; only what is on the reader's own list is ever offered
        compared = request.args.getlist("entry")
        form.asked.data = [one.slug for one in entries if one.slug in compared][:MOST_ASKED]
    if schools.choices and form.school.data is None and len(schools.choices) == 1:
        form.school.data = schools.choices[0][0]
    if schools.offered and entries and form.validate_on_submit():
        school = schools.offered[int(form.school.data)]
        try:
            started = naming.start_naming(
                school=school,
                by=person,
                on_behalf=school.urn not in schools.own,
                asked=form.ticked,
                passed_over=form.passed_over,
            )
        except DomainError as error:
            form.asked.errors = [str(error)]
        else:
            return htmx.redirect(url_for(".edit", reference=started.reference, section="need"))
    page = render_template(
        "enquiries/new.html",
        form=form,
        schools=schools,
        ticked=[("entry", slug) for slug in form.asked.data or ()],
        most=MOST_ASKED,
        target=url_for(".new_from_shortlist", q=schools.words or None),
    )
    return page, 422 if form.errors else 200


@blueprint.route("/<reference>/providers", methods=["GET", "POST"])
@access.loads(
    queries.request_by_reference,
    name="asked",
    see=who.can_see_request,
    may=who.can_write_request,
)
@commits
def providers(asked: SupportRequest) -> ResponseReturnValue:
    person = access.current_person()
    ask.check_may_write(asked, person)
    sent = [e.provider for e in asked.enquiries if e.status is not EnquiryStatus.NAMED]
    form = _form_of(asked, sent)
    if form.entries and form.validate_on_submit():
        try:
            naming.name_providers(
                request=asked,
                by=person,
                asked=[*sent, *form.ticked],
                passed_over=form.passed_over,
            )
        except DomainError as error:
            form.asked.errors = [str(error)]
        else:
            return htmx.redirect(_after(asked))
    page = render_template(
        "enquiries/providers.html",
        form=form,
        asked=asked,
        sent=sent,
        most=MOST_ASKED,
        back=_after(asked),
        target=url_for(".providers", reference=asked.reference, then=request.args.get("then")),
    )
    return page, 422 if form.errors else 200


def _after(asked: SupportRequest) -> str:
    if request.args.get("then") == "check":
        return url_for(".check", reference=asked.reference)
    return url_for(".edit", reference=asked.reference, section="practical")


def _form_of(asked: SupportRequest, sent: Sequence[Provider]) -> WhomForm:
    """Offer whom the request names, whom it passed over, and what is on the reader's shortlist."""
    named = [e.provider for e in asked.enquiries if e.status is EnquiryStatus.NAMED]
    if asked.preferred_provider is not None:
        named.append(asked.preferred_provider)
    before = [*named, *(row.provider for row in asked.not_asked)]
    offered = {p.id: p for p in (*before, *kept_entries(readers_shortlist()))}
    others = [p for p in offered.values() if p not in sent]
    form = whom_form(_askable(others, {asked.school_urn}), sent=len(sent))
    if not form.is_submitted():
        form.choice.data = THOSE_TICKED if named else BROKERS_CHOOSE
        form.asked.data = [provider.slug for provider in named]
        for row in asked.not_asked:
            if f"why_{row.provider_id}" in form:
                form[f"why_{row.provider_id}"].data = row.reason.value
                form[f"words_{row.provider_id}"].data = row.words
    return form


def _askable(entries: Sequence[Provider], schools: Collection[int]) -> list[Provider]:
    """Leave out what is public no more, and who works at every school it could be for."""
    return [
        provider
        for provider in entries
        if provider.is_public
        and not (schools and all(is_own_staff(provider, urn) for urn in schools))
    ]
