"""What all contenders are made of: the same documents, and a folder for their files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.search.documents import Document
from tests.benchmarks.questions import Question

FACETS = ("phase", "availability", "designation", "kind")
TOP = 20
SNIPPET_WORDS = 24

Answering = Callable[[Question], int]


@dataclass(frozen=True)
class Bench:
    """`documents` is empty where all files are made; `made` says whether a contender's are."""

    folder: Path
    documents: tuple[Document, ...] = ()

    @property
    def database(self) -> Path:
        return self.folder / "portal.sqlite"

    @property
    def index(self) -> Path:
        return self.folder / "index"


def without_own(filters: Mapping[str, str], facet: str) -> dict[str, str]:
    """Return the filters by which the values of the facet are counted."""
    return {name: value for name, value in filters.items() if name != facet}
