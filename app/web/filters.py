"""How dates, moments, money and numbers read on every page."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from app.core import clock
from app.core.money import pounds

if TYPE_CHECKING:
    from datetime import date, datetime

    from flask import Flask
    from markupsafe import Markup

_HEADING = re.compile(r'<h2\b[^>]* id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)


def date_words(day: date | None) -> str:
    """Return 23 November 2026; nothing for None."""
    return f"{day.day} {day:%B %Y}" if day else ""


def moment_words(moment: datetime | None) -> str:
    """Return 23 November 2026 at 2:05pm, London time."""
    if moment is None:
        return ""
    local = clock.in_london(moment)
    hour = local.hour % 12 or 12
    return f"{date_words(local.date())} at {hour}:{local:%M}{'am' if local.hour < 12 else 'pm'}"


def number_words(value: Decimal | int | None) -> str:
    """Return 1,250 or 3.5 without idle zeros."""
    if value is None:
        return ""
    exact = Decimal(value)
    whole = exact.to_integral()
    return f"{whole if exact == whole else exact.normalize():,f}"


def days_words(days: Decimal) -> str:
    """Return "1 day" or "2.5 days"."""
    return f"{number_words(days)} {'day' if days == 1 else 'days'}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return "1 request" or "3 requests"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def headings(drawn: Markup) -> list[tuple[str, str]]:
    """Return id and words of each part of a drawn page, so that its contents are what it has."""
    return [
        (found[1], drawn[found.start(2) : found.end(2)].striptags())
        for found in _HEADING.finditer(drawn)
    ]


def init_app(app: Flask) -> None:
    app.jinja_env.filters["date"] = date_words
    app.jinja_env.filters["datetime"] = moment_words
    app.jinja_env.filters["number"] = number_words
    app.jinja_env.filters["pounds"] = pounds
    app.jinja_env.filters["days"] = days_words
    app.jinja_env.filters["headings"] = headings
    app.jinja_env.globals["counted"] = counted
