"""Changing a signed agreement: proposed by either side or the broker, as a version of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.changes.agreed import start_now, target_now, terms_now
from app.commissions.changes.facts import VariationAction, VariationKind
from app.commissions.changes.lifecycle import VARIATION_LIFECYCLE
from app.commissions.changes.permissions import can_propose
from app.commissions.changes.requirements import (
    days_free_faults,
    start_faults,
    target_faults,
    terms_faults,
)
from app.commissions.models import AgreementVersion, Variation
from app.commissions.permissions import brokers
from app.commissions.queries.capacity import days_left_in_year
from app.commissions.services.agree import hold
from app.commissions.services.respond import given_reason
from app.commissions.services.sign import content_of, digest_of
from app.commissions.statuses import BEING_DELIVERED
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.changes.agreed import Agreed, AgreedStart, AgreedTarget, AgreedTerms
    from app.commissions.models import Commission, Objective

SAY_WHY = "Say why it changes."
ONE_AT_A_TIME = "Another change is being signed or decided. Settle or take back that one first."


def check_may_propose(*, commission: Commission, by: Person) -> None:
    """Raise what stands in the way of proposing any change."""
    if not can_propose(by, commission):
        message = "Only the two sides and their broker propose changes."
        raise NotAllowed(message)
    if commission.status not in BEING_DELIVERED:
        message = "The agreement can be changed while the support is under way or paused."
        raise NotOpen(message)
    if commission.open_variation is not None:
        raise NotOpen(ONE_AT_A_TIME)


def propose_terms(
    *, commission: Commission, by: Person, terms: AgreedTerms, reason: str
) -> Variation:
    """Propose another last day, other days or other money; an extension is one of these."""
    hold(commission)
    check_may_propose(commission=commission, by=by)
    now = terms_now(commission)
    if terms.money != now.money and not brokers(by, commission):
        message = "Only the broker sets the money."
        raise NotAllowed(message)
    _refuse(terms_faults(commission, terms) or capacity_faults(commission, terms))
    lent = (terms.days, terms.ends_on) != (now.days, now.ends_on)
    return _propose(
        Variation(
            kind=VariationKind.TERMS,
            host_signs=lent and commission.host_urn is not None,
            reason=given_reason(reason, SAY_WHY),
        ),
        commission,
        by,
        (now, terms),
    )


def propose_target(
    *, objective: Objective, by: Person, target: AgreedTarget, reason: str
) -> Variation:
    hold(objective.commission)
    check_may_propose(commission=objective.commission, by=by)
    _refuse(target_faults(objective, target))
    variation = Variation(
        kind=VariationKind.TARGET,
        objective=objective,
        host_signs=False,
        reason=given_reason(reason, SAY_WHY),
    )
    return _propose(variation, objective.commission, by, (target_now(objective), target))


def propose_correction(
    *, objective: Objective, by: Person, start: AgreedStart, reason: str
) -> Variation:
    """Correct a starting point that was wrong when it was signed; both stay to be seen."""
    hold(objective.commission)
    check_may_propose(commission=objective.commission, by=by)
    _refuse(start_faults(objective, start))
    variation = Variation(
        kind=VariationKind.STARTING_POINT,
        objective=objective,
        host_signs=False,
        reason=given_reason(reason, SAY_WHY),
    )
    return _propose(variation, objective.commission, by, (start_now(objective), start))


def capacity_faults(commission: Commission, terms: AgreedTerms) -> dict[str, str]:
    """Return why the provider has not so many days free in the year in which the work began."""
    year, provider = commission.academic_year, commission.provider_id
    left = days_left_in_year([provider], year)[provider]
    return days_free_faults(terms.days - commission.days, left)


def _propose(
    variation: Variation,
    commission: Commission,
    by: Person,
    values: tuple[Agreed | None, Agreed],
) -> Variation:
    before, after = values
    if before is None:
        message = "There is nothing yet that could be changed."
        raise NotOpen(message)
    variation.number = len(commission.variations) + 1
    variation.before, variation.after = before.values, after.values
    variation.proposed_by = by
    commission.variations.append(variation)
    db.session.flush()
    number = max(version.number for version in commission.versions) + 1
    content = content_of(commission, number, variation)
    version = AgreementVersion(
        number=number,
        content=content,
        digest=digest_of(content),
        made_by=by,
        variation=variation,
    )
    commission.versions.append(version)
    db.session.flush()
    return variation


def withdraw(*, variation: Variation, by: Person, reason: str) -> None:
    hold(variation.commission)
    words = given_reason(reason, "Say why it is taken back.")
    VARIATION_LIFECYCLE.move(variation, VariationAction.WITHDRAW, by=by)
    set_aside(variation, words)


def lapse(*, commission: Commission, by: Person) -> None:
    """Let an open change go with the support that it would have changed."""
    variation = commission.open_variation
    if variation is not None:
        VARIATION_LIFECYCLE.move(variation, VariationAction.LAPSE, by=by)
        set_aside(variation, "The support ended before it took effect.")


def set_aside(variation: Variation, words: str) -> None:
    """Void its version with the signatures on it; the agreement stays as it was."""
    variation.words = words
    version = variation.agreement
    version.voided_at, version.void_reason = clock.now(), words
    db.session.flush()


def _refuse(faults: dict[str, str]) -> None:
    if faults:
        raise NotReady([f"{fault}." for fault in faults.values()])
