"""What striking out and restoring is called, for each kind of entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.web.filters import moment_words

if TYPE_CHECKING:
    from app.commissions.models.struck import Strikable


def struck_words(entry: Strikable) -> str:
    """Return who struck it out and when, as a sentence."""
    by = entry.struck_by.name if entry.struck_by else "the system"
    return f"Struck out by {by} on {moment_words(entry.struck_at)}."
