"""Each entry has a stamp, which tells a process whether what it has read of the entry still holds.

The session itself sets another one whenever it writes anything that lists show, so no service can
forget it. It stands beside the entry: a recount of its record is no reason to refuse what its lead
is typing.
"""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import ColumnElement, event, literal, or_, select, true
from sqlalchemy.orm import Session, UOWTransaction

from app.core.audit_deleted import deleted_by
from app.core.database import insert_into
from app.prospectus.models import (
    Designation,
    DesignationType,
    ExpertiseArea,
    Provider,
    ProviderExpertise,
    ProviderRecord,
    ProviderStamp,
)
from app.schools.models import School

_PARTS = Designation | ProviderExpertise | ProviderRecord
_NAMES = DesignationType | ExpertiseArea


def _stamp(session: Session, context: UOWTransaction) -> None:
    written = [*session.new, *session.dirty, *deleted_by(context)]
    concerned = _concerned(written)
    if concerned is None:
        return
    connection = session.connection()
    # never used before, in no database: what was read of a change taken back fits nothing later
    entries = select(Provider.id, literal(uuid4().hex)).where(concerned)
    # in one order, so that of two transactions neither waits for the other's second entry
    entries = entries.order_by(Provider.id)
    stamps = insert_into(connection, ProviderStamp).from_select(["provider_id", "stamp"], entries)
    connection.execute(
        stamps.on_conflict_do_update(
            index_elements=["provider_id"], set_={"stamp": stamps.excluded.stamp}
        )
    )


def _concerned(written: list[object]) -> ColumnElement[bool] | None:
    """Return the condition of the entries that lists show otherwise from now on."""
    if any(isinstance(one, _NAMES) for one in written):
        return true()
    entries = {one.id for one in written if isinstance(one, Provider)}
    entries |= {one.provider_id for one in written if isinstance(one, _PARTS)}
    hosts = {one.urn for one in written if isinstance(one, School)}
    if not entries and not hosts:
        return None
    return or_(Provider.id.in_(entries), Provider.host_urn.in_(hosts))


def listen() -> None:
    """Stamp whatever any session writes; called when the application is made."""
    if not event.contains(Session, "after_flush", _stamp):
        event.listen(Session, "after_flush", _stamp)
