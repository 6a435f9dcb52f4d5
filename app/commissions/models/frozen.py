"""What was agreed cannot be rewritten: the last guard, below every service and page.

Starting points and targets may be written only while the agreement is being written; a version
that was sent for signature, every signature on it, every act and check of its approval, every
change of it and whatever was done about a concern stay as they are for ever. So do a proposed
action plan and the record of a review, to which only answers are added. An objective, a reading
or a visit note that was a mistake is struck out; none is ever deleted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, event, inspect, select
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, object_session

from app.commissions.models.agreement import AgreementVersion, Commission, Signature
from app.commissions.models.approval import ApprovalAct
from app.commissions.models.check import ProviderCheck
from app.commissions.models.concern import ConcernAct
from app.commissions.models.delivery import Measurement, VisitNote
from app.commissions.models.objective import Objective, StartingPoint, Target
from app.commissions.models.plan import ActionPlan, PlanStep
from app.commissions.models.review import ObjectiveRating, ReviewMeeting
from app.commissions.models.variation import Variation
from app.commissions.statuses import BEING_WRITTEN
from app.core.errors import NotOpen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.commissions.statuses import CommissionStatus

FROZEN = "The starting points and targets are frozen once the agreement is sent for signature."
KEPT = "What was sent to the other side is kept as it was."
STRUCK_OUT = "An entry that was a mistake is struck out; none is deleted."
WRITTEN_UNTIL_SIGNATURE = (Objective, StartingPoint, Target)
NEVER_DELETED = (Objective, Measurement, VisitNote)
KEPT_FOR_EVER = (
    AgreementVersion,
    Signature,
    ApprovalAct,
    ConcernAct,
    ProviderCheck,
    Variation,
    ActionPlan,
    PlanStep,
    ReviewMeeting,
    ObjectiveRating,
)
# what may still be added: a version may be voided, a change signed and decided; what they say may
# not change
ADDED_LATER: Mapping[type[Any], frozenset[str]] = {
    AgreementVersion: frozenset({"voided_at", "void_reason"}),
    ActionPlan: frozenset({"status", "moved_at", "answered_by_id", "answered_at", "answer"}),
    ReviewMeeting: frozenset(
        {"acknowledgement", "acknowledged_by_id", "acknowledged_at", "school_comment"}
    ),
    ObjectiveRating: frozenset(),
    PlanStep: frozenset({"version", "done_on", "not_done_because"}),
    Variation: frozenset({"status", "moved_at", "decided_by_id", "words"}),
}


def _status_of(connection: Connection, record: Any) -> CommissionStatus | None:
    """Ask the database, for a record may have been made with a key alone."""
    query = select(Commission.status)
    if isinstance(record, Objective):
        query = query.where(Commission.id == record.commission_id)
    else:
        query = query.join(Objective).where(Objective.id == record.objective_id)
    return connection.scalar(query)


def _refuse_after_signature(_mapper: Mapper[Any], connection: Connection, record: Any) -> None:
    if _status_of(connection, record) not in BEING_WRITTEN:
        raise NotOpen(FROZEN)


def _refuse_change_after_signature(
    mapper: Mapper[Any], connection: Connection, record: Any
) -> None:
    """A reading added to an objective makes it dirty, but changes nothing of its own."""
    session = object_session(record)
    if session is None or session.is_modified(record, include_collections=False):
        _refuse_after_signature(mapper, connection, record)


def _refuse(_mapper: Mapper[Any], _connection: Connection, _record: Any) -> None:
    raise NotOpen(KEPT)


def _refuse_to_delete(_mapper: Mapper[Any], _connection: Connection, _record: Any) -> None:
    raise NotOpen(STRUCK_OUT)


def _refuse_but_adding(_mapper: Mapper[Any], _connection: Connection, record: Any) -> None:
    state = inspect(record)
    changed = {a.key for a in state.mapper.column_attrs if state.attrs[a.key].history.has_changes()}
    if changed - ADDED_LATER[type(record)]:
        raise NotOpen(KEPT)


def _refuse_in_bulk(state: ORMExecuteState) -> None:
    """Refuse statements that would pass by the records and so by the rules above."""
    if not (state.is_insert or state.is_update or state.is_delete):
        return
    target = state.bind_mapper.class_ if state.bind_mapper else None
    if target in WRITTEN_UNTIL_SIGNATURE:
        raise NotOpen(FROZEN)
    if target in KEPT_FOR_EVER:
        raise NotOpen(KEPT)
    if state.is_delete and target in NEVER_DELETED:
        raise NotOpen(STRUCK_OUT)


for written in WRITTEN_UNTIL_SIGNATURE:
    for moment in ("before_insert", "before_delete"):
        event.listen(written, moment, _refuse_after_signature)
    event.listen(written, "before_update", _refuse_change_after_signature)
for struck in NEVER_DELETED:
    event.listen(struck, "before_delete", _refuse_to_delete)
for added_to in ADDED_LATER:
    event.listen(added_to, "before_update", _refuse_but_adding)
    event.listen(added_to, "before_delete", _refuse)
for kept in (Signature, ApprovalAct, ConcernAct, ProviderCheck):
    event.listen(kept, "before_update", _refuse)
    event.listen(kept, "before_delete", _refuse)
event.listen(Session, "do_orm_execute", _refuse_in_bulk)
