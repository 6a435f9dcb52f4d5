"""Lists of requests: only what the reader may see, and never more through a filter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, case, false, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.roles import Role
from app.commissions.enquiries.facts import EnquiryStatus
from app.commissions.facts import CandidateVerdict, RequestKind
from app.commissions.models import Candidate, Commission, Enquiry, SupportRequest
from app.commissions.queries.sides import acted_on, not_shut_out, read_for_school
from app.commissions.statuses import ENDED_REQUESTS, RequestStatus
from app.core.paging import Page, paginate
from app.extensions import db
from app.prospectus.models import ExpertiseArea
from app.schools.models import School

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person

FINISHED = ENDED_REQUESTS | {RequestStatus.MATCHED}
OPEN = "open"
LONGEST_SEARCH = 100


class Broker(StrEnum):
    MINE = "mine"
    NOBODY = "nobody"


class RequestSort(StrEnum):
    WAITING = "waiting"
    WANTED = "wanted"
    REFERENCE = "reference"


@dataclass(frozen=True)
class RequestQuestion:
    """What the reader of a list asks for; empty means everything they may see."""

    words: str = ""
    # a RequestStatus, or "open"
    status: str = ""
    focus_id: int | None = None
    broker: Broker | None = None
    sort: RequestSort = RequestSort.WAITING
    kind: RequestKind | None = None

    @property
    def is_filtered(self) -> bool:
        return bool(self.words or self.status or self.focus_id or self.broker)


def requests_page(
    person: Person, question: RequestQuestion, page: str | None
) -> Page[SupportRequest]:
    return paginate(db.session(), _answer(person, question), page)


def requests_found(person: Person, question: RequestQuestion) -> Sequence[SupportRequest]:
    """Return all of them, for an export."""
    found: Sequence[SupportRequest] = db.session.scalars(_answer(person, question)).unique().all()
    return found


def focuses_of_requests(person: Person, kind: RequestKind | None = None) -> list[tuple[int, str]]:
    """Return the areas that the person's requests are about, by name."""
    visible = _visible(person).with_only_columns(SupportRequest.focus_id)
    if kind is not None:
        visible = visible.where(SupportRequest.kind == kind)
    query = (
        select(ExpertiseArea.id, ExpertiseArea.name)
        .where(ExpertiseArea.id.in_(visible))
        .order_by(ExpertiseArea.name, ExpertiseArea.id)
    )
    return [(number, name) for number, name in db.session.execute(query)]


def _visible(person: Person) -> Select[SupportRequest]:
    return select(SupportRequest).where(or_(_whole(person), _redacted(person)))


def _whole(person: Person) -> ColumnElement[bool]:
    """Choose the requests that the person may read whole: can_see_request as a query."""
    matched = select(Commission.request_id).where(
        Commission.provider_id.in_(person.providers_led())
    )
    return or_(
        read_for_school(person, SupportRequest),
        SupportRequest.requester_id == person.id,
        and_(
            SupportRequest.status != RequestStatus.DRAFT,
            # what a board never sent is nobody's but the asker's
            or_(
                SupportRequest.kind == RequestKind.SCHOOL,
                SupportRequest.submitted_at.is_not(None),
            ),
            or_(
                acted_on(person, SupportRequest, Role.QUALITY_LEAD),
                SupportRequest.id.in_(matched) & not_shut_out(person, SupportRequest),
            ),
        ),
    )


def _redacted(person: Person) -> ColumnElement[bool]:
    """Choose what a provider shortlisted or asked sees: can_see_redacted_request as a query."""
    led = person.providers_led()
    if not led:
        return false()
    shortlisted = select(Candidate.request_id).where(
        Candidate.provider_id.in_(led), Candidate.verdict != CandidateVerdict.NOT_SUITABLE
    )
    asked = select(Enquiry.request_id).where(
        Enquiry.provider_id.in_(led), Enquiry.status != EnquiryStatus.NAMED
    )
    shown = or_(SupportRequest.id.in_(shortlisted), SupportRequest.id.in_(asked))
    return and_(SupportRequest.consent_to_share, shown, not_shut_out(person, SupportRequest))


def _answer(person: Person, question: RequestQuestion) -> Select[SupportRequest]:
    query = (
        _visible(person)
        .outerjoin(SupportRequest.focus)
        .join(SupportRequest.school)
        .options(
            joinedload(SupportRequest.school),
            joinedload(SupportRequest.focus),
            joinedload(SupportRequest.broker),
            joinedload(SupportRequest.board_need),
            selectinload(SupportRequest.candidates),
            selectinload(SupportRequest.commissions),
            selectinload(SupportRequest.enquiries),
        )
    )
    if question.status == OPEN:
        query = query.where(SupportRequest.status.not_in(FINISHED))
    elif question.status:
        query = query.where(SupportRequest.status == RequestStatus(question.status))
    if question.focus_id is not None:
        query = query.where(SupportRequest.focus_id == question.focus_id)
    if question.broker is Broker.MINE:
        query = query.where(_whole(person), SupportRequest.broker_id == person.id)
    elif question.broker is Broker.NOBODY:
        query = query.where(_whole(person), SupportRequest.broker_id.is_(None))
    if question.kind is not None:
        query = query.where(SupportRequest.kind == question.kind)
    for word in question.words.split():
        query = query.where(_has(word, person))
    return query.order_by(*_order(question.sort))


def _has(word: str, person: Person) -> ColumnElement[bool]:
    """Look for a word in what this person may read: a search must not tell who asked."""
    return or_(
        SupportRequest.reference.icontains(word, autoescape=True),
        ExpertiseArea.name.icontains(word, autoescape=True),
        and_(
            _whole(person),
            or_(
                SupportRequest.title.icontains(word, autoescape=True),
                School.name.icontains(word, autoescape=True),
            ),
        ),
    )


def _order(sort: RequestSort) -> list[Any]:
    finished_last = case((SupportRequest.status.in_(FINISHED), 1), else_=0)
    match sort:
        case RequestSort.WAITING:
            return [finished_last, SupportRequest.moved_at, SupportRequest.id]
        case RequestSort.WANTED:
            wanted = SupportRequest.wanted_from.asc().nulls_last()
            return [finished_last, wanted, SupportRequest.id]
        case RequestSort.REFERENCE:
            return [SupportRequest.reference]
