"""When the public part of an entry last changed, as the audit trail tells it.

A change of contacts, of a rate, of the days on offer or of a record too small to be shown is no
change of what the public reads, and must not be seen from outside by its moment either.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import String, and_, cast, func, literal, or_, select

from app.core.audit import AuditEvent, name_of
from app.extensions import db
from app.prospectus.facts import COMMISSIONS_UNTIL_SHOWN, ListingStatus
from app.prospectus.models import Designation, Provider, ProviderExpertise, ProviderRecord

# every column of these is public once the entry is
_PUBLIC = (Provider, Designation, ProviderExpertise)


def public_changes(ids: Collection[int] | None = None) -> dict[int, datetime]:
    """Return the moment for each published entry (among `ids`), latest first, in one statement."""
    on_its_timeline = AuditEvent.root == literal(name_of(Provider.__tablename__, "")) + cast(
        Provider.id, String
    )
    of_the_public_part = or_(
        *(AuditEvent.subject.startswith(name_of(table.__tablename__, "")) for table in _PUBLIC)
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
        .outerjoin(AuditEvent, and_(on_its_timeline, of_the_public_part))
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
