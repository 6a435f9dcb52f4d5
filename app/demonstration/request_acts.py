"""The acts of a request, as the demonstration's files write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.commissions.facts import CandidateVerdict, FundingRoute, Interest, Urgency
from app.commissions.services import ask, match
from app.commissions.services.interests import declare_interest
from app.demonstration.files import Table, pence
from app.extensions import db
from app.prospectus.models import ExpertiseArea
from app.schools.models import School

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.accounts.models import Person
    from app.demonstration.cast import Cast

TEXTS = (
    "title",
    "need",
    "which_staff",
    "expected_outcome",
    "evidence_of_need",
    "tried",
    "contact_in_school",
    "wanted_from",
    "governing_body_aware",
    "consent_to_share",
)


def draft(cast: Cast, by: Person, *, ref: str, table: Table, step: Table) -> None:
    school = db.session.get_one(School, table["school"])
    request = ask.start_request(school=school, by=by)
    cast.requests[ref] = request
    answers = {name: table[name] for name in TEXTS if name in table}
    if "focus" in table:
        answers["focus_id"] = db.session.scalars(
            select(ExpertiseArea.id).where(ExpertiseArea.code == table["focus"])
        ).one()
    if "urgency" in table:
        answers["urgency"] = Urgency(table["urgency"])
    if "funding_route" in table:
        answers["funding_route"] = FundingRoute(table["funding_route"])
    answers["ceiling_pence"] = pence(table.get("ceiling_pounds"))
    ask.save_section(request=request, by=by, answers=answers)


def submit(cast: Cast, by: Person, *, ref: str, table: Table, step: Table) -> None:
    request = cast.requests[ref]
    declare_interest(matter=request, by=by, answer=Interest.NONE)
    ask.submit(request=request, by=by, another_need=step.get("another_need", ""))


def start_matching(cast: Cast, by: Person, *, ref: str, table: Table, step: Table) -> None:
    request = cast.requests[ref]
    declare_interest(matter=request, by=by, answer=Interest.NONE)
    match.start_matching(request=request, by=by)


def return_request(cast: Cast, by: Person, *, ref: str, table: Table, step: Table) -> None:
    request = cast.requests[ref]
    declare_interest(matter=request, by=by, answer=Interest.NONE)
    match.return_request(request=request, by=by, reason=step["reason"])


def decline(cast: Cast, by: Person, *, ref: str, table: Table, step: Table) -> None:
    request = cast.requests[ref]
    declare_interest(matter=request, by=by, answer=Interest.NONE)
    match.decline(request=request, by=by, reason=step["reason"])


def signpost(cast: Cast, by: Person, *, ref: str, table: Table, step: Table) -> None:
    request = cast.requests[ref]
    declare_interest(matter=request, by=by, answer=Interest.NONE)
    match.signpost(request=request, by=by, reason=step["reason"])


def withdraw(cast: Cast, by: Person, *, ref: str, table: Table, step: Table) -> None:
    ask.withdraw(request=cast.requests[ref], by=by, reason=step["reason"])


def consider(cast: Cast, by: Person, *, ref: str, step: Table) -> None:
    match.consider(
        request=cast.requests[ref],
        by=by,
        provider=cast.providers[step["provider"]],
        verdict=CandidateVerdict(step["verdict"]),
        reason=step["reason"],
    )


ACTS: dict[str, Callable[..., None]] = {
    "draft": draft,
    "submit": submit,
    "start_matching": start_matching,
    "return": return_request,
    "decline": decline,
    "signpost": signpost,
    "withdraw": withdraw,
}
