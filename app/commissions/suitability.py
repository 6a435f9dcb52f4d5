"""What an officer should know about a provider before the school is shown it. Pure rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.commissions.for_boards.checks import findings
from app.commissions.voices import SCHOOL_READERS, SCHOOL_VOICES, is_of_board
from app.core.calendar import academic_year_words
from app.prospectus.facts import PHASE_WORDS, Phase
from app.prospectus.fit import is_in_same_trust, is_own_staff
from app.web.filters import days_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from app.accounts.models import Person
    from app.commissions.models import SupportRequest
    from app.prospectus.models import Provider
    from app.schools.models import School

FEW_DAYS = 3
# PhaseOfEducation and TypeOfEstablishment as the register writes them
_PHASES = {
    "Nursery": {Phase.EARLY_YEARS},
    "Primary": {Phase.PRIMARY, Phase.EARLY_YEARS},
    "Middle deemed primary": {Phase.PRIMARY},
    "Middle deemed secondary": {Phase.SECONDARY},
    "Secondary": {Phase.SECONDARY},
    "16 plus": {Phase.POST_16},
    "All-through": {Phase.PRIMARY, Phase.SECONDARY},
}


@dataclass(frozen=True)
class Check:
    """One finding beside a candidate: words that stand alone, and a tone that only helps."""

    words: str
    tone: str

    @property
    def is_bar(self) -> bool:
        return self.tone == "bad"


@dataclass(frozen=True)
class Days:
    """A provider's days in one academic year; `offered` is None when nothing was said."""

    year: int
    offered: Decimal | None
    reserved: Decimal

    @property
    def left(self) -> Decimal | None:
        return None if self.offered is None else self.offered - self.reserved


def stands_by_provider(person: Person, provider: Provider) -> bool:
    """Tell whether the person leads the provider or answers for the school that lends it."""
    return person.holds(Role.PROVIDER_LEAD, provider=provider.id) or (
        provider.host_urn is not None and person.holds(*SCHOOL_READERS, school=provider.host_urn)
    )


def on_both_sides(school_people: Sequence[Person], school_urn: int, provider: Provider) -> bool:
    """Tell whether somebody who speaks for the school also leads or lends the provider."""
    return any(
        person.holds(Role.PROVIDER_LEAD, provider=provider.id)
        or (
            provider.host_urn is not None
            and person.holds(*SCHOOL_VOICES, school=provider.host_urn)
            and person.holds(*SCHOOL_VOICES, school=school_urn)
        )
        for person in school_people
    )


def checks(
    request: SupportRequest,
    provider: Provider,
    *,
    days: Days,
    school_people: Sequence[Person],
    today: date,
    homes: Sequence[School] = (),
    worked_before: int = 0,
) -> list[Check]:
    """Return what speaks for and against, the bars first.

    For a board also `homes`, the schools where the provider's people govern or work, and
    `worked_before`, how often the provider has supported this board.
    """
    found = [
        _sides(request, provider, school_people),
        _designation(provider, today),
        _days(days),
        _focus(request, provider),
        _phase(request.school, provider),
        _trust(request.school, provider),
    ]
    if is_of_board(request):
        more = findings(request, provider, homes, worked_before=worked_before, today=today)
        found += [Check(one.words, one.tone) for one in more]
    order = {"bad": 0, "warning": 1, "good": 2}
    return sorted((c for c in found if c), key=lambda check: order.get(check.tone, 3))


def _sides(
    request: SupportRequest, provider: Provider, school_people: Sequence[Person]
) -> Check | None:
    if is_own_staff(provider, request.school_urn):
        return Check("The school’s own staff", "bad")
    if on_both_sides(school_people, request.school_urn, provider):
        return Check("Somebody speaks for both sides", "bad")
    return None


def _designation(provider: Provider, today: date) -> Check:
    held = [d for d in provider.designations if d.in_date(today)]
    if held:
        return Check(f"{held[0].type.short_name} in date", "good")
    if provider.designations:
        return Check("Designation out of date: needs a waiver", "warning")
    return Check("No designation: needs a waiver", "warning")


def _days(days: Days) -> Check:
    year = academic_year_words(days.year)
    if days.left is None:
        return Check(f"No days given for {year}", "warning")
    if days.left <= 0:
        return Check(f"No days left in {year}", "bad")
    return Check(
        f"{days_words(days.left)} left in {year}", "warning" if days.left < FEW_DAYS else "good"
    )


def _focus(request: SupportRequest, provider: Provider) -> Check | None:
    if request.focus_id is None:
        return None
    listed = any(held.area_id == request.focus_id for held in provider.expertise)
    return (
        Check("Lists this focus", "good")
        if listed
        else Check("Does not list this focus", "warning")
    )


def phases_of(school: School) -> set[Phase]:
    """Return the phases a provider may name to fit the school; none when it is not known."""
    kind = (school.type_name or "").lower()
    if "special" in kind:
        return {Phase.SPECIAL}
    if "alternative provision" in kind or "pupil referral" in kind:
        return {Phase.ALTERNATIVE_PROVISION}
    return set(_PHASES.get(school.phase_name or "", set()))


def _phase(school: School, provider: Provider) -> Check | None:
    wanted = phases_of(school)
    if not wanted:
        return None
    common = [phase for phase in Phase if phase in wanted and phase.value in provider.phases]
    if common:
        return Check(f"Works in {PHASE_WORDS[common[0]].lower()}", "good")
    return Check("Does not name this phase", "warning")


def _trust(school: School, provider: Provider) -> Check | None:
    return Check("Same trust", "warning") if is_in_same_trust(provider, school) else None
