"""Reads of reviews of providers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from app.commissions.models import Commission, SupportRequest
from app.core import clock
from app.core.paging import Page, PageAsked, paginate
from app.extensions import db
from app.prospectus.designations.facts import DESIGNATION_OFFICERS
from app.prospectus.models import Provider
from app.quality.facts import Decision
from app.quality.models import QAJudgement
from app.quality.provider_reviews.facts import LOOKED_AT_AGAIN, SHOWN_BEFORE, ReviewStatus
from app.quality.provider_reviews.models import ProviderReview, ReviewedJudgement
from app.quality.queries import STANDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.accounts.models import Person

LIVE = (ReviewStatus.OPEN, ReviewStatus.APPEALED)


def review_by_number(number: int) -> ProviderReview | None:
    return db.session.scalar(_with_judgements().where(ProviderReview.id == number))


def reviews_of(provider_id: int) -> Sequence[ProviderReview]:
    """Return every review of a provider, the latest first."""
    query = _with_judgements().where(ProviderReview.provider_id == provider_id)
    return db.session.scalars(query.order_by(ProviderReview.id.desc())).unique().all()


def open_review_of(provider_id: int) -> ProviderReview | None:
    query = select(ProviderReview).where(
        ProviderReview.provider_id == provider_id, ProviderReview.status.in_(LIVE)
    )
    return db.session.scalars(query.order_by(ProviderReview.id)).first()


def page_of_reviews(person: Person, page: PageAsked) -> Page[ProviderReview]:
    """Return the reviews of the person's authorities: first what waits, then the latest."""
    codes = person.authorities_as(*DESIGNATION_OFFICERS)
    waits = ProviderReview.status.in_(LIVE)
    query = (
        _with_judgements()
        .join(ProviderReview.provider)
        .where(Provider.authority_code.in_(codes))
        .order_by(waits.desc(), ProviderReview.opened_at.desc(), ProviderReview.id.desc())
    )
    return paginate(db.session, query, page)


def live_reviews_of(person: Person) -> Sequence[ProviderReview]:
    """Return what waits for a decision, an appeal or an answer and concerns the person."""
    codes = person.authorities_as(*DESIGNATION_OFFICERS)
    concerned = Provider.authority_code.in_(codes) | Provider.id.in_(person.providers_led())
    query = (
        _with_judgements()
        .join(ProviderReview.provider)
        .where(concerned, ProviderReview.status != ReviewStatus.SETTLED)
        .order_by(ProviderReview.id)
    )
    return db.session.scalars(query).unique().all()


def to_look_at_again(person: Person) -> Sequence[ProviderReview]:
    """Return conditions and suspensions whose day is near, unless a later review began."""
    later = aliased(ProviderReview)
    newer = select(later.id).where(
        later.provider_id == ProviderReview.provider_id, later.id > ProviderReview.id
    )
    query = (
        select(ProviderReview)
        .join(ProviderReview.provider)
        .where(
            Provider.authority_code.in_(person.authorities_as(*DESIGNATION_OFFICERS)),
            ProviderReview.decision.in_(LOOKED_AT_AGAIN),
            ProviderReview.look_again_on <= clock.today() + SHOWN_BEFORE,
            ~newer.exists(),
        )
        .options(joinedload(ProviderReview.provider))
        .order_by(ProviderReview.look_again_on, ProviderReview.id)
    )
    return db.session.scalars(query).all()


def not_assured_since(provider_id: int, day: date) -> Sequence[QAJudgement]:
    """Return the judgements that count and did not assure, from the day on, the oldest first."""
    query = (
        select(QAJudgement)
        .join(QAJudgement.commission)
        .where(
            Commission.provider_id == provider_id,
            QAJudgement.decision == Decision.NOT_ASSURED,
            STANDS,
        )
        .order_by(QAJudgement.id)
    )
    found = db.session.scalars(query)
    return [one for one in found if clock.in_london(one.decided_at).date() >= day]


def _with_judgements() -> Select[ProviderReview]:
    commission = (
        selectinload(ProviderReview.judged)
        .joinedload(ReviewedJudgement.judgement)
        .joinedload(QAJudgement.commission)
    )
    return select(ProviderReview).options(
        joinedload(ProviderReview.provider),
        commission.joinedload(Commission.request).selectinload(SupportRequest.declarations),
        commission.selectinload(Commission.declarations),
        commission.joinedload(Commission.school),
    )
