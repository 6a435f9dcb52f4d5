"""The public part of entries as rows of a spreadsheet: the same for every reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.core.money import in_pounds
from app.prospectus import entry
from app.prospectus.addresses import entry_address
from app.prospectus.entry import EntrySummary
from app.prospectus.facts import AVAILABILITY_WORDS, KIND_WORDS
from app.prospectus.listed import AtLength, Entry

HEADER = (
    "Name",
    "Who provides it",
    "Kind of organisation",
    "Home school",
    "URN of home school",
    "Town",
    "In one line",
    "What they offer",
    "Experience",
    "Expertise",
    "Designations",
    "Phases",
    "How they work",
    "Serves",
    "Availability",
    "Rate in pounds a day, where public",
    "Commissions quality assured, where shown",
    "Confirmed on",
    "Address of the entry",
)


def rows(
    found: Sequence[EntrySummary], texts: Mapping[int, AtLength], rates: Mapping[int, int]
) -> Iterator[tuple[object, ...]]:
    """Yield a row for each entry; `rates` are the pence of those who made them public."""
    for summary in found:
        number = summary.provider.id
        yield _row(summary.provider, summary, texts[number], rates.get(number))


def _row(
    provider: Entry, summary: EntrySummary, texts: AtLength, pence: int | None
) -> tuple[object, ...]:
    host = provider.host
    return (
        provider.name,
        KIND_WORDS[provider.kind],
        provider.organisation_type,
        host.name if host else None,
        host.urn if host else None,
        host.town if host else None,
        provider.headline,
        texts.summary,
        texts.experience,
        "; ".join(held.area.name for held in provider.expertise),
        "; ".join(summary.designations),
        summary.phases,
        entry.mode_words(texts),
        entry.places_words(texts),
        AVAILABILITY_WORDS[provider.availability],
        None if pence is None else in_pounds(pence),
        summary.assured or None,
        provider.confirmed_on,
        entry_address(provider),
    )
