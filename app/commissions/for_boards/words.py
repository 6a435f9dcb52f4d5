"""Sentences about a school's request as they read where its board asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.voices import is_of_board

if TYPE_CHECKING:
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


def said_of(matter: Matter, text: str) -> str:
    if is_of_board(matter):
        for usual, instead in _INSTEAD.items():
            text = text.replace(usual, instead)
    return text
