"""What happens to support after its approval."""

from __future__ import annotations

from tests.rules.matrix.commissions import of_commission
from tests.rules.matrix.rows import BOTH, BROKERS, SEE_THE_DELIVERY, WRITE_THE_REQUEST
from tests.rules.world import at

CHANGES = (
    *of_commission(BOTH, "pause", f"{BROKERS} approver", at("active")),
    *of_commission(BOTH, "look_at_pause", f"{BROKERS} approver", at("paused")),
    *of_commission(
        BOTH, "end_early", f"{WRITE_THE_REQUEST} provider_lead {BROKERS} approver",
        at("active"), seen=SEE_THE_DELIVERY,
    ),
)  # fmt: skip
