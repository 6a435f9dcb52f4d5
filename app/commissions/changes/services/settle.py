"""The parties sign a change, or do not; then an officer lets it take effect, or does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.changes.agreed import terms_from
from app.commissions.changes.facts import VariationAction, VariationKind
from app.commissions.changes.lifecycle import VARIATION_LIFECYCLE
from app.commissions.changes.services.vary import capacity_faults, set_aside
from app.commissions.changes.telling import tell_decided
from app.commissions.facts import Answer
from app.commissions.permissions import party_of
from app.commissions.services.agree import hold, write_funders
from app.commissions.services.days import hold_days
from app.commissions.services.respond import given_reason
from app.commissions.services.sign import MOVED_ON, record_answer
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import AgreementVersion, Variation


def check_open(*, variation: Variation, by: Person) -> None:
    """Raise what keeps this person from answering: one party, one answer, nobody for two."""
    if not variation.is_open:
        raise NotOpen(MOVED_ON)
    party = party_of(by, variation.commission)
    for signature in variation.agreement.signatures:
        if signature.party is party:
            message = "This change has already been answered for your side."
            raise NotOpen(message)
        if signature.person_id == by.id:
            message = "You have answered for another side. Nobody signs for two."
            raise NotAllowed(message)
    VARIATION_LIFECYCLE.check(variation, VariationAction.SIGN, by=by)


def check_shown(variation: Variation, version_number: int, digest: str) -> AgreementVersion:
    """Return its version if it is the one that was read, or raise NotOpen."""
    version = variation.agreement
    if (version.number, version.digest) != (version_number, digest):
        raise NotOpen(MOVED_ON)
    return version


def sign(*, variation: Variation, by: Person, version_number: int, digest: str) -> None:
    """Sign for a party; the last signature puts it before an officer."""
    hold(variation.commission)
    version = check_shown(variation, version_number, digest)
    check_open(variation=variation, by=by)
    VARIATION_LIFECYCLE.move(variation, VariationAction.SIGN, by=by)
    record_answer(version, by, Answer.SIGNED)
    if not variation.unsigned_parties:
        VARIATION_LIFECYCLE.move(variation, VariationAction.COMPLETE, by=by)
        db.session.flush()


def reject(
    *, variation: Variation, by: Person, version_number: int, digest: str, reason: str
) -> None:
    """Say no for a party: the agreement stays as it was."""
    hold(variation.commission)
    words = given_reason(reason, "Say why you do not agree.")
    version = check_shown(variation, version_number, digest)
    check_open(variation=variation, by=by)
    VARIATION_LIFECYCLE.move(variation, VariationAction.REJECT, by=by)
    record_answer(version, by, Answer.REJECTED, words)
    set_aside(variation, words)
    tell_decided(variation, by)


def approve(*, variation: Variation, by: Person, words: str = "") -> None:
    """Let it take effect: from now on the agreement reads as its version says."""
    commission = variation.commission
    hold_days(commission.provider)
    hold(commission)
    terms = terms_from(variation.after) if variation.kind is VariationKind.TERMS else None
    VARIATION_LIFECYCLE.check(variation, VariationAction.APPROVE, by=by)
    if terms and (faults := capacity_faults(commission, terms)):
        raise NotReady([f"{fault}." for fault in faults.values()])
    VARIATION_LIFECYCLE.move(variation, VariationAction.APPROVE, by=by)
    variation.decided_by, variation.words = by, words.strip()
    if terms:
        label_change(commission, "vary")
        commission.days, commission.ends_on = terms.days, terms.ends_on
        commission.charge_pence, commission.vat_pence = terms.charge_pence, terms.vat_pence
        commission.reimbursement_pence = terms.reimbursement_pence
        commission.fee_pence = terms.fee_pence
        write_funders(commission, terms.funders)
    db.session.flush()
    tell_decided(variation, by)


def refuse(*, variation: Variation, by: Person, words: str) -> None:
    hold(variation.commission)
    reason = given_reason(words, "Say why it is not approved.")
    VARIATION_LIFECYCLE.move(variation, VariationAction.NOT_APPROVE, by=by)
    variation.decided_by = by
    set_aside(variation, reason)
    tell_decided(variation, by)
