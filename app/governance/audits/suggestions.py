"""What a board can do about a gap: learn, look for somebody new, ask another board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.prospectus.models import ExpertiseArea


@dataclass(frozen=True)
class Suggestion:
    """`href` is empty for advice without a page."""

    title: str
    text: str
    href: str = ""


def suggestions_for(strand: ExpertiseArea, short: Sequence[str]) -> list[Suggestion]:
    """Return them for a strand; `short` are the statements too few are confident about."""
    vacancy = "We look for a governor who can say: " + " ".join(f"“{words}”" for words in short)
    return [
        Suggestion(
            "Find training",
            f"Courses about {_within(strand.name)}.",
            url_for("training.index", strand=strand.code),
        ),
        Suggestion("Words for a vacancy", vacancy),
        Suggestion(
            "Ask another board",
            "Governors of another school help yours.",
            url_for("governance_requests.new", strand=strand.code),
        ),
    ]


def _within(name: str) -> str:
    return name[:1].lower() + name[1:]
