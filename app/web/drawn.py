"""Parts of pages that are the same for everybody, drawn once a process.

A part is kept by all that it was drawn from, so nobody meets what was drawn for somebody else:
give it plain values only, and never a token. The macro must come from a file of its own, by
`{% from %}`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Hashable

    from flask import Flask
    from jinja2.runtime import Macro

KEPT_PARTS = 300
# no text can be taken for it: what is drawn is escaped
GAP = Markup("<gap>")


@lru_cache(maxsize=KEPT_PARTS)
def drawn_once(macro: Macro, *given: Hashable) -> str:
    """Return what the macro draws."""
    return macro(*given)


def drawn_around(macro: Macro, numbers: tuple[int, ...], *given: Hashable) -> Markup:
    """Return what the macro draws around numbers that change from page to page.

    It is given a gap and then the rest, and puts the gap where each number belongs, in their order.
    """
    # escaped when it was kept, and what comes into it are numbers
    return Markup(_with_gaps(macro, *given) % numbers)  # noqa: S704


@lru_cache(maxsize=KEPT_PARTS)
def _with_gaps(macro: Macro, *given: Hashable) -> str:
    return str(macro(GAP, *given)).replace("%", "%%").replace(GAP, "%d")


def init_app(app: Flask) -> None:
    app.jinja_env.globals["drawn_once"] = drawn_once
    app.jinja_env.globals["drawn_around"] = drawn_around
