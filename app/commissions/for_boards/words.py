"""Sentences about a school's request as they read where its board asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.commissions.voices import is_of_board

if TYPE_CHECKING:
    from app.commissions.next_steps import NextStep
    from app.commissions.voices import Matter

# in confidence nobody else at the school reads a word, so none may speak of "the school"
_INSTEAD = {
    "The school": "Whoever asked",
    "the school": "whoever asked",
    "the brokerage team": "governor services",
    "The brokerage team": "Governor services",
    "a broker": "governor services",
    "the broker": "governor services",
}


# by the actor of a step; the asker may be the only one at the school who knows
_ACTORS = {
    "school": "whoever speaks for the board",
    "head": "whoever signs for the board",
    "broker": "governor services",
    "approver": "an approving officer of governor services",
    "officer": "an officer of governor services",
    "decider": "an officer of governor services who may approve it",
}


def called(steps: list[NextStep], matter: Matter) -> list[NextStep]:
    """Return the steps with whom the others read of, where a board asked."""
    if not is_of_board(matter):
        return steps
    return [replace(step, called=_ACTORS.get(step.actor, "")) for step in steps]


def said_of(matter: Matter, text: str) -> str:
    if is_of_board(matter):
        for usual, instead in _INSTEAD.items():
            text = text.replace(usual, instead)
    return text
