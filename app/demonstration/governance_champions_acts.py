"""Calls for champions of governance and what became of the applications, from their file."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from app.core.audit import acting
from app.demonstration.files import tables
from app.governance.champions.facts import REFERENCE_QUESTIONS, CallAct, Finding
from app.governance.champions.models import lines_of
from app.governance.champions.services import apply, calls, check, panel, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from app.accounts.models import Person
    from app.demonstration.cast import Cast
    from app.demonstration.files import Table
    from app.governance.champions.models import Application, Call

    Made = dict[str, Any]
    ChampionAct = tuple[date, str, Callable[[Cast, Person], Any]]

FILE = "governance_champions"
CALL_FACTS = ("title", "strands", "opens_on", "closes_on", "interviews", "places")


def acts() -> Iterator[ChampionAct]:
    """Return each act with its day and who takes it; those of one application in their order."""
    # calls by their ref, for the applications to them
    made: Made = {}
    for table in tables("call", FILE):
        yield table["on"], table["by"], partial(_begin_call, table=table, made=made)
        for step in table.get("step", []):
            take = partial(_call_step, ref=table["ref"], step=step, made=made)
            yield step["on"], step["by"], take
    for table in tables("application", FILE):
        yield table["on"], table["by"], partial(_apply, table=table, made=made)
        for step in table.get("step", []):
            take = partial(_step, by_ref=table["by"], step=step, made=made)
            yield step["on"], step["by"], take


def _begin_call(cast: Cast, by: Person, *, table: Table, made: Made) -> None:
    answers = {**calls.usual_call(), **{name: table[name] for name in CALL_FACTS}}
    made[table["ref"]] = calls.begin_call(by=by, answers=answers)


def _call_step(cast: Cast, by: Person, *, ref: str, step: Table, made: Made) -> None:
    call: Call = made[ref]
    calls.take(call=call, act=CallAct(step["action"]), by=by)


def _apply(cast: Cast, by: Person, *, table: Table, made: Made) -> None:
    call: Call = made[table["call"]]
    application = made[table["by"]] = apply.begin(call=call, by=by)
    keys = [one.key for one in call.criteria_asked]
    answers = {
        "experience": table["experience"],
        "roles": table.get("roles", []),
        "evidence": dict(zip(keys, table.get("evidence", []), strict=False)),
        "strands": table.get("strands", []),
        "phases": table.get("phases", []),
        "days": Decimal(table["days"]) if "days" in table else None,
        "miles": table.get("miles"),
        "interests": table.get("interests", ""),
    }
    apply.answer(application=application, by=by, answers=answers)
    apply.name_referees(application=application, by=by, people=table.get("referees", []))


def _step(cast: Cast, by: Person, *, by_ref: str, step: Table, made: Made) -> None:
    ACTS[step["action"]](made[by_ref], by, step)


def _send(application: Application, by: Person, step: Table) -> None:
    apply.submit(application=application, by=by)


def _withdraw(application: Application, by: Person, step: Table) -> None:
    apply.withdraw(application=application, by=by)


def _check(application: Application, by: Person, step: Table) -> None:
    """Find yes to every check but those that the file has a note about."""
    notes = step.get("notes", {})
    found = [
        check.Checked(
            words, Finding.NOT_YET if words in notes else Finding.YES, notes.get(words, "")
        )
        for words in lines_of(application.call.checks)
    ]
    check.check(application=application, by=by, found=found)
    check.settle_eligibility(
        application=application, by=by, eligible=not notes, reason=step.get("reason", "")
    )


def _appeal(application: Application, by: Person, step: Table) -> None:
    apply.appeal(application=application, by=by, words=step["reason"])


def _ask(application: Application, by: Person, step: Table) -> None:
    check.ask_references(application=application, by=by)


def _reference(application: Application, by: Person, step: Table) -> None:
    answers = dict(zip(REFERENCE_QUESTIONS, step["answers"], strict=True))
    # a referee has no account
    with acting(None):
        check.give_reference(referee=application.asked[step["referee"] - 1], answers=answers)


def _panel(application: Application, by: Person, step: Table) -> None:
    panel.name_panel(
        application=application, by=by, emails=step["members"], interview_on=step["interview_on"]
    )


def _score(application: Application, by: Person, step: Table) -> None:
    criteria = application.call.criteria_asked
    scores = {
        one.key: {"score": number, "reason": step["reason"]}
        for one, number in zip(criteria, step["scores"], strict=True)
    }
    panel.score(application=application, by=by, scores=scores)


def _decide(application: Application, by: Person, step: Table) -> None:
    panel.decide(
        application=application,
        by=by,
        appoint=step["appoint"],
        discussion=step["discussion"],
        reason=step["reason"],
    )


def _training(application: Application, by: Person, step: Table) -> None:
    serve.add_training(
        application=application,
        by=by,
        what=step["what"],
        done_on=step["on"],
        with_whom=step["with_whom"],
    )


def _designate(application: Application, by: Person, step: Table) -> None:
    serve.designate(application=application, by=by)


def _stand_down(application: Application, by: Person, step: Table) -> None:
    serve.stand_down(application=application, by=by, reason=step["reason"])


ACTS: dict[str, Callable[[Application, Person, Table], None]] = {
    "send": _send,
    "withdraw": _withdraw,
    "check": _check,
    "appeal": _appeal,
    "ask_references": _ask,
    "reference": _reference,
    "panel": _panel,
    "score": _score,
    "decide": _decide,
    "training": _training,
    "designate": _designate,
    "stand_down": _stand_down,
}
