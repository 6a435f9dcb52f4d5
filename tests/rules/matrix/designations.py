"""Designations, their kinds, and the criteria."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from app.core import clock
from app.prospectus.designations import services
from app.prospectus.designations.facts import DesignationAct
from app.prospectus.designations.services.criteria import add_criterion
from app.prospectus.designations.services.kinds import KindFacts, add_kind
from tests.factories.world import World
from tests.rules.matrix.rows import (
    BOTH,
    FORBIDDEN,
    Row,
    everybody,
    nothing,
    only,
    the_provider,
)
from tests.rules.world import Scene, alone

OFFICERS = "broker second_broker approver quality"
SEE = f"{OFFICERS} provider_lead"
KEEPERS = "quality administrator"
Of = Callable[[Scene], dict[str, object]]
SOON = clock.today() + timedelta(days=30)


def reviewed(world: World) -> Scene:
    """Return the scene after a decision that the provider may appeal against."""
    services.decide(
        designation=world.provider.designations[0],
        act=DesignationAct.REVIEW,
        by=world.broker,
        reason="It was looked at.",
        look_again_on=SOON,
    )
    return alone(world)


def appealed(world: World) -> Scene:
    scene = reviewed(world)
    services.appeal(
        designation=world.provider.designations[0], by=world.provider_lead, words="It was not."
    )
    return scene


def its_designation(scene: Scene) -> dict[str, object]:
    return {"slug": scene.provider.slug, "number": scene.provider.designations[0].id}


def its_suspension(scene: Scene) -> dict[str, object]:
    return {**its_designation(scene), "act": DesignationAct.SUSPEND.value}


def the_kind(scene: Scene) -> dict[str, object]:
    return {"number": scene.provider.designations[0].type_id}


def another_kind(_scene: Scene) -> dict[str, object]:
    return {"number": add_kind(KindFacts("Other", "O", "both", "Us", "Another.")).id}


def a_criterion(_scene: Scene) -> dict[str, object]:
    return {"number": add_criterion(type_id=None, words="Helps", guidance="").id}


def kept(methods: str, endpoint: str, of: Of = nothing) -> tuple[Row, ...]:
    return only(methods, endpoint, KEEPERS, others=FORBIDDEN, of=of, make=alone)


DESIGNATIONS = (
    *only(
        "GET",
        "designations.overview",
        f"{OFFICERS} other_broker",
        others=FORBIDDEN,
        make=alone,
    ),
    *only("GET", "designations.index", SEE, of=the_provider, make=reviewed),
    *only(
        BOTH,
        "designations.award",
        OFFICERS,
        forbidden="provider_lead",
        of=the_provider,
        make=alone,
    ),
    *only(
        BOTH,
        "designations.decide",
        OFFICERS,
        forbidden="provider_lead",
        of=its_suspension,
        make=alone,
    ),
    *only(
        BOTH,
        "designations.appeal",
        "provider_lead",
        forbidden=OFFICERS,
        of=its_designation,
        make=reviewed,
    ),
    *only(
        BOTH,
        "designations.answer",
        "second_broker approver quality",
        forbidden="provider_lead broker",
        of=its_designation,
        make=appealed,
    ),
    everybody("GET", "designations.criteria"),
    *kept("GET", "designation_types.index"),
    *kept(BOTH, "designation_types.new"),
    *kept(BOTH, "designation_types.edit", the_kind),
    *kept(BOTH, "designation_types.remove", another_kind),
    *kept("POST", "designation_types.move", the_kind),
    *kept("GET", "criteria.index"),
    *kept(BOTH, "criteria.new"),
    *kept(BOTH, "criteria.reword", a_criterion),
    *kept(BOTH, "criteria.retire", a_criterion),
    *kept("POST", "criteria.move", a_criterion),
)
