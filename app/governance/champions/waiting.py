"""Applications, panels, references and reviews that wait for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.core import clock
from app.core.waiting import Item, Place
from app.governance.champions import permissions as who
from app.governance.champions import queries
from app.governance.champions.facts import REVIEW_SHOWN_BEFORE, Act, CallAct, Status
from app.governance.champions.lifecycle import CALL_LIFECYCLE, LIFECYCLE
from app.governance.champions.lists import BLUEPRINT, url_of
from app.governance.champions.page import ready_for_panel
from app.governance.champions.requirements import enough_members, last_day_to_appeal
from app.governance.champions.standing import due_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.accounts.models import Person
    from app.governance.champions.models import Application

SENTENCES = {
    Act.SUBMIT: "Finish your application, and send it",
    Act.FIND_ELIGIBLE: "Check whether the applicant is eligible",
    Act.ASK_REFERENCES: "Ask for the references",
    Act.UPHOLD: "Answer the appeal",
    Act.APPEAL: "Read the decision, and appeal if you wish",
}
DECIDE = "Record the decision of the panel"
IN_SERVICE = frozenset({Status.APPOINTED, Status.SERVING})


def waiting_for(person: Person) -> Iterator[Item]:
    for application in queries.concerning(person):
        if (sentence := _sentence(person, application)) is not None:
            yield _item(person, application, sentence)
    for call in queries.calls_of(person):
        if not CALL_LIFECYCLE.missing(person, call, CallAct.DECIDE):
            href = url_for(f"{BLUEPRINT}.show_call", reference=call.reference)
            words = "Mark the call as decided"
            kind = "Call for champions of governance"
            yield Item(call.title, kind, href, words, None, mine=True, place=_place(person))


def _sentence(person: Person, application: Application) -> str | None:
    """Return what this person has to do with it now."""
    if application.status is Status.INTERVIEW:
        return _of_panel(person, application)
    if ready_for_panel(person, application):
        return "Name the panel"
    if who.is_officer(person, application) and application.status in IN_SERVICE:
        return _in_service(person, application)
    for act in LIFECYCLE.open_acts(person, application):
        is_in_time = act is not Act.SUBMIT or application.call.takes_applications(clock.today())
        waits = act is not Act.APPEAL or not LIFECYCLE.missing(person, application, act)
        if act in SENTENCES and is_in_time and waits:
            return SENTENCES[act]
    return None


def _of_panel(person: Person, application: Application) -> str | None:
    member = who.member_of(person, application)
    if member is not None and member.scored_at is None:
        return "Read the application and score it"
    if enough_members(person, application):
        named = who.is_officer(person, application)
        return "Name somebody else for the panel" if named else None
    all_in = all(one.scored_at for one in application.panel)
    return DECIDE if all_in and who.can_decide(person, application) else None


def _in_service(person: Person, application: Application) -> str | None:
    if application.status is Status.SERVING:
        shown_from = clock.today() + REVIEW_SHOWN_BEFORE
        due = application.review_on is not None and application.review_on <= shown_from
        return "Review the champion’s year" if due else None
    if any(one.signed_off_at is None for one in application.trainings):
        return "Sign the training off"
    ready = not LIFECYCLE.missing(person, application, Act.DESIGNATE)
    return "Begin the champion’s term" if ready else None


def _item(person: Person, application: Application, sentence: str) -> Item:
    own = who.is_applicant(person, application)
    title = application.call.title if own else application.person.name
    kind = "Your application" if own else "Champion of governance"
    day = due_on(application)
    if own and application.status in {Status.NOT_ELIGIBLE, Status.NOT_APPOINTED}:
        day = last_day_to_appeal(application)
    href = url_of(application)
    return Item(title, kind, href, sentence, day, mine=True, place=_place(person))


def _place(person: Person) -> Place:
    endpoint = "calls" if who.reads_somewhere(person) else "index"
    return Place("champions of governance", url_for(f"{BLUEPRINT}.{endpoint}"))
