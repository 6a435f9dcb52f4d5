"""Reads the demonstration's data files (described in data/README.md)."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, time
from importlib.resources import files
from typing import Any

Table = dict[str, Any]


def tables(key: str, *names: str) -> list[Table]:
    """Return the tables of one kind from the named files, in their order."""
    found: list[Table] = []
    for name in names:
        text = files("app.demonstration").joinpath("data", f"{name}.toml").read_text("utf-8")
        found.extend(tomllib.loads(text).get(key, []))
    return found


def moment(day: date, minute: int) -> datetime:
    """Return a moment of a working day: the story's steps follow each other minute by minute."""
    hour, rest = divmod(9 * 60 + minute % (8 * 60), 60)
    return datetime.combine(day, time(hour, rest), tzinfo=UTC)


def pence(pounds: float | None) -> int | None:
    return None if pounds is None else round(pounds * 100)
