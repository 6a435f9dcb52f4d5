"""What happens next and whose turn it is: read by pages, lists and the home page alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.approval_permissions import follows_up
from app.commissions.changes.facts import VariationStatus
from app.commissions.changes.pauses import open_pause
from app.commissions.changes.permissions import decides_open_variation
from app.commissions.delivery_duties import duties_of
from app.commissions.facts import Asked, CandidateVerdict, Party, Side
from app.commissions.for_boards.words import called
from app.commissions.judging_permissions import awaits_moderation, awaits_second, has_turn
from app.commissions.requirements import agreement_complete
from app.commissions.statuses import FOLLOWED_UP, CommissionStatus, RequestStatus
from app.commissions.timings import WORKING_DAYS, due
from app.core import clock
from app.core.calendar import add_working_days

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from app.accounts.models import Person
    from app.commissions.models import Commission, SupportRequest


class Actor(StrEnum):
    SCHOOL = "school"
    HEAD = "head"
    PROVIDER = "provider"
    HOST = "host"
    BROKER = "broker"
    APPROVER = "approver"
    OFFICER = "officer"
    DECIDER = "decider"
    QUALITY = "quality"


ACTOR_WORDS = {
    Actor.SCHOOL: "the school",
    Actor.HEAD: "the school’s headteacher",
    Actor.PROVIDER: "the provider",
    Actor.HOST: "the provider’s home school",
    Actor.BROKER: "the brokerage team",
    Actor.APPROVER: "an approving officer",
    Actor.OFFICER: "an officer of the authority",
    Actor.DECIDER: "an officer who may approve it",
    Actor.QUALITY: "a quality assurance lead",
}
_ANSWERERS = {Asked.BROKER: Actor.BROKER, Asked.PROVIDER: Actor.PROVIDER}
_SIDES = {Side.SCHOOL: Actor.SCHOOL, Side.PROVIDER: Actor.PROVIDER}
_SIGNERS = {Party.SCHOOL: Actor.HEAD, Party.PROVIDER: Actor.PROVIDER, Party.HOST: Actor.HOST}


@dataclass(frozen=True)
class NextStep:
    """`act` completes "<the provider> must …"; `of` tells steps apart that read alike.

    `since` is the moment it began, where that is not the last step of the whole.
    """

    actor: Actor
    act: str
    due_on: date | None
    of: int | None = None
    since: datetime | None = None
    # whom the others read of, where that is not as usual
    called: str = ""

    @property
    def overdue(self) -> bool:
        return self.due_on is not None and self.due_on < clock.today()

    @property
    def whom(self) -> str:
        return self.called or ACTOR_WORDS[self.actor]

    @property
    def sentence(self) -> str:
        """Return it as said to the others."""
        return f"{self.whom[0].upper()}{self.whom[1:]} needs to {self.act}."

    @property
    def own_sentence(self) -> str:
        """Return it as said to whoever must do it."""
        return f"{self.act[0].upper()}{self.act[1:]}."


def request_next(request: SupportRequest) -> list[NextStep]:
    """Return who must act on a request; nobody once it has ended or became a commission."""
    return called(_request_steps(request), request)


def _request_steps(request: SupportRequest) -> list[NextStep]:
    match request.status:
        case RequestStatus.DRAFT:
            return [NextStep(Actor.SCHOOL, "finish and send the request", None)]
        case RequestStatus.RETURNED:
            due_on = due(request.moved_at, "answer_information")
            return [NextStep(Actor.SCHOOL, "add the information that was asked for", due_on)]
        case RequestStatus.SUBMITTED:
            due_on = due(request.moved_at, "match")
            return [NextStep(Actor.BROKER, "read the request and start matching", due_on)]
        case RequestStatus.MATCHING:
            return [_matching_step(request)]
        case _:
            return []


def _matching_step(request: SupportRequest) -> NextStep:
    verdicts = {candidate.verdict for candidate in request.candidates}
    if CandidateVerdict.CHOSEN in verdicts:
        due_on = due(request.moved_at, "match")
        return NextStep(Actor.BROKER, "offer the work to the chosen provider", due_on)
    if CandidateVerdict.SHORTLISTED in verdicts:
        newest = max(candidate.created_at for candidate in request.candidates)
        return NextStep(Actor.SCHOOL, "choose one of the providers found", due(newest, "choose"))
    return NextStep(Actor.BROKER, "find providers that fit", due(request.moved_at, "match"))


def commission_next(commission: Commission) -> list[NextStep]:
    """Return who must act on a commission: several at once while it is signed or evaluated."""
    steps = _STEPS.get(commission.status)
    found = [*(steps(commission) if steps else []), *_conditions(commission)]
    return called(found, commission)


def _conditions(commission: Commission) -> list[NextStep]:
    """Return what is still to be shown of the conditions that the authority set."""
    if commission.status not in FOLLOWED_UP:
        return []
    steps = []
    for one in commission.conditions:
        if one.met_at is not None:
            continue
        if one.reported_at is None:
            act = f"say how condition {one.position} of the approval is met"
            steps.append(NextStep(Actor.PROVIDER, act, one.due_on, one.id, one.since))
        act = f"look at condition {one.position} of the approval"
        steps.append(NextStep(Actor.OFFICER, act, one.due_on, one.id, one.since))
    return steps


def _offered(commission: Commission) -> list[NextStep]:
    due_on = due(commission.moved_at, "answer_offer")
    steps = []
    if commission.host_urn is not None and commission.host_released_at is None:
        steps.append(NextStep(Actor.HOST, "agree to release the provider", due_on))
    return [*steps, NextStep(Actor.PROVIDER, "accept or decline the offer", due_on)]


def _agreeing(commission: Commission) -> list[NextStep]:
    due_on = due(commission.moved_at, "agree")
    if not agreement_complete(commission.broker, commission):
        return [NextStep(Actor.PROVIDER, "send the agreement for signature", due_on)]
    return [
        NextStep(Actor.PROVIDER, "complete the starting points, targets and terms", due_on),
        NextStep(Actor.SCHOOL, "check and complete the starting points and targets", due_on),
    ]


def _signing(commission: Commission) -> list[NextStep]:
    unsigned = commission.unsigned_parties
    question = commission.open_question
    if question is not None and question.asked is not None:
        due_on = due(question.created_at, "answer_question")
        actor = _ANSWERERS[question.asked]
        return [NextStep(actor, "answer the approving officer’s question", due_on, question.id)]
    if not unsigned:
        due_on = due(commission.moved_at, "approve")
        return [NextStep(Actor.APPROVER, "approve the agreement", due_on)]
    due_on = due(commission.moved_at, "sign")
    return [NextStep(_SIGNERS[party], "read and sign the agreement", due_on) for party in unsigned]


def _refused(commission: Commission) -> list[NextStep]:
    """While there is time, both sides decide whether to challenge; then the broker ends it."""
    until = commission.challenge_until
    if until is not None and clock.today() <= until:
        act = "decide whether to challenge the refusal"
        return [NextStep(actor, act, until) for actor in (Actor.SCHOOL, Actor.PROVIDER)]
    due_on = add_working_days(until, WORKING_DAYS["match"]) if until else None
    return [NextStep(Actor.BROKER, "let the refusal stand and go on with the request", due_on)]


def _challenged(commission: Commission) -> list[NextStep]:
    due_on = due(commission.moved_at, "decide_challenge")
    return [NextStep(Actor.APPROVER, "decide about the challenge of the refusal", due_on)]


def _approved(commission: Commission) -> list[NextStep]:
    return [NextStep(Actor.PROVIDER, "hold the start meeting and record it", commission.starts_on)]


def _duties(commission: Commission) -> list[NextStep]:
    return [
        NextStep(_SIDES[duty.side], duty.act, duty.due_on, duty.of, duty.since)
        for duty in duties_of(commission)
    ]


def _active(commission: Commission) -> list[NextStep]:
    act = "deliver the support and write a note after each visit"
    if commission.ends_on < clock.today():
        act = "confirm the days used and end delivery"
    delivery = NextStep(Actor.PROVIDER, act, commission.ends_on)
    return [*_open_change(commission), *_duties(commission), delivery]


def _paused(commission: Commission) -> list[NextStep]:
    act, pause = "look at the pause again", open_pause(commission)
    look = NextStep(Actor.OFFICER, act, None)
    if pause is not None:
        look = NextStep(Actor.OFFICER, act, pause.review_on, pause.id, pause.since)
    return [*_open_change(commission), *_duties(commission), look]


def _open_change(commission: Commission) -> list[NextStep]:
    """Return who must sign or decide a change of the agreement; until then the old one holds."""
    change = commission.open_variation
    if change is None:
        return []
    number, since = change.number, change.moved_at
    if change.status is VariationStatus.SIGNED:
        act, due_on = f"decide about change {number} of the agreement", due(since, "approve")
        return [NextStep(Actor.DECIDER, act, due_on, change.id, since)]
    act, due_on = f"read and sign change {number} of the agreement", due(change.created_at, "sign")
    return [
        NextStep(_SIGNERS[party], act, due_on, change.id, change.created_at)
        for party in change.unsigned_parties
    ]


def _evaluating(commission: Commission) -> list[NextStep]:
    due_on = due(commission.moved_at, "evaluate")
    done = {e.side for e in commission.evaluations if e.submitted_at is not None}
    act = "evaluate what the support changed"
    if commission.early_end is not None:
        act = f"{act} before it ended early"
    return [NextStep(actor, act, due_on) for side, actor in _SIDES.items() if side not in done]


def _quality_review(commission: Commission) -> list[NextStep]:
    due_on = due(commission.moved_at, "judge")
    act = "judge the outcome of each objective"
    if awaits_moderation(commission):
        act = "bring the two judgements together"
    elif awaits_second(commission):
        act = "judge it a second time, without seeing the first judgement"
    return [NextStep(Actor.QUALITY, act, due_on)]


_STEPS: Mapping[CommissionStatus, Callable[[Commission], list[NextStep]]] = {
    CommissionStatus.OFFERED: _offered,
    CommissionStatus.AGREEING: _agreeing,
    CommissionStatus.SIGNING: _signing,
    CommissionStatus.REFUSED: _refused,
    CommissionStatus.CHALLENGED: _challenged,
    CommissionStatus.APPROVED: _approved,
    CommissionStatus.ACTIVE: _active,
    CommissionStatus.PAUSED: _paused,
    CommissionStatus.EVALUATING: _evaluating,
    CommissionStatus.QUALITY_REVIEW: _quality_review,
}


def is_turn_in_request(person: Person, step: NextStep, request: SupportRequest) -> bool:
    """Tell whether this person is one of those who can take the step."""
    return _REQUEST_TURNS[step.actor](person, request)


def is_turn_in_commission(person: Person, step: NextStep, commission: Commission) -> bool:
    """Tell whether this person is one of those who can take the step."""
    return _COMMISSION_TURNS[step.actor](person, commission)


def _signs_for_school(person: Person, commission: Commission) -> bool:
    return who.party_of(person, commission) is Party.SCHOOL


_REQUEST_TURNS: Mapping[Actor, Callable[[Person, SupportRequest], bool]] = {
    Actor.SCHOOL: who.can_write_request,
    Actor.BROKER: who.brokers_request,
}
_COMMISSION_TURNS: Mapping[Actor, Callable[[Person, Commission], bool]] = {
    Actor.SCHOOL: who.speaks_for_school,
    Actor.HEAD: _signs_for_school,
    Actor.PROVIDER: who.leads_provider,
    Actor.HOST: who.answers_for_host,
    Actor.BROKER: who.brokers,
    Actor.APPROVER: who.can_approve,
    Actor.OFFICER: follows_up,
    Actor.DECIDER: decides_open_variation,
    Actor.QUALITY: has_turn,
}
