"""The checks before approval, their states, and the words they are shown in."""

from __future__ import annotations

from enum import StrEnum

from app.commissions.statuses import CommissionStatus


class Gate(StrEnum):
    """One task on the officers' list; all are done, or not needed, before an approval."""

    INTERESTS = "interests"
    DUE_DILIGENCE = "due_diligence"
    SAFEGUARDING = "safeguarding"
    DESIGNATION = "designation"
    FUNDING = "funding"


class GateState(StrEnum):
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_NEEDED = "not_needed"
    CANNOT_START_YET = "cannot_start_yet"


class CheckResult(StrEnum):
    """How an officer's check of a provider stands."""

    GOING_ON = "going_on"
    PASSED = "passed"
    NOT_PASSED = "not_passed"
    NOT_NEEDED = "not_needed"


# nothing stands in the way of an approval
SETTLED = frozenset({GateState.DONE, GateState.NOT_NEEDED})
# what officers may still record
CHECKED_WHILE = frozenset({CommissionStatus.AGREEING, CommissionStatus.SIGNING})
# these need words that say why
NEEDS_REASON = frozenset({CheckResult.NOT_PASSED, CheckResult.NOT_NEEDED})

GATE_WORDS = {
    Gate.INTERESTS: "Answers about interests",
    Gate.DUE_DILIGENCE: "Due diligence on the provider",
    Gate.SAFEGUARDING: "Safeguarding assurance",
    Gate.DESIGNATION: "Designation in date, or a waiver",
    Gate.FUNDING: "Funding adds up",
}
STATE_WORDS = {
    GateState.NOT_STARTED: "Not started",
    GateState.IN_PROGRESS: "In progress",
    GateState.DONE: "Done",
    GateState.NOT_NEEDED: "Not needed",
    GateState.CANNOT_START_YET: "Cannot start yet",
}
STATE_TONES = {
    GateState.NOT_STARTED: "warning",
    GateState.IN_PROGRESS: "waiting",
    GateState.DONE: "good",
    GateState.NOT_NEEDED: "neutral",
    GateState.CANNOT_START_YET: "neutral",
}
RESULT_WORDS = {
    CheckResult.GOING_ON: "Still being checked",
    CheckResult.PASSED: "Passed",
    CheckResult.NOT_PASSED: "Not passed",
    CheckResult.NOT_NEEDED: "Not needed",
}
