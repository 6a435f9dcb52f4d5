"""The acts open to one person on one commission, with their pages and what is still missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.commissions import approval_permissions as approval
from app.commissions import permissions as who
from app.commissions.act import Act
from app.commissions.changes import permissions as changes
from app.commissions.changes.facts import VARIATION_ACTION_WORDS, VariationAction
from app.commissions.changes.lifecycle import VARIATION_LIFECYCLE
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.preauthorised.permissions import can_approve_by_rule
from app.commissions.requirements import CONFIRM_DAYS, DECLARE_FIRST
from app.commissions.statuses import (
    BEING_DELIVERED,
    ENDED_COMMISSIONS,
    CommissionAction,
    CommissionStatus,
)
from app.commissions.undo.page import undo_act_of_commission
from app.commissions.words import COMMISSION_ACTION_WORDS
from app.commissions.work_acts import work_acts
from app.prospectus.facts import ProviderKind

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission

A = CommissionAction
# what follows from another act has no page: the move to quality review follows from the second
# evaluation, and whether a judgement closes from what it says
PAGES = {
    A.ACCEPT: "commissions.accept",
    A.DECLINE: "commissions.decline",
    A.SEND_FOR_SIGNATURE: "commissions.send",
    A.SIGN: "commissions.sign",
    A.REJECT: "commissions.reject",
    A.RECOMMEND: "commissions.recommend",
    A.ASK_INFORMATION: "commissions.ask_information",
    A.ANSWER_INFORMATION: "commissions.answer_information",
    A.APPROVE_BY_RULE: "commissions.approve_by_rule",
    A.APPROVE: "commissions.approve",
    A.APPROVE_WITH_CONDITIONS: "commissions.approve_with_conditions",
    A.SEND_BACK: "commissions.send_back",
    A.REFUSE: "commissions.refuse",
    A.CHALLENGE: "commissions.challenge",
    # one page decides either way
    A.UPHOLD: "commissions.decide_challenge",
    A.LET_STAND: "commissions.let_stand",
    A.REFUSE_SUPPORTER: "commissions.refuse_supporter",
    A.WITHDRAW: "commissions.withdraw",
    A.START: "commissions.start",
    A.PAUSE: "commissions.pause",
    # one page lets it go on or keeps it paused
    A.RESUME: "commissions.look_at_pause",
    A.END_DELIVERY: "commissions.end",
    A.END_EARLY: "commissions.end_early",
    A.CLOSE: "quality.judge",
    A.MODERATE: "second.moderate",
    A.RETURN_FOR_EVIDENCE: "quality.return_for_evidence",
}
FORWARD = frozenset(
    {
        A.ACCEPT,
        A.SEND_FOR_SIGNATURE,
        A.SIGN,
        A.ANSWER_INFORMATION,
        A.APPROVE_BY_RULE,
        A.APPROVE,
        A.CHALLENGE,
        A.UPHOLD,
        A.LET_STAND,
        A.START,
        A.RESUME,
        A.CLOSE,
        A.MODERATE,
    }
)
# one page decides either way
CHANGE_PAGES = {
    VariationAction.SIGN: "commissions.sign_change",
    VariationAction.REJECT: "commissions.reject_change",
    VariationAction.APPROVE: "commissions.decide_change",
    VariationAction.WITHDRAW: "commissions.withdraw_change",
}
FORWARD_CHANGES = frozenset({VariationAction.SIGN, VariationAction.APPROVE})
# said only once there is something to decide; before, the approval says what is missing
ONCE_SIGNED = frozenset(
    {A.RECOMMEND, A.ASK_INFORMATION, A.APPROVE_WITH_CONDITIONS, A.SEND_BACK, A.REFUSE}
)
# not while a question is open: nothing more is asked, and the approval says why it waits
ONE_AT_A_TIME = frozenset({A.ASK_INFORMATION, A.APPROVE_WITH_CONDITIONS})


def acts_of(person: Person, commission: Commission) -> list[Act]:
    """Return the acts open now, those that carry the work forward first."""
    acts = [
        Act(
            COMMISSION_ACTION_WORDS[action],
            url_for(PAGES[action], reference=commission.reference),
            action in FORWARD,
            _missing(action, person, commission),
        )
        for action in COMMISSION_LIFECYCLE.open_acts(person, commission)
        if action in PAGES and not _said_otherwise(action, person, commission)
    ]
    acts = [*_release_acts(person, commission), *work_acts(person, commission), *acts]
    acts += [*_change_acts(person, commission), *_condition_acts(person, commission)]
    acts += _take_over_acts(person, commission)
    if (undo := undo_act_of_commission(person, commission)) is not None:
        acts.append(undo)
    if any(DECLARE_FIRST in act.missing for act in acts):
        href = url_for("commissions.interest", reference=commission.reference)
        acts.insert(0, Act("Record whether you have an interest", href, forward=True))
    return sorted(acts, key=lambda act: not act.forward)


def _missing(action: A, person: Person, commission: Commission) -> tuple[str, ...]:
    """Return what must hold before the act's page can be opened."""
    reasons = COMMISSION_LIFECYCLE.missing(person, commission, action)
    return tuple(reason for reason in reasons if reason != CONFIRM_DAYS)


def awaits_release(person: Person, commission: Commission) -> bool:
    return (
        commission.status is CommissionStatus.OFFERED
        and commission.host_released_at is None
        and who.answers_for_host(person, commission)
    )


def _release_acts(person: Person, commission: Commission) -> list[Act]:
    if not awaits_release(person, commission):
        return []
    reference = commission.reference
    return [
        Act("Agree to release", url_for("commissions.release", reference=reference), forward=True),
        Act(
            "Do not release",
            url_for("commissions.refuse_release", reference=reference),
            forward=False,
        ),
    ]


def _change_acts(person: Person, commission: Commission) -> list[Act]:
    """Return what this person can do about a change of the signed agreement."""
    change, reference = commission.open_variation, commission.reference
    if commission.status not in BEING_DELIVERED:
        return []
    if change is None:
        href = url_for("commissions.propose_change", reference=reference)
        may = changes.can_propose(person, commission)
        return [Act("Propose a change", href, forward=False)] if may else []
    open_now, number = VARIATION_LIFECYCLE.open_acts(person, change), change.number
    return [
        Act(
            VARIATION_ACTION_WORDS[action].format(number=number),
            url_for(page, reference=reference, number=number),
            action in FORWARD_CHANGES,
            tuple(VARIATION_LIFECYCLE.missing(person, change, action)),
        )
        for action, page in CHANGE_PAGES.items()
        if action in open_now
    ]


def _take_over_acts(person: Person, commission: Commission) -> list[Act]:
    acts, reference = [], commission.reference
    if commission.status in ENDED_COMMISSIONS:
        return []
    if commission.school.is_closed and approval.follows_up(person, commission):
        href = url_for("commissions.move_school", reference=reference)
        acts.append(Act("Move it to the school’s successor", href, forward=False))
    organisation = commission.provider.kind is ProviderKind.ORGANISATION
    if (
        organisation
        and commission.status in BEING_DELIVERED
        and changes.can_record_lead(person, commission)
    ):
        href = url_for("commissions.change_lead", reference=reference)
        acts.append(Act("Record who leads it now", href, forward=False))
    return acts


def _condition_acts(person: Person, commission: Commission) -> list[Act]:
    acts = []
    for condition in commission.conditions:
        reference, position = commission.reference, condition.position
        if approval.can_report_condition(person, condition):
            words = f"Say how condition {position} is met"
            href = url_for("commissions.report_condition", reference=reference, position=position)
            acts.append(Act(words, href, forward=False))
        if approval.can_look_at_condition(person, condition):
            words = f"Look at condition {position}"
            href = url_for("commissions.look_at_condition", reference=reference, position=position)
            acts.append(Act(words, href, forward=False))
    return acts


def _said_otherwise(action: A, person: Person, commission: Commission) -> bool:
    """Tell whether the page offers the same act in other words already."""
    if action is A.DECLINE:
        return awaits_release(person, commission)
    if action is A.APPROVE:
        return can_approve_by_rule(person, commission)
    if action in ONE_AT_A_TIME and commission.open_question is not None:
        return True
    return action in ONCE_SIGNED and bool(commission.unsigned_parties)
