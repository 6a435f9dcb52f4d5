"""Asking for a review, who leads it, what it looks at, and what they said of their interests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.accounts.roles import Role
from app.commissions.services.respond import given_reason
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.core.references import new_reference
from app.extensions import db
from app.governance.reviews import permissions as who
from app.governance.reviews import telling
from app.governance.reviews.facts import ReviewKind
from app.governance.reviews.models import GovernanceInterest, GovernanceReview, ScopePart
from app.governance.reviews.queries import headings_of, live_review_of
from app.governance.reviews.services.headings import start_headings
from app.governance.reviews.usual import usual_days
from app.schools.models import School

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.accounts.models import Person
    from app.prospectus.models import Provider


def hold(review: GovernanceReview) -> None:
    """Lock it until the transaction ends: two people do not take the same step at once."""
    db.session.flush()
    locked = select(GovernanceReview.id).filter_by(id=review.id).with_for_update()
    db.session.execute(locked)
    db.session.expire(review)


def open_review(
    *, school: School, kind: ReviewKind, by: Person, why: str, head_takes_part: bool = False
) -> GovernanceReview:
    """Open it with every heading in use; raise NotOpen when one of its kind is under way."""
    if not who.can_ask_for(by, school):
        message = "Only the chair, the clerk or governor services can ask for a review."
        raise NotAllowed(message)
    asked_as = _role_of(by, school)
    if kind is ReviewKind.SELF and asked_as is Role.GOVERNOR_SERVICES:
        message = "A self-review is the board’s own: its chair or clerk begins it."
        raise NotReady([message])
    # one at a time: of two who ask at once, the second finds the first
    db.session.execute(select(School.urn).filter_by(urn=school.urn).with_for_update())
    if live_review_of(school.urn, kind) is not None:
        message = "A review of this kind is under way for this board. Open it from the list."
        raise NotOpen(message)
    start_headings(school.authority_code)
    review = GovernanceReview(
        reference=new_reference("GOV"),
        school=school,
        kind=kind,
        asked_by=by,
        asked_as=asked_as,
        why=given_reason(why, "Say why the review is wanted."),
        head_takes_part=head_takes_part,
        check_days=usual_days("check_facts"),
        plan_days=usual_days("plan"),
        accept_days=usual_days("accept_plan"),
        scope=[ScopePart(heading=heading) for heading in headings_of(school.authority_code)],
    )
    db.session.add(review)
    db.session.flush()
    telling.tell_of_opening(review, by)
    return review


def _role_of(person: Person, school: School) -> Role:
    for role in (Role.CHAIR, Role.CLERK):
        if person.holds(role, school=school.urn):
            return role
    return Role.GOVERNOR_SERVICES


def arrange(
    *,
    review: GovernanceReview,
    by: Person,
    heading_ids: Collection[int],
    head_takes_part: bool,
    provider: Provider | None = None,
    officer: Person | None = None,
) -> None:
    """Settle before it begins who leads, what is looked at, and whether the head takes part."""
    hold(review)
    if not who.can_arrange(by, review):
        message = "This is settled before the review begins."
        raise NotOpen(message)
    if not heading_ids:
        raise NotReady(["Choose at least one heading."])
    lead_before = (review.provider_id, review.officer_id)
    review.provider, review.officer = provider, officer
    review.head_takes_part = head_takes_part
    known = {part.heading_id: part for part in review.scope}
    review.scope = [
        known.get(heading.id) or ScopePart(heading=heading)
        for heading in headings_of(review.school.authority_code)
        if heading.id in heading_ids
    ] + [part for part in review.scope if part.heading.ends_on and part.heading_id in heading_ids]
    db.session.flush()
    if lead_before != (review.provider_id, review.officer_id):
        telling.tell_lead(review, by)


def declare(*, review: GovernanceReview, by: Person, words: str) -> None:
    """Record what they said of their interests; whoever has one takes no further part."""
    hold(review)
    if not who.can_declare(by, review):
        message = "Only those who review or decide say whether they have an interest."
        raise NotAllowed(message)
    said = words.strip()
    if not said and who.declared_none(by, review):
        return
    db.session.add(GovernanceInterest(review=review, person=by, words=said))
    db.session.flush()
    if said:
        telling.tell_of_interest(review, by)


def open_to_authority(*, review: GovernanceReview, by: Person) -> None:
    """Let the authority read the board's own review; it stays readable."""
    hold(review)
    if not who.can_open_to_authority(by, review):
        message = "Only the chair lets the authority read a self-review, and only once."
        raise NotOpen(message)
    review.opened_to_authority = True
    db.session.flush()
    telling.tell_opened(review, by)
