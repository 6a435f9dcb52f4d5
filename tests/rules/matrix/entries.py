"""An entry of the prospectus: its days, and its being public or hidden."""

from __future__ import annotations

from app.prospectus import services
from tests.factories.world import World
from tests.rules.matrix.rows import ABSENT, BOTH, BROKERS, FORBIDDEN, OPEN, Row, only, the_provider
from tests.rules.world import Scene, at

ITS_OFFICERS = f"{BROKERS} approver quality governor_services"
LOOK_AFTER_IT = f"provider_lead {ITS_OFFICERS}"


def its_year(scene: Scene) -> dict[str, object]:
    return the_provider(scene) | {"year": 2026}


def hidden_by_its_lead(world: World) -> Scene:
    scene = at("offered")(world)
    services.hide(world.provider, by=world.provider_lead)
    return scene


def hidden_by_an_officer(world: World) -> Scene:
    scene = at("offered")(world)
    services.hide(world.provider, by=world.broker, reason="The designation is being checked")
    return scene


ENTRIES: tuple[Row, ...] = (
    *only("GET", "commissions.days", LOOK_AFTER_IT, others=FORBIDDEN, of=the_provider),
    *only("POST", "commissions.days", f"provider_lead {BROKERS} approver", others=FORBIDDEN,
          of=the_provider),
    *only("GET", "commissions.days_of_year", LOOK_AFTER_IT, others=FORBIDDEN, of=its_year),
    *only(BOTH, "prospectus.hide", LOOK_AFTER_IT, others=FORBIDDEN, of=the_provider),
    *only(BOTH, "prospectus.show", LOOK_AFTER_IT, of=the_provider,
          case="hidden by its lead", make=hidden_by_its_lead),
    *only(BOTH, "prospectus.show", ITS_OFFICERS, forbidden="provider_lead", of=the_provider,
          case="hidden by an officer", make=hidden_by_an_officer),
    Row("GET", "prospectus.provider", ABSENT, dict.fromkeys(LOOK_AFTER_IT.split(), OPEN),
        the_provider, "hidden", hidden_by_its_lead),
)  # fmt: skip
