"""What must hold before a step, in words for whoever wants to take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core import clock
from app.core.calendar import add_working_days
from app.governance.champions.facts import (
    FEWEST_ON_PANEL,
    HIGHEST,
    REFEREES,
    SHORT,
    UNDECIDED,
    WORKING_DAYS_TO_APPEAL,
    Finding,
)
from app.governance.champions.models import lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.accounts.models import Person
    from app.governance.champions.models import Application, Call


def call_complete(_person: Person | None, call: Call) -> Sequence[str]:
    today = clock.today()
    lists = [lines_of(call.checks), lines_of(call.training)]
    wanted = (
        ("Say what is sought.", call.sought.strip()),
        ("Enter at least one criterion.", call.criteria_asked),
        (f"Enter {HIGHEST} lines for the scale.", len(call.scale_words) == HIGHEST),
        (
            f"Write each check and each training once, in {SHORT} characters or fewer.",
            all(len(set(one)) == len(one) for one in lists)
            and all(len(line) <= SHORT for one in lists for line in one),
        ),
        ("Choose at least one strand.", call.strands),
        ("Say when the interviews are.", call.interviews.strip()),
        ("Enter the opening day.", call.opens_on),
        (
            "Enter a closing day after today and after the opening day.",
            call.closes_on and call.closes_on > max(today, call.opens_on or today),
        ),
    )
    return [words for words, given in wanted if not given]


def nobody_waits(_person: Person | None, call: Call) -> Sequence[str]:
    waiting = sum(one.status in UNDECIDED for one in call.applications)
    return ["Decide on every application first."] if waiting else ()


def application_complete(_person: Person, application: Application) -> Sequence[str]:
    """Return what is missing, in the order of the questions."""
    gaps = [words for words, _question in gaps_of(application)]
    if not application.call.takes_applications(clock.today()):
        gaps.append("The call is closed, so it cannot be sent now.")
    return gaps


def gaps_of(application: Application) -> list[tuple[str, str]]:
    """Return each thing that is missing, with the question that asks for it."""
    answered = all(
        application.evidence.get(one.key, "").strip() for one in application.call.criteria_asked
    )
    wanted = (
        ("Describe your experience.", "experience", application.experience.strip()),
        ("Enter at least one role you have held.", "roles", application.roles),
        ("Give evidence for each criterion.", "evidence", answered),
        ("Choose at least one strand.", "strands", application.strands),
        ("Choose the phases that you know.", "strands", application.phases),
        ("Say how many days a year you can give.", "availability", application.days),
        ("Say what interests you have, or that you have none.", "interests", application.interests),
        (
            f"Name {REFEREES} people other than yourself who can speak for you.",
            "referees",
            len({one.email for one in application.asked}) == REFEREES
            and not any(is_own(application, one.email) for one in application.asked),
        ),
    )
    return [(words, question) for words, question, given in wanted if not given]


def is_own(application: Application, email: str) -> bool:
    """Tell whether a referee's address is the applicant's: nobody speaks for themselves."""
    return email.strip().lower() == application.person.email.lower()


def all_checks_passed(_person: Person, application: Application) -> Sequence[str]:
    found = {one.words: one.finding for one in application.checks}
    open_ones = [
        words for words in lines_of(application.call.checks) if found.get(words) is not Finding.YES
    ]
    return [f"Not yes: {words}." for words in open_ones]


def references_in(_person: Person, application: Application) -> Sequence[str]:
    missing = sum(one.answered_at is None for one in application.asked)
    return [f"References still to come: {missing}."] if missing else ()


def ready_to_interview(person: Person, application: Application) -> Sequence[str]:
    return [*references_in(person, application), *enough_members(person, application)]


def enough_members(_person: Person, application: Application) -> Sequence[str]:
    lacking = FEWEST_ON_PANEL - len(application.panel)
    return [f"Name at least {FEWEST_ON_PANEL} people for the panel."] if lacking > 0 else ()


def panel_has_scored(person: Person, application: Application) -> Sequence[str]:
    waiting = sum(one.scored_at is None for one in application.panel)
    gaps = list(enough_members(person, application))
    if waiting:
        gaps.append(f"Everybody on the panel must score first: {waiting} to come.")
    if not application.discussion.strip():
        gaps.append("Write down what the panel discussed.")
    return gaps


def last_day_to_appeal(application: Application) -> date:
    moved = clock.in_london(application.moved_at).date()
    return add_working_days(moved, WORKING_DAYS_TO_APPEAL)


def appeal_open(_person: Person, application: Application) -> Sequence[str]:
    if application.appeal:
        return ["You have appealed already. An appeal can be made once."]
    in_time = clock.today() <= last_day_to_appeal(application)
    return () if in_time else ["The time to appeal is over."]


def training_to_do(application: Application) -> list[str]:
    """Return the required training that nobody has signed off."""
    done = {one.what for one in application.trainings if one.signed_off_at}
    return [words for words in lines_of(application.call.training) if words not in done]


def training_done(_person: Person, application: Application) -> Sequence[str]:
    return [f"To be done and signed off: {words}." for words in training_to_do(application)]
