"""Awarding a designation, and every decision after that."""

from __future__ import annotations

from datetime import date

from app.accounts.models import Person
from app.core import clock
from app.core.errors import NotAllowed, NotReady
from app.extensions import db
from app.prospectus.designations import queries, telling
from app.prospectus.designations.facts import DesignationAct
from app.prospectus.designations.lifecycle import DESIGNATION_LIFECYCLE
from app.prospectus.designations.permissions import can_record
from app.prospectus.designations.services.holding import hold, hold_provider
from app.prospectus.designations.terms import OVER
from app.prospectus.models import Designation, DesignationDecision, DesignationType, Provider
from app.prospectus.services.changed import changed
from app.prospectus.services.designations import add_designation

A = DesignationAct


def award(
    *,
    provider: Provider,
    by: Person,
    type_code: str,
    awarded_on: date,
    ends_on: date | None,
    reason: str,
) -> Designation:
    """Award a designation for a term; without a last day it has no term."""
    hold_provider(provider)
    if not can_record(by, provider):
        message = "Another officer must award this."
        raise NotAllowed(message)
    kind = queries.kind_by_code(type_code)
    if faults := faults_of_award(provider, kind, awarded_on, ends_on, reason):
        raise NotReady(list(faults.values()))
    designation = add_designation(
        provider, type_code=type_code, awarded_on=awarded_on, ends_on=ends_on
    )
    designation.moved_at = clock.now()
    _record(DesignationDecision(designation=designation, act=A.AWARD, ends_on=ends_on), by, reason)
    return designation


def faults_of_award(
    provider: Provider,
    kind: DesignationType | None,
    awarded_on: date | None,
    ends_on: date | None,
    reason: str,
) -> dict[str, str]:
    """Return what is wrong, by the question of the form that can mend it."""
    faults = {}
    if kind is None:
        return {"reason": "Choose a kind of designation."}
    if awarded_on is None:
        faults["awarded_on"] = "Enter the first day of the term."
    elif kind.scheme_ended_on is not None and awarded_on > kind.scheme_ended_on:
        faults["awarded_on"] = "The scheme had ended by then. Enter an earlier day."
    if awarded_on is not None and ends_on is not None and ends_on <= awarded_on:
        faults["ends_on"] = "Enter a last day after the first."
    if not reason.strip():
        faults["reason"] = "Say why it is awarded."
    today = clock.today()
    if any(
        d.type_id == kind.id and d.standing_on(today) not in OVER for d in provider.designations
    ):
        faults["reason"] = "They hold this designation already. Extend or end that one."
    return faults


def decide(
    *,
    designation: Designation,
    act: DesignationAct,
    by: Person,
    reason: str,
    conditions: str = "",
    look_again_on: date | None = None,
    ends_on: date | None = None,
) -> DesignationDecision:
    """Take one decision, keep it with its reason, and tell the provider's leads."""
    hold(designation)
    DESIGNATION_LIFECYCLE.check(designation, act, by=by)
    if faults := faults_of_decision(designation, act, reason, conditions, look_again_on, ends_on):
        raise NotReady(list(faults.values()))
    decision = DesignationDecision(
        designation=designation,
        act=act,
        standing_before=designation.standing,
        ends_on_before=designation.ends_on,
        conditions=conditions.strip(),
        look_again_on=look_again_on,
    )
    DESIGNATION_LIFECYCLE.move(designation, act, by=by)
    if act is A.EXTEND:
        designation.ends_on = ends_on
    else:
        designation.review_on = look_again_on
    if act in {A.END, A.STAND_DOWN}:
        designation.ends_on = max(clock.today(), designation.awarded_on)
    decision.ends_on = designation.ends_on
    _record(decision, by, reason)
    return decision


def faults_of_decision(
    designation: Designation,
    act: DesignationAct,
    reason: str,
    conditions: str,
    look_again_on: date | None,
    ends_on: date | None,
) -> dict[str, str]:
    """Return what is wrong, by the question of the form that can mend it."""
    faults = {}
    today = clock.today()
    if act is A.SET_CONDITIONS and not conditions.strip():
        faults["conditions"] = "Say what they must do."
    if act in {A.REVIEW, A.SET_CONDITIONS} and (look_again_on is None or look_again_on <= today):
        faults["look_again_on"] = "Enter a day after today."
    if act is A.EXTEND:
        latest = max(today, designation.ends_on or today)
        if ends_on is None or ends_on <= latest:
            faults["ends_on"] = "Enter a last day later than today and than the present one."
    if not reason.strip():
        faults["reason"] = "Give the reason."
    return faults


def _record(decision: DesignationDecision, by: Person, reason: str) -> None:
    decision.reason = reason.strip()
    decision.decided_by = by
    decision.decided_at = clock.now()
    db.session.add(decision)
    changed(decision.designation.provider)
    telling.tell_of_decision(decision)
