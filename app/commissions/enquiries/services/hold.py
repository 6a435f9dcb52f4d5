"""Takes rows for this transaction, so that two people do not write the same answer at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.commissions.models import Enquiry, SupportRequest
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence


def hold_enquiry(enquiry: Enquiry) -> None:
    _hold(enquiry, ["status", "moved_at", "answers"])


def hold_request(request: SupportRequest) -> None:
    _hold(request, ["status", "enquiries", "not_asked"])


def _hold(record: Enquiry | SupportRequest, afresh: Sequence[str]) -> None:
    # a query of its own: PostgreSQL cannot lock what the page joined to the record
    table = type(record)
    db.session.execute(select(table.id).where(table.id == record.id).with_for_update())
    db.session.refresh(record, afresh)
