"""The fixed answers around a change of approved support, and the words they are shown in."""

from __future__ import annotations

from enum import StrEnum


class EndedBy(StrEnum):
    """Who ended the support before its time."""

    SCHOOL = "school"
    PROVIDER = "provider"
    AUTHORITY = "authority"


class EarlyEndReason(StrEnum):
    AIM_REACHED = "aim_reached"
    NEED_CHANGED = "need_changed"
    SCHOOL_CANNOT = "school_cannot"
    PROVIDER_CANNOT = "provider_cannot"
    NOT_WORKING = "not_working"
    MONEY = "money"
    SCHOOL_CLOSES = "school_closes"
    OTHER = "other"


class Shortfall(StrEnum):
    """Where something did not go as agreed: a side of the work, never a person."""

    NONE = "none"
    SCHOOL = "school"
    PROVIDER = "provider"
    BOTH = "both"
    ELSEWHERE = "elsewhere"


class VariationKind(StrEnum):
    """What a signed agreement is changed in, one thing at a time."""

    TERMS = "terms"
    TARGET = "target"
    STARTING_POINT = "starting_point"


class VariationStatus(StrEnum):
    """`proposed` waits for signatures, `signed` for an officer."""

    PROPOSED = "proposed"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    REJECTED = "rejected"
    NOT_APPROVED = "not_approved"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class VariationAction(StrEnum):
    SIGN = "sign"
    COMPLETE = "complete"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    NOT_APPROVE = "not_approve"
    LAPSE = "lapse"


OPEN_VARIATIONS = frozenset({VariationStatus.PROPOSED, VariationStatus.SIGNED})

ENDED_BY_WORDS = {
    EndedBy.SCHOOL: "the school",
    EndedBy.PROVIDER: "the provider",
    EndedBy.AUTHORITY: "the authority",
}
EARLY_END_WORDS = {
    EarlyEndReason.AIM_REACHED: "The aim was reached earlier",
    EarlyEndReason.NEED_CHANGED: "The school’s need has changed",
    EarlyEndReason.SCHOOL_CANNOT: "The school cannot go on with it",
    EarlyEndReason.PROVIDER_CANNOT: "The provider cannot go on with it",
    EarlyEndReason.NOT_WORKING: "The support does not work as agreed",
    EarlyEndReason.MONEY: "The money is no longer there",
    EarlyEndReason.SCHOOL_CLOSES: "The school closes or merges",
    EarlyEndReason.OTHER: "Another reason",
}
SHORTFALL_WORDS = {
    Shortfall.NONE: "No, it went as agreed",
    Shortfall.SCHOOL: "Yes, on the school’s side",
    Shortfall.PROVIDER: "Yes, on the provider’s side",
    Shortfall.BOTH: "Yes, on both sides",
    Shortfall.ELSEWHERE: "Yes, but on neither side",
}
VARIATION_KIND_WORDS = {
    VariationKind.TERMS: "Dates, days or money",
    VariationKind.TARGET: "A target",
    VariationKind.STARTING_POINT: "Correction of a starting point",
}
VARIATION_STATUS_WORDS = {
    VariationStatus.PROPOSED: "Proposed, being signed",
    VariationStatus.SIGNED: "Signed, waits for an officer",
    VariationStatus.IN_FORCE: "In force",
    VariationStatus.REJECTED: "Not agreed",
    VariationStatus.NOT_APPROVED: "Not approved",
    VariationStatus.WITHDRAWN: "Taken back",
    VariationStatus.LAPSED: "Lapsed, because the support ended",
}
VARIATION_TONES = {
    VariationStatus.PROPOSED: "waiting",
    VariationStatus.SIGNED: "waiting",
    VariationStatus.IN_FORCE: "good",
    VariationStatus.REJECTED: "bad",
    VariationStatus.NOT_APPROVED: "bad",
    VariationStatus.WITHDRAWN: "neutral",
    VariationStatus.LAPSED: "neutral",
}
# the words of the buttons that pages show
VARIATION_ACTION_WORDS = {
    VariationAction.SIGN: "Read and sign change {number}",
    VariationAction.REJECT: "Do not agree to change {number}",
    VariationAction.APPROVE: "Decide about change {number}",
    VariationAction.WITHDRAW: "Take back change {number}",
}
