"""The provider says why a decision is wrong; an officer who did not take it answers."""

from __future__ import annotations

from app.accounts.models import Person
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.prospectus.designations import telling
from app.prospectus.designations.decisions import (
    decision_in_force,
    open_to_appeal,
    waiting_appeal,
)
from app.prospectus.designations.facts import RESTORES, AppealOutcome, DesignationAct
from app.prospectus.designations.lifecycle import DESIGNATION_LIFECYCLE
from app.prospectus.designations.permissions import can_answer, may_appeal
from app.prospectus.designations.services.holding import hold
from app.prospectus.models import Designation, DesignationAppeal, DesignationDecision
from app.prospectus.services.changed import changed


def appeal(*, designation: Designation, by: Person, words: str) -> DesignationAppeal:
    hold(designation)
    decision = check_appeal(designation=designation, by=by)
    if not words.strip():
        raise NotReady(["Say why the decision should be undone."])
    made = DesignationAppeal(
        decision=decision, words=words.strip(), made_by=by, made_at=clock.now()
    )
    db.session.add(made)
    db.session.flush()
    telling.tell_of_appeal(made)
    return made


def check_appeal(*, designation: Designation, by: Person) -> DesignationDecision:
    """Return the decision that may be appealed against now, or raise what stands in the way."""
    if not may_appeal(by, designation):
        message = "Only whoever leads the provider may appeal."
        raise NotAllowed(message)
    decision = open_to_appeal(designation)
    if decision is None:
        message = "There is no decision here that you can appeal against now."
        raise NotOpen(message)
    return decision


def answer(
    *, designation: Designation, by: Person, outcome: AppealOutcome, words: str
) -> DesignationAppeal:
    """Answer the appeal; one that is upheld undoes its decision, unless a later one stands."""
    hold(designation)
    waiting = check_answer(designation=designation, by=by)
    if not words.strip():
        raise NotReady(["Give the reason."])
    decision = waiting.decision
    undo = outcome is AppealOutcome.UPHELD and decision_in_force(designation) is decision
    if undo and decision.standing_before is not None:
        DESIGNATION_LIFECYCLE.move(designation, RESTORES[decision.standing_before], by=by)
    waiting.outcome = outcome
    waiting.answer = words.strip()
    waiting.answered_by = by
    waiting.answered_at = clock.now()
    if undo:
        before = decision_in_force(designation)
        designation.review_on = before.look_again_on if before is not None else None
        if decision.act is DesignationAct.END:
            designation.ends_on = decision.ends_on_before
    changed(designation.provider)
    telling.tell_of_answer(waiting)
    return waiting


def check_answer(*, designation: Designation, by: Person) -> DesignationAppeal:
    """Return the appeal that this person may answer, or raise what stands in the way."""
    waiting = waiting_appeal(designation)
    if waiting is None:
        message = "There is no appeal here that waits for an answer."
        raise NotOpen(message)
    if not can_answer(by, designation):
        message = "An officer who did not take the decision must answer."
        raise NotAllowed(message)
    return waiting
