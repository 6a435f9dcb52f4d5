"""The Atom feed (RFC 4287) of entries that are new or whose public part changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import islice
from xml.etree.ElementTree import Element, SubElement, tostring

from flask import current_app

from app.core import clock
from app.prospectus import queries
from app.prospectus.addresses import entry_address, whole_address
from app.prospectus.changes import public_changes
from app.prospectus.entry import about_words
from app.prospectus.identifiers import id_of_entry
from app.prospectus.models import Provider

MOST_ENTRIES = 50
_ATOM = "http://www.w3.org/2005/Atom"
# XML 1.0 has no way to write these, not even escaped
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Changed:
    provider: Provider
    at: datetime


def latest() -> list[Changed]:
    """Return the entries of the feed, the last changed first."""
    moments = dict(islice(public_changes().items(), MOST_ENTRIES))
    return [Changed(one, moments[one.id]) for one in queries.providers_by_ids(list(moments))]


def atom(changed: Sequence[Changed]) -> bytes:
    name = current_app.config["SERVICE_NAME"]
    own = whole_address("prospectus.feed")
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": "en-GB"})
    _text(feed, "id", own)
    _text(feed, "title", f"{name}: new and changed entries")
    _text(feed, "updated", _moment(changed[0].at if changed else datetime.fromtimestamp(0, UTC)))
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=own)
    SubElement(feed, "link", rel="alternate", href=whole_address("prospectus.search"))
    _text(SubElement(feed, "author"), "name", name)
    for one in changed:
        feed.append(_entry(one))
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _entry(one: Changed) -> Element:
    provider = one.provider
    entry = Element("entry")
    _text(entry, "id", f"urn:uuid:{id_of_entry(provider)}")
    _text(entry, "title", provider.name)
    if provider.published_on is not None:
        _text(entry, "published", _moment(_start_of(provider.published_on)))
    _text(entry, "updated", _moment(one.at))
    SubElement(entry, "link", rel="alternate", href=entry_address(provider))
    _text(entry, "summary", f"{provider.headline} ({about_words(provider)})")
    for held in provider.expertise:
        SubElement(entry, "category", term=held.area.code, label=_writable(held.area.name))
    return entry


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _writable(text)


def _writable(text: str) -> str:
    return _UNWRITABLE.sub(" ", text)


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time.min, clock.LONDON)
