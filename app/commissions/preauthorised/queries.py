"""The rules of the authorities a person works for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.commissions.models import PreauthorisedRule
from app.commissions.preauthorised.permissions import KEEPERS, READERS
from app.core.paging import Page, PageAsked, paginate
from app.extensions import db
from app.schools.models import Authority

if TYPE_CHECKING:
    from app.accounts.models import Person


def rule_by_number(number: int) -> PreauthorisedRule | None:
    return db.session.get(PreauthorisedRule, number)


def page_of_rules(person: Person, page: PageAsked) -> Page[PreauthorisedRule]:
    """Return the rules, those that began last first."""
    query = (
        select(PreauthorisedRule)
        .where(PreauthorisedRule.authority_code.in_(person.authorities_as(*READERS)))
        .options(joinedload(PreauthorisedRule.authority))
        .order_by(PreauthorisedRule.starts_on.desc(), PreauthorisedRule.id)
    )
    return paginate(db.session, query, page)


def authorities_kept_by(person: Person) -> dict[str, str]:
    """Return names by code, by name."""
    codes = person.authorities_as(*KEEPERS)
    query = select(Authority).where(Authority.code.in_(codes)).order_by(Authority.name)
    return {authority.code: authority.name for authority in db.session.scalars(query)}
