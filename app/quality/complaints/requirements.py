"""What must hold before a step of a complaint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quality.complaints.permissions import can_investigate

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.quality.complaints.models import Complaint

NOT_INVOLVED = (
    "Choose an officer or quality lead who neither brokered nor approved the support, belongs to "
    "no side and has no interest in it."
)


def investigator_stands_apart(_person: Person, complaint: Complaint) -> list[str]:
    chosen = complaint.investigator
    fits = chosen is not None and can_investigate(chosen, complaint)
    return [] if fits and complaint.told_words else [NOT_INVOLVED]


def decision_reasoned(_person: Person, complaint: Complaint) -> list[str]:
    wanted = {
        "outcome": "Choose whether it is upheld.",
        "findings": "Say what you found.",
        "reasons": "Say why, to whoever complained.",
        "told_outcome": "Say what those complained about need to know.",
    }
    return [words for name, words in wanted.items() if not getattr(complaint, name)]
