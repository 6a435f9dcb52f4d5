"""The officers' board, and what officers keep about one piece of work: never for a side."""

from __future__ import annotations

from tests.rules.matrix.rows import BROKERS, FORBIDDEN, only

OFFICERS = f"{BROKERS} approver"

BOARD = (*only("GET", "board.index", f"{OFFICERS} other_broker", others=FORBIDDEN),)
