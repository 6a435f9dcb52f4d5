"""Who the people are behind a turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.queries import holders
from app.accounts.roles import Role
from app.commissions.models import Commission, SupportRequest
from app.commissions.next_steps import (
    Actor,
    NextStep,
    is_turn_in_commission,
    is_turn_in_request,
)
from app.commissions.queries.sides import leads_of, officers_of, signers_of, voices_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person


def people_of(step: NextStep, matter: SupportRequest | Commission) -> list[Person]:
    """Return everybody who can take the step, by name; officers already at work with it alone."""
    candidates = _candidates(step.actor, matter)
    if isinstance(matter, Commission):
        return [p for p in candidates if is_turn_in_commission(p, step, matter)]
    if step.actor is Actor.BROKER and matter.broker is not None:
        candidates = [matter.broker]
    if step.actor is Actor.SCHOOL and matter.on_behalf:
        candidates = [matter.requester]
    return [p for p in candidates if is_turn_in_request(p, step, matter)]


def _candidates(actor: Actor, matter: SupportRequest | Commission) -> Sequence[Person]:
    match actor, matter:
        case ((Actor.SCHOOL | Actor.HEAD), _):
            return voices_of(matter) if actor is Actor.SCHOOL else signers_of(matter)
        case Actor.PROVIDER, Commission():
            return leads_of(matter)
        case Actor.HOST, Commission(host_urn=int()):
            return holders(Role.HEAD, Role.CHAIR, school=matter.host_urn)
        case Actor.QUALITY, _:
            return holders(Role.QUALITY_LEAD, authority=matter.authority_code)
        case ((Actor.BROKER | Actor.APPROVER | Actor.OFFICER | Actor.DECIDER), _):
            return officers_of(matter)
        case _:
            return ()


def everybody_told(matter: SupportRequest | Commission) -> list[Person]:
    """Return whom a decision concerns: the school, and of a commission the provider and broker."""
    people = voices_of(matter)
    if isinstance(matter, Commission):
        people += leads_of(matter)
        people.append(matter.broker)
    elif matter.on_behalf:
        people.append(matter.requester)
    return list({person.id: person for person in people}.values())
