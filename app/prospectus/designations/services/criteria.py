"""Criteria: added, reworded, put in order, retired. What somebody was judged by never changes."""

from __future__ import annotations

from app.core import clock
from app.core.errors import NotOpen
from app.extensions import db
from app.prospectus.designations import queries
from app.prospectus.designations.services.ordering import STEP, exchange, neighbour
from app.prospectus.models import Criterion


def add_criterion(*, type_id: int | None, words: str, guidance: str) -> Criterion:
    last = max((one.position for one in queries.criteria_in_force(type_id)), default=0)
    criterion = Criterion(
        designation_type_id=type_id, position=last + STEP, words=words, guidance=guidance
    )
    db.session.add(criterion)
    db.session.flush()
    return criterion


def reword_criterion(criterion: Criterion, *, words: str, guidance: str) -> Criterion:
    """Retire it and put a new one in its place; the same words again change nothing."""
    check_in_force(criterion)
    if (words, guidance) == (criterion.words, criterion.guidance):
        return criterion
    criterion.retired_on = clock.today()
    replacement = Criterion(
        designation_type_id=criterion.designation_type_id,
        position=criterion.position,
        words=words,
        guidance=guidance,
        replaces_id=criterion.id,
    )
    db.session.add(replacement)
    db.session.flush()
    return replacement


def retire_criterion(criterion: Criterion) -> None:
    check_in_force(criterion)
    criterion.retired_on = clock.today()
    db.session.flush()


def check_in_force(criterion: Criterion) -> None:
    if criterion.retired_on is not None:
        message = "This criterion has been reworded or retired since you opened it."
        raise NotOpen(message)


def move_criterion(criterion: Criterion, *, up: bool) -> None:
    check_in_force(criterion)
    rows = queries.criteria_in_force(criterion.designation_type_id)
    if (other := neighbour(rows, criterion, up=up)) is not None:
        exchange(rows, criterion, other)
        db.session.flush()
