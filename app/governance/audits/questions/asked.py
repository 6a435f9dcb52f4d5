"""The questions of one strand in one meeting, as their address names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.governance.audits.questions import page
from app.governance.audits.questions import permissions as who
from app.governance.audits.questions.queries import check_by_reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.governance.audits.questions.models import CheckAnswer, SelfCheck
    from app.prospectus.models import ExpertiseArea


@dataclass(frozen=True)
class AskedStrand:
    check: SelfCheck
    strand: ExpertiseArea
    answers: Sequence[CheckAnswer]


def strand_of_check(reference: str, strand: str) -> AskedStrand | None:
    check = check_by_reference(reference)
    for area, answers in page.strands_of(check) if check else ():
        if check and area.code == strand:
            return AskedStrand(check, area, answers)
    return None


def can_see(person: Person, asked: AskedStrand) -> bool:
    return who.can_see(person, asked.check)


def can_write(person: Person, asked: AskedStrand) -> bool:
    return who.writes_draft(person, asked.check)
