"""Offers and the days offered at the same moment, on real connections: no day is given twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from decimal import Decimal
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from flask import Flask

from app.accounts.models import Person
from app.commissions.models import Candidate
from app.commissions.queries.capacity import days_in_year
from app.commissions.services import days, match
from app.commissions.services.days import offer_days
from app.core.errors import DomainError
from app.extensions import db
from app.prospectus.models import Provider
from tests.factories import requests as make
from tests.factories.world import make_world

# the first to count waits so long for others who must not come
A_MOMENT = 0.5


def test_the_last_days_are_given_once_and_not_taken_back(
    own_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    with own_app.app_context():
        world = make_world()
        provider, lead, broker = world.provider.id, world.provider_lead.id, world.broker.id
        offer_days(
            provider=world.provider, by=world.provider_lead, academic_year=2026, days=Decimal(4)
        )
        candidates = [make.chosen(world)[1].id for _ in range(2)]
        db.session.commit()
    all_have_counted = Barrier(3, timeout=A_MOMENT)

    def slowly(count: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any) -> Any:
            found = count(*args)
            with suppress(BrokenBarrierError):
                all_have_counted.wait()
            return found

        return counted

    monkeypatch.setattr(match, "days_in_year", slowly(match.days_in_year))
    monkeypatch.setattr(days, "work_of", slowly(days.work_of))

    def offer(number: int) -> None:
        """Offer all four days."""
        candidate, by = db.session.get_one(Candidate, number), db.session.get_one(Person, broker)
        match.offer(request=candidate.request, candidate=candidate, by=by, terms=make.terms())

    def take_back(number: int) -> None:
        """Offer none any more."""
        entry, by = db.session.get_one(Provider, number), db.session.get_one(Person, lead)
        offer_days(provider=entry, by=by, academic_year=2026, days=Decimal(0))

    def succeeds(act: Callable[[int], None], number: int) -> bool:
        with own_app.app_context():
            try:
                act(number)
                db.session.commit()
            except DomainError:
                return False
            return True

    with ThreadPoolExecutor(3) as pool:
        acts = [(offer, candidates[0]), (offer, candidates[1]), (take_back, provider)]
        futures = [pool.submit(succeeds, *act) for act in acts]
        done = [future.result(timeout=60) for future in futures]

    with own_app.app_context():
        left = days_in_year([provider], 2026)[provider]
    assert done.count(True) == 1
    assert (left.offered, left.left) == ((0, 0) if done[2] else (4, 0))
