"""Reads of boards' requests that only their own pages need."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.commissions.facts import RequestKind
from app.commissions.models import SupportRequest
from app.commissions.queries.requests import request_by_reference
from app.commissions.voices import BOARD_OFFICERS, OFFICERS, is_of_board
from app.core import clock
from app.extensions import db
from app.schools.queries import schools_by_urns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.schools.models import School

PERIOD = timedelta(days=365)


def board_request(reference: str, **rest: Any) -> SupportRequest | None:
    """Return the request if a board made it."""
    request = request_by_reference(reference, **rest)
    return request if request is not None and is_of_board(request) else None


def boards_of(person: Person, roles: Sequence[Any]) -> list[School]:
    return list(schools_by_urns(person.schools_as(roles)))


def sent_in_a_year(person: Person) -> Sequence[SupportRequest]:
    """Return what boards of the officer's authorities sent in the last twelve months, to count."""
    query = (
        select(SupportRequest)
        .where(
            SupportRequest.kind == RequestKind.BOARD,
            SupportRequest.authority_code.in_(person.authorities_as(*OFFICERS, *BOARD_OFFICERS)),
            SupportRequest.submitted_at >= clock.now() - PERIOD,
        )
        .options(joinedload(SupportRequest.board_need), joinedload(SupportRequest.focus))
        .order_by(SupportRequest.id)
    )
    return db.session.scalars(query).unique().all()
