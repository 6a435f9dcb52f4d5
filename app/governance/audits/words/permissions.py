"""Who keeps the statements, the questions and the scale. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.audits.words.models import Scale, Wording


def keeps_words(person: Person | None) -> bool:
    return person is not None and person.holds(Role.GOVERNOR_SERVICES)


def keeps_wording(person: Person, wording: Wording) -> bool:
    return person.holds(Role.GOVERNOR_SERVICES, authority=wording.authority_code)


def keeps_scale(person: Person, scale: Scale) -> bool:
    return person.holds(Role.GOVERNOR_SERVICES, authority=scale.authority_code)
