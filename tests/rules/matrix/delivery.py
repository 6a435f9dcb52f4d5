"""The action plan, reviews, visits by appointment, and the calendar they stand in."""

from __future__ import annotations

from app.commissions.visits import feed
from tests.rules.matrix.commissions import of_commission, the_commission
from tests.rules.matrix.rows import (
    BOTH,
    SEE_THE_DELIVERY,
    WRITE_THE_REQUEST,
    everybody,
    signed_in,
)
from tests.rules.world import Scene, at, begun, booked

BOTH_SIDES = f"{WRITE_THE_REQUEST} provider_lead"


def its_visit(scene: Scene) -> dict[str, object]:
    return the_commission(scene) | {"visit_id": scene.commission.visits[0].id}


def its_review(scene: Scene) -> dict[str, object]:
    return the_commission(scene) | {"review_id": scene.commission.reviews[0].id}


def a_calendar(scene: Scene) -> dict[str, object]:
    return {"token": feed.make_address(scene.world.head)}


def its_plan(scene: Scene) -> dict[str, object]:
    return the_commission(scene) | {"number": 1}


def its_step(scene: Scene) -> dict[str, object]:
    return its_plan(scene) | {"position": 1}


DELIVERY = (

    *of_commission("GET", "plan", SEE_THE_DELIVERY, at("active"), seen=SEE_THE_DELIVERY),
    *of_commission(
        "GET", "plan_version", SEE_THE_DELIVERY, at("planned"), its_plan, SEE_THE_DELIVERY
    ),
    *of_commission(BOTH, "propose_plan", "provider_lead", at("started"), seen=SEE_THE_DELIVERY),
    *of_commission(
        BOTH, "answer_plan", WRITE_THE_REQUEST, at("planned"), its_plan, SEE_THE_DELIVERY
    ),
    *of_commission(BOTH, "plan_step", BOTH_SIDES, at("active"), its_step, SEE_THE_DELIVERY),
    *of_commission(BOTH, "book_visit", BOTH_SIDES, at("active"), seen=SEE_THE_DELIVERY),
    *of_commission("GET", "booking", SEE_THE_DELIVERY, booked, its_visit, SEE_THE_DELIVERY),
    *of_commission(BOTH, "move_visit", BOTH_SIDES, booked, its_visit, SEE_THE_DELIVERY),
    *of_commission(BOTH, "cancel_visit", BOTH_SIDES, booked, its_visit, SEE_THE_DELIVERY),
    *of_commission(BOTH, "miss_visit", BOTH_SIDES, begun, its_visit, SEE_THE_DELIVERY),
    *of_commission(BOTH, "write_up", "provider_lead", begun, its_visit, SEE_THE_DELIVERY),
    *of_commission(BOTH, "record_review", "provider_lead", at("active"), seen=SEE_THE_DELIVERY),
    *of_commission(
        "GET", "review", SEE_THE_DELIVERY, at("reviewed"), its_review, SEE_THE_DELIVERY
    ),
    *of_commission(
        "POST", "answer_review", WRITE_THE_REQUEST, at("reviewed"), its_review, SEE_THE_DELIVERY
    ),
    signed_in("GET", "calendar.show"),
    signed_in("POST", "calendar.make"),
    signed_in("GET", "calendar.switch_off"),
    signed_in("POST", "calendar.switch_off"),
    everybody("GET", "calendar.read", a_calendar),
)  # fmt: skip
