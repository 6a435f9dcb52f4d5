"""What was said on the way to an approval, for the eyes of one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.approval_permissions import can_read_act
from app.commissions.facts import APPROVAL_WORDS, ASKED_WORDS, ApprovalKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.accounts.models import Person
    from app.commissions.models import ApprovalAct, Commission


@dataclass(frozen=True)
class ApprovalActView:
    title: str
    who: str
    at: datetime
    text: str


def approval_views(person: Person, commission: Commission) -> Sequence[ApprovalActView]:
    """Return the acts in their order; those about a version set aside say which it was."""
    return [_view(act) for act in commission.approval_acts if can_read_act(person, act)]


def _view(act: ApprovalAct) -> ApprovalActView:
    title = APPROVAL_WORDS[act.kind]
    if act.kind is ApprovalKind.ASKED and act.asked is not None:
        title = f"{title} of {ASKED_WORDS[act.asked].lower()}"
    if act.agreement.voided_at is not None:
        title = f"{title} (version {act.agreement.number}, now void)"
    return ApprovalActView(title, act.person.name, act.created_at, act.words)
