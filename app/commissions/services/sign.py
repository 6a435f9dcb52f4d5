"""Signing: an immutable version goes out, each party signs exactly it, or asks for changes."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from app.accounts.queries import holders
from app.accounts.roles import Role
from app.commissions.changes.agreed import start_now, target_now, terms_now
from app.commissions.changes.words import differences, history_of
from app.commissions.clauses import CLAUSES
from app.commissions.facts import Answer
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import AgreementVersion, Signature
from app.commissions.permissions import party_of
from app.commissions.queries.sides import signers_of
from app.commissions.services.agree import hold
from app.commissions.services.respond import given_reason
from app.commissions.statuses import CommissionAction, CommissionStatus
from app.core import clock
from app.core.audit import plain
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotOpen
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.models import Commission, Objective, Variation
    from app.schools.models import School

MOVED_ON = (
    "A newer version has replaced the one you read, or it was withdrawn from signature. "
    "Open the agreement again and read it as it is now."
)


def send_for_signature(*, commission: Commission, by: Person) -> AgreementVersion:
    """Freeze what was written as the next version."""
    hold(commission)
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.SEND_FOR_SIGNATURE, by=by)
    number = max((version.number for version in commission.versions), default=0) + 1
    content = content_of(commission, number)
    version = AgreementVersion(
        commission=commission,
        number=number,
        content=content,
        digest=digest_of(content),
        made_by=by,
    )
    db.session.add(version)
    db.session.flush()
    return version


def sign(*, commission: Commission, by: Person, version_number: int, digest: str) -> None:
    """Sign the version that was read: the number and digest say which it was."""
    hold(commission)
    version = check_shown(commission, version_number, digest)
    check_open(commission=commission, by=by)
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.SIGN, by=by)
    record_answer(version, by, Answer.SIGNED)


def reject(
    *, commission: Commission, by: Person, version_number: int, digest: str, reason: str
) -> None:
    """Ask for changes: the version is void with all its signatures, which stay to be seen."""
    hold(commission)
    words = given_reason(reason, "Say what should change.")
    version = check_shown(commission, version_number, digest)
    check_open(commission=commission, by=by)
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.REJECT, by=by)
    record_answer(version, by, Answer.REJECTED, words)
    void(version, words)


def void(version: AgreementVersion, reason: str) -> None:
    """Set a version aside with its signatures; the next one takes its place."""
    version.voided_at = clock.now()
    version.void_reason = reason
    version.commission.reason = reason
    db.session.flush()


def is_intact(version: AgreementVersion) -> bool:
    """Tell whether the text is still the one that was signed."""
    return digest_of(version.content) == version.digest


def digest_of(content: dict[str, Any]) -> str:
    """Return the SHA-256 of the content's canonical JSON: the same text gives the same digest."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return sha256(text.encode()).hexdigest()


def version_to_answer(commission: Commission) -> AgreementVersion:
    """Return the version that is out for signature, or raise NotOpen."""
    version = commission.current_version
    if version is None or commission.status is not CommissionStatus.SIGNING:
        raise NotOpen(MOVED_ON)
    return version


def check_shown(commission: Commission, version_number: int, digest: str) -> AgreementVersion:
    """Return the standing version if it is the one that was read, or raise NotOpen."""
    version = version_to_answer(commission)
    if (version.number, version.digest) != (version_number, digest):
        raise NotOpen(MOVED_ON)
    return version


def check_open(*, commission: Commission, by: Person) -> None:
    """Raise what keeps this person from answering: one party, one answer, nobody for two."""
    version = version_to_answer(commission)
    party = party_of(by, commission)
    for signature in version.signatures:
        if signature.party is party:
            message = "This version has already been answered for your side."
            raise NotOpen(message)
        if signature.person_id == by.id:
            message = "You have answered for another side. Nobody signs for two."
            raise NotAllowed(message)
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.SIGN, by=by)


def record_answer(version: AgreementVersion, by: Person, answer: Answer, reason: str = "") -> None:
    party = party_of(by, version.commission)
    signature = Signature(agreement=version, party=party, person=by, answer=answer, reason=reason)
    label_change(signature, answer)
    db.session.add(signature)
    db.session.flush()


def content_of(
    commission: Commission, number: int, proposed: Variation | None = None
) -> dict[str, Any]:
    """Return the whole agreement in plain values, as those who sign will read it.

    With a change that is `proposed` it reads as if that held already, and says what it changes.
    """
    request, terms = commission.request, terms_now(commission, proposed)
    content = {
        "reference": commission.reference,
        "number": number,
        "made_on": clock.today(),
        "title": request.title,
        "focus": request.focus.name if request.focus else "",
        "authority": commission.school.authority.name,
        "broker": commission.broker.name,
        "school": {
            "name": commission.school.name,
            "urn": commission.school.urn,
            "people": _names(signers_of(commission)),
        },
        "provider": {
            "name": commission.provider.name,
            "people": _names(holders(Role.PROVIDER_LEAD, provider=commission.provider_id)),
        },
        "host": _school(commission.host, (Role.HEAD, Role.CHAIR)) if commission.host else None,
        "days": terms.days,
        "starts_on": commission.starts_on,
        "ends_on": terms.ends_on,
        "pattern_of_visits": commission.pattern_of_visits,
        "contact_in_school": request.contact_in_school,
        "objectives": [_objective(objective, proposed) for objective in commission.objectives],
        "school_actions": commission.school_actions,
        "provider_actions": commission.provider_actions,
        "safeguarding": {
            "by": commission.safeguarding_assured_by,
            "on": commission.safeguarding_assured_on,
        },
        "money": {
            "charge_pence": terms.charge_pence,
            "reimbursement_pence": terms.reimbursement_pence,
            "fee_pence": terms.fee_pence,
            "vat_pence": terms.vat_pence,
            "total_pence": terms.total_pence,
            "funders": [
                {"name": one.funder, "pence": one.pence, "financial_year": one.year}
                for one in terms.funders
            ],
        },
        "clauses": [{"title": title, "text": text} for title, text in CLAUSES],
    }
    if proposed is not None:
        content["change"] = _change(proposed)
    return dict(plain(content))


def _change(variation: Variation) -> dict[str, Any]:
    return {
        "number": variation.number,
        "proposed_by": variation.proposed_by.name,
        "reason": variation.reason,
        "differences": [asdict(one) for one in differences(variation)],
    }


def _school(school: School, roles: Sequence[Role]) -> dict[str, Any]:
    return {
        "name": school.name,
        "urn": school.urn,
        "people": _names(holders(*roles, school=school.urn)),
    }


def _names(people: Sequence[Person]) -> list[str]:
    return [person.name for person in people]


def _objective(objective: Objective, proposed: Variation | None) -> dict[str, Any]:
    """Return an objective; `agreement_complete` has seen to its starting point and target."""
    start, target = start_now(objective, proposed), target_now(objective, proposed)
    content = {
        "position": objective.position,
        "change_sought": objective.change_sought,
        "measure": objective.measure,
        "unit": objective.unit,
        "direction": objective.direction,
        "success_measure": objective.success_measure,
        "starting_point": {
            "value": start.value,
            "taken_on": start.taken_on,
            "cohort": start.cohort,
            "cohort_size": start.cohort_size,
            "source": start.source,
            "evidence": start.evidence,
        }
        if start
        else None,
        "target": {"value": target.value, "due_on": target.due_on} if target else None,
    }
    # only where something changed, so that a first version reads as it always did
    if earlier := history_of(objective):
        content["earlier"] = earlier
    return content
