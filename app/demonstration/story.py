"""Plays the invented requests, commissions and decisions, step by step and in order of their dates.

Through the services that people's own clicks go through: nothing is set past the rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from app.core import clock
from app.core.audit import acting
from app.demonstration import (
    board_acts,
    change_acts,
    commission_acts,
    concern_acts,
    delivery_acts,
    designation_acts,
    enquiry_acts,
    entries,
    governance_audit_acts,
    governance_champions_acts,
    governance_requests_acts,
    governance_reviews_acts,
    governance_training_acts,
    quality_acts,
    request_acts,
    visit_acts,
)
from app.demonstration.files import Table, moment, tables
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from app.accounts.models import Person
    from app.demonstration.cast import Cast

REQUEST_ACTS = {
    **request_acts.ACTS,
    **enquiry_acts.ACTS,
    **governance_requests_acts.ACTS,
}
COMMISSION_ACTS = {
    **commission_acts.ACTS,
    **delivery_acts.ACTS,
    **visit_acts.ACTS,
    **change_acts.ACTS,
    **quality_acts.ACTS,
}


USUAL_CHECKS = "Designation, two references, and that no complaint is open."


@dataclass(frozen=True)
class Act:
    """One step: when, by whom and what; `order` settles steps of the same day."""

    on: date
    order: int
    by: str
    do: Callable[[Cast, Person], Any]


# the order in which steps of one day follow each other
ORDER = {
    step: number
    for number, step in enumerate(
        (
            "draft",
            "board_draft",
            "name_providers",
            "submit",
            "answer_enquiry",
            "decline_enquiry",
            "weigh_answer",
            "declare_request",
            "return",
            "decline_request",
            "signpost",
            "start_matching",
            "candidate",
            "confirm_choice",
            "offer",
            "declare_commission",
            "host_release",
            "accept",
            "decline",
            "write_objectives",
            "reject",
            "send_for_signature",
            "sign",
            "check_provider",
            "refuse_supporter",
            "recommend",
            "ask_information",
            "answer_information",
            "refuse",
            "challenge",
            "uphold",
            "not_uphold",
            "approve",
            "start",
            "plan_step",
            "book",
            "move",
            "cancel",
            "miss",
            "visit",
            "acknowledge",
            "reading",
            "review",
            "answer_review",
            "propose_end",
            "propose_target",
            "sign_change",
            "approve_change",
            "pause",
            "end_delivery",
            "end_early",
            "evaluation",
            "rules",
            "judgement",
            "second_judgement",
            "moderation",
            "withdraw",
            "withdraw_request",
            "designation",
            "review",
        )
    )
}


def play(cast: Cast, advance: Callable[[], object]) -> None:
    """Play the whole story; `advance` is called after each act."""
    for number, act in enumerate(acts()):
        person = cast.people[act.by]
        with clock.at(moment(act.on, number)), acting(person.id):
            act.do(cast, person)
            db.session.flush()
        advance()


def acts() -> list[Act]:
    """Return every act of the story in the order of their days."""
    found = [
        *_requests(),
        *_commissions(),
        *_entries(),
        *_designations(),
        *_concerns(),
        *_quality(),
        *_board(),
        *_governance(),
    ]
    return sorted(found, key=lambda act: (act.on, act.order))


def _entries() -> Iterator[Act]:
    for number, (on, by, do) in enumerate(entries.acts()):
        yield Act(on, len(ORDER) + number, by, do)


def _concerns() -> Iterator[Act]:
    """Return what goes wrong; after all that commissions do on the same day."""
    for on, by, do in concern_acts.acts():
        yield Act(on, ORDER["designation"], by, do)


def _board() -> Iterator[Act]:
    """Return what officers keep; after all that the work itself does on the same day."""
    for on, by, do in board_acts.acts():
        yield Act(on, ORDER["review"], by, do)


def _governance() -> Iterator[Act]:
    """Return what governors do for governors, each part in the order of its file."""
    for part in (
        governance_reviews_acts,
        governance_champions_acts,
        governance_audit_acts,
        governance_training_acts,
    ):
        for number, (on, by, do) in enumerate(part.acts()):
            yield Act(on, len(ORDER) + number, by, do)


def _requests() -> Iterator[Act]:
    files = (
        "requests",
        "requests_enquired",
        "requests_decided",
        "requests_judged",
        "governance_requests",
    )
    for table in tables("request", *files):
        ref = table["ref"]
        for step in table["step"]:
            name = step["action"]
            order = {"decline": "decline_request", "withdraw": "withdraw_request"}.get(name, name)
            do = partial(REQUEST_ACTS[name], ref=ref, table=table, step=step)
            yield Act(step["on"], ORDER[order], step["by"], do)
        for candidate in table.get("candidate", []):
            do = partial(request_acts.consider, ref=ref, step=candidate)
            yield Act(candidate["on"], ORDER["candidate"], candidate["by"], do)


def _commissions() -> Iterator[Act]:
    files = (
        "commissions_finished",
        "commissions_under_way",
        "commissions_decided",
        "commissions_judged",
        "governance_requests",
    )
    for table in tables("commission", *files):
        for name, on, by, step in _steps_of(table):
            do = partial(COMMISSION_ACTS[name], table=table, step=step)
            yield Act(on, ORDER[name], by, do)


def _designations() -> Iterator[Act]:
    for table in tables("designation", "designations"):
        for step in table["step"]:
            appeals = step["action"] == "appeal"
            take = designation_acts.appeal if appeals else designation_acts.decide
            do = partial(take, table=table, step=step)
            yield Act(step["on"], ORDER["designation"], step["by"], do)


def _quality() -> Iterator[Act]:
    for step in tables("rules", "quality"):
        yield Act(step["on"], ORDER["rules"], step["by"], partial(quality_acts.rules, step=step))
    for step in tables("review", "quality"):
        do = partial(quality_acts.open_review, step=step)
        yield Act(step["on"], ORDER["review"], step["by"], do)


def _steps_of(table: Table) -> Iterable[tuple[str, date, str, Table]]:
    for step in table["step"]:
        on = _written_on(table) if step["action"] == "write_objectives" else step["on"]
        yield step["action"], max(on, step["on"]), step["by"], step
    yield from _check_of(table)
    for step in table.get("declaration", []):
        yield f"declare_{step['about']}", step["on"], step["by"], step
    for objective in table.get("objective", []):
        for step in objective.get("reading", []):
            yield "reading", step["on"], step["by"], {**step, "objective": objective["key"]}
    for step in table.get("visit", []):
        yield "visit", step["written_on"], step["by"], step
        if "acknowledged_on" in step:
            yield "acknowledge", step["acknowledged_on"], step["acknowledged_by"], step
    yield from visit_acts.steps_of(table)
    for step in table.get("evaluation", []):
        yield "evaluation", step["on"], step["by"], step
    for name in ("judgement", "second_judgement", "moderation"):
        if step := table.get(name):
            yield name, step["on"], step["by"], step


def _check_of(table: Table) -> Iterator[tuple[str, date, str, Table]]:
    """Return the check of the provider by the first officer to act; a file tells only the rest."""
    names = [step["action"] for step in table["step"]]
    first = next((s for s in table["step"] if s["action"] in {"recommend", "approve"}), None)
    if first is not None and "check_provider" not in names:
        step = {"on": first["on"], "result": "passed", "sources": USUAL_CHECKS}
        yield "check_provider", first["on"], first["by"], step


def _written_on(table: Table) -> date:
    """Return the day when the last of the facts that an agreement states was known."""
    known = [o["starting_on"] for o in table["objective"] if "starting_on" in o]
    if "safeguarding_assured_on" in table:
        known.append(table["safeguarding_assured_on"])
    return max(known, default=date.min)
