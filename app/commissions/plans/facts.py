"""Where a version of the action plan stands, and the words it is shown in."""

from __future__ import annotations

from enum import StrEnum

from app.commissions.facts import Side


class PlanStatus(StrEnum):
    """One version at most is `agreed` and one at most is `proposed`."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    RETURNED = "returned"
    # the provider proposed another before the school had answered
    SET_ASIDE = "set_aside"
    # a later version was agreed
    REPLACED = "replaced"


class PlanAction(StrEnum):
    AGREE = "agree"
    RETURN = "return"
    SET_ASIDE = "set_aside"
    REPLACE = "replace"


STATUS_WORDS = {
    PlanStatus.PROPOSED: "Waiting for the school",
    PlanStatus.AGREED: "Agreed by both sides",
    PlanStatus.RETURNED: "Changes asked",
    PlanStatus.SET_ASIDE: "Set aside",
    PlanStatus.REPLACED: "Replaced",
}
STATUS_TONES = {
    PlanStatus.PROPOSED: "waiting",
    PlanStatus.AGREED: "good",
    PlanStatus.RETURNED: "warning",
    PlanStatus.SET_ASIDE: "neutral",
    PlanStatus.REPLACED: "neutral",
}
DOERS = {Side.SCHOOL: "The school", Side.PROVIDER: "The provider"}

# more belongs into several pieces of support
MOST_STEPS = 12
