"""A provider answers part by part or declines; the school says what it thinks of the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.enquiries import telling
from app.commissions.enquiries.facts import (
    DeclineReason,
    EnquiryAction,
    EnquiryStatus,
    Leaning,
    Part,
    PartAnswer,
    WhyNot,
)
from app.commissions.enquiries.lifecycle import ENQUIRY_LIFECYCLE
from app.commissions.enquiries.permissions import can_weigh_answers
from app.commissions.enquiries.requirements import parts_asked
from app.commissions.enquiries.services.hold import hold_enquiry
from app.commissions.models import EnquiryAnswer
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.accounts.models import Person
    from app.commissions.models import Enquiry

SAY_WHY_NOT = "Choose the reason why you are not interested."
SAY_REASON = "Say in a few words what the reason is."


def answer(*, enquiry: Enquiry, by: Person, answers: Mapping[Part, tuple[PartAnswer, str]]) -> None:
    """Keep the answer to each part and hand them in together."""
    hold_enquiry(enquiry)
    ENQUIRY_LIFECYCLE.permit(enquiry, EnquiryAction.ANSWER, by=by)
    known = enquiry.answer_to
    for part in parts_asked(enquiry.request):
        if part not in answers:
            continue
        given, words = answers[part]
        # asked once more after a closure, a provider answers afresh
        if (row := known.get(part)) is not None:
            row.answer, row.words = given, words.strip()
        else:
            row = EnquiryAnswer(part=part, answer=given, words=words.strip())
            enquiry.answers.append(row)
    ENQUIRY_LIFECYCLE.move(enquiry, EnquiryAction.ANSWER, by=by)
    db.session.flush()
    telling.tell_answered(enquiry)


def decline(*, enquiry: Enquiry, by: Person, reason: DeclineReason, words: str = "") -> None:
    hold_enquiry(enquiry)
    ENQUIRY_LIFECYCLE.permit(enquiry, EnquiryAction.DECLINE, by=by)
    enquiry.decline_reason, enquiry.decline_words = reason, words.strip()
    ENQUIRY_LIFECYCLE.move(enquiry, EnquiryAction.DECLINE, by=by)
    db.session.flush()
    telling.tell_answered(enquiry)


def weigh(
    *, enquiry: Enquiry, by: Person, leaning: Leaning, why: WhyNot | None = None, words: str = ""
) -> None:
    """Record what the school thinks of an answer and tell the provider; it may change its mind."""
    check_may_weigh(enquiry, by)
    if leaning is Leaning.NOT_INTERESTED and why is None:
        raise NotReady([SAY_WHY_NOT])
    if why is WhyNot.OTHER and not words.strip():
        raise NotReady([SAY_REASON])
    label_change(enquiry, "weigh")
    enquiry.leaning = leaning
    enquiry.leaning_why = None if leaning is Leaning.INTERESTED else why
    enquiry.leaning_words = words.strip()
    db.session.flush()
    telling.tell_weighed(enquiry)


def check_may_weigh(enquiry: Enquiry, by: Person) -> None:
    if not can_weigh_answers(by, enquiry):
        message = "Only the school can say what it thinks of an answer."
        raise NotAllowed(message)
    if enquiry.status is not EnquiryStatus.ANSWERED:
        message = "There is no answer to weigh now."
        raise NotOpen(message)
