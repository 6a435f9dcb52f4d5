"""What the checks before approval keep from being recommended or approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.gates.facts import GATE_WORDS
from app.commissions.gates.permissions import failed_due_diligence
from app.commissions.gates.tasks import open_gates

if TYPE_CHECKING:
    from app.commissions.models import Commission

NOT_PASSED = "The provider did not pass due diligence, so this cannot be approved."


def checks_done(commission: Commission) -> list[str]:
    missing = [f"{GATE_WORDS[task.gate]}: {task.why}" for task in open_gates(commission)]
    return [*missing, NOT_PASSED] if failed_due_diligence(commission) else missing
