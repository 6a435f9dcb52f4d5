"""Who sees a concern and who deals with it. Pure rules.

Whoever raised it sees it, with the officers and quality leads who are no party and have no
interest. The two sides read it only once an officer has shared it: a school that raises something
in confidence must be sure that the provider learns nothing, not even that there is something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.commissions import permissions as who
from app.commissions import voices
from app.commissions.concerns.facts import (
    OPEN,
    RAISED_WHILE,
    ConcernActKind,
    ConcernStatus,
    RaisedFrom,
)

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, Concern

HANDLERS = (*voices.OFFICERS, *voices.BOARD_OFFICERS, Role.QUALITY_LEAD)


def handles_somewhere(person: Person) -> bool:
    return person.holds(*HANDLERS)


def handles_concerns(person: Person, commission: Commission) -> bool:
    """Any officer or quality lead of the authority with no part and no interest in it."""
    return (
        (who.is_officer_for(person, commission) or who.is_quality_lead_for(person, commission))
        and not who.is_party(person, commission)
        and not who.has_interest(person, commission)
    )


def raises_from(person: Person, commission: Commission) -> RaisedFrom | None:
    """Return in whose voice this person would raise a concern."""
    if who.reads_for_school(person, commission):
        return RaisedFrom.SCHOOL
    if who.leads_provider(person, commission):
        return RaisedFrom.PROVIDER
    if who.belongs_to_host(person, commission):
        return RaisedFrom.HOST
    return RaisedFrom.AUTHORITY if handles_concerns(person, commission) else None


def can_raise(person: Person, commission: Commission) -> bool:
    return commission.status in RAISED_WHILE and raises_from(person, commission) is not None


def can_see_concern(person: Person, concern: Concern) -> bool:
    commission = concern.commission
    if handles_concerns(person, commission):
        return True
    if person.id == concern.raised_by_id:
        return who.can_see_commission(person, commission)
    return concern.shared_at is not None and is_on_a_side(person, commission)


def is_on_a_side(person: Person, commission: Commission) -> bool:
    """The two sides of the work; not the home school, which only lends."""
    return who.reads_for_school(person, commission) or who.leads_provider(person, commission)


def can_act_on(person: Person, concern: Concern) -> bool:
    """Those who deal with it, and once it is shared, the two sides as well."""
    commission = concern.commission
    return handles_concerns(person, commission) or (
        concern.shared_at is not None
        and (who.speaks_for_school(person, commission) or who.leads_provider(person, commission))
    )


def can_share(person: Person, concern: Concern) -> bool:
    return (
        concern.status in OPEN
        and concern.shared_at is None
        and handles_concerns(person, concern.commission)
    )


def can_escalate(person: Person, concern: Concern) -> bool:
    """Whoever raised it, if it does not help, and whoever deals with it."""
    return can_see_concern(person, concern) and (
        person.id == concern.raised_by_id or handles_concerns(person, concern.commission)
    )


def can_resolve(person: Person, concern: Concern) -> bool:
    """Once escalated, only somebody fresh: not who raised it, acted on it or brokered the work."""
    if not handles_concerns(person, concern.commission):
        return False
    if concern.status is not ConcernStatus.ESCALATED:
        return True
    return person.id not in {
        concern.raised_by_id,
        concern.commission.broker_id,
        *(act.person_id for act in concern.acts if act.kind is ConcernActKind.ACTED),
    }


def can_withdraw_concern(person: Person, concern: Concern) -> bool:
    return person.id == concern.raised_by_id and can_see_concern(person, concern)
