"""Refusing a signed agreement, and the challenge of a refusal."""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions import permissions as who
from app.commissions.approval_page import CheckRow, approval_views
from app.commissions.approval_permissions import can_challenge
from app.commissions.forms.refuse import (
    OUTCOME_WORDS,
    UPHELD,
    ChallengeForm,
    DecideChallengeForm,
    LetStandForm,
    RefuseForm,
)
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import Commission
from app.commissions.permissions import can_see_commission
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.routes import commissions
from app.commissions.routes.checking import check_page, is_checked, wants_change
from app.commissions.services import refuse as refusing
from app.commissions.statuses import CommissionAction
from app.commissions.timings import add_to_today
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.filters import date_words
from app.web.forms import Form


@commissions.route("/<reference>/refuse", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=who.can_approve
)
@commits
def refuse(commission: Commission) -> ResponseReturnValue:
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.REFUSE, by=current_person())
    form = RefuseForm()
    until = date_words(add_to_today("challenge"))
    if not form.validate_on_submit() or wants_change():
        return _page("refuse", commission, form, until=until)
    reason = form.reason.data or ""
    if is_checked():
        refusing.refuse(commission=commission, by=current_person(), reason=reason)
        return _back(commission, f"Refused. Both sides may challenge it until {until}.")
    return check_page(
        commission,
        form,
        rows=[CheckRow("Decision", "Refused"), CheckRow("Reason", reason)],
        follows=f"Both sides read the reason, and may challenge the refusal until {until}.",
        send="Refuse it",
    )


@commissions.route("/<reference>/challenge", methods=["GET", "POST"])
@access.loads(commission_by_reference, name="commission", see=can_see_commission, may=can_challenge)
@commits
def challenge(commission: Commission) -> ResponseReturnValue:
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.CHALLENGE, by=current_person())
    form = ChallengeForm()
    if not form.validate_on_submit() or wants_change():
        return _page("challenge", commission, form)
    grounds = form.grounds.data or ""
    if is_checked():
        refusing.challenge(commission=commission, by=current_person(), grounds=grounds)
        return _back(commission, "Your challenge is sent. Another officer decides about it.")
    return check_page(
        commission,
        form,
        rows=[CheckRow("Your challenge", grounds)],
        follows="An officer who neither recommended nor refused it decides, once and for all.",
        send="Send the challenge",
    )


@commissions.route("/<reference>/decide-challenge", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=who.can_approve
)
@commits
def decide_challenge(commission: Commission) -> ResponseReturnValue:
    by = current_person()
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.UPHOLD, by=by)
    form = DecideChallengeForm()
    if not form.validate_on_submit() or wants_change():
        return _page("decide_challenge", commission, form)
    upheld, reason = form.outcome.data == UPHELD, form.reason.data or ""
    if is_checked():
        decide = refusing.uphold_challenge if upheld else refusing.reject_challenge
        decide(commission=commission, by=by, reason=reason)
        return _back(commission, "Your decision about the challenge is recorded.")
    return check_page(
        commission,
        form,
        rows=[CheckRow("Decision", OUTCOME_WORDS[form.outcome.data]), CheckRow("Reason", reason)],
        follows="You or another officer may then approve it."
        if upheld
        else "This is final. The provider’s days are free again, the request goes back to "
        "matching.",
        send="Record the decision",
    )


@commissions.route("/<reference>/let-refusal-stand", methods=["GET", "POST"])
@access.loads(commission_by_reference, name="commission", see=can_see_commission, may=who.brokers)
@commits
def let_stand(commission: Commission) -> ResponseReturnValue:
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.LET_STAND, by=current_person())
    form = LetStandForm()
    if form.validate_on_submit():
        refusing.let_stand(commission=commission, by=current_person())
        return _back(commission, "The refusal stands. The request is in matching again.")
    return _page("let_stand", commission, form)


def _back(commission: Commission, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("commissions.show", reference=commission.reference))


def _page(page: str, commission: Commission, form: Form, **context: object) -> ResponseReturnValue:
    form.renew()
    html = render_template(
        f"commissions/{page}.html",
        commission=commission,
        acts=approval_views(current_person(), commission),
        form=form,
        **context,
    )
    return html, 422 if form.errors else 200
