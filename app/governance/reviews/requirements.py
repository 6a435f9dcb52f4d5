"""What must hold before a step of a review. Pure; each answer says what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.governance.reviews import permissions as who
from app.governance.reviews.facts import FindingKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.governance.reviews.models import GovernanceReview


def to_begin(person: Person, review: GovernanceReview) -> Sequence[str]:
    missing = [] if review.scope else ["Choose what the review looks at."]
    if not who.is_self(review) and not who.declared_none(person, review):
        missing.append("Say first whether you have an interest in this school.")
    return missing


def to_draft(_person: Person, review: GovernanceReview) -> Sequence[str]:
    found = {finding.heading_id for finding in review.findings}
    without = [part.heading.name for part in review.scope if part.heading_id not in found]
    return [f"Write a finding under “{name}”." for name in without]


def to_agree_plan(_person: Person, review: GovernanceReview) -> Sequence[str]:
    """A plan has an action, and one for every heading with something urgent."""
    if not review.actions:
        return ["Write at least one action."]
    planned = {action.heading_id for action in review.actions}
    urgent = {f.heading.name for f in review.findings if f.kind is FindingKind.URGENT} - {
        action.heading.name for action in review.actions if action.heading_id in planned
    }
    return [
        f"Write an action under “{name}”: a finding there is urgent." for name in sorted(urgent)
    ]
