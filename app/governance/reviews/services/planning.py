"""The action plan and what becomes of each action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.models import Person
from app.commissions.services.respond import given_reason
from app.core import clock
from app.core.errors import NotAllowed, NotReady
from app.extensions import db
from app.governance.reviews import permissions as who
from app.governance.reviews.models import ActionNote, GovernanceAction

if TYPE_CHECKING:
    from datetime import date

    from app.accounts.roles import Role
    from app.governance.reviews.models import GovernanceHeading, GovernanceReview


def write_action(
    *,
    review: GovernanceReview,
    by: Person,
    heading: GovernanceHeading,
    what: str,
    measure: str,
    owner: Role | Person,
    due_on: date,
    action: GovernanceAction | None = None,
) -> GovernanceAction:
    """Add an action to the plan that is being written, or write the given one anew."""
    _allow_plan(review, by)
    if due_on < clock.today():
        raise NotReady(["Enter the date by which it is done: today or later."])
    if action is None:
        action = GovernanceAction()
        review.actions.append(action)
    action.heading, action.what, action.measure = heading, what.strip(), measure.strip()
    action.due_on = action.first_due_on = due_on
    action.owner = owner if isinstance(owner, Person) else None
    action.owner_role = None if isinstance(owner, Person) else owner
    db.session.flush()
    return action


def take_out_action(*, action: GovernanceAction, by: Person) -> None:
    _allow_plan(action.review, by)
    action.review.actions.remove(action)
    db.session.flush()


def _allow_plan(review: GovernanceReview, by: Person) -> None:
    if not who.can_write_plan(by, review):
        message = "The chair or clerk writes the plan once the report is agreed."
        raise NotAllowed(message)


def record_progress(
    *, action: GovernanceAction, by: Person, words: str, done_on: date | None = None
) -> None:
    """Keep a note of progress; with a day, the action is done and the words are its evidence."""
    if not who.can_follow_up(by, action):
        message = "Its owner, the chair or the clerk says what was done, until it is done."
        raise NotAllowed(message)
    note = given_reason(words, "Say what was done.")
    if faults := faults_of_day(action, done_on):
        raise NotReady(list(faults.values()))
    action.notes.append(ActionNote(author=by, words=note))
    if done_on is not None:
        action.done_on, action.done_by, action.evidence = done_on, by, note
    db.session.flush()


def faults_of_day(action: GovernanceAction, done_on: date | None) -> dict[str, str]:
    """Return what is wrong with the day an action was done, by the question that mends it."""
    agreed_on = action.review.plan_agreed_on
    if done_on is None:
        return {}
    if done_on > clock.today():
        return {"done_on": "Enter the day it was done: today or earlier."}
    if agreed_on is not None and done_on < agreed_on:
        return {"done_on": "Enter a day after the plan was agreed."}
    return {}


def move_date(*, action: GovernanceAction, by: Person, due_on: date, reason: str) -> None:
    """Change by when it is done; the date that was agreed and every reason stay."""
    if not who.can_move_date(by, action):
        message = "The chair or clerk changes a date, until the action is done."
        raise NotAllowed(message)
    words = given_reason(reason, "Say why the date changes.")
    if due_on < clock.today() or due_on == action.due_on:
        raise NotReady(["Enter another date: today or later."])
    action.notes.append(ActionNote(author=by, words=words, from_day=action.due_on, to_day=due_on))
    action.due_on = due_on
    db.session.flush()
