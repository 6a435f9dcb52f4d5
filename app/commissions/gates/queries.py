"""Which commissions wait for an officer's check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.commissions.models import AgreementVersion, Commission, SupportRequest
from app.commissions.queries.sides import acted_on
from app.commissions.statuses import CommissionStatus
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person


def signing_in_authorities_of(person: Person) -> Sequence[Commission]:
    """Return what is out for signature, the longest wait first, with the checks so far."""
    query = (
        select(Commission)
        .where(
            acted_on(person, Commission),
            Commission.status == CommissionStatus.SIGNING,
        )
        .options(
            joinedload(Commission.school),
            joinedload(Commission.provider),
            joinedload(Commission.request).selectinload(SupportRequest.declarations),
            selectinload(Commission.declarations),
            selectinload(Commission.checks),
            selectinload(Commission.versions).selectinload(AgreementVersion.signatures),
        )
        .order_by(Commission.moved_at, Commission.id)
    )
    return db.session.scalars(query).unique().all()
