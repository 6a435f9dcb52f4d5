"""Striking out an entry made by mistake, and restoring it."""

from __future__ import annotations

from tests.rules.matrix.commissions import its_note, its_objective, of_commission, the_commission
from tests.rules.matrix.rows import BOTH, SEE_THE_DELIVERY, WRITE_THE_AGREEMENT
from tests.rules.world import Scene, at, measured


def its_reading(scene: Scene) -> dict[str, object]:
    return the_commission(scene) | {"reading_id": scene.commission.objectives[0].measurements[0].id}


STRIKES = (
    # the provider recorded it
    *of_commission(
        BOTH, "strike_reading", "provider_lead", measured, its_reading, SEE_THE_DELIVERY
    ),
    *of_commission(
        BOTH, "restore_reading", "provider_lead", measured, its_reading, SEE_THE_DELIVERY
    ),
    *of_commission(BOTH, "strike_note", "provider_lead", measured, its_note, SEE_THE_DELIVERY),
    *of_commission(BOTH, "restore_note", "provider_lead", measured, its_note, SEE_THE_DELIVERY),
    *of_commission(BOTH, "strike_objective", WRITE_THE_AGREEMENT, at("complete"), its_objective),
    *of_commission(BOTH, "restore_objective", WRITE_THE_AGREEMENT, at("complete"), its_objective),
)  # fmt: skip
