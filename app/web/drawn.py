"""Small parts of pages that are the same for everybody, drawn once a process.

A part is kept by all that it was drawn from, so nobody meets what was drawn for somebody else:
give it plain values only, and never a token.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable

    from flask import Flask
    from jinja2.runtime import Macro

KEPT_PARTS = 4_000


@lru_cache(maxsize=KEPT_PARTS)
def drawn_once(macro: Macro, *given: Hashable) -> str:
    """Return what the macro draws; it must come from a file of its own, by `{% from %}`."""
    return macro(*given)


def init_app(app: Flask) -> None:
    app.jinja_env.globals["drawn_once"] = drawn_once
