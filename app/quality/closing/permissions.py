"""Who reads a closing report, who accepts it, and who answers what was asked. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.judging_permissions import is_judge_of
from app.quality.permissions import can_see_outcome

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.quality.closing.models import ClosingReport
    from app.quality.models import QAJudgement


def can_read(person: Person, judgement: QAJudgement) -> bool:
    """Whoever reads the judgement's outcome."""
    return can_see_outcome(person, judgement.commission)


def can_see(person: Person, report: ClosingReport) -> bool:
    return can_read(person, report.judgement)


def can_decide(person: Person, report: ClosingReport) -> bool:
    """An officer of the authority, for it commissioned the support; nobody who judged it."""
    commission = report.commission
    return (
        who.is_officer_for(person, commission)
        and not is_judge_of(person, commission)
        and person.id != report.judgement.judge_id
        and not who.is_party(person, commission)
        and not who.has_interest(person, commission)
    )


def can_answer(person: Person, report: ClosingReport) -> bool:
    """Any lead who may judge it: whoever did may have left."""
    return who.assures_quality(person, report.commission)
