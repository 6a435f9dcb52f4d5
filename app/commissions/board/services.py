"""Who works on a request, who watches it, and what officers note about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from app.commissions.board import telling
from app.commissions.board.permissions import can_assign, works_on
from app.commissions.board.queries import assignment_of
from app.commissions.models import Assignment, OfficerNote, SupportRequest, Watch
from app.commissions.services.respond import given_reason
from app.core import clock
from app.core.audit_label import label_change
from app.core.database import insert_into
from app.core.errors import NotAllowed
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person

CANNOT = "This has ended, or you have a part in it, so it is not yours to act on."
CANNOT_TAKE_IT = "Choose an officer of the authority who has no part in it."


def assign(*, request: SupportRequest, by: Person, officer: Person | None) -> Assignment | None:
    """Give the work to an officer, or to nobody; who has it already is given nothing new."""
    # of two at once, the second finds what the first wrote
    own = SupportRequest.id == request.id
    db.session.execute(select(SupportRequest.id).where(own).with_for_update())
    if not can_assign(by, request):
        raise NotAllowed(CANNOT)
    if officer is not None and not works_on(officer, request):
        raise NotAllowed(CANNOT_TAKE_IT)
    assignment = assignment_of(request)
    if (assignment.officer if assignment else None) is officer:
        return assignment
    if assignment is None:
        assignment = Assignment(request=request)
        db.session.add(assignment)
    label_change(assignment, "assign" if officer else "release")
    assignment.officer = officer
    db.session.flush()
    if officer is not None and officer is not by:
        telling.tell_assigned(assignment, officer)
    return assignment


def watch(*, request: SupportRequest, by: Person) -> None:
    if not works_on(by, request):
        raise NotAllowed(CANNOT)
    db.session.execute(
        insert_into(db.session.connection(), Watch)
        .values(person_id=by.id, request_id=request.id, since=clock.now())
        # of two clicks at once, neither fails
        .on_conflict_do_nothing()
    )


def unwatch(*, request: SupportRequest, by: Person) -> None:
    db.session.execute(
        delete(Watch).where(Watch.person_id == by.id, Watch.request_id == request.id)
    )


def write_note(*, request: SupportRequest, by: Person, words: str) -> OfficerNote:
    if not works_on(by, request):
        raise NotAllowed(CANNOT)
    words = given_reason(words, "Write the note.")
    note = OfficerNote(request=request, author=by, words=words)
    db.session.add(note)
    db.session.flush()
    return note
