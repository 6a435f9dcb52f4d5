"""A board's answers in words, by the pages on which they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.commissions.facts import FUNDING_WORDS, URGENCY_WORDS, Interest
from app.commissions.for_boards.facts import CLERK_WORDS, LAST_REVIEW_WORDS, needs_in_words
from app.web.filters import date_words, number_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.commissions.models import BoardNeed, SupportRequest

    Answers = Mapping[str, Sequence[tuple[str, str | None]]]

BOARD_TITLES = {
    "who": "Who asks, and who may know",
    "need": "The need",
    "context": "The board",
    "outcome": "What should change",
    "sharing": "Payment, links and sharing",
}
_KNOWER_WORDS = {
    Role.CHAIR: "the chair",
    Role.CLERK: "the clerk",
    Role.GOVERNOR: "the other governors",
    Role.HEAD: "the headteacher",
}
IN_CONFIDENCE = "In confidence"


def board_answers(asked: SupportRequest, need: BoardNeed) -> Answers:
    return {
        "who": (
            ("Asked", IN_CONFIDENCE if need.in_confidence else "For the board"),
            ("Who may know at the school", capitalised(knowers_in_words(need))),
        ),
        "need": (
            ("About", ", ".join(needs_in_words(need.needs)) or None),
            ("Part of governance", asked.focus.name if asked.focus else None),
            ("Title", asked.title),
            ("Need", asked.need),
        ),
        "context": (
            ("Vacant places", None if need.vacancies is None else number_words(need.vacancies)),
            ("Clerk", CLERK_WORDS[need.clerk_in_place] if need.clerk_in_place else None),
            ("Reviewed from outside", _last_review(need)),
        ),
        "outcome": (
            ("What should be different", asked.expected_outcome),
            ("How soon", URGENCY_WORDS[asked.urgency] if asked.urgency else None),
            ("Start", date_words(asked.wanted_from)),
            ("How far away", f"Up to {need.furthest_miles} miles" if need.furthest_miles else None),
        ),
        "sharing": (
            ("Payment", FUNDING_WORDS[asked.funding_route] if asked.funding_route else None),
            ("Links", _links(asked)),
            ("Sharing", "Agreed, without the school’s name" if asked.consent_to_share else None),
        ),
    }


def knowers_in_words(need: BoardNeed, asker: str = "whoever asked") -> str:
    told = [words for role, words in _KNOWER_WORDS.items() if role in need.known_to]
    return ", ".join([asker, *told])


def capitalised(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"


def _last_review(need: BoardNeed) -> str | None:
    if need.last_review_on is not None:
        return date_words(need.last_review_on)
    return LAST_REVIEW_WORDS[need.last_review] if need.last_review else None


def _links(asked: SupportRequest) -> str | None:
    given = [d for d in asked.declarations if d.person_id == asked.requester_id]
    if not given:
        return None
    return "None known" if given[-1].answer is Interest.NONE else given[-1].detail
