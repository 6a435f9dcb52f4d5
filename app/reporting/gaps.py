"""Where schools need help and the prospectus has too little: needs beside supply."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from app.commissions.facts import RequestKind
from app.commissions.models import SupportRequest
from app.commissions.statuses import CommissionStatus, RequestStatus
from app.commissions.suitability import phases_of
from app.commissions.voices import OFFICERS
from app.core import clock
from app.extensions import db
from app.prospectus.facts import PHASE_WORDS, Availability, ListingStatus
from app.prospectus.models import ExpertiseArea, Provider, ProviderExpertise
from app.prospectus.queries import expertise_groups
from app.search.models import UnfoundSearch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.accounts.models import Person

PERIOD = timedelta(days=365)
# words typed once may be anything; typed again they are a need
TIMES_UNTIL_SHOWN = 2
MOST_SEARCHES = 50
UNMET = frozenset({RequestStatus.DECLINED, RequestStatus.SIGNPOSTED})
OPEN = frozenset({RequestStatus.SUBMITTED, RequestStatus.MATCHING})


@dataclass(frozen=True)
class Gap:
    """Needs and supply of one area or phase; `unmet` includes offers that a provider declined."""

    name: str
    requests: int
    unmet: int
    waiting: int
    providers: int
    available: int

    @property
    def is_gap(self) -> bool:
        return self.unmet > 0 or self.waiting > self.available or self.providers == 0


def requests_of_the_year(authorities: Sequence[str]) -> Sequence[SupportRequest]:
    """Return what schools of these authorities asked for in the last twelve months."""
    query = (
        select(SupportRequest)
        .where(
            SupportRequest.authority_code.in_(authorities),
            # brokers and approvers read this; what boards ask for has a summary of its own
            SupportRequest.kind == RequestKind.SCHOOL,
            SupportRequest.submitted_at >= clock.now() - PERIOD,
        )
        .options(
            joinedload(SupportRequest.school),
            joinedload(SupportRequest.focus),
            selectinload(SupportRequest.commissions),
        )
        .order_by(SupportRequest.submitted_at, SupportRequest.id)
    )
    return db.session.scalars(query).unique().all()


def is_unmet(request: SupportRequest) -> bool:
    """Turned away, or offered only to providers who declined."""
    statuses = {commission.status for commission in request.commissions}
    return request.status in UNMET or statuses == {CommissionStatus.DECLINED}


def gaps_by_area(requests: Sequence[SupportRequest]) -> list[Gap]:
    """Return every area, the widest gap first."""
    listed, available = _providers_by_area()
    asked = _tallies((request.focus.code, request) for request in requests if request.focus)
    return _ordered(
        Gap(area.name, *asked(area.code), listed[area.code], available[area.code])
        for group in expertise_groups()
        for area in group.areas
    )


def gaps_by_phase(requests: Sequence[SupportRequest]) -> list[Gap]:
    listed, available = _providers_by_phase()
    asked = _tallies(
        (phase, request) for request in requests for phase in phases_of(request.school)
    )
    return [
        Gap(words, *asked(phase), listed[phase], available[phase])
        for phase, words in PHASE_WORDS.items()
    ]


def searches_without_result() -> Sequence[tuple[str, int]]:
    """Return words searched for more than once in the period without a fitting entry."""
    times = func.sum(UnfoundSearch.times)
    query = (
        select(UnfoundSearch.words, times)
        .where(UnfoundSearch.day >= clock.today() - PERIOD)
        .group_by(UnfoundSearch.words)
        .having(times >= TIMES_UNTIL_SHOWN)
        .order_by(times.desc(), UnfoundSearch.words)
        .limit(MOST_SEARCHES)
    )
    return [(words, int(count)) for words, count in db.session.execute(query)]


def _tallies(asked: Iterable[tuple[str, SupportRequest]]) -> Callable[[str], tuple[int, int, int]]:
    """Return a function from a name to its requests: all, unmet, and waiting for a match."""
    every: Counter[str] = Counter()
    unmet: Counter[str] = Counter()
    waiting: Counter[str] = Counter()
    for name, request in asked:
        every[name] += 1
        unmet[name] += is_unmet(request)
        waiting[name] += request.status in OPEN and not is_unmet(request)
    return lambda name: (every[name], unmet[name], waiting[name])


def _providers_by_area() -> tuple[Counter[str], Counter[str]]:
    """Return for each area how many published entries list it, and how many are free now."""
    held = (
        select(ExpertiseArea.code, Provider.availability)
        .join(ProviderExpertise, ProviderExpertise.area_id == ExpertiseArea.id)
        .join(Provider, Provider.id == ProviderExpertise.provider_id)
        .where(Provider.listing == ListingStatus.PUBLISHED)
    )
    return _counted((code, free) for code, free in db.session.execute(held))


def _providers_by_phase() -> tuple[Counter[str], Counter[str]]:
    """Return for each phase how many published entries name it, and how many are free now."""
    named = select(Provider.phases, Provider.availability).where(
        Provider.listing == ListingStatus.PUBLISHED
    )
    rows = db.session.execute(named)
    return _counted((phase, free) for phases, free in rows for phase in phases)


def _counted(entries: Iterable[tuple[str, Availability]]) -> tuple[Counter[str], Counter[str]]:
    listed: Counter[str] = Counter()
    available: Counter[str] = Counter()
    for name, availability in entries:
        listed[name] += 1
        available[name] += availability is Availability.NOW
    return listed, available


def _ordered(gaps: Iterable[Gap]) -> list[Gap]:
    return sorted(
        gaps, key=lambda g: (-g.unmet, -g.waiting, g.available, g.providers, g.name.lower())
    )


def authorities_of(person: Person) -> list[str]:
    return sorted(set(person.authorities_as(*OFFICERS)))
