"""What must hold before an audit opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core import clock
from app.governance.audits.facts import LEAST_SHOWN, LONGEST, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.accounts.models import Person
    from app.governance.audits.models import SkillsAudit


def complete(_person: Person | None, audit: SkillsAudit) -> Sequence[str]:
    missing = [fault_of_day(audit.closes_on)]
    if audit.rule is Rule.CHAIR and audit.agreed_on is None:
        missing.append("Enter the day on which the board agreed that the chair sees answers.")
    if len(audit.invitations) < LEAST_SHOWN:
        missing.append("Ask at least three people. With fewer, no result could be shown.")
    return [words for words in missing if words]


def fault_of_day(closes_on: date) -> str:
    """Return what is wrong with a last day for answers; nothing if it will do."""
    if closes_on <= clock.today():
        return "Enter a last day for answers that is after today."
    if closes_on > clock.today() + LONGEST:
        return "Enter a last day for answers within the next six months."
    return ""
