"""The fixed answers around an enquiry, and the words they are shown in."""

from __future__ import annotations

from enum import StrEnum


class EnquiryStatus(StrEnum):
    """`named` is the school's intention in a draft: the provider knows of nothing yet."""

    NAMED = "named"
    SENT = "sent"
    ANSWERED = "answered"
    DECLINED = "declined"
    CLOSED = "closed"


class EnquiryAction(StrEnum):
    SEND = "send"
    ANSWER = "answer"
    DECLINE = "decline"
    CLOSE = "close"


class Part(StrEnum):
    """What a provider answers, one by one."""

    FOCUS = "focus"
    STAFF = "staff"
    START = "start"
    WAY = "way"
    COST = "cost"


class PartAnswer(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class DeclineReason(StrEnum):
    NO_DAYS = "no_days"
    NOT_OUR_EXPERTISE = "not_our_expertise"
    TOO_FAR = "too_far"
    CONFLICT = "conflict"
    OTHER = "other"


class Leaning(StrEnum):
    """What the school thinks of an answer; only its choice among the shortlisted decides."""

    INTERESTED = "interested"
    UNDECIDED = "undecided"
    NOT_INTERESTED = "not_interested"


class WhyNot(StrEnum):
    """Why a school does not take a provider."""

    TOO_FAR = "too_far"
    NOT_FREE = "not_free"
    EXPERTISE = "expertise"
    NO_EVIDENCE = "no_evidence"
    COST = "cost"
    OTHER = "other"


# more would each spend time on a request that one of them gets
MOST_ASKED = 4

STATUS_WORDS = {
    EnquiryStatus.NAMED: "Not sent yet",
    EnquiryStatus.SENT: "Waiting for an answer",
    EnquiryStatus.ANSWERED: "Answered",
    EnquiryStatus.DECLINED: "Cannot help",
    EnquiryStatus.CLOSED: "Closed",
}
STATUS_FOR_PROVIDER = {
    EnquiryStatus.SENT: "A school asks whether you can help",
    EnquiryStatus.ANSWERED: "You have answered",
    EnquiryStatus.DECLINED: "You have declined",
    EnquiryStatus.CLOSED: "No answer is needed any more",
}
STATUS_TONES = {
    EnquiryStatus.NAMED: "neutral",
    EnquiryStatus.SENT: "waiting",
    EnquiryStatus.ANSWERED: "good",
    EnquiryStatus.DECLINED: "bad",
    EnquiryStatus.CLOSED: "neutral",
}
PART_WORDS = {
    Part.FOCUS: "The need",
    Part.STAFF: "The staff",
    Part.START: "The start",
    Part.WAY: "The way of working",
    Part.COST: "The cost",
}
PART_ANSWER_WORDS = {
    PartAnswer.YES: "Yes",
    PartAnswer.PARTLY: "Partly",
    PartAnswer.NO: "No",
}
DECLINE_WORDS = {
    DeclineReason.NO_DAYS: "No days free",
    DeclineReason.NOT_OUR_EXPERTISE: "Not our expertise",
    DeclineReason.TOO_FAR: "Too far",
    DeclineReason.CONFLICT: "A conflict of interest",
    DeclineReason.OTHER: "Another reason",
}
LEANING_WORDS = {
    Leaning.INTERESTED: "Interested",
    Leaning.UNDECIDED: "Undecided",
    Leaning.NOT_INTERESTED: "Not interested",
}
LEANING_TONES = {
    Leaning.INTERESTED: "good",
    Leaning.UNDECIDED: "waiting",
    Leaning.NOT_INTERESTED: "neutral",
}
WHY_NOT_WORDS = {
    WhyNot.TOO_FAR: "Too far",
    WhyNot.NOT_FREE: "Not free when we need it",
    WhyNot.EXPERTISE: "Expertise does not fit",
    WhyNot.NO_EVIDENCE: "No evidence of similar work",
    WhyNot.COST: "Cost",
    WhyNot.OTHER: "Another reason",
}
# the only words in which a provider learns of the school's view; its own stay with the school
LEANING_FOR_PROVIDER = {
    Leaning.INTERESTED: "The school is interested in your support.",
    Leaning.UNDECIDED: "The school is still weighing the answers.",
    Leaning.NOT_INTERESTED: "The school does not take this further with you for now.",
}
WHY_NOT_FOR_PROVIDER = {
    WhyNot.TOO_FAR: "It looks for support nearer to it.",
    WhyNot.NOT_FREE: "It needs the support at another time.",
    WhyNot.EXPERTISE: "It looks for a somewhat different expertise.",
    WhyNot.NO_EVIDENCE: "It looks for more examples of similar work.",
    WhyNot.COST: "It plans with another budget.",
    WhyNot.OTHER: "It has decided on another way.",
}
