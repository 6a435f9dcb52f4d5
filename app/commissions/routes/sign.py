"""Sending for signature, signing exactly what is on the page, or asking for changes."""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions import permissions as who
from app.commissions.agreement_text import agreement_text
from app.commissions.facts import PARTY_WORDS, Party
from app.commissions.forms.sign import RejectForm, SendForm, SignForm, VersionForm
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import Commission
from app.commissions.page import signature_views
from app.commissions.permissions import can_see_commission
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.routes import commissions
from app.commissions.services import sign as signing
from app.commissions.statuses import CommissionAction
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits


@commissions.route("/<reference>/send", methods=["GET", "POST"])
@access.loads(
    commission_by_reference,
    name="commission",
    see=can_see_commission,
    may=who.can_send_for_signature,
)
@commits
def send(commission: Commission) -> ResponseReturnValue:
    action = CommissionAction.SEND_FOR_SIGNATURE
    COMMISSION_LIFECYCLE.check(commission, action, by=current_person())
    form = SendForm()
    if form.validate_on_submit():
        signing.send_for_signature(commission=commission, by=current_person())
        return _back(commission, "The agreement is sent for signature.")
    text = agreement_text(signing.content_of(commission, len(commission.versions) + 1))
    parties = [PARTY_WORDS[party] for party in commission.parties]
    return render_template(
        "commissions/send.html", commission=commission, form=form, text=text, parties=parties
    ), 422 if form.is_submitted() else 200


@commissions.route("/<reference>/sign", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=who.is_signatory
)
@commits
def sign(commission: Commission) -> ResponseReturnValue:
    signing.check_open(commission=commission, by=current_person())
    form = SignForm()
    if form.validate_on_submit():
        signing.sign(commission=commission, by=current_person(), **form.shown)
        return _back(commission, "You signed the agreement.")
    return _version_page("sign", commission, form)


@commissions.route("/<reference>/reject", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=who.is_signatory
)
@commits
def reject(commission: Commission) -> ResponseReturnValue:
    signing.check_open(commission=commission, by=current_person())
    form = RejectForm()
    if form.validate_on_submit():
        signing.reject(
            commission=commission,
            by=current_person(),
            reason=form.reason.data or "",
            **form.shown,
        )
        return _back(commission, "The agreement is open for changes again.")
    return _version_page("reject", commission, form)


def _back(commission: Commission, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("commissions.show", reference=commission.reference))


def _version_page(page: str, commission: Commission, form: VersionForm) -> ResponseReturnValue:
    """Show the version that stands; what the form carries afterwards is what was shown."""
    version = signing.version_to_answer(commission)
    if form.is_submitted():
        # a version that went meanwhile must not be put in place of the one that was read
        signing.check_shown(commission, **form.shown)
    form.version_number.data, form.digest.data = version.number, version.digest
    party = who.party_of(current_person(), commission) or Party.SCHOOL
    html = render_template(
        f"commissions/{page}.html",
        commission=commission,
        version=version,
        text=agreement_text(version.content),
        signatures=signature_views(version),
        side=PARTY_WORDS[party],
        form=form,
    )
    return html, 422 if form.is_submitted() else 200
