"""A governor says what the board needs, and who may know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.commissions.facts import RequestKind
from app.commissions.models import BoardNeed, SupportRequest
from app.commissions.services import ask
from app.commissions.services.references import free_reference
from app.commissions.statuses import RequestStatus
from app.commissions.voices import BOARD_ROLES, is_asker
from app.core.audit_label import label_change
from app.core.errors import DomainError, NotAllowed
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.accounts.models import Person
    from app.prospectus.models import ExpertiseArea
    from app.schools.models import School

WHO_KNOWS = frozenset(
    {"in_confidence", "head_may_know", "chair_may_know", "clerk_may_know", "governors_may_know"}
)
OF_THE_NEED = frozenset(
    {"needs", "vacancies", "clerk_in_place", "last_review", "last_review_on", "furthest_miles"}
)


def start_request(
    *,
    school: School,
    by: Person,
    known: Mapping[str, bool],
    strand: ExpertiseArea | None = None,
) -> SupportRequest:
    """Open a draft that only the asker sees, or the untouched one; `known` says who may know.

    `strand` is the part of governance that they came from, a gap or an action.
    """
    if not by.holds(*BOARD_ROLES, school=school.urn):
        message = "You cannot ask for support for this board."
        raise NotAllowed(message)
    if school.is_closed:
        message = f"{school.name} is closed, so its board cannot ask for support."
        raise DomainError(message)
    request = _untouched_draft(school, by)
    if request is None:
        request = SupportRequest(
            kind=RequestKind.BOARD,
            reference=free_reference("REQ", SupportRequest.reference),
            school=school,
            authority_code=school.authority_code,
            requester=by,
            contact_in_school=by.name,
            board_need=BoardNeed(needs=[], **dict(known)),
        )
        db.session.add(request)
    elif request.board_need is not None:
        _set(request.board_need, known)
    if strand is not None:
        request.focus = strand
    db.session.flush()
    return request


def _untouched_draft(school: School, by: Person) -> SupportRequest | None:
    """Return the draft this person began and wrote nothing into: Back must not make a second."""
    return db.session.scalar(
        select(SupportRequest)
        .where(
            SupportRequest.status == RequestStatus.DRAFT,
            SupportRequest.kind == RequestKind.BOARD,
            SupportRequest.school == school,
            SupportRequest.requester == by,
            SupportRequest.version == 1,
        )
        .order_by(SupportRequest.id)
        .limit(1)
    )


def save_answers(*, request: SupportRequest, by: Person, answers: Mapping[str, Any]) -> None:
    """Keep answers as they stand, gaps included: the request's own and those of its board."""
    ask.check_may_write(request, by)
    need = need_of(request)
    if not WHO_KNOWS.isdisjoint(answers) and not is_asker(by, request):
        message = "Only whoever asked says who may know."
        raise NotAllowed(message)
    of_need = OF_THE_NEED | WHO_KNOWS
    _set(need, {name: answer for name, answer in answers.items() if name in of_need})
    rest = {name: answer for name, answer in answers.items() if name not in of_need}
    ask.save_section(request=request, by=by, answers=rest)


def tell_more_people(*, request: SupportRequest, by: Person, known: Mapping[str, bool]) -> None:
    """Let more people know, or fewer, once it was sent; what somebody read stays read."""
    if not is_asker(by, request):
        message = "Only whoever asked says who may know."
        raise NotAllowed(message)
    need = need_of(request)
    if any(getattr(need, name) != answer for name, answer in known.items()):
        label_change(need, "who_may_know")
        _set(need, known)
    db.session.flush()


def need_of(request: SupportRequest) -> BoardNeed:
    if request.board_need is None:
        message = f"{request.reference} is not a board's"
        raise ValueError(message)
    return request.board_need


def _set(need: BoardNeed, answers: Mapping[str, Any]) -> None:
    for name, answer in answers.items():
        if getattr(need, name) != answer:
            setattr(need, name, answer)
