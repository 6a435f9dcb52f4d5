"""What lists say and compare of a school: a few of its sixty columns."""

from __future__ import annotations

from typing import NamedTuple


class SchoolInBrief(NamedTuple):
    """Its fields are columns of a school, by their names."""

    urn: int
    name: str
    town: str | None
    trust_code: str | None
    trust_name: str | None
    latitude: float | None
    longitude: float | None
    easting: int | None
    northing: int | None
    postcode: str | None
