"""The officers' board, and what officers keep about one piece of work: never for a side."""

from __future__ import annotations

from app.commissions.models import SupportRequest
from app.commissions.statuses import RequestStatus
from tests.factories.world import World
from tests.rules.matrix.rows import BOTH, BROKERS, FORBIDDEN, only, the_request
from tests.rules.world import Scene, at, request_at

OFFICERS = f"{BROKERS} approver"
submitted = request_at("submitted")


def ended(world: World) -> Scene:
    from app.commissions.services.ask import withdraw

    scene = submitted(world)
    withdraw(request=its_request(scene), by=world.head, reason="No longer needed")
    return scene


def its_request(scene: Scene) -> SupportRequest:
    assert scene.asked, "this scene has no request"
    assert scene.asked.status is not RequestStatus.DRAFT
    return scene.asked


BOARD = (
    *only("GET", "board.index", f"{OFFICERS} other_broker", others=FORBIDDEN),
    *only(BOTH, "board.remind", f"{OFFICERS} other_broker", others=FORBIDDEN),
    # to everybody else they do not exist, whichever side they are on
    *only(BOTH, "board.notes", OFFICERS, of=the_request, make=submitted, case="of a request"),
    *only(BOTH, "board.notes", OFFICERS, of=the_request, make=at("active"), case="under way"),
    *only(BOTH, "board.assign", OFFICERS, of=the_request),
    *only(
        BOTH, "board.assign", "", forbidden=OFFICERS, of=the_request, make=ended, case="once ended"
    ),
    *only("POST", "board.watch", OFFICERS, of=the_request),
    *only("POST", "board.unwatch", OFFICERS, of=the_request),
)
