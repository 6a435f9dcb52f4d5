"""Striking out an entry that was a mistake, and restoring it. Nothing is ever deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.models import Objective, VisitNote
from app.commissions.services.agree import hold
from app.commissions.strikes.entries import Entry, commission_of, kind_of
from app.commissions.strikes.words import struck_words
from app.commissions.visits.facts import VisitAction
from app.commissions.visits.lifecycle import VISIT_LIFECYCLE
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission

SAY_WHY = "Say why it is struck out."


def check_may_strike(*, entry: Entry, by: Person) -> None:
    """Raise NotAllowed or NotOpen with what keeps this person from striking it out."""
    name = _check_allowed(entry, by)
    if entry.struck_at is not None:
        message = f"This {name} is struck out already. {struck_words(entry)}"
        raise NotOpen(message)
    if late := kind_of(entry).too_late(entry):
        message = f"This {name} cannot be struck out any more. {' '.join(late)}"
        raise NotOpen(message)


def check_may_restore(*, entry: Entry, by: Person) -> None:
    """Raise NotAllowed, NotOpen, or NotReady with what must be put right first."""
    name = _check_allowed(entry, by)
    if entry.struck_at is None:
        message = f"This {name} counts already, so there is nothing to restore."
        raise NotOpen(message)
    if late := kind_of(entry).too_late(entry):
        message = f"This {name} cannot be restored any more. {' '.join(late)}"
        raise NotOpen(message)
    if missing := kind_of(entry).no_room(entry):
        raise NotReady(missing)


def strike(*, entry: Entry, by: Person, reason: str = "") -> None:
    """Let it count no longer: it stays where it is, with who struck it out, when and why."""
    commission = commission_of(entry)
    hold(commission)
    check_may_strike(entry=entry, by=by)
    words = reason.strip()
    if kind_of(entry).asks_reason and not words:
        raise NotReady([SAY_WHY])
    label_change(entry, "strike")
    entry.struck_at, entry.struck_by, entry.struck_reason = clock.now(), by, words
    _settled()
    if isinstance(entry, Objective):
        _number(commission)
    elif isinstance(entry, VisitNote) and entry.visit is not None:
        VISIT_LIFECYCLE.move(entry.visit, VisitAction.REOPEN, by=by)
    db.session.flush()


def restore(*, entry: Entry, by: Person) -> None:
    """Let it count again; an objective comes back as the last one."""
    commission = commission_of(entry)
    hold(commission)
    check_may_restore(entry=entry, by=by)
    label_change(entry, "restore")
    entry.struck_at = entry.struck_by = entry.struck_reason = None
    if isinstance(entry, Objective):
        entry.position = len(commission.objectives) + 1
    elif isinstance(entry, VisitNote) and entry.visit is not None:
        VISIT_LIFECYCLE.move(entry.visit, VisitAction.HOLD, by=by)
    _settled()


def _check_allowed(entry: Entry, by: Person) -> str:
    kind = kind_of(entry)
    if not kind.may(by, entry):
        message = f"You cannot strike out or restore this {kind.name}."
        raise NotAllowed(message)
    return kind.name


def _settled() -> None:
    """Write it, and let every list of what stands be read afresh."""
    db.session.flush()
    db.session.expire_all()


def _number(commission: Commission) -> None:
    for position, objective in enumerate(commission.objectives, start=1):
        objective.position = position
