"""Reads of reviews of governance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.queries import holders
from app.accounts.roles import SCHOOL_ROLES, Role
from app.core import clock
from app.core.paging import Page, PageAsked, paginate
from app.extensions import db
from app.governance.reviews.facts import BOARD_ROLES, ENDED, BoardReviewStatus, ReviewKind
from app.governance.reviews.models import (
    FactComment,
    GovernanceAction,
    GovernanceFinding,
    GovernanceHeading,
    GovernanceInterest,
    GovernanceMeeting,
    GovernancePaper,
    GovernanceReport,
    GovernanceReview,
    OfReview,
    ScopePart,
)
from app.governance.reviews.permissions import can_ask_for
from app.governance.reviews.usual import leading_designations
from app.prospectus.facts import ListingStatus
from app.prospectus.models import Designation, DesignationType, Provider
from app.schools.models import School

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person

P = TypeVar("P", bound=OfReview)
OPEN_SCHOOL = "1"


@dataclass(frozen=True)
class ReviewSearch:
    """What the list is asked for; empty for everything."""

    words: str = ""
    kind: ReviewKind | None = None
    status: BoardReviewStatus | None = None
    by_school: bool = False

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words or self.kind or self.status)


def review_by_reference(reference: str) -> GovernanceReview | None:
    # the rest is read when a page shows it: a refusal needs none of it
    query = select(GovernanceReview).where(GovernanceReview.reference == reference)
    return db.session.scalar(query.options(joinedload(GovernanceReview.school)))


def _part(kind: type[P], reference: str, number: int) -> P | None:
    part = db.session.get(kind, number)
    return part if part is not None and part.review.reference == reference else None


def paper_of(reference: str, number: int) -> GovernancePaper | None:
    return _part(GovernancePaper, reference, number)


def meeting_of(reference: str, number: int) -> GovernanceMeeting | None:
    return _part(GovernanceMeeting, reference, number)


def finding_of(reference: str, number: int) -> GovernanceFinding | None:
    return _part(GovernanceFinding, reference, number)


def action_of(reference: str, number: int) -> GovernanceAction | None:
    return _part(GovernanceAction, reference, number)


def part_of(reference: str, number: int) -> ScopePart | None:
    return _part(ScopePart, reference, number)


def report_of(reference: str, number: int) -> GovernanceReport | None:
    query = (
        select(GovernanceReport)
        .join(GovernanceReport.review)
        .where(GovernanceReview.reference == reference, GovernanceReport.number == number)
        .options(selectinload(GovernanceReport.comments).joinedload(FactComment.author))
    )
    return db.session.scalar(query)


def visible_to(person: Person) -> ColumnElement[bool]:
    """Return the condition that the person may see it; the same rule as `can_see`, in SQL."""
    review, own = GovernanceReview, person.schools_as(SCHOOL_ROLES)
    with_interest = select(GovernanceInterest.id).where(
        GovernanceInterest.review_id == review.id,
        GovernanceInterest.person_id == person.id,
        GovernanceInterest.words != "",
    )
    led = person.providers_led()
    no_party = and_(review.school_urn.not_in(own), ~with_interest.exists())
    apart = or_(review.provider_id.is_(None), review.provider_id.not_in(led))
    codes = person.authorities_as(Role.GOVERNOR_SERVICES, Role.QUALITY_LEAD)
    told = or_(review.head_takes_part, review.shared_on.is_not(None))
    return or_(
        review.school_urn.in_(person.schools_as(BOARD_ROLES)),
        and_(review.school_urn.in_(person.schools_as([Role.HEAD])), told),
        and_(review.provider_id.in_(led), no_party) if led else false(),
        and_(School.authority_code.in_(codes), no_party, apart) if codes else false(),
    )


def page_of_reviews(
    person: Person, search: ReviewSearch, page: PageAsked
) -> Page[GovernanceReview]:
    query = _for_a_list().join(GovernanceReview.school).where(visible_to(person))
    if search.words:
        named = School.name.icontains(search.words, autoescape=True)
        numbered = GovernanceReview.reference.icontains(search.words, autoescape=True)
        query = query.where(or_(named, numbered))
    if search.kind:
        query = query.where(GovernanceReview.kind == search.kind)
    if search.status:
        query = query.where(GovernanceReview.status == search.status)
    latest = (GovernanceReview.moved_at.desc(), GovernanceReview.id.desc())
    order = (School.name, *latest) if search.by_school else latest
    return paginate(db.session, query.order_by(*order), page)


def live_reviews_of(person: Person) -> Sequence[GovernanceReview]:
    """Return what is not ended and concerns the person, in the order of opening."""
    query = (
        _for_a_list()
        .join(GovernanceReview.school)
        .where(GovernanceReview.status.not_in(ENDED), visible_to(person))
        .order_by(GovernanceReview.id)
    )
    return db.session.scalars(query).unique().all()


def shared_reviews_in(codes: Sequence[str]) -> Sequence[GovernanceReview]:
    """Return the reviews of these authorities whose report is shared, less boards' own matters."""
    open_to_all = or_(
        GovernanceReview.kind == ReviewKind.EXTERNAL, GovernanceReview.opened_to_authority
    )
    query = (
        _for_a_list()
        .join(GovernanceReview.school)
        .where(
            School.authority_code.in_(codes),
            GovernanceReview.shared_on.is_not(None),
            GovernanceReview.status != BoardReviewStatus.CANCELLED,
            open_to_all,
        )
        .order_by(School.name, GovernanceReview.id)
    )
    return db.session.scalars(query).unique().all()


def live_review_of(urn: int, kind: ReviewKind) -> GovernanceReview | None:
    query = select(GovernanceReview).where(
        GovernanceReview.school_urn == urn,
        GovernanceReview.kind == kind,
        GovernanceReview.status.not_in(ENDED),
    )
    return db.session.scalars(query.order_by(GovernanceReview.id)).first()


def reviews_in_status(status: BoardReviewStatus) -> Sequence[GovernanceReview]:
    query = _for_a_list().where(GovernanceReview.status == status)
    return db.session.scalars(query.order_by(GovernanceReview.id)).unique().all()


def papers_to_chase() -> Sequence[GovernancePaper]:
    """Return what is late and was never chased, the longest first."""
    query = (
        select(GovernancePaper)
        .join(GovernancePaper.review)
        .where(
            GovernancePaper.received_on.is_(None),
            GovernancePaper.chased_on.is_(None),
            GovernancePaper.due_on < clock.today(),
            GovernanceReview.shared_on.is_(None),
            GovernanceReview.status.not_in(ENDED),
        )
        .order_by(GovernancePaper.due_on, GovernancePaper.id)
    )
    return db.session.scalars(query).all()


def headings_of(authority_code: str) -> Sequence[GovernanceHeading]:
    """Return the wordings in use, in their order."""
    query = (
        select(GovernanceHeading)
        .where(
            GovernanceHeading.authority_code == authority_code, GovernanceHeading.ends_on.is_(None)
        )
        .options(joinedload(GovernanceHeading.strand))
        .order_by(GovernanceHeading.position, GovernanceHeading.id)
    )
    return db.session.scalars(query).all()


def ended_headings_of(authority_code: str) -> Sequence[GovernanceHeading]:
    query = select(GovernanceHeading).where(
        GovernanceHeading.authority_code == authority_code, GovernanceHeading.ends_on.is_not(None)
    )
    order = (GovernanceHeading.ends_on.desc(), GovernanceHeading.id.desc())
    return db.session.scalars(query.order_by(*order)).all()


def newest_heading(authority: str, code: str) -> GovernanceHeading | None:
    query = (
        select(GovernanceHeading)
        .where(GovernanceHeading.authority_code == authority, GovernanceHeading.code == code)
        .order_by(GovernanceHeading.version.desc())
    )
    return db.session.scalars(query).first()


def schools_to_ask_for(person: Person) -> list[School]:
    """Return the schools whose board the person may ask a review for, by name."""
    codes = person.authorities_as(Role.GOVERNOR_SERVICES)
    own = person.schools_as([Role.CHAIR, Role.CLERK])
    query = (
        select(School)
        .where(
            or_(
                School.urn.in_(own),
                and_(School.authority_code.in_(codes), School.status_code == OPEN_SCHOOL),
            )
        )
        .order_by(School.name, School.urn)
    )
    return [school for school in db.session.scalars(query) if can_ask_for(person, school)]


def possible_leads(school: School) -> list[Provider]:
    """Return the published providers who may review this board, by name; not its own school's."""
    today = clock.today()
    query = (
        select(Provider)
        .join(Provider.designations)
        .join(Designation.type)
        .where(
            Provider.listing == ListingStatus.PUBLISHED,
            DesignationType.code.in_(leading_designations()),
        )
        .options(selectinload(Provider.designations))
        .order_by(Provider.name, Provider.id)
    )
    codes = set(leading_designations())
    return [
        provider
        for provider in db.session.scalars(query).unique()
        if provider.host_urn != school.urn
        and any(d.type.code in codes and d.in_date(today) for d in provider.designations)
    ]


def officers_to_lead(school: School) -> list[Person]:
    """Return the governor services officers who do not belong to the school, by name."""
    found = holders(Role.GOVERNOR_SERVICES, authority=school.authority_code)
    return [person for person in found if not person.holds(*SCHOOL_ROLES, school=school.urn)]


def board_of(urn: int) -> Sequence[Person]:
    """Return chair, governors and clerk of today, by name."""
    return holders(*BOARD_ROLES, school=urn)


def _for_a_list() -> Select[GovernanceReview]:
    return select(GovernanceReview).options(
        joinedload(GovernanceReview.school),
        joinedload(GovernanceReview.provider),
        joinedload(GovernanceReview.officer),
        joinedload(GovernanceReview.asked_by),
        selectinload(GovernanceReview.interests),
        selectinload(GovernanceReview.papers),
        selectinload(GovernanceReview.scope).joinedload(ScopePart.heading),
        selectinload(GovernanceReview.findings).joinedload(GovernanceFinding.heading),
        selectinload(GovernanceReview.actions).options(
            joinedload(GovernanceAction.heading), joinedload(GovernanceAction.owner)
        ),
    )
