"""Who learns of what, and who is reminded. Subjects name nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.queries import holders
from app.core import clock
from app.governance.champions import permissions as who
from app.governance.champions import queries
from app.governance.champions.facts import LINK_LASTS
from app.governance.champions.permissions import OFFICERS
from app.notifications.services import leave_letter, leave_message, told_of
from app.web.filters import date_words
from app.web.links import SignedLinks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.accounts.models import Person
    from app.governance.champions.models import Application, Referee

LINKS = SignedLinks("give a reference", last=LINK_LASTS)
TO_APPLICANT = "News about your application"
TO_OFFICERS = "An application to be a champion of governance"
PAGE_SAYS = "Its page says where it stands, and what happens next."
ASKED = "You are asked for a reference"


def tell_applicant(application: Application, what: str) -> None:
    _tell(application, what, TO_APPLICANT, PAGE_SAYS, [application.person])


def tell_officers(application: Application, what: str, *, but: Person | None = None) -> None:
    people = [one for one in officers_for(application) if one is not but]
    _tell(application, what, TO_OFFICERS, PAGE_SAYS, people)


def tell_appeal(application: Application) -> None:
    answering = [p for p in officers_for(application) if who.can_answer_appeal(p, application)]
    _tell(application, "appealed", TO_OFFICERS, "An appeal waits for your answer.", answering)


def tell_panel(application: Application) -> None:
    body = "You are asked to read an application and to score it by yourself."
    people = [member.person for member in application.panel]
    _tell(application, f"panel of turn {application.turn}", TO_OFFICERS, body, people)


def officers_for(application: Application) -> list[Person]:
    officers = holders(*OFFICERS, authority=application.authority_code)
    return [person for person in officers if who.is_officer(person, application)]


def ask_referee(referee: Referee, *, again: bool = False) -> None:
    """Write to the referee; the link opens the questions, for a time, until they are answered."""
    until = date_words(clock.today() + LINK_LASTS)
    leave_letter(
        address=referee.email,
        addressee=referee.name,
        about=f"reference {referee.id}{' again' if again else ''}",
        subject=ASKED,
        body=(
            "Somebody who would like to support governing boards named you as a referee. "
            f"There are three questions, and you need no account. The link works until {until}."
        ),
        path=f"/governance/champions/reference/{LINKS.token(referee.id)}",
    )


def referee_of_token(token: str) -> Referee | None:
    """Return whom the link is for; None for one that is forged, old or used."""
    signed = LINKS.read(token)
    referee = queries.referee_by_id(signed[0]) if signed else None
    if referee is None or referee.asked_at is None:
        return None
    done = referee.answered_at is not None or referee.replaced_at is not None
    last_asked = referee.reminded_at or referee.asked_at
    return None if done or clock.now() > last_asked + LINK_LASTS else referee


def remind_of_champions() -> None:
    """Remind, once each, referees who did not answer and both sides of an annual review."""
    for referee in queries.referees_to_remind():
        ask_referee(referee, again=True)
        referee.reminded_at = clock.now()
    due = {
        f"champion {one.reference} review {one.review_on}": one
        for one in queries.reviews_soon_due()
    }
    for about in sorted(due.keys() - told_of(due)):
        application = due[about]
        for person in [application.person, *officers_for(application)]:
            leave_message(
                to=person,
                about=about,
                subject="The annual review of a champion of governance",
                body=f"It is due on {date_words(application.review_on)}.",
                path=path_of(application),
            )


def path_of(application: Application) -> str:
    # no url_for: the demonstration and the worker write messages outside a request
    return f"/governance/champions/applications/{application.reference}"


def _tell(
    application: Application, what: str, subject: str, body: str, people: Iterable[Person]
) -> None:
    for person in people:
        leave_message(
            to=person,
            about=f"champion {application.reference} {what} {application.moved_at.isoformat()}",
            subject=subject,
            body=body,
            path=path_of(application),
        )
