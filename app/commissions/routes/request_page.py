"""What the request page shows one reader: whose turn it is, and the acts open to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.accounts.roles import Role
from app.commissions import permissions as who
from app.commissions.enquiries.page import may_be_sent
from app.commissions.facts import VERDICT_WORDS, CandidateVerdict
from app.commissions.for_boards.homes import homes_of
from app.commissions.for_boards.words import said_of
from app.commissions.lifecycle import REQUEST_LIFECYCLE
from app.commissions.next_steps import NextStep, is_turn_in_request, request_next
from app.commissions.queries import requests as queries
from app.commissions.queries.capacity import days_in_year
from app.commissions.queries.sides import times_worked_for_board
from app.commissions.requirements import interest_answered
from app.commissions.statuses import RequestAction, RequestStatus
from app.commissions.suitability import Check, checks, stands_by_provider
from app.commissions.undo.page import undo_act_of_request
from app.commissions.voices import is_of_board, matcher_roles
from app.commissions.words import REQUEST_ACTION_WORDS
from app.core import clock
from app.core.calendar import academic_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.models import Candidate, SupportRequest
    from app.prospectus.models import Provider

VERDICT_TONES = {
    CandidateVerdict.SHORTLISTED: "active",
    CandidateVerdict.CHOSEN: "good",
    CandidateVerdict.NOT_SUITABLE: "neutral",
}
# the page on which each act is done; what stands here with "post" is one button
_PAGES = {
    RequestAction.SUBMIT: "check",
    RequestAction.RETURN: "return_for_more",
    RequestAction.DECLINE: "decline",
    RequestAction.SIGNPOST: "signpost",
    RequestAction.WITHDRAW: "withdraw",
    RequestAction.START_MATCHING: "start_matching",
    RequestAction.OFFER: "offer",
}
_FORWARD = (RequestAction.SUBMIT, RequestAction.START_MATCHING, RequestAction.OFFER)


@dataclass(frozen=True)
class Act:
    """Something this reader may do now: a link, or a button that posts."""

    words: str
    href: str
    posts: bool = False


@dataclass(frozen=True)
class Turn:
    """One next step as said to this reader."""

    sentence: str
    mine: bool
    step: NextStep


@dataclass(frozen=True)
class CandidateLine:
    candidate: Candidate
    verdict: str
    tone: str
    checks: Sequence[Check] = ()
    can_choose: bool = False
    can_enquire: bool = False


@dataclass(frozen=True)
class RequestPage:
    """`main` acts move the request on; `others` end or turn it."""

    turns: Sequence[Turn]
    main: Sequence[Act] = ()
    others: Sequence[Act] = ()
    must_declare: bool = False
    stands_aside: bool = False
    candidates: Sequence[CandidateLine] = ()
    candidates_title: str = ""
    may_consider: bool = False


def request_page(asked: SupportRequest, person: Person) -> RequestPage:
    brokering = person.holds(*matcher_roles(asked), authority=asked.authority_code)
    may_broker = who.brokers_request(person, asked)
    still_open = asked.status in (RequestStatus.SUBMITTED, RequestStatus.MATCHING)
    must_declare = still_open and may_broker and bool(interest_answered(person, asked))
    acts = [
        (action, act)
        for action, act in _acts(asked, person)
        # an officer answers about interests before anything else
        if not must_declare or action is RequestAction.WITHDRAW
    ]
    main = [act for action, act in acts if action in _FORWARD]
    may_consider = may_broker and not must_declare and asked.status is RequestStatus.MATCHING
    if may_consider:
        words = "Find providers" if not asked.candidates else "Find more providers"
        main.append(Act(words, url_for("requests.candidates", reference=asked.reference)))
    lines = _candidate_lines(asked, person)
    others = [act for action, act in acts if action not in _FORWARD]
    if (undo := undo_act_of_request(person, asked)) is not None:
        others.append(Act(undo.words, undo.href))
    return RequestPage(
        turns=[_turn(step, asked, person) for step in request_next(asked)],
        main=main,
        others=others,
        must_declare=must_declare,
        stands_aside=still_open and brokering and not may_broker,
        candidates=lines,
        candidates_title="Choose a provider"
        if any(line.can_choose for line in lines)
        else "Providers considered",
        may_consider=may_consider,
    )


def _turn(step: NextStep, asked: SupportRequest, person: Person) -> Turn:
    mine = is_turn_in_request(person, step, asked)
    return Turn(step.own_sentence if mine else step.sentence, mine, step)


def _acts(asked: SupportRequest, person: Person) -> list[tuple[RequestAction, Act]]:
    acts = []
    for action in REQUEST_LIFECYCLE.open_acts(person, asked):
        if action not in _PAGES or (
            action is RequestAction.OFFER and queries.chosen_candidate(asked) is None
        ):
            continue
        words = said_of(asked, REQUEST_ACTION_WORDS[action])
        if action is RequestAction.SUBMIT:
            words = "Continue with the request"
        href = url_for(f"requests.{_PAGES[action]}", reference=asked.reference)
        if action is RequestAction.SUBMIT and is_of_board(asked):
            href = url_for("governance_requests.check", reference=asked.reference)
        acts.append((action, Act(words, href, posts=action is RequestAction.START_MATCHING)))
    return acts


def _candidate_lines(asked: SupportRequest, person: Person) -> list[CandidateLine]:
    """Return the candidates: all with their checks to officers, the shortlist to the school.

    The provider who got the work does not read about the others.
    """
    for_school = who.reads_for_school(person, asked)
    officer = who.is_officer_for(person, asked) and not for_school
    if not (for_school or officer or person.authorities_as(Role.QUALITY_LEAD)):
        return []
    shown = [
        c for c in asked.candidates if officer or c.verdict is not CandidateVerdict.NOT_SUITABLE
    ]
    providers = [candidate.provider for candidate in shown]
    found = provider_checks(asked, providers) if officer else {}
    open_to_school = asked.status is RequestStatus.MATCHING and who.speaks_for_school(person, asked)
    return [
        CandidateLine(
            candidate=candidate,
            verdict=VERDICT_WORDS[candidate.verdict],
            tone=VERDICT_TONES[candidate.verdict],
            checks=found.get(candidate.provider_id, ()),
            can_choose=open_to_school
            and candidate.verdict is CandidateVerdict.SHORTLISTED
            and candidate.provider.is_public
            and not stands_by_provider(person, candidate.provider),
            can_enquire=candidate.verdict is not CandidateVerdict.NOT_SUITABLE
            and may_be_sent(asked, candidate.provider_id),
        )
        for candidate in shown
    ]


def provider_checks(asked: SupportRequest, providers: Sequence[Provider]) -> dict[int, list[Check]]:
    """Return the checks of each provider, in as many statements for one as for twenty."""
    today = clock.today()
    year = academic_year(max(asked.wanted_from or today, today))
    days = days_in_year([provider.id for provider in providers], year)
    people = queries.people_of_school(asked)
    before = times_worked_for_board(asked, [provider.id for provider in providers])
    homes = homes_of([provider.id for provider in providers]) if is_of_board(asked) else {}
    return {
        provider.id: checks(
            asked,
            provider,
            days=days[provider.id],
            school_people=people,
            today=today,
            homes=homes.get(provider.id, ()),
            worked_before=before.get(provider.id, 0),
        )
        for provider in providers
    }
