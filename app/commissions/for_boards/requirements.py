"""What a board's request must say before it is sent, in the order in which it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.commissions.models import SupportRequest

NEEDS = "Tick what it is about."
NEEDED_OF_BOARD = {
    "focus_id": "Choose the part of governance that is nearest.",
    "title": "Give your request a short title.",
    "need": "Describe what you need.",
    "expected_outcome": "Say what should be different afterwards.",
    "urgency": "Say how soon you need it.",
    "wanted_from": "Enter the date the support should start.",
    "funding_route": "Say how it will be paid for.",
}
INTEREST_OF_BOARD = "Say whether you know of a link between the board and a possible helper."
CONSENT_OF_BOARD = "Agree that governor services share the request without naming the school."


def board_answers_missing(request: SupportRequest) -> list[str]:
    need = request.board_need
    missing = [] if need is not None and need.needs else [NEEDS]
    return missing + [
        words for name, words in NEEDED_OF_BOARD.items() if getattr(request, name) in (None, "")
    ]
