from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import selectinload

from app.commissions.models import SupportRequest
from app.commissions.permissions import can_see_request
from app.commissions.same_need.rules import MAY_BE_LIVE, is_live
from app.commissions.voices import is_of_board
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person


def live_about_the_same(request: SupportRequest, reader: Person) -> Sequence[SupportRequest]:
    """Return the school's other live requests with the same focus, the newest first.

    Only those that the reader may know of: of a board's some may be in confidence.
    """
    if request.focus_id is None:
        return []
    found = db.session.scalars(
        select(SupportRequest)
        .where(
            SupportRequest.school_urn == request.school_urn,
            SupportRequest.focus_id == request.focus_id,
            SupportRequest.status.in_(MAY_BE_LIVE),
            SupportRequest.id != request.id,
            *_may_be_told(request),
        )
        .options(selectinload(SupportRequest.commissions))
        .order_by(SupportRequest.submitted_at.desc(), SupportRequest.id.desc())
    )
    return [one for one in found if is_live(one) and can_see_request(reader, one)]


def _may_be_told(request: SupportRequest) -> list[ColumnElement[bool]]:
    """Choose what this request's readers may know: a school's of schools, an asker's own."""
    same = [SupportRequest.kind == request.kind]
    return (
        [*same, SupportRequest.requester_id == request.requester_id]
        if is_of_board(request)
        else same
    )
