"""What happens to support after its approval."""

from __future__ import annotations

from tests.rules.matrix.commissions import its_objective, of_commission, the_commission
from tests.rules.matrix.rows import (
    BOTH,
    BROKERS,
    SEE_THE_DELIVERY,
    WRITE_THE_AGREEMENT,
    WRITE_THE_REQUEST,
)
from tests.rules.world import Scene, at


def the_change(scene: Scene) -> dict[str, object]:
    return the_commission(scene) | {"number": 1}


CHANGES = (
    *of_commission("GET", "propose_change", WRITE_THE_AGREEMENT, at("active")),
    *of_commission(BOTH, "vary_terms", WRITE_THE_AGREEMENT, at("active")),
    *of_commission(BOTH, "vary_target", WRITE_THE_AGREEMENT, at("active"), its_objective),
    *of_commission(BOTH, "correct_start", WRITE_THE_AGREEMENT, at("active"), its_objective),
    *of_commission(BOTH, "sign_change", "head provider_lead", at("proposed"), the_change),
    *of_commission(BOTH, "reject_change", "head provider_lead", at("proposed"), the_change),
    *of_commission(
        BOTH, "withdraw_change", f"provider_lead {BROKERS}", at("proposed"), the_change
    ),
    *of_commission(
        BOTH, "decide_change", f"{BROKERS} approver", at("change_signed"), the_change
    ),
    *of_commission(BOTH, "move_school", f"{BROKERS} approver", at("active")),
    *of_commission(BOTH, "change_lead", f"provider_lead {BROKERS} approver", at("active")),
    *of_commission(BOTH, "pause", f"{BROKERS} approver", at("active")),
    *of_commission(BOTH, "look_at_pause", f"{BROKERS} approver", at("paused")),
    *of_commission(
        BOTH, "end_early", f"{WRITE_THE_REQUEST} provider_lead {BROKERS} approver",
        at("active"), seen=SEE_THE_DELIVERY,
    ),
)  # fmt: skip
