"""Who changes, pauses or ends support that was approved. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.approval_permissions import follows_up
from app.commissions.changes.agreed import terms_now
from app.commissions.changes.facts import EndedBy
from app.commissions.voices import approval_limit

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, Objective, Variation


def ends_for(person: Person, commission: Commission) -> EndedBy | None:
    """Return for whom the person may end the support early; nobody does it for two."""
    if who.can_acknowledge(person, commission):
        return EndedBy.SCHOOL
    if who.can_deliver(person, commission):
        return EndedBy.PROVIDER
    return EndedBy.AUTHORITY if follows_up(person, commission) else None


def can_end_early(person: Person, commission: Commission) -> bool:
    return ends_for(person, commission) is not None


def can_propose(person: Person, commission: Commission) -> bool:
    """Either side, or a broker: whoever wrote the agreement."""
    return who.can_write_agreement(person, commission)


def can_propose_part(person: Person, objective: Objective) -> bool:
    return can_propose(person, objective.commission)


def can_see_variation(person: Person, variation: Variation) -> bool:
    return who.can_see_commission(person, variation.commission)


def can_sign_variation(person: Person, variation: Variation) -> bool:
    party = who.party_of(person, variation.commission)
    return party is not None and party in variation.unsigned_parties


def signs_variations(person: Person, variation: Variation) -> bool:
    """Tell whether this person signs for a party of it, also when they have done so."""
    return who.party_of(person, variation.commission) in variation.parties


def can_withdraw_variation(person: Person, variation: Variation) -> bool:
    """Whoever proposed it, and the brokers, who keep things moving."""
    return person.id == variation.proposed_by_id or who.brokers(person, variation.commission)


def can_decide_variation(person: Person, variation: Variation) -> bool:
    """An officer within their limit who is no party, has no interest and did not propose it."""
    commission = variation.commission
    total = terms_now(commission, variation).total_pence
    return (
        follows_up(person, commission)
        and person.id != variation.proposed_by_id
        and approval_limit(person, commission) >= total
    )


def can_lapse_variation(person: Person, variation: Variation) -> bool:
    """It ends with the support, whoever ends that."""
    return can_end_early(person, variation.commission)


def decides_open_variation(person: Person, commission: Commission) -> bool:
    variation = commission.open_variation
    return variation is not None and can_decide_variation(person, variation)


def can_record_lead(person: Person, commission: Commission) -> bool:
    """An officer, or whoever leads the provider now."""
    return follows_up(person, commission) or who.can_deliver(person, commission)
