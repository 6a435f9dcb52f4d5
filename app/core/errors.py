"""Refusals with a reason that can be shown to the person who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class DomainError(Exception):
    """Something the rules forbid; the message is written for the person who tried."""


class NotOpen(DomainError):
    """The record has moved on, so this act is no longer (or not yet) possible."""


class NotAllowed(DomainError):
    """This person may not do it, whatever the record's state."""


class NotReady(DomainError):
    """What must hold before the act does not hold; `reasons` says what is missing."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = tuple(reasons)


class Stale(DomainError):
    """Somebody else saved the record after this person opened it."""
