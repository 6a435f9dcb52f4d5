"""The answers to an offer, each on a page of its own, and withdrawal."""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions import permissions as who
from app.commissions.forms.respond import (
    AcceptForm,
    DeclineForm,
    RefuseReleaseForm,
    ReleaseForm,
    WithdrawForm,
)
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import Commission
from app.commissions.permissions import can_see_commission
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.routes import commissions
from app.commissions.services import respond
from app.commissions.statuses import CommissionAction
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form


@commissions.route("/<reference>/release", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=who.answers_for_host
)
@commits
def release(commission: Commission) -> ResponseReturnValue:
    respond.check_release(commission=commission, by=current_person())
    form = ReleaseForm()
    if form.validate_on_submit():
        respond.release(commission=commission, by=current_person())
        return _back(commission, f"You agreed to release {commission.provider.name}.")
    return _question("release", commission, form)


@commissions.route("/<reference>/refuse-release", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=who.answers_for_host
)
@commits
def refuse_release(commission: Commission) -> ResponseReturnValue:
    respond.check_release(commission=commission, by=current_person())
    form = RefuseReleaseForm()
    if form.validate_on_submit():
        respond.refuse_release(
            commission=commission, by=current_person(), reason=form.reason.data or ""
        )
        return _back(commission, "The offer is declined. The school will be matched again.")
    return _question("refuse_release", commission, form)


@commissions.route("/<reference>/accept", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=who.can_accept_offer
)
@commits
def accept(commission: Commission) -> ResponseReturnValue:
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.ACCEPT, by=current_person())
    form = AcceptForm()
    if form.validate_on_submit():
        respond.accept(commission=commission, by=current_person())
        return _back(commission, "You accepted. Now agree starting points and targets.")
    return _question("accept", commission, form)


@commissions.route("/<reference>/decline", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=who.can_decline_offer
)
@commits
def decline(commission: Commission) -> ResponseReturnValue:
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.DECLINE, by=current_person())
    form = DeclineForm()
    if form.validate_on_submit():
        respond.decline(commission=commission, by=current_person(), reason=form.reason.data or "")
        return _back(commission, "The offer is declined. The school will be matched again.")
    return _question("decline", commission, form)


@commissions.route("/<reference>/withdraw", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=who.can_withdraw
)
@commits
def withdraw(commission: Commission) -> ResponseReturnValue:
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.WITHDRAW, by=current_person())
    form = WithdrawForm()
    if form.validate_on_submit():
        respond.withdraw(commission=commission, by=current_person(), reason=form.reason.data or "")
        return _back(commission, "The support is withdrawn. The request is open again.")
    return _question("withdraw", commission, form)


def _back(commission: Commission, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("commissions.show", reference=commission.reference))


def _question(page: str, commission: Commission, form: Form) -> ResponseReturnValue:
    status = 422 if form.is_submitted() else 200
    html = render_template(f"commissions/{page}.html", commission=commission, form=form)
    return html, status
