"""Who takes which part on the way to an approval. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.facts import ApprovalKind, Asked

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import ApprovalAct, Commission


def can_recommend(person: Person, commission: Commission) -> bool:
    """A broker, once for each version; whoever does leaves the decision to another officer."""
    return who.brokers(person, commission) and not _did(
        person, commission, ApprovalKind.RECOMMENDED
    )


def _did(person: Person, commission: Commission, kind: ApprovalKind) -> bool:
    version = commission.current_version
    return version is not None and any(
        act.kind is kind and act.person_id == person.id and act.agreement_id == version.id
        for act in commission.approval_acts
    )


def can_answer(person: Person, commission: Commission) -> bool:
    """Whoever the open question was put to."""
    question = commission.open_question
    if question is None:
        return False
    if question.asked is Asked.PROVIDER:
        return who.can_deliver(person, commission)
    return who.brokers(person, commission)


def can_read_act(person: Person, act: ApprovalAct) -> bool:
    """A recommendation, and what was asked of the broker, are for officers and quality leads."""
    commission = act.commission
    if act.kind is ApprovalKind.RECOMMENDED:
        return who.can_see_interests(person, commission)
    if act.kind in (ApprovalKind.ASKED, ApprovalKind.ANSWERED):
        if act.asked is Asked.PROVIDER:
            return who.can_see_delivery(person, commission)
        return who.can_see_interests(person, commission)
    return who.can_see_commission(person, commission)
