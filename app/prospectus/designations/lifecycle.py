"""What can happen to a designation. That a term has run out is read from its date, never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core import clock
from app.core.lifecycle import Lifecycle, Step
from app.prospectus.designations import permissions as who
from app.prospectus.designations.decisions import waiting_appeal
from app.prospectus.designations.facts import RESTORES, DesignationAct
from app.prospectus.facts import STANDING, DesignationStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.prospectus.models import Designation

S, A = DesignationStatus, DesignationAct
Table = dict[
    tuple[DesignationStatus, DesignationAct],
    Step[DesignationStatus, "Designation", "Person | None"],
]


def in_term(_person: Person | None, designation: Designation) -> Sequence[str]:
    lapsed = designation.standing_on(clock.today()) is S.LAPSED
    return ["The term has run out. Renew it first."] if lapsed else []


def settled(person: Person | None, designation: Designation) -> Sequence[str]:
    """Hold until an appeal is answered; only a suspension cannot wait."""
    waits = waiting_appeal(designation) is not None
    appeal = ["Answer the appeal first."] if waits else []
    return [*in_term(person, designation), *appeal]


def has_last_day(_person: Person | None, designation: Designation) -> Sequence[str]:
    if designation.ends_on is None:
        return ["It has no last day, so there is nothing to extend."]
    waits = waiting_appeal(designation) is not None
    return ["Answer the appeal first."] if waits else []


def _decided() -> Table:
    decide = who.can_decide
    return {
        (S.UNDER_REVIEW, A.CONFIRM): Step(S.ACTIVE, decide, settled),
        (S.CONDITIONAL, A.CONFIRM): Step(S.ACTIVE, decide, settled),
        (S.SUSPENDED, A.REINSTATE): Step(S.ACTIVE, decide, settled),
        **{(s, A.EXTEND): Step(s, decide, has_last_day) for s in sorted(STANDING)},
        (S.LAPSED, A.EXTEND): Step(S.ACTIVE, decide),
        **{(s, A.REVIEW): Step(S.UNDER_REVIEW, decide, settled) for s in sorted(STANDING)},
        **{(s, A.SET_CONDITIONS): Step(S.CONDITIONAL, decide, settled) for s in sorted(STANDING)},
        **{(s, A.SUSPEND): Step(S.SUSPENDED, decide, in_term) for s in sorted(STANDING)},
        **{(s, A.END): Step(S.ENDED, decide, settled) for s in sorted({*STANDING, S.SUSPENDED})},
    }


def _by_the_holder() -> Table:
    return {
        (s, A.STAND_DOWN): Step(S.ENDED, who.can_stand_down)
        for s in sorted({*STANDING, S.SUSPENDED})
    }


def _by_the_portal() -> Table:
    return {
        (status, act): Step(S.UNDER_REVIEW, who.is_the_portal)
        for status in sorted(STANDING)
        for act in (A.HOST_CHANGED, A.HOST_CLOSED)
    }


def _restored() -> Table:
    """Whatever a decision that takes away led to, an appeal leads back to what was before."""
    return {
        (taken, act): Step(back, who.can_answer)
        for taken in (S.UNDER_REVIEW, S.CONDITIONAL, S.SUSPENDED, S.ENDED)
        for back, act in RESTORES.items()
    }


DESIGNATION_LIFECYCLE: Lifecycle[DesignationStatus, DesignationAct, Designation, Person | None] = (
    Lifecycle({**_decided(), **_by_the_holder(), **_by_the_portal(), **_restored()})
)
