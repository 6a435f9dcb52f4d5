"""The applicant's part: begin, answer, name referees, send, withdraw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.governance.champions import permissions as who
from app.governance.champions import queries, telling
from app.governance.champions.facts import Act, Status
from app.governance.champions.lifecycle import LIFECYCLE
from app.governance.champions.models import Application, Call, Referee
from app.governance.champions.requirements import is_own
from app.governance.champions.services.holding import given, hold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.accounts.models import Person


def begin(*, call: Call, by: Person) -> Application:
    """Begin an application, or return the one that this person has to the call."""
    if (known := queries.application_to(call, by)) is not None:
        return known
    if not who.can_apply(by, call):
        message = "The call is closed."
        raise NotOpen(message)
    application = Application(call=call, person=by)
    db.session.add(application)
    db.session.flush()
    return application


def answer(*, application: Application, by: Person, answers: Mapping[str, Any]) -> None:
    """Keep the answers of one question, gaps included."""
    if not who.can_answer(by, application):
        message = "It was sent, so the answers stay as they are."
        raise NotOpen(message)
    for name, value in answers.items():
        setattr(application, name, value)
    db.session.flush()


def name_referees(
    *, application: Application, by: Person, people: Sequence[Mapping[str, str]]
) -> None:
    """Keep who is named while it is written; each has name, email and knows."""
    if not who.can_answer(by, application):
        message = "It was sent. A referee can be replaced one by one."
        raise NotOpen(message)
    for old in application.referees:
        db.session.delete(old)
    db.session.flush()
    db.session.add_all(Referee(application=application, **one) for one in people)
    db.session.flush()
    db.session.expire(application, ["referees"])


def replace_referee(*, referee: Referee, by: Person, facts: Mapping[str, str]) -> Referee:
    """Put somebody else in the place of a referee who did not answer, and ask them."""
    application = referee.application
    hold(application)
    if not who.can_replace_referee(by, application):
        message = "You cannot replace this referee."
        raise NotAllowed(message)
    if referee.answered_at or referee.replaced_at or application.status is not Status.REFERENCES:
        message = "This reference is settled, or nobody has been asked yet."
        raise NotOpen(message)
    taken = {one.email for one in application.asked if one is not referee}
    if is_own(application, facts["email"]) or facts["email"].lower() in taken:
        raise NotReady(["Name somebody other than the applicant and the other referee."])
    referee.replaced_at = clock.now()
    label_change(referee, "replace")
    new = Referee(application=application, asked_at=clock.now(), **facts)
    db.session.add(new)
    db.session.flush()
    telling.ask_referee(new)
    return new


def submit(*, application: Application, by: Person) -> None:
    hold(application)
    LIFECYCLE.move(application, Act.SUBMIT, by=by)
    application.submitted_at = clock.now()
    db.session.flush()
    telling.tell_officers(application, "sent")


def withdraw(*, application: Application, by: Person) -> None:
    """Take it back at any time before service begins; what was written stays for the record."""
    hold(application)
    LIFECYCLE.move(application, Act.WITHDRAW, by=by)
    db.session.flush()
    if application.submitted_at is not None:
        telling.tell_officers(application, "withdrawn")


def appeal(*, application: Application, by: Person, words: str) -> None:
    hold(application)
    LIFECYCLE.check(application, Act.APPEAL, by=by)
    reason = given(words, "Say why the decision should be undone.")
    LIFECYCLE.move(application, Act.APPEAL, by=by)
    application.appeal = reason
    db.session.flush()
    telling.tell_appeal(application)
