"""Everything that happened, in words, from the audit trail, for the eyes of one reader."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.accounts.models import Person
from app.commissions import permissions as who
from app.commissions.board.permissions import works_on
from app.commissions.concerns.permissions import handles_concerns
from app.commissions.enquiries.permissions import can_see_who_was_asked
from app.commissions.for_boards.words import said_of
from app.commissions.models import Enquiry
from app.core.audit import AuditEvent, subject_of
from app.extensions import db
from app.prospectus.models import Provider

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from app.commissions.models import Commission, SupportRequest

EVERYBODY = "everybody"
DELIVERY = "delivery"
OFFICERS = "officers"
# the school and the authority: a provider does not read who else was asked
ASKING = "asking"
# what officers keep on their board, for those with no part in the work
BOARD = "board"
# a concern has a page of its own; whoever may read it only there learns nothing here
CONCERNS = "concerns"


@dataclass(frozen=True)
class Line:
    """How one kind of event reads, and who may read it."""

    words: str
    readers: str = EVERYBODY
    # the column whose new value says more
    says: str = ""


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
    ("support_request", "offer_again"): Line("Offered to the same provider again"),
    ("support_request", "undo_to_draft"): Line("Undone: it is a draft again"),
    ("support_request", "undo_to_submitted"): Line("Undone: it waits for a broker again"),
    ("support_request", "undo_to_returned"): Line("Undone: the school can add to it again"),
    ("support_request", "undo_to_matching"): Line("Undone: matching goes on"),
    ("board_need", "who_may_know"): Line("Changed who at the school may know"),
    ("candidate", "created"): Line("Provider considered"),
    ("enquiry", "send"): Line("Provider asked whether it can help", ASKING),
    ("enquiry", "answer"): Line("Provider said what it can do", ASKING),
    ("enquiry", "decline"): Line("Provider said that it cannot help", ASKING),
    ("enquiry", "close"): Line("Enquiry closed", ASKING),
    ("candidate", "choose"): Line("Provider chosen by the school"),
    ("conflict_declaration", "created"): Line("Answer about interests recorded", OFFICERS),
    ("assignment", "assign"): Line("Officer assigned", BOARD),
    ("assignment", "release"): Line("No officer assigned any longer", BOARD),
    ("officer_note", "created"): Line("Note for officers written", BOARD),
    ("commission", "created"): Line("Offer made"),
    ("commission", "release"): Line("Home school agreed to release the provider"),
    ("commission", "accept"): Line("Offer accepted"),
    ("commission", "decline"): Line("Offer declined"),
    ("commission", "withdraw"): Line("Commission withdrawn"),
    ("objective", "created"): Line("Objective added"),
    ("objective", "changed"): Line("Objective changed"),
    # until objectives were struck out instead
    ("objective", "deleted"): Line("Objective removed"),
    ("objective", "strike"): Line("Objective struck out", says="struck_reason"),
    ("objective", "restore"): Line("Objective restored"),
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
    ("commission", "approve_by_rule"): Line("Approved by a rule", says="approved_under"),
    ("commission", "approve_with_conditions"): Line("Approved with conditions"),
    ("commission", "refuse"): Line("Refused by the authority"),
    ("commission", "challenge"): Line("Refusal challenged"),
    ("commission", "uphold"): Line("Challenge upheld: to be decided again"),
    ("commission", "not_uphold"): Line("Challenge not upheld: the refusal stands"),
    ("commission", "let_stand"): Line("Refusal not challenged: it stands"),
    ("approval_condition", "report"): Line("Provider said how a condition is met"),
    ("approval_condition", "meet"): Line("Condition of the approval met"),
    ("approval_condition", "look_again"): Line("Condition not met yet: a new day is set"),
    ("provider_check", "going_on"): Line("Provider being checked", OFFICERS),
    ("provider_check", "passed"): Line("Provider passed due diligence", OFFICERS),
    ("provider_check", "not_passed"): Line("Provider did not pass due diligence", OFFICERS),
    ("provider_check", "not_needed"): Line("Due diligence not needed", OFFICERS),
    ("commission", "waive_designation"): Line("Designation waived", OFFICERS),
    ("commission", "refuse_supporter"): Line("Ended by the authority before approval"),
    ("commission", "start"): Line("Start meeting held: support begun"),
    ("action_plan", "created"): Line("Action plan proposed", DELIVERY),
    ("action_plan", "agree"): Line("Action plan agreed", DELIVERY),
    ("action_plan", "return"): Line("Changes of the action plan asked", DELIVERY),
    ("action_plan", "set_aside"): Line("Proposed action plan set aside", DELIVERY),
    ("action_plan", "replace"): Line("Earlier action plan replaced", DELIVERY),
    ("plan_step", "done"): Line("Step of the action plan done", DELIVERY),
    ("plan_step", "not_done"): Line("Step of the action plan not done", DELIVERY),
    ("review_meeting", "created"): Line("Review recorded", DELIVERY),
    ("review_meeting", "acknowledge"): Line("Record of a review answered by the school", DELIVERY),
    ("visit", "created"): Line("Visit booked", DELIVERY),
    ("visit", "hold"): Line("Booked visit held", DELIVERY),
    ("visit", "move"): Line("Visit moved to another time", DELIVERY),
    ("visit", "cancel"): Line("Visit cancelled", DELIVERY),
    ("visit", "lapse"): Line("Visit cancelled with the support", DELIVERY),
    ("visit", "miss"): Line("Visit missed", DELIVERY),
    ("visit", "reopen"): Line("Booked visit waits for its note again", DELIVERY),
    ("visit_note", "created"): Line("Visit note written", DELIVERY),
    ("visit_note", "acknowledge"): Line("Visit note answered by the school", DELIVERY),
    ("visit_note", "strike"): Line("Visit note struck out", DELIVERY, says="struck_reason"),
    ("visit_note", "restore"): Line("Visit note restored", DELIVERY),
    ("measurement", "created"): Line("Reading recorded", DELIVERY),
    ("measurement", "strike"): Line("Reading struck out", DELIVERY, says="struck_reason"),
    ("measurement", "restore"): Line("Reading restored", DELIVERY),
    ("concern", "created"): Line("Concern raised", CONCERNS),
    ("concern", "act"): Line("Concern acted on", CONCERNS),
    ("concern", "share"): Line("Concern shared with both sides", CONCERNS),
    ("concern", "escalate"): Line("Concern escalated", CONCERNS),
    ("concern", "resolve"): Line("Concern resolved", CONCERNS),
    ("concern", "withdraw"): Line("Concern withdrawn", CONCERNS),
    ("commission", "move_school"): Line("Moved to the school’s successor"),
    ("lead_change", "created"): Line("Another person leads it for the provider"),
    ("variation", "created"): Line("Change of the agreement proposed"),
    ("variation", "complete"): Line("Change signed: waits for an officer"),
    ("variation", "reject"): Line("Change not agreed"),
    ("variation", "withdraw"): Line("Proposed change taken back"),
    ("variation", "approve"): Line("Change approved: it takes effect"),
    ("variation", "not_approve"): Line("Change not approved"),
    ("variation", "lapse"): Line("Proposed change lapsed"),
    ("commission", "pause"): Line("Support paused"),
    ("commission", "keep_paused"): Line("Pause looked at: it goes on"),
    ("commission", "resume"): Line("Support resumed"),
    ("commission", "end_delivery"): Line("Delivery ended"),
    ("commission", "end_early"): Line("Support ended early"),
    ("evaluation", "created"): Line("Evaluation handed in", DELIVERY),
    ("evaluation", "submit"): Line("Evaluation handed in", DELIVERY),
    ("commission", "to_quality_review"): Line("Sent to quality review"),
    ("commission", "return_for_evidence"): Line("Returned for more evidence"),
    ("commission", "judge_first"): Line("Judged: a second lead judges it too"),
    ("commission", "differ"): Line("Judged a second time, differently", OFFICERS),
    ("commission", "moderate"): Line("Judged and closed"),
    ("commission", "close"): Line("Judged and closed"),
    ("commission", "undo_to_offered"): Line("Undone: the offer is open again"),
    ("commission", "undo_to_agreeing"): Line("Undone: the agreement is being written again"),
    ("commission", "undo_to_approved"): Line("Undone: approved, and not begun"),
    ("commission", "undo_to_active"): Line("Undone: the support is under way again"),
    ("judgement_condition", "report"): Line("Condition of the judgement reported on", DELIVERY),
    ("judgement_condition", "meet"): Line("Condition of the judgement met", DELIVERY),
    ("judgement_condition", "look_again"): Line(
        "Condition of the judgement not met yet: a new day is set", DELIVERY
    ),
    ("closing_report", "created"): Line("Closing report prepared", DELIVERY),
    ("closing_report", "return"): Line("Closing report returned to the quality lead", OFFICERS),
    ("closing_report", "put_forward"): Line("Closing report put forward again", OFFICERS),
    ("closing_report", "accept"): Line("Closing report accepted by the authority", DELIVERY),
}


def request_timeline(person: Person, request: SupportRequest) -> list[Entry]:
    """Return what happened to a request, oldest first, to a reader of the whole request."""
    officer = who.is_officer_for(person, request) and not who.reads_for_school(person, request)
    readers = {
        EVERYBODY: True,
        OFFICERS: officer,
        ASKING: can_see_who_was_asked(person, request),
        BOARD: works_on(person, request),
    }
    told = _entries([subject_of(request)], lambda line: readers.get(line.readers, False))
    return [replace(entry, title=said_of(request, entry.title)) for entry in told]


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
        CONCERNS: handles_concerns(person, commission),
        BOARD: works_on(person, commission.request),
    }
    # the commission's own "Offer made" says it already
    offered = LINES["support_request", "offer"]
    told = _entries(roots, lambda line: readers[line.readers] and line is not offered)
    return [replace(entry, title=said_of(commission, entry.title)) for entry in told]


def _entries(roots: Sequence[str], may_read: Callable[[Line], bool]) -> list[Entry]:
    query = (
        select(AuditEvent, Person.name)
        .outerjoin(Person, Person.id == AuditEvent.actor_id)
        .where(AuditEvent.root.in_(roots))
        .order_by(AuditEvent.id)
    )
    told = [
        (event, name or "The system", line)
        for event, name in db.session.execute(query)
        if (line := LINES.get((event.subject.partition(":")[0], event.action))) and may_read(line)
    ]
    asked = _who_was_asked([event.subject for event, _name, line in told if line.readers == ASKING])
    return [
        Entry(event.at, name, line.words, asked.get(event.subject) or _said(event, line))
        for event, name, line in told
    ]


def _said(event: AuditEvent, line: Line) -> str:
    _old, said = event.changes.get(line.says, (None, None))
    return said or ""


def _who_was_asked(subjects: Sequence[str]) -> dict[str, str]:
    """Return the provider's name of each enquiry, by its subject."""
    if not subjects:
        return {}
    keys = {int(subject.partition(":")[2]): subject for subject in subjects}
    query = select(Enquiry.id, Provider.name).join(Enquiry.provider).where(Enquiry.id.in_(keys))
    return {keys[key]: name for key, name in db.session.execute(query)}
