"""The small world of the access matrix: one piece of support, and everybody who might look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from app.accounts.models import Person
from app.commissions.models import Commission, SupportRequest
from app.prospectus.models import Provider
from app.schools.models import School
from tests.factories.world import World

ANONYMOUS = "anonymous"
# people of tests/factories/world.py, and those it leaves out
VIEWERS = (
    ANONYMOUS,
    "head",
    "deputy",
    "chair",
    "governor",
    "clerk",
    "provider_lead",
    "other_provider_lead",
    "host_head",
    "broker",
    "second_broker",
    "approver",
    "quality",
    "governor_services",
    "forum",
    "administrator",
    "head_leader",
    "other_head",
    "other_broker",
)


@dataclass
class Scene:
    """What addresses are made of. world.school asked for support; world.provider gives it."""

    world: World
    asked: SupportRequest | None = None
    work: Commission | None = None
    # an entry that is written or reviewed; world.deputy leads it, world.school lends
    entry: Provider | None = None

    @property
    def school(self) -> School:
        return self.world.school

    @property
    def provider(self) -> Provider:
        return self.world.provider

    @property
    def commission(self) -> Commission:
        assert self.work, "this scene has not come to a commission"
        return self.work

    def viewer(self, name: str) -> Person | None:
        if name == ANONYMOUS:
            return None
        person: Person = getattr(self.world, name)
        return person


@cache
def request_at(state: str) -> Callable[[World], Scene]:
    """Return what makes the scene with the request in a state of tests/factories/requests."""

    def make(world: World) -> Scene:
        from tests.factories import requests

        made = getattr(requests, state)(world)
        return Scene(world, made[0] if isinstance(made, tuple) else made)

    return make


@cache
def asked_for_a_board(
    state: str, *told: str, in_confidence: bool = True
) -> Callable[[World], Scene]:
    """Return what makes the scene with a request of world.governor in a state of its factories."""

    def make(world: World) -> Scene:
        from tests.factories import board_requests

        made = getattr(board_requests, state)(world, *told, in_confidence=in_confidence)
        if isinstance(made, Commission):
            return Scene(world, made.request, made)
        return Scene(world, made)

    return make


def scene_of(world: World, asked: SupportRequest) -> Scene:
    """Return the scene around a request that was made elsewhere."""
    return Scene(world, asked)


@cache
def at(state: str, **kwargs: int) -> Callable[[World], Scene]:
    """Return what makes the scene with the commission in a state of its factories."""

    def make(world: World) -> Scene:
        from tests.factories import agreements, changes, deliveries

        modules = (deliveries, agreements, changes)
        factory = next(getattr(m, state) for m in modules if hasattr(m, state))
        commission = factory(world, **kwargs)
        return Scene(world, commission.request, commission)

    return make


def around(commission: Commission, world: World) -> Scene:
    """Return the scene around a commission that was made elsewhere."""
    return Scene(world, commission.request, commission)


def visited(world: World) -> Scene:
    """Return the scene with the support under way and one visit written up."""
    from tests.factories import deliveries

    scene = at("active")(world)
    deliveries.note(scene.world, scene.commission)
    return scene


def measured(world: World) -> Scene:
    """Return the scene with the support under way, one visit written up and one reading."""
    from tests.factories import deliveries

    scene = visited(world)
    deliveries.reading(scene.world, scene.commission, 66)
    return scene


def booked(world: World) -> Scene:
    """Return the scene with a visit that is still to come."""
    from tests.factories import bookings

    scene = at("active")(world)
    bookings.booked(world, scene.commission)
    return scene


def begun(world: World) -> Scene:
    """Return the scene with a booked visit that has begun."""
    from tests.factories import bookings

    scene = at("active")(world)
    bookings.begun(world, scene.commission)
    return scene


def entry_at(state: str) -> Callable[[World], Scene]:
    """Return what makes the scene with an entry in a state of tests/factories/listing."""

    def make(world: World) -> Scene:
        from tests.factories import listing

        edition = getattr(listing, state)(world)
        return Scene(world, entry=edition.provider)

    return make


def alone(world: World) -> Scene:
    """Return the scene before anybody asked for support."""
    return Scene(world, SupportRequest())
