"""Raising a concern, and what is done about it until it is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.commissions.concerns import permissions as who
from app.commissions.concerns import telling
from app.commissions.concerns.facts import ConcernAction, ConcernActKind, Tried
from app.commissions.concerns.lifecycle import CONCERN_LIFECYCLE
from app.commissions.models import Concern, ConcernAct
from app.commissions.services.agree import hold
from app.commissions.services.references import free_reference
from app.commissions.services.respond import given_reason
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.accounts.models import Person
    from app.commissions.concerns.facts import ConcernKind
    from app.commissions.models import Commission


def raise_concern(
    *, commission: Commission, by: Person, kind: ConcernKind, words: str, in_confidence: bool
) -> Concern:
    # a commission that is closed at this moment takes no more concerns
    hold(commission)
    raised_from = who.raises_from(by, commission)
    if raised_from is None or not who.can_raise(by, commission):
        message = "A concern can be raised only by those around it, until the support is closed."
        raise NotAllowed(message)
    concern = Concern(
        reference=free_reference("CON", Concern.reference),
        commission=commission,
        kind=kind,
        words=given_reason(words, "Say what goes wrong."),
        in_confidence=in_confidence,
        raised_by=by,
        raised_from=raised_from,
    )
    db.session.add(concern)
    db.session.flush()
    telling.tell_raised(concern, by)
    return concern


def act(*, concern: Concern, by: Person, words: str, done_on: date) -> None:
    """Record what somebody did about it, on a day that has come."""
    _hold(concern)
    said = given_reason(words, "Say what was done.")
    if done_on > clock.today():
        raise NotReady(["Enter the day it was done, not a day to come."])
    CONCERN_LIFECYCLE.move(concern, ConcernAction.ACT, by=by)
    _note(concern, by, ConcernActKind.ACTED, said, done_on)
    telling.tell_news(concern, by, "something was done about your concern")


def share(*, concern: Concern, by: Person, words: str) -> None:
    """Let both sides read it from now on, with everything that was done about it."""
    _hold(concern)
    said = given_reason(words, "Say why both sides should read it.")
    if not who.can_share(by, concern):
        message = "It is shared already, or it is not yours to share."
        raise NotAllowed(message)
    label_change(concern, "share")
    concern.shared_at = clock.now()
    _note(concern, by, ConcernActKind.SHARED, said)
    telling.tell_shared(concern, by)


def escalate(*, concern: Concern, by: Person, tried: Sequence[Tried], words: str) -> None:
    """Hand it to somebody fresh, with what was tried before."""
    _hold(concern)
    CONCERN_LIFECYCLE.permit(concern, ConcernAction.ESCALATE, by=by)
    said = given_reason(words, "Say what is needed now.")
    concern.tried = [one.value for one in tried]
    CONCERN_LIFECYCLE.move(concern, ConcernAction.ESCALATE, by=by)
    _note(concern, by, ConcernActKind.ESCALATED, said)
    telling.tell_escalated(concern, by)


def resolve(*, concern: Concern, by: Person, words: str) -> None:
    _hold(concern)
    CONCERN_LIFECYCLE.permit(concern, ConcernAction.RESOLVE, by=by)
    concern.resolution = words.strip()
    CONCERN_LIFECYCLE.move(concern, ConcernAction.RESOLVE, by=by)
    _note(concern, by, ConcernActKind.RESOLVED, concern.resolution)
    telling.tell_news(concern, by, "your concern is resolved")


def withdraw(*, concern: Concern, by: Person, reason: str) -> None:
    _hold(concern)
    said = given_reason(reason, "Say why you withdraw it.")
    CONCERN_LIFECYCLE.move(concern, ConcernAction.WITHDRAW, by=by)
    _note(concern, by, ConcernActKind.WITHDRAWN, said)


def _note(
    concern: Concern, by: Person, kind: ConcernActKind, words: str, done_on: date | None = None
) -> None:
    db.session.add(
        ConcernAct(
            concern=concern, kind=kind, person=by, words=words, done_on=done_on or clock.today()
        )
    )
    db.session.flush()


def _hold(concern: Concern) -> None:
    """Lock it until the transaction ends: of two who settle it, the second finds it settled."""
    db.session.flush()
    db.session.execute(select(Concern.id).where(Concern.id == concern.id).with_for_update())
    db.session.refresh(concern)
