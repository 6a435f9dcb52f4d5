"""A review of the board of world.school in its states, led by world.other_provider."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.core import clock
from app.extensions import db
from app.governance.reviews.facts import (
    BoardRating,
    BoardReviewAct,
    FindingKind,
    MeetingOutcome,
    MeetingWith,
    ReviewKind,
)
from app.governance.reviews.services import opening, planning, preparing, steps
from app.prospectus.facts import DesignationStatus
from app.prospectus.models import Designation, DesignationType

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.reviews.models import GovernanceAction, GovernanceReview
    from tests.factories.world import World

A = BoardReviewAct
SOON = timedelta(days=30)


def champion(world: World) -> None:
    """Let world.other_provider lead reviews."""
    kind = DesignationType(
        code="local-champion-of-governance",
        name="Local champion of governance",
        short_name="LCG",
        held_by="person",
        awarding_body="The authority",
        description="A governor who helps other boards.",
        position=2,
    )
    award = Designation(
        type=kind, standing=DesignationStatus.ACTIVE, awarded_on=clock.today() - timedelta(days=9)
    )
    world.other_provider.designations.append(award)
    db.session.flush()


def asked(world: World, kind: ReviewKind = ReviewKind.EXTERNAL) -> GovernanceReview:
    return opening.open_review(
        school=world.school, kind=kind, by=world.chair, why="Three governors are new"
    )


def planned(world: World) -> GovernanceReview:
    """Return an external review of two headings, whose lead has no interest."""
    champion(world)
    review = asked(world)
    opening.arrange(
        review=review,
        by=world.governor_services,
        heading_ids={part.heading_id for part in review.scope[:2]},
        head_takes_part=False,
        provider=world.other_provider,
    )
    opening.declare(review=review, by=world.other_provider_lead, words="")
    return review


def under_way(world: World) -> GovernanceReview:
    """Return it with a paper asked for, a meeting with notes, and the board's own view written."""
    review = planned(world)
    lead = world.other_provider_lead
    steps.take(review=review, act=A.BEGIN, by=lead)
    preparing.ask_for_paper(
        review=review,
        by=lead,
        what="Minutes of the last year",
        from_role=Role.CLERK,
        due_on=clock.today() + SOON,
    )
    meeting = preparing.book_meeting(
        review=review, by=lead, with_whom=MeetingWith.CHAIR, held_on=clock.today()
    )
    preparing.keep_meeting(
        meeting=meeting,
        by=lead,
        held_on=clock.today(),
        outcome=MeetingOutcome.HELD,
        notes="The chair is tired",
    )
    for part in review.scope:
        preparing.write_part(
            part=part, by=world.clerk, rating=BoardRating.MOSTLY, words="We try", evidence=""
        )
    return review


def find(review: GovernanceReview, by: Person) -> None:
    """Write a finding under each heading, the first urgent."""
    for place, part in enumerate(review.scope):
        steps.write_finding(
            review=review,
            by=by,
            heading=part.heading,
            kind=FindingKind.STRENGTH if place else FindingKind.URGENT,
            words=f"Found: {part.heading.name}",
            evidence="Minutes",
            recommendation="" if place else "Write a plan of work",
        )


def drafted(world: World) -> GovernanceReview:
    review = under_way(world)
    preparing.send_own_view(review=review, by=world.chair)
    find(review, world.other_provider_lead)
    steps.take(review=review, act=A.DRAFT, by=world.other_provider_lead)
    return review


def shared(world: World) -> GovernanceReview:
    review = drafted(world)
    steps.take(review=review, act=A.SHARE, by=world.other_provider_lead)
    return review


def planning_begun(world: World) -> GovernanceReview:
    """Return it with the report agreed and one action written, the clerk's."""
    review = shared(world)
    steps.take(review=review, act=A.AGREE_REPORT, by=world.chair)
    act_on(world, review)
    return review


def act_on(world: World, review: GovernanceReview) -> GovernanceAction:
    return planning.write_action(
        review=review,
        by=world.clerk,
        heading=review.scope[0].heading,
        what="Write a plan of work",
        measure="Every meeting follows it",
        owner=Role.CLERK,
        due_on=clock.today() + SOON,
    )


def plan_agreed(world: World) -> GovernanceReview:
    review = planning_begun(world)
    steps.take(review=review, act=A.AGREE_PLAN, by=world.chair)
    return review


def followed_up(world: World) -> GovernanceReview:
    review = plan_agreed(world)
    steps.take(review=review, act=A.ACCEPT_PLAN, by=world.governor_services)
    return review


def own_review(world: World) -> GovernanceReview:
    """Return the board's own review, begun by the chair and read by nobody outside."""
    review = asked(world, ReviewKind.SELF)
    opening.arrange(
        review=review,
        by=world.chair,
        heading_ids={part.heading_id for part in review.scope[:2]},
        head_takes_part=False,
    )
    steps.take(review=review, act=A.BEGIN, by=world.chair)
    return review
