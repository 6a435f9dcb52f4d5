"""What a flush deletes, for the audit trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import inspect
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.util import IdentitySet

if TYPE_CHECKING:
    from sqlalchemy.orm import UOWTransaction


def deleted_by(context: UOWTransaction) -> IdentitySet:
    """Return what the flush deletes: an orphan, too, which its session does not list.

    Whose part an orphan was is put back, for its event stands on that record's timeline.
    """
    rows = context.states.items()
    deleted = IdentitySet(state.obj() for state, (gone, listed) in rows if gone and not listed)
    for record in deleted:
        for relation in inspect(record).mapper.relationships:
            history = inspect(record).attrs[relation.key].history
            if not relation.uselist and history.deleted and history.added in ([None], ()):
                set_committed_value(record, relation.key, history.deleted[0])
    return deleted
