"""A board's meeting about itself: begun, written down strand by strand, recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.services.respond import given_reason
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotReady
from app.core.references import new_reference
from app.extensions import db
from app.governance.audits.permissions import BEGINNERS
from app.governance.audits.questions import permissions as who
from app.governance.audits.questions.facts import CheckAct
from app.governance.audits.questions.lifecycle import CHECK_LIFECYCLE
from app.governance.audits.questions.models import CheckAnswer, SelfCheck
from app.governance.audits.words.facts import Kind
from app.governance.audits.words.queries import wordings_in_force

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.accounts.models import Person
    from app.governance.audits.questions.facts import Rating
    from app.schools.models import School

CANNOT = "You cannot change these answers as they stand."
FUTURE = "Enter the day of the meeting: today or earlier."


def begin(*, school: School, by: Person, held_on: date, took_part: str) -> SelfCheck:
    """Begin with the questions of today; only chair and clerk see it until it is recorded."""
    if not by.holds(*BEGINNERS, school=school.urn):
        message = "Only the chair or the clerk writes down what the board says of itself."
        raise NotAllowed(message)
    questions = wordings_in_force(school.authority_code, Kind.QUESTION)
    if not questions:
        raise NotReady(["Governor services have not set the questions yet. Ask them to."])
    if held_on > clock.today():
        raise NotReady([FUTURE])
    check = SelfCheck(
        reference=new_reference("QUE"),
        school=school,
        held_on=held_on,
        took_part=took_part,
        begun_by_id=by.id,
    )
    check.answers = [
        CheckAnswer(wording=question, position=number)
        for number, question in enumerate(questions, start=1)
    ]
    db.session.add(check)
    db.session.flush()
    return check


def write(
    *, check: SelfCheck, by: Person, answers: Mapping[int, tuple[Rating | None, str, str]]
) -> None:
    """Write down rating, evidence and next step, by the number of the answer."""
    if not who.writes_draft(by, check):
        raise NotAllowed(CANNOT)
    for answer in check.answers:
        if answer.id in answers:
            answer.rating, answer.evidence, answer.next_step = answers[answer.id]
    # of two who write at once the second is told
    check.moved_at = clock.now()
    label_change(check, "write")
    db.session.flush()


def record(*, check: SelfCheck, by: Person) -> None:
    CHECK_LIFECYCLE.move(check, CheckAct.RECORD, by=by)
    db.session.flush()


def reopen(*, check: SelfCheck, by: Person, reason: str) -> None:
    words = given_reason(reason, "Say why the answers are reopened.")
    CHECK_LIFECYCLE.move(check, CheckAct.REOPEN, by=by)
    check.reopened_because = words
    db.session.flush()


def discard(*, check: SelfCheck, by: Person) -> None:
    CHECK_LIFECYCLE.move(check, CheckAct.DISCARD, by=by)
    db.session.flush()


def share(*, check: SelfCheck, by: Person, with_head: bool, with_services: bool) -> None:
    if not who.shares(by, check):
        raise NotAllowed(CANNOT)
    check.shared_with_head, check.shared_with_services = with_head, with_services
    db.session.flush()
