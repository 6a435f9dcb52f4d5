"""Decisions on designations and appeals, as the demonstration's files write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.demonstration.files import Table
from app.prospectus.designations import services
from app.prospectus.designations.facts import DesignationAct

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.demonstration.cast import Cast
    from app.prospectus.models import Designation


def decide(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    services.decide(
        designation=_designation(cast, table),
        act=DesignationAct(step["action"]),
        by=by,
        reason=step["reason"],
        conditions=step.get("conditions", ""),
        look_again_on=step.get("look_again_on"),
        ends_on=step.get("ends_on"),
    )


def appeal(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    services.appeal(designation=_designation(cast, table), by=by, words=step["reason"])


def _designation(cast: Cast, table: Table) -> Designation:
    held = cast.providers[table["provider"]].designations
    return next(one for one in held if one.type.code == table["type"])
