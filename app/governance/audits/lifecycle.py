"""What can happen to a skills audit; the worker closes it (None) when its last day is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.lifecycle import Lifecycle, Step
from app.governance.audits import permissions as who
from app.governance.audits.facts import AuditAct, AuditStatus
from app.governance.audits.requirements import complete

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.audits.models import SkillsAudit

S, A = AuditStatus, AuditAct

AUDIT_LIFECYCLE: Lifecycle[AuditStatus, AuditAct, SkillsAudit, Person | None] = Lifecycle(
    {
        (S.DRAFT, A.OPEN): Step(S.OPEN, who.runs, complete),
        (S.OPEN, A.CLOSE): Step(S.CLOSED, who.may_close),
        (S.CLOSED, A.REOPEN): Step(S.OPEN, who.runs),
        (S.DRAFT, A.DISCARD): Step(S.DISCARDED, who.runs),
    }
)
