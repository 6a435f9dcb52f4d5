"""How a governor asks, as the demonstration's files write it; the rest is as for schools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.commissions.facts import FundingRoute, Urgency
from app.commissions.for_boards.facts import ClerkInPlace, LastReview
from app.demonstration.files import Table
from app.extensions import db
from app.governance.requests import services
from app.prospectus.models import ExpertiseArea
from app.schools.models import School

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.accounts.models import Person
    from app.demonstration.cast import Cast

PLAIN = (
    "title",
    "needs",
    "need",
    "expected_outcome",
    "wanted_from",
    "vacancies",
    "last_review_on",
    "furthest_miles",
    "consent_to_share",
)
WORDED = {
    "urgency": Urgency,
    "funding_route": FundingRoute,
    "clerk_in_place": ClerkInPlace,
    "last_review": LastReview,
}


def board_draft(cast: Cast, by: Person, *, ref: str, table: Table, step: Table) -> None:
    told = set(table.get("known_to", ()))
    known = {f"{role}_may_know": role in told for role in ("head", "chair", "clerk", "governors")}
    request = services.start_request(
        school=db.session.get_one(School, table["school"]),
        by=by,
        known={"in_confidence": table["in_confidence"], **known},
    )
    cast.requests[ref] = request
    answers = {name: table[name] for name in PLAIN if name in table}
    answers |= {name: kind(table[name]) for name, kind in WORDED.items() if name in table}
    if "focus" in table:
        answers["focus_id"] = db.session.scalars(
            select(ExpertiseArea.id).where(ExpertiseArea.code == table["focus"])
        ).one()
    services.save_answers(request=request, by=by, answers=answers)


ACTS: dict[str, Callable[..., None]] = {"board_draft": board_draft}
