"""What is asked of the open data, read strictly: a wrong answer is worse than none.

A parameter that was left out quietly would widen the answer without anybody noticing.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from werkzeug.datastructures import MultiDict

from app.core.paging import PER_PAGE
from app.search.query import LONGEST_QUERY

MOST_PER_PAGE = 100
_LAST_PAGE = 1_000_000
PAGING = ("page", "per_page")
# "text" is how version 1 of the profile called "search"
SERVICES = (
    *PAGING,
    "search",
    "text",
    "taxonomy_id",
    "taxonomy_term_id",
    "modified_after",
    "full",
    "minimal",
)
LOCATIONS = (*PAGING, "search", "text", "taxonomy_id", "taxonomy_term_id", "modified_after", "full")
TERMS = (*PAGING, "taxonomy_id")


class BadParameterError(Exception):
    """A parameter that cannot be answered; the message says what to send instead."""


@dataclass(frozen=True)
class Asked:
    page: int = 1
    per_page: int = PER_PAGE
    words: str = ""
    taxonomy: str | None = None
    terms: tuple[str, ...] = ()
    modified_after: datetime | None = None
    full: bool = False
    minimal: bool = False


def read(args: MultiDict[str, str], known: Collection[str]) -> Asked:
    """Read the query string; raises BadParameterError. An empty value is none."""
    if unknown := sorted(set(args) - set(known)):
        message = (
            f"There is no parameter {unknown[0]} here. Leave it out; use "
            f"{', '.join(known) or 'no parameters'}."
        )
        raise BadParameterError(message)
    return Asked(
        page=_number(args, "page", 1, _LAST_PAGE),
        per_page=_number(args, "per_page", PER_PAGE, MOST_PER_PAGE),
        words=_words(args),
        taxonomy=args.get("taxonomy_id") or None,
        terms=tuple(filter(None, args.getlist("taxonomy_term_id"))),
        modified_after=_moment(args, "modified_after"),
        full=_yes(args, "full"),
        minimal=_yes(args, "minimal"),
    )


def _number(args: MultiDict[str, str], name: str, default: int, most: int) -> int:
    text = args.get(name) or str(default)
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
    if not 1 <= number <= most:
        message = f"{name} must be a whole number from 1 to {most}."
        raise BadParameterError(message)
    return number


def _words(args: MultiDict[str, str]) -> str:
    text = args.get("search") or args.get("text") or ""
    if len(text) > LONGEST_QUERY:
        message = f"search may have {LONGEST_QUERY} characters at most."
        raise BadParameterError(message)
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _moment(args: MultiDict[str, str], name: str) -> datetime | None:
    # the + of an offset arrives as a space when it was not escaped
    text = args.get(name) or ""
    text = text.replace(" ", "+") if "T" in text else text
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        message = f"{name} must be a moment like 2026-09-01T00:00:00Z."
        raise BadParameterError(message) from None


def _yes(args: MultiDict[str, str], name: str) -> bool:
    text = (args.get(name) or "false").lower()
    if text not in {"true", "false"}:
        message = f"{name} must be true or false."
        raise BadParameterError(message)
    return text == "true"
