"""What every authority starts with: headings, days, and whose designations let them lead."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "data" / "usual.toml"


@cache
def _usual() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))


def usual_headings() -> list[dict[str, str]]:
    """Return code, name, about and the strand's code of each, in their order."""
    found: list[dict[str, str]] = _usual()["heading"]
    return found


def usual_days(what: str) -> int:
    """Return working days."""
    return int(_usual()["days"][what])


def leading_designations() -> list[str]:
    """Return the codes of the designations whose holders may lead a review."""
    return list(_usual()["leads"]["designations"])
