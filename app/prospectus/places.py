"""The places that entries serve and that people search by."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from app.prospectus.facts import WHOLE_DISTRICT

_FILE = Path(__file__).parent / "data" / "places.toml"


@cache
def _places_by_authority() -> dict[str, tuple[str, ...]]:
    tables = tomllib.loads(_FILE.read_text())
    return {code: tuple(table["places"]) for code, table in tables.items()}


@cache
def all_places() -> tuple[str, ...]:
    """Return every known place once, in order of the alphabet."""
    return tuple(sorted({place for places in _places_by_authority().values() for place in places}))


def places_served(authority_code: str, areas: Iterable[str]) -> tuple[str, ...]:
    """Return the places behind what an entry says, where "whole district" means all of them."""
    named = list(areas)
    if WHOLE_DISTRICT in named:
        everywhere = _places_by_authority().get(authority_code, (WHOLE_DISTRICT,))
        named = [*everywhere, *(area for area in named if area != WHOLE_DISTRICT)]
    return tuple(dict.fromkeys(named))


def area_words(area: str) -> str:
    return area[:1].upper() + area[1:]
