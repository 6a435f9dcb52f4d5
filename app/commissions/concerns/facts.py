"""The fixed answers around a concern, and the words they are shown in."""

from __future__ import annotations

from enum import StrEnum

from app.commissions.statuses import FOLLOWED_UP


class ConcernStatus(StrEnum):
    RAISED = "raised"
    ACTED_ON = "acted_on"
    ESCALATED = "escalated"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"


class ConcernAction(StrEnum):
    ACT = "act"
    ESCALATE = "escalate"
    RESOLVE = "resolve"
    WITHDRAW = "withdraw"


class ConcernKind(StrEnum):
    VISITS = "visits"
    QUALITY = "quality"
    SCHOOL_PART = "school_part"
    WORKING_TOGETHER = "working_together"
    MONEY = "money"
    CONDUCT = "conduct"
    OTHER = "other"


class RaisedFrom(StrEnum):
    """Whose voice raised it."""

    SCHOOL = "school"
    PROVIDER = "provider"
    HOST = "host"
    AUTHORITY = "authority"


class Tried(StrEnum):
    """What may have been tried before somebody above is asked."""

    TALKED = "talked"
    HEADS_TALKED = "heads_talked"
    AGREEMENT_READ = "agreement_read"
    PLAN_CHANGED = "plan_changed"
    OFFICER_MET_BOTH = "officer_met_both"
    NO_ANSWER = "no_answer"


class ConcernActKind(StrEnum):
    """One entry in the history of a concern."""

    ACTED = "acted"
    SHARED = "shared"
    ESCALATED = "escalated"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"


# a concern is about support that was approved and is not closed yet; after that, a complaint
RAISED_WHILE = FOLLOWED_UP
OPEN = frozenset({ConcernStatus.RAISED, ConcernStatus.ACTED_ON, ConcernStatus.ESCALATED})

STATUS_WORDS = {
    ConcernStatus.RAISED: "Raised",
    ConcernStatus.ACTED_ON: "Acted on",
    ConcernStatus.ESCALATED: "Escalated",
    ConcernStatus.RESOLVED: "Resolved",
    ConcernStatus.WITHDRAWN: "Withdrawn",
}
STATUS_TONES = {
    ConcernStatus.RAISED: "warning",
    ConcernStatus.ACTED_ON: "active",
    ConcernStatus.ESCALATED: "bad",
    ConcernStatus.RESOLVED: "good",
    ConcernStatus.WITHDRAWN: "neutral",
}
ACTION_WORDS = {
    ConcernAction.ACT: "Record what was done",
    ConcernAction.ESCALATE: "Escalate it",
    ConcernAction.RESOLVE: "Record that it is resolved",
    ConcernAction.WITHDRAW: "Withdraw it",
}
KIND_WORDS = {
    ConcernKind.VISITS: "Visits or days are not as agreed",
    ConcernKind.QUALITY: "The support is not good enough",
    ConcernKind.SCHOOL_PART: "The school does not do its part",
    ConcernKind.WORKING_TOGETHER: "Working together is difficult",
    ConcernKind.MONEY: "Money",
    ConcernKind.CONDUCT: "How somebody behaves",
    ConcernKind.OTHER: "Something else",
}
RAISED_FROM_WORDS = {
    RaisedFrom.SCHOOL: "the supported school",
    RaisedFrom.PROVIDER: "the provider",
    RaisedFrom.HOST: "the provider’s home school",
    RaisedFrom.AUTHORITY: "the authority",
}
TRIED_WORDS = {
    Tried.TALKED: "Both sides talked about it",
    Tried.HEADS_TALKED: "The headteacher and the provider met",
    Tried.AGREEMENT_READ: "What the agreement says was read together",
    Tried.PLAN_CHANGED: "The visits or the plan were changed",
    Tried.OFFICER_MET_BOTH: "An officer spoke with both sides",
    Tried.NO_ANSWER: "Nobody answered in time",
}
ACT_WORDS = {
    ConcernActKind.ACTED: "Acted on",
    ConcernActKind.SHARED: "Shared with both sides",
    ConcernActKind.ESCALATED: "Escalated",
    ConcernActKind.RESOLVED: "Resolved",
    ConcernActKind.WITHDRAWN: "Withdrawn",
}
