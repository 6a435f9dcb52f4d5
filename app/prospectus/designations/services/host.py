"""The holder's school changed: what they hold is reviewed, and nothing is lost in silence."""

from __future__ import annotations

from app.core import clock
from app.core.calendar import add_working_days
from app.extensions import db
from app.prospectus.designations import queries, telling
from app.prospectus.designations.facts import WORKING_DAYS_TO_REVIEW, DesignationAct
from app.prospectus.designations.lifecycle import DESIGNATION_LIFECYCLE
from app.prospectus.designations.services.holding import hold
from app.prospectus.facts import STANDING, DesignationStatus
from app.prospectus.models import Designation, DesignationDecision, Provider
from app.prospectus.services.changed import changed
from app.schools.queries import schools_by_urns
from app.web.filters import date_words


def host_changed(provider: Provider, before_urn: int | None, after_urn: int | None) -> None:
    """Put what a person holds under review when another school lends them, or none any more.

    Whoever changes an entry's home school calls this in the same transaction.
    """
    if not provider.kind.is_person or before_urn == after_urn:
        return
    urns = [urn for urn in (before_urn, after_urn) if urn is not None]
    names = {school.urn: school.name for school in schools_by_urns(urns)}
    before, after = names.get(before_urn or 0), names.get(after_urn or 0)
    if before and after:
        reason = f"The holder moved from {before} to {after}."
    else:
        reason = f"The holder left {before}." if before else f"The holder joined {after}."
    for designation in list(provider.designations):
        _review(designation, DesignationAct.HOST_CHANGED, reason, before_urn)


def review_where_host_closed() -> None:
    """Put under review what persons hold whose home school closed in the register, once."""
    for designation in queries.with_a_closed_host():
        school = designation.provider.host
        if school is None:
            continue
        when = f" on {date_words(school.closed_on)}" if school.closed_on else ""
        reason = f"The home school, {school.name}, closed{when}."
        _review(designation, DesignationAct.HOST_CLOSED, reason, school.urn)


def _review(
    designation: Designation, act: DesignationAct, reason: str, host_urn: int | None
) -> None:
    hold(designation)
    today = clock.today()
    lapsed = designation.standing_on(today) is DesignationStatus.LAPSED
    if designation.standing not in STANDING or lapsed:
        return
    review_on = add_working_days(today, WORKING_DAYS_TO_REVIEW)
    decision = DesignationDecision(
        designation=designation,
        act=act,
        standing_before=designation.standing,
        reason=reason,
        look_again_on=review_on,
        ends_on_before=designation.ends_on,
        ends_on=designation.ends_on,
        host_urn=host_urn,
    )
    db.session.add(decision)
    DESIGNATION_LIFECYCLE.move(designation, act, by=None)
    designation.review_on = review_on
    changed(designation.provider)
    telling.tell_of_move(decision)
