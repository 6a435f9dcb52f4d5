"""What must be in place before an entry goes public, in words for whoever wants it to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.prospectus.models import Provider


def entry_complete(_person: Person | None, provider: Provider) -> list[str]:
    return [
        words
        for words, given in (
            ("Enter a headline.", provider.headline.strip()),
            ("Describe what you offer.", provider.summary.strip()),
            ("Choose at least one area of expertise.", provider.expertise),
            ("Choose at least one phase.", provider.phases),
            ("Choose at least one way of working.", provider.modes),
            ("Choose at least one place served.", provider.areas),
        )
        if not given
    ]
