"""What can happen to a board's answers to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.lifecycle import Lifecycle, Step
from app.governance.audits.questions import permissions as who
from app.governance.audits.questions.facts import CheckAct, CheckStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.governance.audits.questions.models import SelfCheck

S, A = CheckStatus, CheckAct


def all_rated(_person: Person, check: SelfCheck) -> Sequence[str]:
    missing = sum(answer.rating is None for answer in check.answers)
    if missing == 0:
        return []
    return [f"Answer {missing} more {'question' if missing == 1 else 'questions'}."]


CHECK_LIFECYCLE: Lifecycle[CheckStatus, CheckAct, SelfCheck, Person] = Lifecycle(
    {
        (S.DRAFT, A.RECORD): Step(S.RECORDED, who.writes, all_rated),
        (S.RECORDED, A.REOPEN): Step(S.DRAFT, who.writes),
        (S.DRAFT, A.DISCARD): Step(S.DISCARDED, who.writes),
    }
)
