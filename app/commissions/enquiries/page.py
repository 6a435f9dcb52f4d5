"""What pages say of a request's enquiries: to the asking side, and to each provider alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.enquiries.facts import (
    DECLINE_WORDS,
    LEANING_FOR_PROVIDER,
    LEANING_TONES,
    LEANING_WORDS,
    PART_ANSWER_WORDS,
    PART_WORDS,
    STATUS_FOR_PROVIDER,
    STATUS_TONES,
    STATUS_WORDS,
    WHY_NOT_FOR_PROVIDER,
    WHY_NOT_WORDS,
    EnquiryAction,
    EnquiryStatus,
    PartAnswer,
    WhyNot,
)
from app.commissions.enquiries.forms import question_of
from app.commissions.enquiries.lifecycle import ENQUIRY_LIFECYCLE
from app.commissions.enquiries.permissions import (
    can_read_as_provider,
    can_see_who_was_asked,
    can_weigh_answers,
)
from app.commissions.enquiries.requirements import parts_asked
from app.commissions.enquiries.telling import closed_words
from app.commissions.permissions import is_shortlisted
from app.web.filters import date_words

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.enquiries.facts import Part
    from app.commissions.models import Enquiry, NotAsked, SupportRequest


@dataclass(frozen=True)
class EnquiryLine:
    """One provider asked, as the school and the authority read of it."""

    enquiry: Enquiry
    status: str
    tone: str
    detail: str
    leaning: str
    leaning_tone: str
    # the school's own reason, for its eyes and the authority's
    leaning_detail: str
    can_weigh: bool


@dataclass(frozen=True)
class Asked:
    lines: Sequence[EnquiryLine]
    not_asked: Sequence[NotAsked]
    # the reason of each of them, in the same order
    reasons: Sequence[str]

    @property
    def answered(self) -> list[EnquiryLine]:
        return [line for line in self.lines if line.enquiry.answers]


def asked_of(request: SupportRequest, person: Person) -> Asked | None:
    """Return whom the request was put to and who was passed over; None for other eyes."""
    if not can_see_who_was_asked(person, request):
        return None
    return Asked(
        [_line(enquiry, person) for enquiry in request.enquiries],
        request.not_asked,
        [_with_words(WHY_NOT_WORDS[row.reason], row.words) for row in request.not_asked],
    )


def enquiry_lines(request: SupportRequest, person: Person) -> dict[int, EnquiryLine]:
    """Return the enquiries by provider."""
    return {enquiry.provider_id: _line(enquiry, person) for enquiry in request.enquiries}


def _line(enquiry: Enquiry, person: Person) -> EnquiryLine:
    detail = ""
    if enquiry.status is EnquiryStatus.SENT:
        detail = f"Asked to answer by {date_words(enquiry.due_on)}"
    elif enquiry.decline_reason is not None:
        detail = _with_words(DECLINE_WORDS[enquiry.decline_reason], enquiry.decline_words)
    why = WHY_NOT_WORDS[enquiry.leaning_why] if enquiry.leaning_why else ""
    return EnquiryLine(
        enquiry=enquiry,
        status=status_words(enquiry),
        tone=STATUS_TONES[enquiry.status],
        detail=detail,
        leaning=LEANING_WORDS[enquiry.leaning] if enquiry.leaning else "",
        leaning_tone=LEANING_TONES[enquiry.leaning] if enquiry.leaning else "",
        leaning_detail=_with_words(why, enquiry.leaning_words),
        can_weigh=enquiry.status is EnquiryStatus.ANSWERED and can_weigh_answers(person, enquiry),
    )


def status_words(enquiry: Enquiry) -> str:
    """Say at a glance whether an answer is a yes."""
    if enquiry.status is EnquiryStatus.ANSWERED:
        if not enquiry.can_help:
            return "Cannot help with all of it"
        in_part = any(one.answer is PartAnswer.PARTLY for one in enquiry.answers)
        return "Can help in part" if in_part else "Can help"
    return STATUS_WORDS[enquiry.status]


def _with_words(reason: str, words: str) -> str:
    return ": ".join(part for part in (reason, words) if part)


@dataclass(frozen=True)
class PartRow:
    name: str
    # by the order of the providers: the answer, and the words with it
    cells: Sequence[tuple[str, str]]


def side_by_side(request: SupportRequest, lines: Sequence[EnquiryLine]) -> list[PartRow]:
    """Return a row a part with each provider's answer."""
    return [
        PartRow(PART_WORDS[part], [_cell(line.enquiry, part) for line in lines])
        for part in parts_asked(request)
    ]


def _cell(enquiry: Enquiry, part: Part) -> tuple[str, str]:
    given = enquiry.answer_to.get(part)
    return (PART_ANSWER_WORDS[given.answer], given.words) if given else ("Not asked", "")


@dataclass(frozen=True)
class OwnEnquiry:
    """What a provider reads of the enquiry to itself: the school's view only in tactful words."""

    enquiry: Enquiry
    status: str
    tone: str
    told: Sequence[str]
    answers: Sequence[dict[str, str]]
    can_answer: bool
    can_decline: bool


def own_enquiries(request: SupportRequest, person: Person) -> list[OwnEnquiry]:
    return [_own(e, person) for e in request.enquiries if can_read_as_provider(person, e)]


def status_for_provider(request: SupportRequest, person: Person) -> str:
    """Return where a redacted request stands, as a list says it: the shortlist counts most."""
    if is_shortlisted(person, request):
        return "You are on the shortlist"
    return next(
        STATUS_FOR_PROVIDER[e.status] for e in request.enquiries if can_read_as_provider(person, e)
    )


def _own(enquiry: Enquiry, person: Person) -> OwnEnquiry:
    acts = ENQUIRY_LIFECYCLE.open_acts(person, enquiry)
    request = enquiry.request
    return OwnEnquiry(
        enquiry=enquiry,
        status=STATUS_FOR_PROVIDER[enquiry.status],
        tone=STATUS_TONES[enquiry.status],
        told=told_to_provider(enquiry),
        answers=[
            {"key": question_of(part, request), "value": _with_words(*_cell(enquiry, part))}
            for part in parts_asked(request)
            if part in enquiry.answer_to
        ],
        can_answer=EnquiryAction.ANSWER in acts,
        can_decline=EnquiryAction.DECLINE in acts,
    )


def told_to_provider(enquiry: Enquiry) -> list[str]:
    match enquiry.status:
        case EnquiryStatus.SENT:
            return [f"Please answer by {date_words(enquiry.due_on)}. An answer binds neither side."]
        case EnquiryStatus.ANSWERED:
            if enquiry.leaning is None:
                return ["The school reads your answer. You hear from us when it is decided."]
            why = enquiry.leaning_why
            reason = [WHY_NOT_FOR_PROVIDER[WhyNot(why)]] if why else []
            return [LEANING_FOR_PROVIDER[enquiry.leaning], *reason]
        case EnquiryStatus.DECLINED:
            return ["Thank you for saying so. There is nothing more to do."]
        case _:
            return [closed_words(enquiry)]


def may_be_sent(asked: SupportRequest, provider_id: int) -> bool:
    """Tell whether a broker can ask this provider now: not twice, unless the first was closed."""
    before = next((e for e in asked.enquiries if e.provider_id == provider_id), None)
    return before is None or before.status in (EnquiryStatus.NAMED, EnquiryStatus.CLOSED)
