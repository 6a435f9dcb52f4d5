"""What must hold before a step: each rule returns what is missing, in the order to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.concerns.requirements import no_open_concern
from app.commissions.facts import ASKED_WORDS, PARTY_WORDS, Direction
from app.commissions.for_boards.requirements import (
    CONSENT_OF_BOARD,
    INTEREST_OF_BOARD,
    board_answers_missing,
)
from app.commissions.gates.requirements import checks_done
from app.commissions.permissions import has_declared_none
from app.commissions.visits.facts import VisitStatus
from app.commissions.voices import is_of_board
from app.core import clock
from app.web.filters import date_words

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, Objective, SupportRequest

# answered on the page that ends delivery
CONFIRM_DAYS = "Confirm how many days were used."
DECLARE_FIRST = "Record whether you have an interest in this."


def interest_answered(person: Person, matter: SupportRequest | Commission) -> list[str]:
    """Silence is not an answer: the person must have recorded that they have no interest."""
    return [] if has_declared_none(person, matter) else [DECLARE_FIRST]


# what a request must say before it is sent, in the order in which it is asked
NEEDED = {
    "title": "Give your request a short title.",
    "focus_id": "Choose the area you need help with.",
    "need": "Describe what you need.",
    "which_staff": "Say which staff the support is for.",
    "evidence_of_need": "Say how you know that you need it.",
    "expected_outcome": "Say what should be different afterwards.",
    "urgency": "Say how soon you need it.",
    "wanted_from": "Enter the date the support should start.",
    "contact_in_school": "Say who in your school will lead this.",
    "funding_route": "Say how it will be paid for.",
    "governing_body_aware": "Say whether your governors know.",
}
CONSENT = "Agree to share the request with shortlisted providers."
INTEREST = "Say whether anyone at your school has an interest in a provider."


def need_complete(person: Person, request: SupportRequest) -> list[str]:
    of_board = is_of_board(request)
    if of_board:
        missing = board_answers_missing(request)
    else:
        # "no" is an answer, so False is not missing
        missing = [words for name, words in NEEDED.items() if getattr(request, name) in (None, "")]
    if not any(d.person_id in (request.requester_id, person.id) for d in request.declarations):
        missing.append(INTEREST_OF_BOARD if of_board else INTEREST)
    if not request.consent_to_share:
        missing.append(CONSENT_OF_BOARD if of_board else CONSENT)
    return missing


def offer_answered(person: Person, commission: Commission) -> list[str]:
    missing = interest_answered(person, commission)
    if commission.host_urn is not None and commission.host_released_at is None:
        missing.append("The headteacher of the provider’s home school must agree to release them.")
    return missing


def objective_gaps(objective: Objective) -> list[str]:
    """Return what keeps one objective from being a change that can be measured."""
    name = f"Objective {objective.position}"
    start, target = objective.starting_point, objective.target
    gaps = []
    if start is None:
        gaps.append(f"{name} needs a starting point.")
    if target is None:
        gaps.append(f"{name} needs a target with a date.")
    if start is not None and target is not None:
        if target.due_on <= start.taken_on:
            gaps.append(f"{name}: the target must be later than the starting point.")
        lower = objective.direction is Direction.LOWER
        if (target.value >= start.value) if lower else (target.value <= start.value):
            better = "lower" if lower else "higher"
            gaps.append(f"{name}: the target must be {better} than the starting point.")
    return gaps


def agreement_complete(_person: Person, commission: Commission) -> list[str]:
    missing = [] if commission.objectives else ["Add at least one objective."]
    for objective in commission.objectives:
        missing.extend(objective_gaps(objective))
    if not (commission.school_actions and commission.provider_actions):
        missing.append("Say what each side will do.")
    if not commission.pattern_of_visits:
        missing.append("Say how often the provider will visit.")
    if not commission.safeguarding_assured_by or commission.safeguarding_assured_on is None:
        missing.append("Record who confirmed the safeguarding checks, and when.")
    if commission.reimbursement_pence + commission.fee_pence != commission.charge_pence:
        missing.append("The provider’s part and the brokerage fee must add up to the charge.")
    if sum(line.pence for line in commission.funding) != commission.total_pence:
        missing.append("What the funders pay must add up to the charge and its VAT.")
    return missing


def everybody_signed(_person: Person, commission: Commission) -> list[str]:
    return [f"Waiting for {PARTY_WORDS[p]} to sign." for p in commission.unsigned_parties]


def ready_to_ask(person: Person, commission: Commission) -> list[str]:
    missing = everybody_signed(person, commission)
    question = commission.open_question
    if question is not None and question.asked is not None:
        missing.append(f"{ASKED_WORDS[question.asked]} must answer the open question.")
    return [*missing, *interest_answered(person, commission)]


def ready_to_approve(person: Person, commission: Commission) -> list[str]:
    return [*checks_done(commission), *ready_to_ask(person, commission)]


def ready_to_refuse(person: Person, commission: Commission) -> list[str]:
    """A question that nobody answers keeps nobody from refusing."""
    return [*everybody_signed(person, commission), *interest_answered(person, commission)]


def challenge_in_time(_person: Person, commission: Commission) -> list[str]:
    until = commission.challenge_until
    if until is not None and clock.today() <= until:
        return []
    return ["The time to challenge the refusal has ended."]


def challenge_time_over(person: Person, commission: Commission) -> list[str]:
    until = commission.challenge_until
    if until is None or challenge_in_time(person, commission):
        return []
    return [f"Both sides may challenge the refusal until {date_words(until)}."]


def ready_to_recommend(person: Person, commission: Commission) -> list[str]:
    return [
        *checks_done(commission),
        *everybody_signed(person, commission),
        *interest_answered(person, commission),
    ]


def days_reconciled(_person: Person, commission: Commission) -> list[str]:
    """The provider has said how many days it took, and why if not as agreed."""
    if missing := visits_settled(commission):
        return missing
    return [CONFIRM_DAYS] if commission.days_used is None else []


def visits_settled(commission: Commission) -> list[str]:
    """Of every visit it is known whether it was held, and one was."""
    missing = [] if commission.visit_notes else ["Write a note for at least one visit."]
    if any(visit.status is VisitStatus.BOOKED for visit in commission.visits):
        missing.append("Write up, cancel or record as missed each visit that is still booked.")
    return missing


def evaluations_in(_person: Person, commission: Commission) -> list[str]:
    sides = {e.side for e in commission.evaluations if e.submitted_at is not None}
    return [] if len(sides) == 2 else ["Both sides must evaluate first."]


def ready_to_close(person: Person, commission: Commission) -> list[str]:
    return [*interest_answered(person, commission), *no_open_concern(person, commission)]
