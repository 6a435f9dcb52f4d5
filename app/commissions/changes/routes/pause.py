"""An officer pauses support, looks at the pause again, lets the support go on."""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions.approval_permissions import follows_up
from app.commissions.changes.forms import RESUME, LookAtPauseForm, PauseForm
from app.commissions.changes.page import changes_of
from app.commissions.changes.pauses import open_pause
from app.commissions.changes.services import pause as pausing
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import Commission
from app.commissions.permissions import can_see_commission
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.routes import commissions as blueprint
from app.commissions.statuses import CommissionAction
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.template_names import ask_for_reader

ask_for_reader(blueprint, changes_of=changes_of)


@blueprint.route("/<reference>/pause", methods=["GET", "POST"])
@access.loads(commission_by_reference, name="commission", see=can_see_commission, may=follows_up)
@commits
def pause(commission: Commission) -> ResponseReturnValue:
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.PAUSE, by=current_person())
    form = PauseForm()
    if form.validate_on_submit():
        pausing.pause(
            commission=commission,
            by=current_person(),
            reason=form.reason.data or "",
            review_on=form.review_on.data,
        )
        return _back(commission, "The support is paused. Both sides are told.")
    page = render_template("changes/pause.html", commission=commission, form=form)
    return page, 422 if form.is_submitted() else 200


@blueprint.route("/<reference>/pause/look", methods=["GET", "POST"])
@access.loads(commission_by_reference, name="commission", see=can_see_commission, may=follows_up)
@commits
def look_at_pause(commission: Commission) -> ResponseReturnValue:
    by = current_person()
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.RESUME, by=by)
    form = LookAtPauseForm()
    if form.validate_on_submit():
        finding = form.finding.data or ""
        if form.outcome.data == RESUME:
            pausing.resume(commission=commission, by=by, finding=finding)
            return _back(commission, "The support goes on. Both sides are told.")
        day = form.review_on.data
        pausing.keep_paused(commission=commission, by=by, finding=finding, review_on=day)
        return _back(commission, "The support stays paused until the new day.")
    page = render_template(
        "changes/look_at_pause.html",
        commission=commission,
        pause=open_pause(commission),
        form=form,
    )
    return page, 422 if form.is_submitted() else 200


def _back(commission: Commission, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("commissions.show", reference=commission.reference))
