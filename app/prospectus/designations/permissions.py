"""Who decides on designations, who may appeal, and who keeps the kinds and criteria."""

from __future__ import annotations

from app.accounts.models import Person
from app.accounts.roles import SCHOOL_ROLES, Role
from app.prospectus.designations.decisions import waiting_appeal
from app.prospectus.designations.facts import CHAMPIONS_OFFICERS, DESIGNATION_OFFICERS
from app.prospectus.facts import ProviderKind
from app.prospectus.models import Criterion, Designation, DesignationType, Provider
from app.prospectus.permissions import leads


def can_see_designations(person: Person | None, provider: Provider) -> bool:
    """Decisions and reasons: the provider's own lead, and those who decide in its authority."""
    return leads(person, provider) or _is_officer(person, provider)


def can_record(person: Person | None, provider: Provider) -> bool:
    """An officer of its authority who neither leads it nor belongs to the school that lends it."""
    return (
        person is not None
        and _is_officer(person, provider)
        and not leads(person, provider)
        and not _belongs_to_host(person, provider)
    )


def decides_somewhere(person: Person | None) -> bool:
    return person is not None and person.holds(*DESIGNATION_OFFICERS)


def can_see_designation(person: Person | None, designation: Designation) -> bool:
    return can_see_designations(person, designation.provider)


def can_decide(person: Person | None, designation: Designation) -> bool:
    return can_record(person, designation.provider)


def may_appeal(person: Person | None, designation: Designation) -> bool:
    """The provider's lead; whether a decision is open to appeal is another question."""
    return leads(person, designation.provider)


def can_stand_down(person: Person | None, designation: Designation) -> bool:
    """A champion of governance, at any time."""
    provider = designation.provider
    return provider.kind is ProviderKind.CHAMPION and leads(person, provider)


def can_answer(person: Person | None, designation: Designation) -> bool:
    """An officer who did not take the decision that is appealed against."""
    appeal = waiting_appeal(designation)
    return (
        person is not None
        and appeal is not None
        and can_decide(person, designation)
        and appeal.decision.decided_by_id != person.id
    )


def is_the_portal(person: Person | None, _designation: Designation) -> bool:
    """What nobody decides: the holder's school changed."""
    return person is None


def keeps_criteria(person: Person | None) -> bool:
    """Kinds and criteria are shared by all authorities of an installation."""
    return person is not None and person.holds(Role.ADMINISTRATOR, Role.QUALITY_LEAD)


def everybody(_person: Person | None, _thing: DesignationType | Criterion) -> bool:
    """They are published."""
    return True


def may_keep(person: Person | None, _thing: DesignationType | Criterion) -> bool:
    return keeps_criteria(person)


def _is_officer(person: Person | None, provider: Provider) -> bool:
    return person is not None and person.holds(
        *officers_of(provider.kind), authority=provider.authority_code
    )


def officers_of(kind: ProviderKind) -> tuple[Role, ...]:
    """Return the roles that decide on what providers of this kind hold."""
    return CHAMPIONS_OFFICERS if kind is ProviderKind.CHAMPION else DESIGNATION_OFFICERS


def _belongs_to_host(person: Person, provider: Provider) -> bool:
    return provider.host_urn is not None and person.holds(*SCHOOL_ROLES, school=provider.host_urn)
