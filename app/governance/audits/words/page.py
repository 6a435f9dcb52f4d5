"""The lists of statements and questions, strand by strand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from app.governance.audits.words.queries import wordings_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.governance.audits.words.facts import Kind
    from app.governance.audits.words.models import Wording

HEADER = ("Strand", "Words", "Help for the reader", "Number needed", "Retired on")


@dataclass(frozen=True)
class Group:
    title: str
    wordings: Sequence[Wording]


def groups(authority_codes: Iterable[str], kind: Kind) -> list[Group]:
    return [
        Group(name, list(wordings))
        for code in authority_codes
        for name, wordings in groupby(wordings_in_force(code, kind), lambda one: one.strand.name)
    ]


def file_rows(groups: Sequence[Group], retired: Iterable[Wording]) -> list[list[object]]:
    return [
        [one.strand.name, one.words, one.guidance, one.needed, one.retired_on]
        for one in (*(one for group in groups for one in group.wordings), *retired)
    ]
