"""Reads of statements, questions and scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import contains_eager

from app.core.paging import Page, PageAsked, paginate
from app.extensions import db
from app.governance.audits.words.models import Scale, Wording
from app.prospectus.models import ExpertiseArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.governance.audits.words.facts import Kind


def wording_by_id(number: int) -> Wording | None:
    return db.session.get(Wording, number)


def scale_by_id(number: int) -> Scale | None:
    return db.session.get(Scale, number)


def wordings_in_force(authority_code: str, kind: Kind) -> Sequence[Wording]:
    """Return them strand by strand, each strand in its own order."""
    query = (
        select(Wording)
        .join(Wording.strand)
        .where(
            Wording.authority_code == authority_code,
            Wording.kind == kind,
            Wording.retired_on.is_(None),
        )
        .options(contains_eager(Wording.strand))
        .order_by(ExpertiseArea.position, ExpertiseArea.id, Wording.position, Wording.id)
    )
    return db.session.scalars(query).all()


def retired_wordings(authority_codes: Sequence[str], kind: Kind, page: PageAsked) -> Page[Wording]:
    """Return what no longer begins anything, the latest first."""
    query = (
        select(Wording)
        .where(
            Wording.authority_code.in_(authority_codes),
            Wording.kind == kind,
            Wording.retired_on.is_not(None),
        )
        .order_by(Wording.retired_on.desc(), Wording.id.desc())
    )
    return paginate(db.session, query, page)


def scale_in_force(authority_code: str) -> Scale | None:
    query = select(Scale).where(Scale.authority_code == authority_code, Scale.retired_on.is_(None))
    return db.session.scalars(query.order_by(Scale.id.desc())).first()
