"""What happens to support under way, as the demonstration's files write it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.commissions.changes.agreed import AgreedTarget, AgreedTerms, terms_now
from app.commissions.changes.answers import EarlyEndAnswers
from app.commissions.changes.facts import EarlyEndReason, Shortfall
from app.commissions.changes.services import end, pause, settle, vary
from app.demonstration.cast import objective_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.accounts.models import Person
    from app.demonstration.cast import Cast
    from app.demonstration.files import Table


def put_pause(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    pause.pause(
        commission=cast.commission(table),
        by=by,
        reason=step["reason"],
        review_on=step["review_on"],
    )


def end_early(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    end.end_early(
        commission=cast.commission(table),
        by=by,
        answers=EarlyEndAnswers(
            reason=EarlyEndReason(step["why"]),
            words=step["reason"],
            shortfall=Shortfall(step["shortfall"]),
            what_did_not_work=step.get("what_did_not_work", ""),
            done=step["done"],
            remains=step["remains"],
            takes_over=step["takes_over"],
            days_used=Decimal(str(step["days_used"])),
        ),
    )


def propose_end(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    commission = cast.commission(table)
    vary.propose_terms(
        commission=commission,
        by=by,
        terms=AgreedTerms(**{**vars(terms_now(commission)), "ends_on": step["ends_on"]}),
        reason=step["reason"],
    )


def propose_target(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    vary.propose_target(
        objective=objective_of(cast.commission(table), step["objective"]),
        by=by,
        target=AgreedTarget(value=Decimal(str(step["value"])), due_on=step["due_on"]),
        reason=step["reason"],
    )


def sign_change(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    variation = cast.commission(table).variations[-1]
    version = variation.agreement
    settle.sign(variation=variation, by=by, version_number=version.number, digest=version.digest)


def approve_change(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    settle.approve(variation=cast.commission(table).variations[-1], by=by)


ACTS: dict[str, Callable[..., None]] = {
    "pause": put_pause,
    "end_early": end_early,
    "propose_end": propose_end,
    "propose_target": propose_target,
    "sign_change": sign_change,
    "approve_change": approve_change,
}
