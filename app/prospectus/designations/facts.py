"""The acts on a designation, which of them take something away, and their words and dates."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from app.accounts.roles import Role
from app.prospectus.facts import DesignationStatus

# champions of governance included: whoever judges support decides who may be relied on for it
DESIGNATION_OFFICERS = (Role.BROKER, Role.APPROVER, Role.QUALITY_LEAD)
# of champions of governance also governor services, who appoint them
CHAMPIONS_OFFICERS = (*DESIGNATION_OFFICERS, Role.GOVERNOR_SERVICES)
WORKING_DAYS_TO_APPEAL = 20
WORKING_DAYS_TO_ANSWER = 20
# how long a review usually takes; the officer may name another day
WORKING_DAYS_TO_REVIEW = 30
REMIND_BEFORE_TERM_ENDS = timedelta(days=90)
# how long before its day a review stands on the officers' home pages
REVIEW_SHOWN_BEFORE = timedelta(days=30)


class DesignationAct(StrEnum):
    AWARD = "award"
    REVIEW = "review"
    CONFIRM = "confirm"
    SET_CONDITIONS = "conditions"
    SUSPEND = "suspend"
    REINSTATE = "reinstate"
    EXTEND = "extend"
    END = "end"
    # by a champion of governance, of themselves
    STAND_DOWN = "stand_down"
    # by the portal, never lost in silence
    HOST_CHANGED = "host_changed"
    HOST_CLOSED = "host_closed"
    # what an appeal that was upheld gives back
    RESTORE_ACTIVE = "restore_active"
    RESTORE_CONDITIONAL = "restore_conditional"
    RESTORE_UNDER_REVIEW = "restore_under_review"
    RESTORE_SUSPENDED = "restore_suspended"


class AppealOutcome(StrEnum):
    UPHELD = "upheld"
    NOT_UPHELD = "not_upheld"


A, S = DesignationAct, DesignationStatus

TAKES_AWAY = frozenset({A.REVIEW, A.SET_CONDITIONS, A.SUSPEND, A.END})
BY_THE_PORTAL = frozenset({A.HOST_CHANGED, A.HOST_CLOSED})
# back to how it stood before the decision
RESTORES = {
    S.ACTIVE: A.RESTORE_ACTIVE,
    S.CONDITIONAL: A.RESTORE_CONDITIONAL,
    S.UNDER_REVIEW: A.RESTORE_UNDER_REVIEW,
    S.SUSPENDED: A.RESTORE_SUSPENDED,
}
RESTORING = frozenset(RESTORES.values())

# on the button, and as the heading of its page
ACT_WORDS = {
    A.AWARD: "Award a designation",
    A.REVIEW: "Put under review",
    A.CONFIRM: "Confirm",
    A.SET_CONDITIONS: "Set conditions",
    A.SUSPEND: "Suspend",
    A.REINSTATE: "Reinstate",
    A.EXTEND: "Extend the term",
    A.END: "End",
}
# in the history
DONE_WORDS = {
    A.AWARD: "Awarded",
    A.REVIEW: "Put under review",
    A.CONFIRM: "Confirmed",
    A.SET_CONDITIONS: "Conditions set",
    A.SUSPEND: "Suspended",
    A.REINSTATE: "Reinstated",
    A.EXTEND: "Term extended",
    A.END: "Ended",
    A.STAND_DOWN: "The holder stood down",
    A.HOST_CHANGED: "Put under review: the home school changed",
    A.HOST_CLOSED: "Put under review: the home school closed",
    **dict.fromkeys(RESTORING, "Put back after an appeal"),
}
OUTCOME_WORDS = {
    AppealOutcome.UPHELD: "upheld: the decision is undone",
    AppealOutcome.NOT_UPHELD: "not upheld: the decision stands",
}


class Show(StrEnum):
    """What the officers' list is narrowed to."""

    EVERYTHING = "everything"
    REVIEW = "review"
    CONDITIONS = "conditions"
    SUSPENDED = "suspended"
    ENDING = "ending"
    LAPSED = "lapsed"


SHOW_WORDS = {
    Show.EVERYTHING: "Everything in term or suspended",
    Show.REVIEW: "Under review",
    Show.CONDITIONS: "Active with conditions",
    Show.SUSPENDED: "Suspended",
    Show.ENDING: f"Term ends within {REMIND_BEFORE_TERM_ENDS.days} days",
    Show.LAPSED: "Lapsed",
}
