"""What a paper holds, before anybody draws it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


@dataclass(frozen=True)
class PaperRow:
    """A question and its answer; `tone` where the answer is a status."""

    key: str
    value: str
    tone: str = ""


@dataclass(frozen=True)
class PaperSection:
    title: str
    rows: Sequence[PaperRow] = ()
    paragraphs: Sequence[str] = ()


@dataclass(frozen=True)
class Paper:
    """One document.

    `kind` and `number` make the name of its file, so neither says who is supported or why.
    """

    kind: str
    number: str
    title: str
    caption: str
    sections: Sequence[PaperSection]
    # the moment of what it shows, so that one version is the same file for ever
    dated: datetime
    # the sentence that says it all, and what stands under it
    lead: str = ""
    intro: Sequence[str] = ()
    # on the last page of a PDF; the page says it elsewhere
    foot: str = ""

    @property
    def file_name(self) -> str:
        return f"{self.kind}-{self.number}.pdf"
