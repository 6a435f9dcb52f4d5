"""The whole dashboard of one lead, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.queries.sides import judged_by
from app.quality.conditions.permissions import can_look
from app.quality.conditions.queries import open_conditions
from app.quality.provider_reviews.facts import OPENING_WORDS, ReviewStatus
from app.quality.provider_reviews.lifecycle import due_on
from app.quality.provider_reviews.permissions import can_open
from app.quality.provider_reviews.queries import LIVE, live_reviews_of
from app.reporting.quality import sections as made
from app.reporting.quality.cases import Case, Work, work_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.reporting.quality.sections import Section


def dashboard_of(person: Person) -> list[Section]:
    work = work_of(person)
    more = [
        ("conditions", "Conditions to look at", _conditions(person)),
        ("reviews", "Reviews of providers", _reviews(person, ReviewStatus.OPEN)),
        ("appeals", "Appeals against reviews", _reviews(person, ReviewStatus.APPEALED)),
    ]
    return [
        made.due_section(work, more),
        made.agreement_section(work),
        made.spread_section(work),
        made.missing_section(work),
        made.outcomes_section(work),
        made.outcomes_by(work, "area", "Outcomes by expertise", "Area", made.area_of),
        made.outcomes_by(work, "phase", "Outcomes by phase", "Phase of the school", made.phase_of),
        made.outcomes_by(work, "kind", "Outcomes by kind of provider", "Kind", made.kind_of),
    ]


def _conditions(person: Person) -> Sequence[Case]:
    return [
        Work(one.commission).case(one.judgement.conditions, one.due_on)
        for one in open_conditions(judged_by(person))
        if can_look(person, one)
    ]


def _reviews(person: Person, status: ReviewStatus) -> Sequence[Case]:
    return [
        Case(
            review.provider.name,
            OPENING_WORDS[review.opening],
            url_for("provider_reviews.show", number=review.id),
            due_on=due_on(review),
        )
        for review in live_reviews_of(person)
        if review.status is status and status in LIVE and can_open(person, review.provider)
    ]
