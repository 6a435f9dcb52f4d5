"""What governor services should know about somebody before a board is shown them. Pure rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.for_boards.facts import LEADERS_OF_GOVERNANCE
from app.prospectus.fit import are_in_one_trust
from app.prospectus.nearness import distance_words
from app.schools.points import point_of_school
from app.search.distances import miles_between

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from app.commissions.models import SupportRequest
    from app.prospectus.models import Provider
    from app.schools.models import School

# a school so near is a neighbour, whatever it teaches
NEIGHBOUR_MILES = 1
# one of the same phase competes for pupils, staff and governors from further away
NEIGHBOUR_MILES_OF_PHASE = 2


@dataclass(frozen=True)
class Finding:
    """Words that stand alone, and whether they speak for or against; nobody is hidden by one."""

    words: str
    tone: str


def findings(
    request: SupportRequest,
    provider: Provider,
    homes: Sequence[School],
    *,
    worked_before: int,
    today: date,
) -> list[Finding]:
    """Return what is to be said; `homes` are the schools where its people govern or work."""
    places = {school.urn: school for school in (*homes, provider.host) if school is not None}
    found = [
        _of_this_board(request, homes),
        _leads_governance(provider, today),
        *_distance(request, places.values()),
        _trust(request, homes),
        _before(worked_before),
    ]
    return [one for one in found if one is not None]


def _of_this_board(request: SupportRequest, homes: Sequence[School]) -> Finding | None:
    if request.school_urn in {school.urn for school in homes}:
        return Finding("Governs or works at this school", "bad")
    return None


def _leads_governance(provider: Provider, today: date) -> Finding | None:
    held = (d for d in provider.designations if d.in_date(today))
    if any(one.type.code in LEADERS_OF_GOVERNANCE for one in held):
        return None
    return Finding("No designation of governance", "warning")


def _trust(request: SupportRequest, homes: Sequence[School]) -> Finding | None:
    # that of the home school is said of every provider
    if any(are_in_one_trust(school, request.school) for school in homes):
        return Finding("Governs or works in the same trust", "warning")
    return None


def _distance(request: SupportRequest, places: Collection[School]) -> list[Finding]:
    """Say how far the nearest place is, and whether it is a neighbour."""
    need = request.board_need
    known = [
        (miles, place)
        for place in places
        if place.urn != request.school_urn
        and (miles := miles_from(request.school, place)) is not None
    ]
    if not known:
        return []
    miles = min(miles for miles, _place in known)
    found = [Finding(f"{distance_words(miles)} away", "neutral")]
    if need is not None and need.furthest_miles is not None:
        further = miles > need.furthest_miles
        words = f"{distance_words(miles)} away, {need.furthest_miles} at most were wished"
        found = [Finding(words, "warning")] if further else found
    if any(is_neighbour(request.school, place, far) for far, place in known):
        found.append(Finding("From a neighbouring school", "warning"))
    return found


def is_neighbour(school: School, other: School, miles: float) -> bool:
    same_phase = school.phase_code is not None and school.phase_code == other.phase_code
    return miles <= (NEIGHBOUR_MILES_OF_PHASE if same_phase else NEIGHBOUR_MILES)


def miles_from(school: School, other: School) -> float | None:
    here, there = point_of_school(school), point_of_school(other)
    if here is None or there is None:
        return None
    return float(miles_between(here, *there))


def _before(times: int) -> Finding | None:
    if not times:
        return None
    return Finding(f"Has worked with this board before ({times})", "warning")
