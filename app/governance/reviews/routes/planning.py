"""The action plan and the follow-up of each action."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from app.accounts.models import Person
from app.accounts.roles import Role
from app.governance.reviews import permissions as who
from app.governance.reviews import queries
from app.governance.reviews.asking import ask, go_back
from app.governance.reviews.models import GovernanceAction, GovernanceReview
from app.governance.reviews.planning_forms import (
    ActionForm,
    MoveDateForm,
    ProgressForm,
    owner_choices,
)
from app.governance.reviews.planning_page import action_view, action_views
from app.governance.reviews.routes.blueprint import blueprint
from app.governance.reviews.routes.findings import headings_in
from app.governance.reviews.services import planning
from app.web import access
from app.web.access import current_person
from app.web.commits import commits

ACTION = "/<reference>/plan/<int(max=999999999):number>"


@blueprint.get("/<reference>/plan")
@access.loads(queries.review_by_reference, name="review", see=who.can_read_report)
def plan(review: GovernanceReview) -> ResponseReturnValue:
    return render_template(
        "governance/reviews/plan.html",
        review=review,
        actions=action_views(review),
        may_write=who.can_write_plan(current_person(), review),
    )


@blueprint.route("/<reference>/plan/new", methods=["GET", "POST"])
@access.loads(
    queries.review_by_reference, name="review", see=who.can_read_report, may=who.can_write_plan
)
@commits
def new_action(review: GovernanceReview) -> ResponseReturnValue:
    form = _action_form(review)
    if form.validate_on_submit():
        form.show_faults(faults := form.faults())
        if not faults:
            _write(review, form)
            return go_back(review, "The action is saved.", "plan")
    return ask(review, form, "Add an action", back="plan")


@blueprint.get(ACTION)
@access.loads(queries.action_of, name="action", see=who.can_see_action)
def action(action: GovernanceAction) -> ResponseReturnValue:
    person = current_person()
    return render_template(
        "governance/reviews/action.html",
        review=action.review,
        number=action.id,
        action=action_view(action),
        may_write=who.can_write_action(person, action),
        may_follow_up=who.can_follow_up(person, action),
        may_move=who.can_move_date(person, action),
        may_ask=who.speaks_for_board(person, action.review),
    )


@blueprint.route(f"{ACTION}/edit", methods=["GET", "POST"])
@access.loads(queries.action_of, name="action", see=who.can_see_action, may=who.can_write_action)
@commits
def edit_action(action: GovernanceAction) -> ResponseReturnValue:
    review, form = action.review, _action_form(action.review, action)
    if form.validate_on_submit():
        form.refuse_if_stale(action)
        if form.takes_out:
            planning.take_out_action(action=action, by=current_person())
            return go_back(review, "The action is taken out.", "plan")
        form.show_faults(faults := form.faults())
        if not faults:
            _write(review, form, action)
            return go_back(review, "The action is saved.", "plan")
    return ask(review, form, "Change an action", back="plan")


@blueprint.route(f"{ACTION}/progress", methods=["GET", "POST"])
@access.loads(queries.action_of, name="action", see=who.can_see_action, may=who.can_follow_up)
@commits
def progress(action: GovernanceAction) -> ResponseReturnValue:
    form = ProgressForm(data={"version": action.version})
    if form.validate_on_submit():
        form.refuse_if_stale(action)
        form.show_faults(faults := planning.faults_of_day(action, form.done_on.data))
        if not faults:
            planning.record_progress(
                action=action,
                by=current_person(),
                words=form.words.data or "",
                done_on=form.done_on.data,
            )
            return go_back(action.review, "Saved.", "plan")
    told = [action.what, f"It worked if: {action.measure}"]
    return ask(action.review, form, "What was done", told=told, back="action", number=action.id)


@blueprint.route(f"{ACTION}/date", methods=["GET", "POST"])
@access.loads(queries.action_of, name="action", see=who.can_see_action, may=who.can_move_date)
@commits
def move_date(action: GovernanceAction) -> ResponseReturnValue:
    form = MoveDateForm(data={"due_on": action.due_on, "version": action.version})
    if form.validate_on_submit():
        form.refuse_if_stale(action)
        form.show_faults(faults := form.faults(action.due_on))
        if not faults:
            planning.move_date(
                action=action,
                by=current_person(),
                due_on=form.due_on.data,
                reason=form.reason.data or "",
            )
            return go_back(action.review, "The date is changed.", "plan")
    told = [action.what, "The date that was agreed stays visible, with your reason."]
    return ask(action.review, form, "Change the date", told=told, back="action", number=action.id)


def _action_form(review: GovernanceReview, action: GovernanceAction | None = None) -> ActionForm:
    given: dict[str, object] = {}
    if action is not None:
        owner = f"role {action.owner_role}" if action.owner_role else f"person {action.owner_id}"
        given = {
            "heading_id": str(action.heading_id),
            "what": action.what,
            "owner": owner,
            "due_on": action.due_on,
            "measure": action.measure,
            "version": action.version,
        }
    headings = [(key, one.name) for key, one in headings_in(review).items()]
    owners = owner_choices(queries.board_of(review.school_urn))
    return ActionForm(headings, owners, is_new=action is None, data=given)


def _write(
    review: GovernanceReview, form: ActionForm, action: GovernanceAction | None = None
) -> None:
    planning.write_action(
        review=review,
        by=current_person(),
        heading=headings_in(review)[form.heading_id.data],
        what=form.what.data or "",
        measure=form.measure.data or "",
        owner=_owner(review, form.owner.data),
        due_on=form.due_on.data,
        action=action,
    )


def _owner(review: GovernanceReview, chosen: str) -> Role | Person:
    """Return the role, or the member of the board, that the form's choices name."""
    kind, _, key = chosen.partition(" ")
    if kind == "role":
        return Role(key)
    return next(one for one in queries.board_of(review.school_urn) if str(one.id) == key)
