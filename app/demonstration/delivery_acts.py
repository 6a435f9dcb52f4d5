"""The acts from the start meeting to the evaluations, as the demonstration's files write them."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from app.commissions.facts import Acknowledgement, VisitMode
from app.commissions.services import deliver, evaluate
from app.commissions.visits import services as visits
from app.commissions.visits.facts import VisitStatus
from app.demonstration.cast import objective_of
from app.demonstration.visit_acts import agree_plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.accounts.models import Person
    from app.demonstration.cast import Cast
    from app.demonstration.files import Table


def start(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    """Hold the start meeting, at which both sides agree who does what."""
    commission = cast.commission(table)
    deliver.start(commission=commission, by=by, start_meeting_on=step["on"])
    agree_plan(cast, by, table)


def visit(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    commission = cast.commission(table)
    booked = (v for v in commission.visits if v.status is VisitStatus.BOOKED)
    visit = next((v for v in booked if v.day == step["on"]), None)
    write = partial(deliver.add_visit_note, commission=commission)
    if visit is not None:
        write = partial(visits.write_up, visit=visit)
    write(
        by=by,
        held_on=step["on"],
        hours=Decimal(str(step["hours"])),
        days_used=Decimal(str(step["days_used"])),
        mode=VisitMode(step["mode"]),
        roles_seen=", ".join(step["roles_seen"]),
        objective_ids=[objective_of(commission, step["objective"]).id],
        activity=step["activity"],
        evidence=step["evidence"],
        progress=step["progress"],
        next_steps=step["next_steps"],
    )


def acknowledge(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    commission = cast.commission(table)
    note = next(note for note in commission.visit_notes if note.held_on == step["on"])
    deliver.acknowledge(
        note=note,
        by=by,
        answer=Acknowledgement(step["acknowledgement"]),
        comment=step.get("school_comment", ""),
    )


def reading(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    objective = objective_of(cast.commission(table), step["objective"])
    cohort = next(o for o in table["objective"] if o["key"] == step["objective"])
    deliver.add_measurement(
        objective=objective,
        by=by,
        value=Decimal(str(step["value"])),
        taken_on=step["on"],
        cohort=cohort["cohort"],
        cohort_size=cohort["cohort_size"],
        source=step["source"],
    )


def end_delivery(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    deliver.end_delivery(
        commission=cast.commission(table),
        by=by,
        days_used=Decimal(str(step["days_used"])),
        note=step["days_note"],
    )


def hand_in_evaluation(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    commission = cast.commission(table)
    evaluate.evaluate(
        commission=commission,
        by=by,
        overall=step["overall"],
        what_remains=step["what_remains"],
        findings={
            objective_of(commission, f["key"]).id: (f["impact"], f["evidence"])
            for f in step["objective"]
        },
    )


ACTS: dict[str, Callable[..., None]] = {
    "start": start,
    "visit": visit,
    "acknowledge": acknowledge,
    "reading": reading,
    "end_delivery": end_delivery,
    "evaluation": hand_in_evaluation,
}
