"""What a page offers a person to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Act:
    """`missing` says what must hold first; then the page offers no link yet."""

    words: str
    href: str
    forward: bool
    missing: tuple[str, ...] = ()
