"""Tells people that it is their turn, or that something was decided.

Written by the session before each commit, like the audit trail after each flush, so no service
can forget it: whoever must act now, and was not told of this very step, gets a message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from app.commissions.facts import ApprovalKind
from app.commissions.models import Commission, SupportRequest
from app.commissions.next_steps import NextStep, commission_next, request_next
from app.commissions.queries.people import everybody_told, people_of
from app.commissions.queries.waiting import live_commissions, live_requests
from app.commissions.statuses import CommissionStatus, RequestStatus
from app.commissions.voices import is_of_board
from app.core.audit import acting_person
from app.core.model import Audited
from app.notifications.services import leave_message, told_of
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import UOWTransaction

    from app.accounts.models import Person

_CHANGED = "requests_and_commissions_changed"

# what those concerned learn when it was decided without them
REQUEST_NEWS: Mapping[RequestStatus, str] = {
    RequestStatus.MATCHED: "a provider has been offered the work",
    RequestStatus.DECLINED: "the request is declined",
    RequestStatus.SIGNPOSTED: "the brokerage team says where to turn",
}
COMMISSION_NEWS: Mapping[CommissionStatus, str] = {
    CommissionStatus.APPROVED: "the agreement is approved",
    CommissionStatus.REFUSED: "the agreement is not approved",
    CommissionStatus.REFUSAL_STANDS: "the refusal stands",
    CommissionStatus.PAUSED: "the support is paused",
    CommissionStatus.DECLINED: "the offer is declined",
    CommissionStatus.SUPPORTER_REFUSED: "the support does not go ahead",
    CommissionStatus.WITHDRAWN: "the support is withdrawn",
    CommissionStatus.CLOSED: "the outcome is judged",
}


def tell(matter: SupportRequest | Commission) -> None:
    """Leave a message for everybody whose turn it is, and news for those whose turn it is not.

    What somebody was told of needs no second look: most commits change nobody's turn.
    """
    steps = {_name_of(matter, step): step for step in next_steps(matter)}
    words = _news_of(matter)
    news = f"{matter.reference} {matter.status} {matter.moved_at.isoformat()}"
    known = told_of([*steps, *([news] if words else [])])
    told: set[int | None] = {acting_person()}
    for about, step in steps.items():
        if about not in known:
            told |= _tell_turn(matter, step, about, told)
    if words and news not in known:
        for person in everybody_told(matter):
            if person.id not in told:
                _leave(matter, person, news, words, "Its page says more.")


def _news_of(matter: SupportRequest | Commission) -> str | None:
    if isinstance(matter, Commission):
        acts = matter.approval_acts
        if acts and acts[-1].kind is ApprovalKind.UPHELD:
            return "the refusal is set aside and will be decided again"
        if matter.status is CommissionStatus.ACTIVE and matter.pauses:
            return "the support goes on after its pause"
        if matter.status is CommissionStatus.EVALUATING and matter.early_end:
            return "the support has ended early"
        return COMMISSION_NEWS.get(matter.status)
    news = REQUEST_NEWS.get(matter.status)
    if news and is_of_board(matter):
        return news.replace("the brokerage team says", "governor services says")
    return news


def tell_everybody(matter: SupportRequest | Commission, words: str) -> None:
    """Leave the same news for everybody concerned but whoever acts."""
    about = f"{matter.reference} {words} {matter.moved_at.isoformat()}"
    for person in everybody_told(matter):
        if person.id != acting_person():
            _leave(matter, person, about, words, "Its page says where it stands now.")


def remind(matter: SupportRequest | Commission) -> None:
    """Remind whoever is late, once for each step."""
    late = {f"{_name_of(matter, s)} late": s for s in next_steps(matter) if s.overdue}
    for about in late.keys() - told_of(late):
        step = late[about]
        for person in people_of(step, matter):
            due = f"This was due {date_words(step.due_on)}."
            _leave(matter, person, about, f"late: {step.act}", due)


def remind_all() -> None:
    """Remind of every live step that is late; the worker calls it now and then."""
    for request in live_requests():
        remind(request)
    for commission in live_commissions():
        remind(commission)


def next_steps(matter: SupportRequest | Commission) -> list[NextStep]:
    return commission_next(matter) if isinstance(matter, Commission) else request_next(matter)


def _tell_turn(
    matter: SupportRequest | Commission, step: NextStep, about: str, told: set[int | None]
) -> set[int | None]:
    people = [person for person in people_of(step, matter) if person.id not in told]
    due = (
        f"Please do it by {date_words(step.due_on)}." if step.due_on else "There is no date for it."
    )
    for person in people:
        _leave(matter, person, about, step.act, due)
    return {person.id for person in people}


def _name_of(matter: SupportRequest | Commission, step: NextStep) -> str:
    since = step.since or matter.moved_at
    return f"{matter.reference} {since.isoformat()} {step.actor} {step.act} {step.of}"


def _leave(
    matter: SupportRequest | Commission, person: Person, about: str, words: str, more: str
) -> None:
    # no url_for: the worker and the demonstration write messages outside a request
    folder = "commissions" if isinstance(matter, Commission) else "requests"
    sentence = f"{words[:1].upper()}{words[1:]}"
    leave_message(
        to=person,
        about=about,
        subject=f"{matter.reference}: {words}",
        body=f"{sentence}. {more}",
        path=f"/{folder}/{matter.reference}",
    )


def listen() -> None:
    """Follow every session; called once when the application is made."""
    if not event.contains(Session, "before_commit", _tell_all):
        event.listen(Session, "after_flush", _note)
        event.listen(Session, "before_commit", _tell_all)
        event.listen(Session, "after_rollback", _forget)


def _note(session: Session, _context: UOWTransaction) -> None:
    changed: Iterable[Any] = (*session.new, *session.dirty, *session.deleted)
    roots = {record.audit_root() for record in changed if isinstance(record, Audited)}
    matters = {root for root in roots if isinstance(root, SupportRequest | Commission)}
    session.info.setdefault(_CHANGED, set()).update(matters)


def _tell_all(session: Session) -> None:
    if session.in_nested_transaction():
        return
    matters = session.info.pop(_CHANGED, set())
    for matter in sorted(matters, key=lambda matter: matter.reference):
        tell(matter)


def _forget(session: Session) -> None:
    session.info.pop(_CHANGED, None)
