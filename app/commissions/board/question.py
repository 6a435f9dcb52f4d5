"""What an officer asks the board for: the filters, and what they leave."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from app.commissions.telling import next_steps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.accounts.models import Person
    from app.commissions.board.queries import OnBoard

MINE, NOBODY = "me", "nobody"
YES = "yes"
LONGEST = 40


@dataclass(frozen=True)
class Question:
    """As the address says it; empty means everything."""

    late: str = ""
    watched: str = ""
    # "me", "nobody", or the key of an officer
    officer: str = ""
    focus: str = ""
    phase: str = ""

    @property
    def parts(self) -> dict[str, str]:
        """Return what is asked, for an address."""
        return {name: value for name, value in asdict(self).items() if value}


def question_of(args: Mapping[str, str]) -> Question:
    """Read it from an address; what means nothing is left out."""

    def ticked(name: str) -> str:
        return YES if args.get(name) else ""

    def number(name: str, *words: str) -> str:
        value = args.get(name, "")[:LONGEST]
        return value if value in words or (value.isascii() and value.isdigit()) else ""

    return Question(
        late=ticked("late"),
        watched=ticked("watched"),
        officer=number("officer", MINE, NOBODY),
        focus=number("focus"),
        phase=" ".join(args.get("phase", "").split())[:LONGEST],
    )


def is_late(one: OnBoard) -> bool:
    return any(step.overdue for step in next_steps(one.matter))


def fits(one: OnBoard, question: Question, person: Person) -> bool:
    return (
        (not question.late or is_late(one))
        and (not question.watched or one.watched)
        and (not question.focus or str(one.request.focus_id) == question.focus)
        and (not question.phase or one.request.school.phase_name == question.phase)
        and _is_with(one.officer, question.officer, person)
    )


def _is_with(officer: Person | None, asked: str, person: Person) -> bool:
    match asked:
        case "":
            return True
        case "nobody":
            return officer is None
        case "me":
            return officer is not None and officer.id == person.id
        case key:
            return officer is not None and str(officer.id) == key
