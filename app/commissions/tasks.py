"""What an agreement still needs while it is being written, as a list of tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import url_for

from app.commissions import permissions as who
from app.commissions.requirements import agreement_complete, objective_gaps
from app.commissions.statuses import BEING_WRITTEN
from app.core.measure_words import value_words
from app.core.money import pounds
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.models import Commission, Objective


@dataclass(frozen=True)
class Task:
    title: str
    hint: str
    status_words: str
    tone: str
    href: str | None


def tasks_of(person: Person, commission: Commission) -> list[Task]:
    """Return what the agreement still needs, while it is being written."""
    if commission.status not in BEING_WRITTEN:
        return []
    reference = commission.reference
    writes = who.can_write_agreement(person, commission)

    def link(endpoint: str, *, may: bool = writes, **values: Any) -> str | None:
        return url_for(f"commissions.{endpoint}", reference=reference, **values) if may else None

    tasks = [
        _objective_task(objective, link("objective", objective_id=objective.id))
        for objective in commission.objectives
    ]
    missing = agreement_complete(person, commission)
    none_yet = not commission.objectives
    words, tone = ("Needed", "waiting") if none_yet else ("Optional", "neutral")
    title = "Add an objective" if none_yet else "Add another objective"
    hint = "The change you want, where you stand now and where you want to be"
    tasks.append(Task(title, hint, words, tone, link("add_objective")))
    terms = _gap(missing, ("Say what each side", "Say how often", "Record who confirmed"))
    tasks.append(
        Task(
            "Who does what",
            terms or "Actions, visits, safeguarding",
            *_state(terms),
            link("agreement"),
        )
    )
    money = _gap(missing, ("The provider’s part", "What the funders"))
    is_broker = who.brokers(person, commission)
    total = f"{pounds(commission.total_pence)} in all, set by the broker"
    tasks.append(Task("Money", money or total, *_state(money), link("money", may=is_broker)))
    sends = who.can_send_for_signature(person, commission)
    tasks.append(
        Task(
            "Send for signature",
            "When everything above is complete" if missing else "Everything is complete",
            "Cannot start yet" if missing else "Ready",
            "neutral" if missing else "active",
            link("send", may=sends and not missing),
        )
    )
    return tasks


def _objective_task(objective: Objective, href: str | None) -> Task:
    gaps = objective_gaps(objective)
    hint = " ".join(gaps) or _from_to(objective)
    title = f"Objective {objective.position}: {objective.change_sought}"
    return Task(title, hint, *_state(bool(gaps)), href)


def _gap(missing: Sequence[str], starts: tuple[str, ...]) -> str:
    return " ".join(gap for gap in missing if gap.startswith(starts))


def _state(gap: object) -> tuple[str, str]:
    return ("Incomplete", "waiting") if gap else ("Complete", "good")


def _from_to(objective: Objective) -> str:
    start, target = objective.starting_point, objective.target
    if start is None or target is None:
        return ""
    unit = objective.unit
    return (
        f"From {value_words(start.value, unit)} to {value_words(target.value, unit)} "
        f"by {date_words(target.due_on)}"
    )
