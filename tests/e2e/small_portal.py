"""A portal on the small invented authority of the factories: any scene is set up in a moment."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from sqlalchemy import make_url

from app.commissions.models import Commission
from app.commissions.queries.commissions import commission_by_reference
from app.extensions import db
from tests.apps import empty_tables
from tests.e2e.demonstration import behind, served
from tests.factories.world import Keys, World, find_world, keys_of, make_world

DOMAIN = "test.example"
# days a year of the one provider, so that no scene takes another's
PLENTY = Decimal(300)


@dataclass
class SmallPortal:
    address: str
    keys: Keys
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @contextmanager
    def world(self) -> Iterator[World]:
        """Write to the portal by its services; kept when the block ends."""
        with behind(self.address):
            yield find_world(self.keys)

    def has(self, scene: Callable[..., Commission]) -> str:
        """Set up the scene of a factory and return the commission's reference."""
        with self.world() as world:
            return scene(world, number=next(self.numbers)).reference

    @staticmethod
    def commission(reference: str) -> Commission:
        """Return the commission itself, within `world()`."""
        found = commission_by_reference(reference)
        assert found
        return found


@contextmanager
def small_portal(folder: Path) -> Iterator[SmallPortal]:
    shutil.copy(str(make_url(empty_tables("sqlite")).database), folder / "portal.sqlite")
    with served(folder) as address:
        with behind(address):
            world = make_world()
            for capacity in world.provider.capacities:
                capacity.days_offered = PLENTY
            db.session.flush()
            keys = keys_of(world)
        yield SmallPortal(address, keys)
