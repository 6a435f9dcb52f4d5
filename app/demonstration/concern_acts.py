"""Concerns, complaints and rules, as the demonstration's files write them."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from app.commissions.concerns import services as concerns
from app.commissions.concerns.facts import ConcernKind, Tried
from app.commissions.preauthorised.services import RuleFacts, add_rule
from app.demonstration.files import pence, tables
from app.quality.complaints import services as complaints
from app.quality.complaints.facts import About, ComplaintOutcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from app.accounts.models import Person
    from app.commissions.models import Concern
    from app.demonstration.cast import Cast
    from app.demonstration.files import Table
    from app.quality.complaints.models import Complaint

FILE = "concerns_and_complaints"


def acts() -> Iterator[tuple[date, str, Callable[[Cast, Person], Any]]]:
    """Return each act with its day and who takes it; those of one matter in their order."""
    for table in tables("rule", FILE):
        yield table["on"], table["by"], partial(_add_rule, table=table)
    for kind, begin, go_on in (
        ("concern", _raise, CONCERN_ACTS),
        ("complaint", _complain, COMPLAINT_ACTS),
    ):
        for table in tables(kind, FILE):
            # what the first act makes, for those that follow
            made: list[Any] = []
            yield table["on"], table["by"], partial(begin, table=table, made=made)
            for step in table.get("step", []):
                take = partial(_take, do=go_on[step["action"]], made=made, step=step)
                yield step["on"], step["by"], take


def _take(cast: Cast, by: Person, *, do: Callable[..., None], made: list[Any], step: Table) -> None:
    do(cast, by, made[0], step)


def _add_rule(cast: Cast, by: Person, *, table: Table) -> None:
    add_rule(
        authority=table["authority"],
        facts=RuleFacts(
            name=table["name"],
            limit_pence=pence(table["limit_pounds"]) or 0,
            most_days=Decimal(table["most_days"]),
            kinds=tuple(table["kinds"]),
            starts_on=table["on"],
        ),
    )


def _raise(cast: Cast, by: Person, *, table: Table, made: list[Any]) -> None:
    made.append(
        concerns.raise_concern(
            commission=cast.commissions[table["commission"]],
            by=by,
            kind=ConcernKind(table["kind"]),
            words=table["words"],
            in_confidence=table["in_confidence"],
        )
    )


def _act(cast: Cast, by: Person, concern: Concern, step: Table) -> None:
    concerns.act(concern=concern, by=by, words=step["reason"], done_on=step["on"])


def _share(cast: Cast, by: Person, concern: Concern, step: Table) -> None:
    concerns.share(concern=concern, by=by, words=step["reason"])


def _escalate(cast: Cast, by: Person, concern: Concern, step: Table) -> None:
    tried = [Tried(one) for one in step["tried"]]
    concerns.escalate(concern=concern, by=by, tried=tried, words=step["reason"])


def _resolve(cast: Cast, by: Person, concern: Concern, step: Table) -> None:
    concerns.resolve(concern=concern, by=by, words=step["reason"])


def _complain(cast: Cast, by: Person, *, table: Table, made: list[Any]) -> None:
    made.append(
        complaints.make(
            commission=cast.commissions[table["commission"]],
            by=by,
            about=About(table["about"]),
            words=table["words"],
            wanted=table["wanted"],
        )
    )


def _acknowledge(cast: Cast, by: Person, complaint: Complaint, step: Table) -> None:
    complaints.acknowledge(complaint=complaint, by=by, words=step["reason"])


def _assign(cast: Cast, by: Person, complaint: Complaint, step: Table) -> None:
    investigator = cast.people[step["investigator"]]
    complaints.assign(complaint=complaint, by=by, investigator=investigator, told=step["reason"])


def _decide(cast: Cast, by: Person, complaint: Complaint, step: Table) -> None:
    complaints.decide(
        complaint=complaint,
        by=by,
        findings=step["findings"],
        outcome=ComplaintOutcome(step["outcome"]),
        reasons=step["reason"],
        told=step["told"],
    )


CONCERN_ACTS: dict[str, Callable[..., None]] = {
    "act": _act,
    "share": _share,
    "escalate": _escalate,
    "resolve": _resolve,
}
COMPLAINT_ACTS: dict[str, Callable[..., None]] = {
    "acknowledge": _acknowledge,
    "assign": _assign,
    "decide": _decide,
}
