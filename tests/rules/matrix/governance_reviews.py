"""Reviews of governance: the board's, its reviewers', the officers'; brokers know of none."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from app.extensions import db
from app.governance.reviews.models import GovernanceReview
from tests.factories import governance_reviews as make
from tests.factories.world import World
from tests.rules.matrix.rows import BOTH, only
from tests.rules.world import Scene, alone

LEAD, BOARD = "other_provider_lead", "chair governor clerk"
SPEAKERS, OFFICER = "chair clerk", "governor_services"
KNOW = f"{BOARD} {LEAD} {OFFICER} quality"
# the head too, once the report is shared
READ = f"{KNOW} head"
KNOW_OF_OWN = f"{BOARD} {OFFICER} quality"
HAVE_SOME = f"{READ} other_head host_head head_leader provider_lead"


def with_review(state: Callable[[World], GovernanceReview]) -> Callable[[World], Scene]:
    def scene(world: World) -> Scene:
        state(world)
        return alone(world)

    return scene


def found(world: World) -> GovernanceReview:
    review = make.under_way(world)
    make.find(review, world.other_provider_lead)
    return review


def review() -> GovernanceReview:
    return db.session.scalars(select(GovernanceReview)).one()


def it(_scene: Scene) -> dict[str, object]:
    return {"reference": review().reference}


def step(act: str) -> Callable[[Scene], dict[str, object]]:
    return lambda scene: {**it(scene), "act": act}


def first(part: str) -> Callable[[Scene], dict[str, object]]:
    return lambda scene: {**it(scene), "number": getattr(review(), part)[0].id}


def first_report(scene: Scene) -> dict[str, object]:
    return {**it(scene), "number": 1}


def a_heading(_scene: Scene) -> dict[str, object]:
    return {"authority": "384", "code": "direction"}


PLANNED, FOUND = with_review(make.planned), with_review(found)
SHARED, PLANNING = with_review(make.shared), with_review(make.planning_begun)
FOLLOWED, OWN = with_review(make.followed_up), with_review(make.own_review)
R = "governance_reviews"

REVIEWS = (
    *only("GET", f"{R}.index", HAVE_SOME, make=FOUND),
    *only("GET", f"{R}.overdue", f"{OFFICER} quality", make=FOUND),
    *only("GET", f"{R}.promptness", f"{OFFICER} quality forum", make=FOLLOWED),
    *only(BOTH, f"{R}.new", f"{SPEAKERS} {OFFICER}", make=FOUND),
    *only(BOTH, f"{R}.headings", OFFICER, make=FOUND),
    *only(BOTH, f"{R}.new_heading", OFFICER, make=FOUND),
    *only(BOTH, f"{R}.heading", OFFICER, of=a_heading, make=FOUND),
    *only(BOTH, f"{R}.arrange", OFFICER, forbidden=KNOW, of=it, make=PLANNED),
    *only("GET", f"{R}.show", KNOW, of=it, make=FOUND),
    *only("GET", f"{R}.show", READ, of=it, make=SHARED, case="shared"),
    *only("GET", f"{R}.show", KNOW_OF_OWN, of=it, make=OWN, case="the board's own"),
    *only(BOTH, f"{R}.interest", f"{LEAD} {OFFICER}", forbidden=KNOW, of=it, make=FOUND),
    *only(BOTH, f"{R}.take", LEAD, forbidden=KNOW, of=step("draft"), make=FOUND),
    *only("POST", f"{R}.take", "chair", forbidden=READ, of=step("agree_report"), make=SHARED),
    *only(
        BOTH, f"{R}.open_to_authority", "chair", forbidden=KNOW_OF_OWN, of=it, make=OWN,
    ),
    *only("GET", f"{R}.papers", KNOW, of=it, make=FOUND),
    *only("GET", f"{R}.papers", BOARD, of=it, make=OWN, case="the board's own"),
    *only(BOTH, f"{R}.new_paper", f"{LEAD} {OFFICER}", forbidden=KNOW, of=it, make=FOUND),
    *only(
        BOTH, f"{R}.paper", f"{LEAD} {OFFICER} {SPEAKERS}",
        forbidden=KNOW, of=first("papers"), make=FOUND,
    ),
    *only(BOTH, f"{R}.new_meeting", f"{LEAD} {OFFICER}", forbidden=KNOW, of=it, make=FOUND),
    *only(BOTH, f"{R}.meeting", LEAD, forbidden=KNOW, of=first("meetings"), make=FOUND),
    *only("GET", f"{R}.own_view", BOARD, of=it, make=FOUND),
    *only("POST", f"{R}.own_view", SPEAKERS, forbidden="governor", of=it, make=FOUND),
    *only("GET", f"{R}.own_view", READ, of=it, make=SHARED, case="both are in"),
    *only(
        BOTH, f"{R}.own_view_part", SPEAKERS, forbidden="governor", of=first("scope"), make=FOUND,
    ),
    *only("GET", f"{R}.findings", f"{LEAD} {OFFICER}", of=it, make=FOUND),
    *only(BOTH, f"{R}.new_finding", LEAD, forbidden=OFFICER, of=it, make=FOUND),
    *only(BOTH, f"{R}.finding", LEAD, forbidden=OFFICER, of=first("findings"), make=FOUND),
    *only("GET", f"{R}.report", READ, of=first_report, make=SHARED),
    *only(BOTH, f"{R}.comment", SPEAKERS, forbidden=READ, of=it, make=SHARED),
    *only("GET", f"{R}.plan", READ, of=it, make=PLANNING),
    *only(BOTH, f"{R}.new_action", SPEAKERS, forbidden=READ, of=it, make=PLANNING),
    *only(
        BOTH, f"{R}.edit_action", SPEAKERS, forbidden=READ, of=first("actions"), make=PLANNING,
    ),
    *only("GET", f"{R}.action", READ, of=first("actions"), make=FOLLOWED),
    *only(BOTH, f"{R}.progress", SPEAKERS, forbidden=READ, of=first("actions"), make=FOLLOWED),
    *only(BOTH, f"{R}.move_date", SPEAKERS, forbidden=READ, of=first("actions"), make=FOLLOWED),
)  # fmt: skip
