"""An officer's part before the panel: interests, the named checks, asking for references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotReady
from app.extensions import db
from app.governance.champions import permissions as who
from app.governance.champions import telling
from app.governance.champions.facts import REFERENCE_QUESTIONS, Act, Finding
from app.governance.champions.lifecycle import LIFECYCLE
from app.governance.champions.models import (
    Application,
    Declaration,
    EligibilityCheck,
    Referee,
    lines_of,
)
from app.governance.champions.services.holding import given, hold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.accounts.models import Person


@dataclass(frozen=True)
class Checked:
    """One named check as the officer found it."""

    words: str
    finding: Finding
    note: str


def declare_interest(*, application: Application, by: Person, words: str) -> None:
    """Record why somebody has no part in it; from then on it is closed to them."""
    hold(application)
    if not who.can_declare(by, application):
        message = "You have no part in this application."
        raise NotAllowed(message)
    interest = given(words, "Say what your interest is.")
    db.session.add(Declaration(application=application, person=by, interest=interest))
    db.session.flush()


def check(*, application: Application, by: Person, found: Sequence[Checked]) -> None:
    """Keep what was found about each check, the gaps included; nothing is decided by it."""
    hold(application)
    LIFECYCLE.permit(application, Act.FIND_ELIGIBLE, by=by)
    asked = lines_of(application.call.checks)
    known = {one.words: one for one in application.checks}
    for one in found:
        if one.words not in asked:
            raise NotReady([f"The call does not ask for this: {one.words}."])
        if one.finding is not Finding.YES and not one.note.strip():
            raise NotReady([f"Say why it is not yes: {one.words}."])
        row = known.get(one.words) or EligibilityCheck(application=application, words=one.words)
        row.finding, row.note, row.checked_by = one.finding, one.note.strip(), by
        db.session.add(row)
    db.session.flush()


def settle_eligibility(
    *, application: Application, by: Person, eligible: bool, reason: str = ""
) -> None:
    """Say whether the application goes on; the applicant reads the reason of a no."""
    hold(application)
    act = Act.FIND_ELIGIBLE if eligible else Act.FIND_NOT_ELIGIBLE
    LIFECYCLE.check(application, act, by=by)
    if not eligible:
        reason = given(reason, "Give the reason. The applicant reads it.")
    LIFECYCLE.move(application, act, by=by)
    application.reason = "" if eligible else reason
    application.checked_by_id = by.id
    db.session.flush()
    telling.tell_applicant(application, act)


def ask_references(*, application: Application, by: Person) -> None:
    hold(application)
    LIFECYCLE.move(application, Act.ASK_REFERENCES, by=by)
    for referee in application.asked:
        if referee.asked_at is None:
            referee.asked_at = clock.now()
            telling.ask_referee(referee)
    db.session.flush()
    telling.tell_applicant(application, Act.ASK_REFERENCES)


def give_reference(*, referee: Referee, answers: Mapping[str, str]) -> None:
    """Keep what a referee says; that uses up the link."""
    hold(referee.application)
    if referee.answered_at is not None or referee.replaced_at is not None:
        raise NotReady(["This reference was given, or somebody else was asked instead."])
    referee.answers = {
        key: given(answers.get(key, ""), f"Answer: {question}")
        for key, question in REFERENCE_QUESTIONS.items()
    }
    referee.answered_at = clock.now()
    label_change(referee, "answer")
    db.session.flush()
    if all(one.answered_at for one in referee.application.asked):
        telling.tell_officers(referee.application, "references")
