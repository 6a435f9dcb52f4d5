"""Everything that happened, in words, from the audit trail, for the eyes of one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.accounts.models import Person
from app.commissions import permissions as who
from app.commissions.enquiries.permissions import can_see_who_was_asked
from app.core.audit import AuditEvent, subject_of
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from app.commissions.models import Commission, SupportRequest

EVERYBODY = "everybody"
DELIVERY = "delivery"
OFFICERS = "officers"
# the school and the authority: a provider does not read who else was asked
ASKING = "asking"


@dataclass(frozen=True)
class Line:
    """How one kind of event reads, and who may read it."""

    words: str
    readers: str = EVERYBODY


@dataclass(frozen=True)
class Entry:
    at: datetime
    who: str
    title: str
    text: str = ""
    href: str | None = None


# (table, action) → words. What is missing here is not told: edits of a draft, for example.
LINES = {
    ("support_request", "created"): Line("Request begun"),
    ("support_request", "submit"): Line("Request sent to the brokerage team"),
    ("support_request", "return"): Line("More information asked"),
    ("support_request", "decline"): Line("Request declined"),
    ("support_request", "signpost"): Line("School pointed elsewhere"),
    ("support_request", "withdraw"): Line("Request withdrawn"),
    ("support_request", "start_matching"): Line("Matching begun"),
    ("support_request", "offer"): Line("Work offered to a provider"),
    ("support_request", "reopen"): Line("Matching begun again"),
    ("candidate", "created"): Line("Provider considered"),
    ("enquiry", "send"): Line("Provider asked whether it can help", ASKING),
    ("enquiry", "answer"): Line("Provider said what it can do", ASKING),
    ("enquiry", "decline"): Line("Provider said that it cannot help", ASKING),
    ("enquiry", "close"): Line("Enquiry closed", ASKING),
    ("candidate", "choose"): Line("Provider chosen by the school"),
    ("conflict_declaration", "created"): Line("Answer about interests recorded", OFFICERS),
    ("commission", "created"): Line("Offer made"),
    ("commission", "release"): Line("Home school agreed to release the provider"),
    ("commission", "accept"): Line("Offer accepted"),
    ("commission", "decline"): Line("Offer declined"),
    ("commission", "withdraw"): Line("Commission withdrawn"),
    ("objective", "created"): Line("Objective added"),
    ("objective", "changed"): Line("Objective changed"),
    ("objective", "deleted"): Line("Objective removed"),
    ("starting_point", "created"): Line("Starting point recorded"),
    ("starting_point", "changed"): Line("Starting point corrected before signature"),
    ("target", "created"): Line("Target recorded"),
    ("target", "changed"): Line("Target changed before signature"),
    ("commission", "send_for_signature"): Line("Agreement sent for signature"),
    ("agreement_version", "changed"): Line("Agreement version set aside"),
    ("signature", "signed"): Line("Agreement signed"),
    ("signature", "rejected"): Line("Changes asked instead of a signature"),
    ("commission", "reject"): Line("Signatures set aside: back to agreeing"),
    ("commission", "send_back"): Line("Sent back by the approving officer"),
    ("commission", "recommend"): Line("Recommended for approval", OFFICERS),
    ("commission", "ask_information"): Line("More information asked before approval"),
    ("commission", "answer_information"): Line("Information given before approval"),
    ("commission", "approve"): Line("Approved"),
    ("commission", "approve_with_conditions"): Line("Approved with conditions"),
    ("commission", "refuse"): Line("Refused by the authority"),
    ("commission", "challenge"): Line("Refusal challenged"),
    ("commission", "uphold"): Line("Challenge upheld: to be decided again"),
    ("commission", "not_uphold"): Line("Challenge not upheld: the refusal stands"),
    ("commission", "let_stand"): Line("Refusal not challenged: it stands"),
    ("approval_condition", "report"): Line("Provider said how a condition is met"),
    ("approval_condition", "meet"): Line("Condition of the approval met"),
    ("approval_condition", "look_again"): Line("Condition not met yet: a new day is set"),
    ("commission", "start"): Line("Start meeting held: support begun"),
    ("visit_note", "created"): Line("Visit note written", DELIVERY),
    ("visit_note", "acknowledge"): Line("Visit note answered by the school", DELIVERY),
    ("measurement", "created"): Line("Reading recorded", DELIVERY),
    ("commission", "end_delivery"): Line("Delivery ended"),
    ("evaluation", "created"): Line("Evaluation handed in", DELIVERY),
    ("evaluation", "submit"): Line("Evaluation handed in", DELIVERY),
    ("commission", "to_quality_review"): Line("Sent to quality review"),
    ("commission", "return_for_evidence"): Line("Returned for more evidence"),
    ("commission", "judge_first"): Line("Judged: a second lead judges it too"),
    ("commission", "differ"): Line("Judged a second time, differently", OFFICERS),
    ("commission", "moderate"): Line("Judged and closed"),
    ("commission", "close"): Line("Judged and closed"),
    ("judgement_condition", "report"): Line("Condition of the judgement reported on", DELIVERY),
    ("judgement_condition", "meet"): Line("Condition of the judgement met", DELIVERY),
    ("judgement_condition", "look_again"): Line(
        "Condition of the judgement not met yet: a new day is set", DELIVERY
    ),
}


def request_timeline(person: Person, request: SupportRequest) -> list[Entry]:
    """Return what happened to a request, oldest first, to a reader of the whole request."""
    officer = who.is_officer_for(person, request) and not who.reads_for_school(person, request)
    readers = {
        EVERYBODY: True,
        OFFICERS: officer,
        ASKING: can_see_who_was_asked(person, request),
    }
    return _entries([subject_of(request)], lambda line: readers.get(line.readers, False))


def commission_timeline(person: Person, commission: Commission) -> list[Entry]:
    """Return what happened from the request to the judgement, oldest first.

    The home school and the provider, who come in with the offer, do not read the request's part.
    """
    roots = [subject_of(commission)]
    if who.can_see_request(person, commission.request):
        roots.append(subject_of(commission.request))
    readers = {
        EVERYBODY: True,
        DELIVERY: who.can_see_delivery(person, commission),
        OFFICERS: who.can_see_interests(person, commission),
        ASKING: can_see_who_was_asked(person, commission.request),
    }
    # the commission's own "Offer made" says it already
    offered = LINES["support_request", "offer"]
    return _entries(roots, lambda line: readers[line.readers] and line is not offered)


def _entries(roots: Sequence[str], may_read: Callable[[Line], bool]) -> list[Entry]:
    query = (
        select(AuditEvent, Person.name)
        .outerjoin(Person, Person.id == AuditEvent.actor_id)
        .where(AuditEvent.root.in_(roots))
        .order_by(AuditEvent.id)
    )
    entries = []
    for event, name in db.session.execute(query):
        line = LINES.get((event.subject.partition(":")[0], event.action))
        if line is not None and may_read(line):
            entries.append(Entry(event.at, name or "The system", line.words))
    return entries
