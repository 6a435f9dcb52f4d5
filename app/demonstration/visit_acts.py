"""Action plans, bookings and reviews, as the demonstration's files write them."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from typing import TYPE_CHECKING

from app.commissions.facts import Acknowledgement, Side, VisitMode
from app.commissions.plans import services as plans
from app.commissions.plans.answers import StepAnswers
from app.commissions.plans.requirements import current_plan
from app.commissions.reviews import services as reviews
from app.commissions.reviews.answers import RatingAnswers, ReviewAnswers
from app.commissions.reviews.facts import Rating, ReviewDecision, ReviewKind, Working
from app.commissions.visits import services as visits
from app.commissions.visits.answers import Booking
from app.commissions.visits.facts import VisitStatus
from app.core.audit import acting
from app.demonstration.cast import objective_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from app.accounts.models import Person
    from app.commissions.models import Commission, Visit
    from app.demonstration.cast import Cast
    from app.demonstration.files import Table


def agree_plan(cast: Cast, by: Person, table: Table) -> None:
    """Propose the table's steps, or else what the agreement says, and agree them for the school."""
    commission = cast.commission(table)
    last = commission.ends_on
    steps = [
        StepAnswers(step["what"], Side(step["side"]), step["doer"], step["due_on"])
        for step in table.get("plan_step", [])
    ] or [
        StepAnswers(commission.school_actions, Side.SCHOOL, "Headteacher", last),
        StepAnswers(commission.provider_actions, Side.PROVIDER, "Lead of the support", last),
    ]
    plan = plans.propose(commission=commission, by=by, steps=steps)
    school = cast.people[table["school_signer"]]
    with acting(school.id):
        plans.agree(plan=plan, by=school)


def record_step(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    plan = current_plan(cast.commission(table))
    if plan is not None:
        done = next(one for one in plan.steps if one.what == step["what"])
        because = step.get("not_done_because", "")
        plans.record_step(step=done, by=by, done_on=step.get("done_on"), because=because)


def book(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    visits.book(commission=cast.commission(table), by=by, booking=_booking(step, step["on"]))


def move(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    visits.move(
        visit=booked_on(cast.commission(table), step["on"]),
        by=by,
        booking=_booking(step, step["moved_to"]),
        reason=step["reason"],
    )


def cancel(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    visit, side = booked_on(cast.commission(table), step["on"]), Side(step["side"])
    visits.cancel(visit=visit, by=by, side=side, reason=step["reason"])


def miss(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    visit, side = booked_on(cast.commission(table), step["on"]), Side(step["side"])
    visits.record_missed(visit=visit, by=by, side=side, reason=step["reason"])


def booked_on(commission: Commission, day: date) -> Visit:
    return next(v for v in commission.visits if v.day == day and v.status is VisitStatus.BOOKED)


def review(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    commission = cast.commission(table)
    reviews.record_review(
        commission=commission,
        by=by,
        answers=ReviewAnswers(
            kind=ReviewKind(step["kind"]),
            held_on=step["on"],
            roles_present=step["roles_present"],
            ratings={
                objective_of(commission, one["key"]).id: RatingAnswers(
                    Rating(one["rating"]),
                    one["words"],
                    one.get("evidence", ""),
                    one.get("next_step", ""),
                )
                for one in step["objective"]
            },
            working=Working(step["working"]),
            working_words=step["working_words"],
            decision=ReviewDecision(step["decision"]),
            decision_words=step.get("decision_words", ""),
            next_review_on=step.get("next_review_on"),
        ),
    )


def answer_review(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    held = next(r for r in cast.commission(table).reviews if r.held_on == step["on"])
    reviews.acknowledge_review(review=held, by=by, answer=Acknowledgement(step["acknowledgement"]))


def steps_of(table: Table) -> Iterator[tuple[str, date, str, Table]]:
    """Return name, day, person and facts of each of these acts in one commission's table."""
    for step in table.get("plan_step", []):
        if "said_on" in step:
            yield "plan_step", step["said_on"], table["provider_signer"], step
    for step in table.get("booking", []):
        yield "book", step["booked_on"], step["by"], step
        for name in ("move", "cancel", "miss"):
            if f"{name}_on" in step:
                yield name, step[f"{name}_on"], step["ended_by"], step
    for step in table.get("review", []):
        yield "review", step["written_on"], step["by"], step
        if "acknowledged_on" in step:
            yield "answer_review", step["acknowledged_on"], step["acknowledged_by"], step


def _booking(step: Table, day: date) -> Booking:
    return Booking(
        day=day,
        at=time.fromisoformat(step["at"]),
        hours=Decimal(str(step["hours"])),
        mode=VisitMode(step["mode"]),
        place=step["place"],
    )


ACTS: dict[str, Callable[..., None]] = {
    "plan_step": record_step,
    "book": book,
    "move": move,
    "cancel": cancel,
    "miss": miss,
    "review": review,
    "answer_review": answer_review,
}
