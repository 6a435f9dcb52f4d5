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
from app.governance.champions.requirements import last_day_to_appeal
from app.governance.champions.standing import due_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.accounts.models import Person
    from app.governance.champions.models import Application

SENTENCES = {
    Act.SUBMIT: "Finish your application, and send it",
    Act.FIND_ELIGIBLE: "Check whether the applicant is eligible",
    Act.ASK_REFERENCES: "Ask for the references",
    Act.APPOINT: "Record the decision of the panel",
    Act.UPHOLD: "Answer the appeal",
    Act.DESIGNATE: "Begin the champion’s term",
    Act.APPEAL: "Read the decision, and appeal if you wish",
}


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
    member = who.member_of(person, application)
    if application.status is Status.INTERVIEW and member and member.scored_at is None:
        return "Read the application and score it"
    if ready_for_panel(person, application):
        return "Name the panel"
    reviewed = application.review_on and application.review_on <= (
        clock.today() + REVIEW_SHOWN_BEFORE
    )
    if application.status is Status.SERVING and who.is_officer(person, application):
        return "Review the champion’s year" if reviewed else None
    unsigned = any(one.signed_off_at is None for one in application.trainings)
    if application.status is Status.APPOINTED and unsigned and who.is_officer(person, application):
        return "Sign the training off"
    for act in LIFECYCLE.open_acts(person, application):
        open_now = act is Act.SUBMIT and application.call.takes_applications(clock.today())
        if act in {Act.APPOINT, Act.DESIGNATE, Act.APPEAL}:
            gaps = LIFECYCLE.missing(person, application, act)
            if act is Act.APPOINT:
                open_now = all(one.scored_at for one in application.panel)
            else:
                open_now = not gaps
        elif act is not Act.SUBMIT:
            open_now = act in SENTENCES
        if open_now and act in SENTENCES:
            return SENTENCES[act]
    return None


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
