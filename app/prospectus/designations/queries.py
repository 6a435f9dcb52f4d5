from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, contains_eager, joinedload, selectinload

from app.core import clock
from app.core.paging import Page, PageAsked, paginate
from app.extensions import db
from app.prospectus.designations.facts import (
    REMIND_BEFORE_TERM_ENDS,
    REVIEW_SHOWN_BEFORE,
    Show,
)
from app.prospectus.designations.facts import DesignationAct as Act
from app.prospectus.facts import STANDING, ProviderKind
from app.prospectus.facts import DesignationStatus as S
from app.prospectus.models import (
    Criterion,
    Designation,
    DesignationAppeal,
    DesignationDecision,
    DesignationType,
    Provider,
)
from app.schools.facts import Status
from app.schools.models import School

_APPEAL = (
    joinedload(DesignationDecision.appeal).joinedload(DesignationAppeal.made_by),
    joinedload(DesignationDecision.appeal).joinedload(DesignationAppeal.answered_by),
    joinedload(DesignationDecision.decided_by),
)
_HISTORY = selectinload(Designation.decisions).options(*_APPEAL)


def provider_with_decisions(slug: str) -> Provider | None:
    """Return the entry with its designations and all that was decided on them."""
    return db.session.scalar(
        select(Provider)
        .where(Provider.slug == slug)
        .options(selectinload(Provider.designations).options(_HISTORY))
    )


def designation_of(slug: str, number: int) -> Designation | None:
    """Return the designation if it belongs to that entry."""
    return db.session.scalar(
        select(Designation)
        .join(Designation.provider)
        .where(Provider.slug == slug, Designation.id == number)
        .options(contains_eager(Designation.provider), _HISTORY)
    )


def reviews_due(authorities: Sequence[str]) -> Sequence[Designation]:
    """Return what somebody must soon look at again, the earliest day first."""
    if not authorities:
        return []
    return _designations(
        Designation.review_on <= clock.today() + REVIEW_SHOWN_BEFORE,
        Designation.standing.in_(STANDING),
        Designation.ends_on.is_(None) | (Designation.ends_on >= clock.today()),
        Provider.authority_code.in_(authorities),
        order=Designation.review_on,
    )


def appeals_waiting(authorities: Sequence[str]) -> Sequence[DesignationAppeal]:
    """Return the appeals that nobody has answered, the oldest first."""
    if not authorities:
        return []
    decision = joinedload(DesignationAppeal.decision)
    designation = decision.joinedload(DesignationDecision.designation)
    return db.session.scalars(
        select(DesignationAppeal)
        .join(DesignationAppeal.decision)
        .join(DesignationDecision.designation)
        .join(Designation.provider)
        .where(DesignationAppeal.outcome.is_(None), Provider.authority_code.in_(authorities))
        .options(
            designation.joinedload(Designation.provider),
            designation.selectinload(Designation.decisions).joinedload(DesignationDecision.appeal),
        )
        .order_by(DesignationAppeal.made_at, DesignationAppeal.id)
    ).all()


def designations_in(
    authorities: Sequence[str], words: str, show: Show, page: PageAsked
) -> Page[Designation]:
    """Return what providers of the authorities hold: the earliest day to look again first."""
    query = (
        select(Designation)
        .join(Designation.provider)
        .join(Designation.type)
        .where(Provider.authority_code.in_(authorities), _shown(show))
        .options(contains_eager(Designation.provider), contains_eager(Designation.type))
        .order_by(
            Designation.review_on.asc().nulls_last(),
            Designation.ends_on.asc().nulls_last(),
            func.lower(Provider.name),
            Designation.id,
        )
    )
    if words:
        found = [Provider.name.icontains(words, autoescape=True)]
        found += [
            column.icontains(words, autoescape=True)
            for column in (DesignationType.name, DesignationType.short_name)
        ]
        query = query.where(or_(*found))
    return paginate(db.session(), query, page)


def _shown(show: Show) -> ColumnElement[bool]:
    today = clock.today()
    in_term = or_(Designation.ends_on.is_(None), Designation.ends_on >= today)
    standing = and_(Designation.standing.in_(STANDING), in_term)
    return {
        Show.EVERYTHING: or_(standing, Designation.standing == S.SUSPENDED),
        Show.REVIEW: and_(standing, Designation.standing == S.UNDER_REVIEW),
        Show.CONDITIONS: and_(standing, Designation.standing == S.CONDITIONAL),
        Show.SUSPENDED: Designation.standing == S.SUSPENDED,
        Show.ENDING: and_(standing, Designation.ends_on <= today + REMIND_BEFORE_TERM_ENDS),
        Show.LAPSED: or_(
            Designation.standing == S.LAPSED, and_(Designation.standing.in_(STANDING), ~in_term)
        ),
    }[show]


def terms_about_to_end() -> Sequence[Designation]:
    today = clock.today()
    return _designations(
        Designation.standing.in_(STANDING),
        Designation.ends_on.between(today, today + REMIND_BEFORE_TERM_ENDS),
        order=Designation.ends_on,
    )


def with_a_closed_host() -> Sequence[Designation]:
    """Return what persons hold whose home school closed, unless that was seen before."""
    seen = exists(
        select(DesignationDecision.id).where(
            DesignationDecision.designation_id == Designation.id,
            DesignationDecision.act == Act.HOST_CLOSED,
            DesignationDecision.host_urn == Provider.host_urn,
        )
    )
    today = clock.today()
    return _designations(
        Provider.kind != ProviderKind.ORGANISATION,
        Provider.host_urn.in_(select(School.urn).where(School.status_code == Status.CLOSED.value)),
        Designation.standing.in_(STANDING),
        Designation.ends_on.is_(None) | (Designation.ends_on >= today),
        ~seen,
        order=Designation.id,
    )


def _designations(
    *conditions: ColumnElement[bool], order: InstrumentedAttribute[Any]
) -> Sequence[Designation]:
    return db.session.scalars(
        select(Designation)
        .join(Designation.provider)
        .where(*conditions)
        .options(contains_eager(Designation.provider))
        .order_by(order, Designation.id)
    ).all()


def kind_by_code(code: str) -> DesignationType | None:
    return db.session.scalar(select(DesignationType).where(DesignationType.code == code))


def kind_by_id(number: int) -> DesignationType | None:
    return db.session.get(DesignationType, number)


def is_held(kind: DesignationType) -> bool:
    """Tell whether anybody holds or ever held it, or a criterion belongs to it."""
    held = exists(select(Designation.id).where(Designation.type_id == kind.id))
    judged = exists(select(Criterion.id).where(Criterion.designation_type_id == kind.id))
    return bool(db.session.scalar(select(held | judged)))


def criterion_by_id(number: int) -> Criterion | None:
    return db.session.get(Criterion, number)


def criteria_in_force(type_id: int | None = None) -> Sequence[Criterion]:
    """Return the criteria of one kind of designation, or those for every entry, in their order."""
    return db.session.scalars(
        select(Criterion)
        .where(Criterion.designation_type_id == type_id, Criterion.retired_on.is_(None))
        .order_by(Criterion.position, Criterion.id)
    ).all()


def all_criteria_in_force() -> Sequence[Criterion]:
    """Return every criterion in force in its order; the caller groups them by kind."""
    return db.session.scalars(
        select(Criterion)
        .where(Criterion.retired_on.is_(None))
        .order_by(Criterion.position, Criterion.id)
    ).all()


def retired_criteria(page: PageAsked) -> Page[Criterion]:
    """Return what is no longer asked, the latest first."""
    query = (
        select(Criterion)
        .where(Criterion.retired_on.is_not(None))
        .order_by(Criterion.retired_on.desc(), Criterion.id.desc())
    )
    return paginate(db.session(), query, page)
