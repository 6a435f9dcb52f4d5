"""Whoever leads a provider writes its entry, and sends it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.accounts.models import Person
from app.accounts.roles import SCHOOL_ROLES, Role
from app.accounts.services import assign_role
from app.core.errors import DomainError, NotAllowed, NotOpen
from app.extensions import db
from app.prospectus.facts import Availability, ListingStatus, ProviderKind
from app.prospectus.listing import permissions as who
from app.prospectus.listing import queries, telling
from app.prospectus.listing.claims import Claims, claims_of
from app.prospectus.listing.facts import EditionAction
from app.prospectus.listing.lifecycle import EDITION_LIFECYCLE
from app.prospectus.models import Edition, HostRelease, Provider
from app.prospectus.services import add_provider
from app.prospectus.services.changed import changed
from app.schools.queries import school_by_urn

LONGEST_SLUG = 70
# answers that stand outside the edition: true at once, and no claim to be reviewed
CONTACTS = (
    "contact_name",
    "contact_email",
    "contact_phone",
    "rate_pence_per_day",
    "rate_is_public",
    "interests",
)
FOR_THE_PANEL = ("evidence", "referees", "days")


def start_entry(*, by: Person, name: str) -> Provider:
    """Begin an entry that only its own people and officers see; whoever begins it leads it.

    An officer who begins one writes it for somebody else and does not lead it.
    """
    if not who.can_start_entry(by):
        message = "You cannot offer support with this account."
        raise NotAllowed(message)
    provider = add_provider(
        slug=queries.free_slug(slug_of(name)),
        name=name,
        kind=ProviderKind.PERSON,
        authority_code=_authority_of(by),
        headline="",
        summary="",
        phases=(),
        modes=(),
        areas=(),
        availability=Availability.NOW,
    )
    if by.holds(*SCHOOL_ROLES, Role.PROVIDER_LEAD):
        assign_role(person=by, role=Role.PROVIDER_LEAD, provider=provider.id)
    _new_edition(provider, by, Claims(name=name))
    return provider


def slug_of(name: str) -> str:
    """Return the name as a part of an address: plain letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_SLUG].strip("-") or "entry"


def _authority_of(person: Person) -> str:
    for assignment in person.current_assignments:
        if assignment.authority_code:
            return assignment.authority_code
        if assignment.school:
            return assignment.school.authority_code
    led = queries.providers_led(person.providers_led())
    if led:
        return led[0].authority_code
    message = "You belong to no authority here yet. Ask the brokerage team."
    raise DomainError(message)


def _new_edition(provider: Provider, by: Person, claims: Claims) -> Edition:
    edition = Edition(
        provider=provider,
        number=queries.last_number(provider) + 1,
        written_by_id=by.id,
        content=claims.as_json(),
    )
    db.session.add(edition)
    db.session.flush()
    return edition


def claims_to_write(provider: Provider, edition: Edition | None) -> Claims:
    """Return what a question is filled from: the open edition, or what is published."""
    return Claims.from_json(edition.content) if edition else claims_of(provider)


def answer(*, provider: Provider, by: Person, answers: Mapping[str, Any]) -> None:
    """Keep the answers of one question, gaps included.

    Contacts, rate, interests and availability hold at once. Everything else goes into the edition
    being written; the first such answer to a published entry begins one.
    """
    if not who.can_write_entry(by, provider):
        message = "You cannot change this entry."
        raise NotAllowed(message)
    private = {name: value for name, value in answers.items() if name in CONTACTS}
    for name, value in private.items():
        setattr(provider.private, name, value)
    if "availability" in answers:
        provider.availability = answers["availability"]
    at_once = {*private, "availability"}
    if others := {name: value for name, value in answers.items() if name not in at_once}:
        _answer_edition(provider, by, others)
    changed(provider)


def _answer_edition(provider: Provider, by: Person, answers: Mapping[str, Any]) -> None:
    edition = queries.open_edition(provider)
    if edition is not None and not edition.is_being_written:
        message = "This is being reviewed. Take it back first if you want to change it."
        raise NotOpen(message)
    before = claims_to_write(provider, edition)
    for_panel = {name: value for name, value in answers.items() if name in FOR_THE_PANEL}
    claims = before.with_answers({k: v for k, v in answers.items() if k not in for_panel})
    if edition is None:
        if not for_panel and claims == before:
            return  # looked at and left as it is
        edition = _next_edition(provider, by, claims)
    edition.content = claims.as_json()
    for name, value in for_panel.items():
        setattr(edition, name, value)
    if not edition.provider.is_public and provider.listing is ListingStatus.DRAFT:
        provider.name = claims.name
    db.session.flush()


def _next_edition(provider: Provider, by: Person, claims: Claims) -> Edition:
    """Begin the edition after the published one, with what the panel was told last time."""
    before = queries.edition_in_force(provider)
    edition = _new_edition(provider, by, claims)
    if before is not None:
        edition.evidence, edition.referees = before.evidence, before.referees
        edition.days = before.days
    return edition


def send(*, edition: Edition, by: Person) -> None:
    """Send it to the panel, by way of the home school unless that agreed before."""
    claims = Claims.from_json(edition.content)
    needs_release = claims.host_urn is not None and not queries.release_holds(
        edition.provider, claims.host_urn, edition.days or Decimal(0)
    )
    action = EditionAction.ASK_RELEASE if needs_release else EditionAction.TO_PANEL
    EDITION_LIFECYCLE.move(edition, action, by=by)
    if claims.host_urn is not None and needs_release:
        host = school_by_urn(claims.host_urn)
        release = HostRelease(edition=edition, host=host, days=edition.days)
        db.session.add(release)
        db.session.flush()
        telling.ask_host(edition, release)
    else:
        put_before_panel(edition)
    db.session.flush()


def put_before_panel(edition: Edition) -> None:
    edition.turn += 1
    db.session.flush()
    telling.ask_panel(edition)


def take_back(*, edition: Edition, by: Person) -> None:
    """Take an edition back to change it, while nobody on the panel has rated it."""
    EDITION_LIFECYCLE.move(edition, EditionAction.TAKE_BACK, by=by)
    if (release := edition.open_release) is not None:
        release.granted, release.reason = False, "Taken back by the provider"
    db.session.flush()


def discard(*, edition: Edition, by: Person) -> None:
    """Drop what is being written; what is published stays as it is."""
    EDITION_LIFECYCLE.move(edition, EditionAction.DISCARD, by=by)
    db.session.flush()
