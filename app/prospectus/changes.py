"""When the public part of an entry last changed, as the audit trail tells it.

A change of contacts, of a rate that is not public, of the days on offer or of a record too small
to be shown is no change of what the public reads, and its moment must not be seen either.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, String, and_, cast, func, literal, or_, select

from app.core.audit import AuditEvent, changed_in_it, name_of
from app.core.model import Record
from app.extensions import db
from app.prospectus.facts import COMMISSIONS_UNTIL_SHOWN, ListingStatus
from app.prospectus.models import (
    Designation,
    Provider,
    ProviderExpertise,
    ProviderPrivate,
    ProviderRecord,
)

# every column of these is public once the entry is
_PUBLIC = (Provider, ProviderExpertise)
# of a designation the public does not see when it is looked at again
_PUBLIC_OF_DESIGNATION = ("standing", "type_id", "awarded_on", "ends_on")


def public_changes(ids: Collection[int] | None = None) -> dict[int, datetime]:
    """Return the moment for each published entry (among `ids`), latest first, in one statement."""
    on_its_timeline = AuditEvent.root == literal(name_of(Provider.__tablename__, "")) + cast(
        Provider.id, String
    )
    shown_record = and_(
        ProviderRecord.provider_id == Provider.id,
        ProviderRecord.commissions_assured >= COMMISSIONS_UNTIL_SHOWN,
    )
    query = (
        select(
            Provider.id,
            Provider.created_at,
            func.max(AuditEvent.at).label("changed_at"),
            func.max(ProviderRecord.recounted_at).label("recounted_at"),
        )
        .outerjoin(ProviderPrivate, ProviderPrivate.provider_id == Provider.id)
        .outerjoin(AuditEvent, and_(on_its_timeline, _of_the_public_part()))
        .outerjoin(ProviderRecord, shown_record)
        .where(Provider.listing == ListingStatus.PUBLISHED)
        .group_by(Provider.id, Provider.created_at)
    )
    if ids is not None:
        query = query.where(Provider.id.in_(ids))
    latest: dict[int, datetime] = {}
    for row in db.session.execute(query):
        number, *moments = row
        # an entry that is older than the trail has no event
        latest[number] = max(filter(None, moments))
    return dict(sorted(latest.items(), key=lambda pair: (pair[1], pair[0]), reverse=True))


def _of_the_public_part() -> ColumnElement[bool]:
    """Tell whether anybody could see what the event did."""
    shown_or_hidden = changed_in_it(ProviderPrivate.rate_is_public.key)
    new_rate = and_(
        ProviderPrivate.rate_is_public, changed_in_it(ProviderPrivate.rate_pence_per_day.key)
    )
    return or_(
        *(_is_about(table) for table in _PUBLIC),
        and_(
            _is_about(Designation),
            or_(*(changed_in_it(column) for column in _PUBLIC_OF_DESIGNATION)),
        ),
        and_(_is_about(ProviderPrivate), or_(shown_or_hidden, new_rate)),
    )


def _is_about(table: type[Record]) -> ColumnElement[bool]:
    return AuditEvent.subject.startswith(name_of(table.__tablename__, ""), autoescape=True)
