"""Who takes which part on the way to an approval. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.facts import ApprovalKind, Asked
from app.commissions.statuses import FOLLOWED_UP

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import ApprovalAct, ApprovalCondition, Commission


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


def can_challenge(person: Person, commission: Commission) -> bool:
    """Either side of the agreement; not the home school, which only lends."""
    return (
        who.speaks_for_school(person, commission) or who.leads_provider(person, commission)
    ) and not who.is_on_both_sides(person, commission)


def can_read_act(person: Person, act: ApprovalAct) -> bool:
    """A recommendation, and what was asked of the broker, are for officers and quality leads."""
    commission = act.commission
    if act.kind is ApprovalKind.RECOMMENDED:
        return who.can_see_interests(person, commission)
    if act.kind in (ApprovalKind.ASKED, ApprovalKind.ANSWERED):
        if act.asked is Asked.PROVIDER:
            return who.can_see_delivery(person, commission)
        return who.can_see_interests(person, commission)
    if act.kind is ApprovalKind.CHALLENGED:
        return who.can_see_delivery(person, commission)
    return who.can_see_commission(person, commission)


def follows_up(person: Person, commission: Commission) -> bool:
    """Any officer who is no party and has no interest: whoever set a condition may have left."""
    return (
        who.is_officer_for(person, commission)
        and not who.is_party(person, commission)
        and not who.has_interest(person, commission)
    )


def can_see_condition(person: Person, condition: ApprovalCondition) -> bool:
    return who.can_see_commission(person, condition.commission)


def can_report_condition(person: Person, condition: ApprovalCondition) -> bool:
    """The provider, once after each look."""
    return (
        _is_open(condition)
        and condition.reported_at is None
        and who.can_deliver(person, condition.commission)
    )


def can_look_at_condition(person: Person, condition: ApprovalCondition) -> bool:
    return _is_open(condition) and follows_up(person, condition.commission)


def _is_open(condition: ApprovalCondition) -> bool:
    return condition.met_at is None and condition.commission.status in FOLLOWED_UP
