"""The life of a closing report: it waits for an officer, who accepts it or sends it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.lifecycle import Lifecycle, Step
from app.quality.closing import permissions as who
from app.quality.closing.facts import ClosingAction, ClosingStatus

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.quality.closing.models import ClosingReport

S, A = ClosingStatus, ClosingAction

CLOSING_LIFECYCLE: Lifecycle[ClosingStatus, ClosingAction, ClosingReport, Person] = Lifecycle(
    {
        (S.PREPARED, A.ACCEPT): Step(S.ACCEPTED, who.can_decide),
        (S.PREPARED, A.RETURN): Step(S.RETURNED, who.can_decide),
        (S.RETURNED, A.PUT_FORWARD): Step(S.PREPARED, who.can_answer),
    }
)
