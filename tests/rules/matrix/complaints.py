"""Complaints: made by the head about the provider, who learns of it once it is told."""

from __future__ import annotations

from sqlalchemy import select

from app.extensions import db
from app.quality.complaints.models import Complaint
from tests.factories import complaints
from tests.factories.world import World
from tests.rules.matrix.commissions import of_commission
from tests.rules.matrix.rows import BOTH, BROKERS, FORBIDDEN, SEE_THE_COMMISSION, only
from tests.rules.world import Scene, around, at

HANDLERS = f"{BROKERS} approver quality"


def made(world: World) -> Scene:
    return around(complaints.made(world).commission, world)


def investigated(world: World) -> Scene:
    return around(complaints.investigated(world).commission, world)


def acknowledged(world: World) -> Scene:
    complaint = complaints.made(world)
    complaints.services.acknowledge(complaint=complaint, by=world.broker, words="Soon")
    return around(complaint.commission, world)


def its_complaint(_scene: Scene) -> dict[str, object]:
    return {"complaint": db.session.scalars(select(Complaint.reference)).one()}


KNOW = f"head {HANDLERS}"
COMPLAINTS = (
    *only("GET", "complaints.index", f"{HANDLERS} other_broker governor_services",
          others=FORBIDDEN),
    *of_commission(
        BOTH, "complaints.make", SEE_THE_COMMISSION.replace(" host_head", ""), at("active")
    ),
    *only("GET", "complaints.show", KNOW, of=its_complaint, make=made),
    *only(
        "GET", "complaints.show", f"{KNOW} provider_lead",
        of=its_complaint, make=investigated, case="told",
    ),
    *only(BOTH, "complaints.acknowledge", HANDLERS, forbidden=KNOW, of=its_complaint, make=made),
    *only(
        BOTH, "complaints.assign", HANDLERS, forbidden=KNOW, of=its_complaint, make=acknowledged
    ),
    *only(BOTH, "complaints.withdraw", "head", forbidden=KNOW, of=its_complaint, make=made),
    *only(
        BOTH, "complaints.decide", "quality", forbidden=f"{KNOW} provider_lead",
        of=its_complaint, make=investigated,
    ),
)  # fmt: skip
