"""The fixed answers of the forms around a commission, and the words they are shown in."""

from __future__ import annotations

from enum import StrEnum

from app.core import measure_words

Direction = measure_words.Direction
# of one agreement
MOST_OBJECTIVES = 12


class RequestKind(StrEnum):
    """Who asks: a school, through its head, or the governing board of a school."""

    SCHOOL = "school"
    BOARD = "board"


class Urgency(StrEnum):
    THIS_TERM = "this_term"
    NEXT_TERM = "next_term"
    THIS_YEAR = "this_year"


class FundingRoute(StrEnum):
    SCHOOL = "school"
    AUTHORITY = "authority"
    SHARED = "shared"
    NOT_YET_KNOWN = "not_yet_known"


class CandidateVerdict(StrEnum):
    """`chosen` is the school's own word; the other two are the broker's."""

    SHORTLISTED = "shortlisted"
    CHOSEN = "chosen"
    NOT_SUITABLE = "not_suitable"


class Interest(StrEnum):
    """Whether somebody has an interest: having none is a recorded answer, silence is not."""

    NONE = "none"
    DECLARED = "declared"


class Party(StrEnum):
    """Who must accept an agreement."""

    SCHOOL = "school"
    PROVIDER = "provider"
    HOST = "host"


class Side(StrEnum):
    """Whose evaluation it is."""

    SCHOOL = "school"
    PROVIDER = "provider"


class Answer(StrEnum):
    SIGNED = "signed"
    REJECTED = "rejected"


class ApprovalKind(StrEnum):
    """One act on the way to the authority's decision about a signed agreement."""

    RECOMMENDED = "recommended"
    ASKED = "asked"
    ANSWERED = "answered"
    APPROVED = "approved"
    REFUSED = "refused"
    CHALLENGED = "challenged"
    UPHELD = "upheld"
    NOT_UPHELD = "not_upheld"


# whoever recommended or refused leaves the next decision to another officer
BOUND_BY = (ApprovalKind.RECOMMENDED, ApprovalKind.REFUSED)


class Asked(StrEnum):
    """Who must answer an approving officer's question."""

    BROKER = "broker"
    PROVIDER = "provider"


class VisitMode(StrEnum):
    IN_PERSON = "in_person"
    REMOTE = "remote"


class Acknowledgement(StrEnum):
    ACCURATE = "accurate"
    NOT_ACCURATE = "not_accurate"


class Outcome(StrEnum):
    """How an objective ended; "not yet measurable" never counts as met."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    NOT_YET = "not_yet_measurable"


URGENCY_WORDS = {
    Urgency.THIS_TERM: "This term",
    Urgency.NEXT_TERM: "Next term",
    Urgency.THIS_YEAR: "Later this school year",
}
FUNDING_WORDS = {
    FundingRoute.SCHOOL: "The school pays",
    FundingRoute.AUTHORITY: "The school asks the authority to pay",
    FundingRoute.SHARED: "Shared between the school and the authority",
    FundingRoute.NOT_YET_KNOWN: "Not decided yet",
}
VERDICT_WORDS = {
    CandidateVerdict.SHORTLISTED: "Shortlisted",
    CandidateVerdict.CHOSEN: "Chosen by the school",
    CandidateVerdict.NOT_SUITABLE: "Not suitable",
}
PARTY_WORDS = {
    Party.SCHOOL: "the supported school",
    Party.PROVIDER: "the provider",
    Party.HOST: "the provider’s home school",
}
DIRECTION_WORDS = {
    Direction.HIGHER: "A higher figure is better",
    Direction.LOWER: "A lower figure is better",
}
APPROVAL_WORDS = {
    ApprovalKind.RECOMMENDED: "Recommended for approval",
    ApprovalKind.ASKED: "More information asked",
    ApprovalKind.ANSWERED: "Answered",
    ApprovalKind.APPROVED: "Approved",
    ApprovalKind.REFUSED: "Refused",
    ApprovalKind.CHALLENGED: "Refusal challenged",
    ApprovalKind.UPHELD: "Challenge upheld",
    ApprovalKind.NOT_UPHELD: "Challenge not upheld",
}
ASKED_WORDS = {Asked.BROKER: "The broker", Asked.PROVIDER: "The provider"}
VISIT_MODE_WORDS = {VisitMode.IN_PERSON: "In person", VisitMode.REMOTE: "Remote"}
ACKNOWLEDGEMENT_WORDS = {
    Acknowledgement.ACCURATE: "The school agrees it is accurate",
    Acknowledgement.NOT_ACCURATE: "The school says it is not accurate",
}
OUTCOME_WORDS = {
    Outcome.MET: "Met",
    Outcome.PARTLY_MET: "Partly met",
    Outcome.NOT_MET: "Not met",
    Outcome.NOT_YET: "Not yet measurable",
}
OUTCOME_TONES = {
    Outcome.MET: "good",
    Outcome.PARTLY_MET: "warning",
    Outcome.NOT_MET: "bad",
    Outcome.NOT_YET: "neutral",
}
