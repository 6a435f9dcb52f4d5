"""Who sees and writes what belongs to a commission: an objective, a version. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.permissions import can_see_commission, can_write_agreement

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import AgreementVersion, Objective


def can_see_part(person: Person, part: Objective | AgreementVersion) -> bool:
    """What belongs to a commission is seen with it."""
    return can_see_commission(person, part.commission)


def can_write_part(person: Person, part: Objective | AgreementVersion) -> bool:
    return can_write_agreement(person, part.commission)
