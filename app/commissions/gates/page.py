"""What the pages of the checks show to one officer, decided here and drawn by the templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions import permissions as who
from app.commissions.gates import permissions
from app.commissions.gates.facts import (
    CHECKED_WHILE,
    GATE_WORDS,
    RESULT_WORDS,
    STATE_TONES,
    STATE_WORDS,
    CheckResult,
    Gate,
    GateState,
)
from app.commissions.gates.tasks import GateTask, gate_tasks
from app.commissions.requirements import everybody_signed
from app.commissions.statuses import BEING_WRITTEN, CommissionStatus
from app.commissions.tasks import Task
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.accounts.models import Person
    from app.commissions.models import Commission, ProviderCheck


@dataclass(frozen=True)
class CheckView:
    title: str
    who: str
    at: datetime
    text: str


@dataclass(frozen=True)
class GatesPage:
    tasks: Sequence[Task]
    decision: Sequence[Task]
    history: Sequence[CheckView]
    # where the broker ends what did not pass
    refuse_href: str | None


@dataclass(frozen=True)
class GatesInShort:
    words: str
    href: str


def gates_in_short(person: Person, commission: Commission) -> GatesInShort | None:
    """Return one line for the commission's own page; None where there is nothing to check."""
    if commission.status not in CHECKED_WHILE or not permissions.can_see_gates(person, commission):
        return None
    tasks = gate_tasks(commission)
    settled = sum(task.is_settled for task in tasks)
    words = f"{settled} of {len(tasks)} done or not needed."
    if permissions.failed_due_diligence(commission):
        words = "The provider did not pass due diligence."
    return GatesInShort(words, url_for("commissions.checks", reference=commission.reference))


def gates_page(person: Person, commission: Commission) -> GatesPage:
    tasks = gate_tasks(commission)
    may_refuse = (
        permissions.can_refuse_supporter(person, commission) and commission.status in CHECKED_WHILE
    )
    refuse = url_for("commissions.refuse_supporter", reference=commission.reference)
    return GatesPage(
        tasks=[_task(person, commission, task) for task in tasks],
        decision=[_decision(commission, tasks)],
        history=[_view(check) for check in commission.checks],
        refuse_href=refuse if may_refuse else None,
    )


def _task(person: Person, commission: Commission, task: GateTask) -> Task:
    words, tone = STATE_WORDS[task.state], STATE_TONES[task.state]
    if task.gate is Gate.DUE_DILIGENCE and permissions.failed_due_diligence(commission):
        # the check is done, yet a green tag would say that all is well
        words, tone = RESULT_WORDS[CheckResult.NOT_PASSED], "bad"
    return Task(GATE_WORDS[task.gate], task.why, words, tone, _link(person, commission, task))


def _link(person: Person, commission: Commission, task: GateTask) -> str | None:
    """Return where the officer can do something about it; most facts come from elsewhere."""
    reference, being_written = commission.reference, commission.status in BEING_WRITTEN
    records = permissions.can_record_check(person, commission)
    match task.gate:
        case Gate.DUE_DILIGENCE if records:
            return url_for("commissions.due_diligence", reference=reference)
        case Gate.DESIGNATION if records and task.state is not GateState.DONE:
            return url_for("commissions.waive_designation", reference=reference)
        case Gate.SAFEGUARDING if being_written and who.can_write_agreement(person, commission):
            return url_for("commissions.agreement", reference=reference)
        case Gate.FUNDING if being_written and who.brokers(person, commission):
            return url_for("commissions.money", reference=reference)
        case _:
            return None


def _decision(commission: Commission, tasks: Sequence[GateTask]) -> Task:
    title = "Recommend or approve"
    if commission.approved_at is not None:
        state, why = GateState.DONE, f"Approved on {date_words(commission.approved_at.date())}."
    elif commission.status not in {*CHECKED_WHILE, CommissionStatus.OFFERED}:
        state, why = GateState.NOT_NEEDED, "This has come to another end."
    elif permissions.failed_due_diligence(commission):
        state, why = GateState.CANNOT_START_YET, "The provider did not pass due diligence."
    elif not all(task.is_settled for task in tasks):
        state, why = GateState.CANNOT_START_YET, "Every task above must be done or not needed."
    elif commission.status is not CommissionStatus.SIGNING:
        state, why = GateState.CANNOT_START_YET, "The agreement is not out for signature yet."
    elif waits := everybody_signed(commission.broker, commission):
        state, why = GateState.CANNOT_START_YET, " ".join(waits)
    else:
        state, why = GateState.NOT_STARTED, "Everything is in place."
    ready = state is GateState.NOT_STARTED
    href = url_for("commissions.show", reference=commission.reference) if ready else None
    return Task(title, why, STATE_WORDS[state], STATE_TONES[state], href)


def _view(check: ProviderCheck) -> CheckView:
    text = "\n".join(filter(None, (check.sources, check.reason)))
    title = f"{RESULT_WORDS[check.result]}, checked on {date_words(check.checked_on)}"
    return CheckView(title, check.person.name, check.created_at, text)
