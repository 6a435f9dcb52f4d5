"""Parts of pages that are the same for everybody, drawn once a process.

A part is kept by all that it was drawn from, so nobody meets what was drawn for somebody else:
give it plain values only, and never a token. The macro must come from a file of its own, by
`{% from %}`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from flask import Flask
    from jinja2.runtime import Macro

    # what a part is drawn from, in the order in which its macro has it
    Given = tuple[Hashable, ...]

KEPT_PARTS = 300
# more than any authority has entries; some two kilobytes each
KEPT_FRAMES = 2_000
# no text can be taken for it: what is drawn is escaped
GAP = Markup("<gap>")
_NAMED_GAP = re.compile(r"<gap (\w+)>")


class Gaps:
    """Gives a macro a gap of any name: `gap.name`."""

    def __getattr__(self, name: str) -> Markup:
        return Markup("<gap %s>") % name


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


def drawn_each(
    macro: Macro, everywhere: Mapping[str, str], parts: Iterable[tuple[Given, Mapping[str, str]]]
) -> Markup:
    """Return what the macro draws of each part, around texts that change from page to page.

    It is given gaps and then what the part is drawn from, and puts each gap where the text of its
    name belongs: the part's own, or that which stands in all of them.
    """
    drawn: list[str] = []
    for given, texts in parts:
        around = [*_around_named_gaps(macro, given)]
        # every other one is the name of a gap
        for place in range(1, len(around), 2):
            name = around[place]
            text = texts[name] if name in texts else everywhere[name]
            around[place] = text if isinstance(text, Markup) else escape(text)
        drawn += around
    # joined as Markup each would be escaped once more
    return Markup("".join(drawn))  # noqa: S704


@lru_cache(maxsize=KEPT_FRAMES)
def _around_named_gaps(macro: Macro, given: Given) -> tuple[str, ...]:
    return tuple(_NAMED_GAP.split(str(macro(Gaps(), *given))))


@lru_cache(maxsize=KEPT_PARTS)
def _with_gaps(macro: Macro, *given: Hashable) -> str:
    return str(macro(GAP, *given)).replace("%", "%%").replace(GAP, "%d")


def init_app(app: Flask) -> None:
    app.jinja_env.globals["drawn_once"] = drawn_once
    app.jinja_env.globals["drawn_around"] = drawn_around
    app.jinja_env.globals["drawn_each"] = drawn_each
