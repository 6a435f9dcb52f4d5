"""Signing a proposed change, refusing it, taking it back, and the officer's decision."""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions.agreement_text import agreement_text
from app.commissions.changes import permissions as who
from app.commissions.changes.facts import VariationAction
from app.commissions.changes.forms_vary import (
    APPROVE,
    DecideChangeForm,
    RejectChangeForm,
    WithdrawChangeForm,
)
from app.commissions.changes.lifecycle import VARIATION_LIFECYCLE
from app.commissions.changes.queries import variation_of_commission
from app.commissions.changes.services import settle, vary
from app.commissions.changes.words import title_of
from app.commissions.facts import PARTY_WORDS
from app.commissions.forms.sign import SignForm, VersionForm
from app.commissions.models import Variation
from app.commissions.page import signature_views
from app.commissions.permissions import party_of
from app.commissions.routes import commissions as blueprint
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits

ONE = "/<reference>/changes/<int(max=999):number>"


@blueprint.route(f"{ONE}/sign", methods=["GET", "POST"])
@access.loads(
    variation_of_commission,
    name="variation",
    see=who.can_see_variation,
    may=who.signs_variations,
)
@commits
def sign_change(variation: Variation) -> ResponseReturnValue:
    settle.check_open(variation=variation, by=current_person())
    form = SignForm()
    if form.validate_on_submit():
        settle.sign(variation=variation, by=current_person(), **form.shown)
        return _back(variation, "You signed the change.")
    return _page("sign_change", variation, form)


@blueprint.route(f"{ONE}/reject", methods=["GET", "POST"])
@access.loads(
    variation_of_commission,
    name="variation",
    see=who.can_see_variation,
    may=who.signs_variations,
)
@commits
def reject_change(variation: Variation) -> ResponseReturnValue:
    settle.check_open(variation=variation, by=current_person())
    form = RejectChangeForm()
    if form.validate_on_submit():
        settle.reject(
            variation=variation, by=current_person(), reason=form.reason.data or "", **form.shown
        )
        return _back(variation, "The change is not agreed. The agreement stays as it is.")
    return _page("reject_change", variation, form)


@blueprint.route(f"{ONE}/take-back", methods=["GET", "POST"])
@access.loads(
    variation_of_commission,
    name="variation",
    see=who.can_see_variation,
    may=who.can_withdraw_variation,
)
@commits
def withdraw_change(variation: Variation) -> ResponseReturnValue:
    VARIATION_LIFECYCLE.check(variation, VariationAction.WITHDRAW, by=current_person())
    form = WithdrawChangeForm()
    if form.validate_on_submit():
        vary.withdraw(variation=variation, by=current_person(), reason=form.reason.data or "")
        return _back(variation, "The change is taken back. The agreement stays as it is.")
    html = render_template(
        "changes/withdraw_change.html",
        commission=variation.commission,
        form=form,
        title=title_of(variation),
    )
    return html, 422 if form.is_submitted() else 200


@blueprint.route(f"{ONE}/decide", methods=["GET", "POST"])
@access.loads(
    variation_of_commission,
    name="variation",
    see=who.can_see_variation,
    may=who.can_decide_variation,
)
@commits
def decide_change(variation: Variation) -> ResponseReturnValue:
    by = current_person()
    VARIATION_LIFECYCLE.check(variation, VariationAction.APPROVE, by=by)
    form = DecideChangeForm()
    if form.validate_on_submit():
        words = form.words.data or ""
        if form.outcome.data == APPROVE:
            settle.approve(variation=variation, by=by, words=words)
            return _back(variation, "Approved. The change is in force from now on.")
        settle.refuse(variation=variation, by=by, words=words)
        return _back(variation, "Not approved. The agreement stays as it is.")
    return _page("decide_change", variation, form)


def _back(variation: Variation, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("commissions.show", reference=variation.commission.reference))


def _page(page: str, variation: Variation, form: VersionForm) -> ResponseReturnValue:
    version = variation.agreement
    form.version_number.data, form.digest.data = version.number, version.digest
    party = party_of(current_person(), variation.commission)
    html = render_template(
        f"changes/{page}.html",
        commission=variation.commission,
        variation=variation,
        version=version,
        text=agreement_text(version.content),
        signatures=signature_views(version),
        side=PARTY_WORDS[party] if party else "",
        form=form,
    )
    return html, 422 if form.is_submitted() else 200
