"""Where each check before approval stands, told from the facts of a commission."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions import permissions as who
from app.commissions.gates.facts import SETTLED, CheckResult, Gate, GateState
from app.commissions.statuses import CommissionStatus
from app.core import clock
from app.core.money import pounds
from app.prospectus.fit import has_designation
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.commissions.models import Commission

NOT_ACCEPTED = "The provider has not accepted the offer yet."


@dataclass(frozen=True)
class GateTask:
    """`why` says what was found, what is missing, or for what it waits."""

    gate: Gate
    state: GateState
    why: str

    @property
    def is_settled(self) -> bool:
        return self.state in SETTLED


def gate_tasks(commission: Commission) -> list[GateTask]:
    return [GateTask(gate, *_JUDGES[gate](commission)) for gate in Gate]


def open_gates(commission: Commission) -> list[GateTask]:
    return [task for task in gate_tasks(commission) if not task.is_settled]


def _interests(commission: Commission) -> tuple[GateState, str]:
    """Both sides have answered, whatever they said: who has an interest is kept from acting."""
    answers = [*commission.request.declarations, *commission.declarations]
    waits = []
    if not any(who.reads_for_school(d.person, commission) for d in answers):
        waits.append("the school")
    if not any(who.leads_provider(d.person, commission) for d in commission.declarations):
        waits.append("the provider")
    if not waits:
        return GateState.DONE, "Both sides have answered."
    state = GateState.IN_PROGRESS if len(waits) == 1 else GateState.NOT_STARTED
    return state, f"Waiting for {' and '.join(waits)} to answer."


def _due_diligence(commission: Commission) -> tuple[GateState, str]:
    check = commission.newest_check
    if check is None:
        if commission.status is CommissionStatus.OFFERED:
            return GateState.CANNOT_START_YET, NOT_ACCEPTED
        return GateState.NOT_STARTED, "Nobody has recorded a check of the provider."
    by = f"{check.person.name}, {date_words(check.checked_on)}"
    match check.result:
        case CheckResult.GOING_ON:
            return GateState.IN_PROGRESS, f"Still being checked. {by}."
        case CheckResult.NOT_NEEDED:
            return GateState.NOT_NEEDED, f"{check.reason} {by}."
        case CheckResult.NOT_PASSED:
            return GateState.DONE, f"Not passed. {by}."
        case CheckResult.PASSED:
            return GateState.DONE, f"Passed. {by}."


def _safeguarding(commission: Commission) -> tuple[GateState, str]:
    by, on = commission.safeguarding_assured_by, commission.safeguarding_assured_on
    if by and on is not None:
        return GateState.DONE, f"Confirmed by {by}, {date_words(on)}."
    if commission.status is CommissionStatus.OFFERED:
        return GateState.CANNOT_START_YET, NOT_ACCEPTED
    if by or on is not None:
        return GateState.IN_PROGRESS, "The agreement needs who confirmed the checks, and when."
    return GateState.NOT_STARTED, "The agreement does not say yet who confirmed the checks."


def _designation(commission: Commission) -> tuple[GateState, str]:
    day = max(commission.starts_on, clock.today())
    if has_designation(commission.provider, day):
        return GateState.DONE, f"In date on {date_words(day)}."
    if commission.waiver_reason:
        return GateState.NOT_NEEDED, f"Waived: {commission.waiver_reason}"
    return GateState.NOT_STARTED, f"None is in date on {date_words(day)}. Record a waiver, or wait."


def _funding(commission: Commission) -> tuple[GateState, str]:
    if not (commission.total_pence or commission.funding):
        return GateState.NOT_NEEDED, "The support is free."
    if not commission.funding:
        return GateState.NOT_STARTED, "Nobody is named who pays."
    paid = sum(line.pence for line in commission.funding)
    parts = commission.reimbursement_pence + commission.fee_pence
    if paid != commission.total_pence or parts != commission.charge_pence:
        total = pounds(commission.total_pence)
        return GateState.IN_PROGRESS, f"The funders pay {pounds(paid)} of {total}."
    return GateState.DONE, f"{pounds(paid)} in all, paid in full."


_JUDGES: Mapping[Gate, Callable[[Commission], tuple[GateState, str]]] = {
    Gate.INTERESTS: _interests,
    Gate.DUE_DILIGENCE: _due_diligence,
    Gate.SAFEGUARDING: _safeguarding,
    Gate.DESIGNATION: _designation,
    Gate.FUNDING: _funding,
}
