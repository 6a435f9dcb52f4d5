"""Forms of statements, questions and the scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.governance.audits.facts import LEVELS, MOST_NEEDED
from app.governance.audits.words.facts import ONE, Kind
from app.web.fields import LongText, NumberField, OneFromList, OneOf, ShortText, Submit
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.prospectus.models import ExpertiseArea

SAME, NEW = "same", "new"


def same_or_new(what: str) -> OneOf:
    return OneOf(
        "Does it still mean the same?",
        hint="Results are compared over the years only where the meaning stayed the same.",
        choices=[
            (SAME, "Yes, only the words are better"),
            (NEW, f"No, it is another {what} now"),
        ],
        missing="Say whether it still means the same",
    )


class WordingForm(Form):
    words = ShortText("Words", most=300, missing="Enter the words")
    guidance = LongText("Help for the reader", hint="Only if it is needed.", rows=2, most=1000)
    needed = NumberField(
        "How many of a board should be confident?",
        hint="A board can choose another number for itself.",
        least=1,
        most=MOST_NEEDED,
        places=0,
        missing="Enter how many of a board should be confident",
    )
    submit = Submit("Save")

    def for_kind(self, kind: Kind) -> None:
        """Ask for the number only where people rate themselves."""
        self.words.label.text = f"The {ONE[kind]}"
        if kind is Kind.QUESTION:
            del self.needed

    @property
    def number(self) -> int:
        return int(self.needed.data) if "needed" in self and self.needed.data else 1


class NewWordingForm(WordingForm):
    strand = OneFromList("Strand", missing="Choose the strand")

    def offer(self, strands: Iterable[ExpertiseArea]) -> None:
        self.strand.choices = [("", "Choose"), *((one.code, one.name) for one in strands)]


class RewordForm(WordingForm):
    meaning = same_or_new("one")


class RetireForm(Form):
    submit = Submit("Retire it")


class ScaleForm(Form):
    level1 = ShortText("Level 1, the lowest", most=60, missing="Enter words for level 1")
    level2 = ShortText("Level 2", most=60, missing="Enter words for level 2")
    level3 = ShortText(
        "Level 3, from here on confident", most=60, missing="Enter words for level 3"
    )
    level4 = ShortText("Level 4, the highest", most=60, missing="Enter words for level 4")
    meaning = same_or_new("scale")
    submit = Submit("Save the scale")

    @property
    def levels(self) -> list[str]:
        return [self[f"level{number}"].data or "" for number in range(1, LEVELS + 1)]
