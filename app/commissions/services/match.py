"""A broker finds a provider, the school chooses, and the provider is offered the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.accounts.queries import holders
from app.accounts.roles import Role
from app.commissions import permissions as who
from app.commissions.enquiries.services.sending import close_enquiries
from app.commissions.facts import CandidateVerdict
from app.commissions.lifecycle import REQUEST_LIFECYCLE
from app.commissions.models import Candidate, Commission, FundingLine, SupportRequest
from app.commissions.offers import Fault, capacity_faults, faults_of
from app.commissions.queries.capacity import days_in_year
from app.commissions.requirements import interest_answered
from app.commissions.services.references import free_reference
from app.commissions.services.sides import BOTH_SIDES, refuse_unfit
from app.commissions.statuses import CommissionStatus, RequestAction, RequestStatus
from app.commissions.suitability import stands_by_provider
from app.commissions.voices import is_of_board
from app.core import clock
from app.core.audit_label import label_change
from app.core.calendar import financial_year
from app.core.errors import DomainError, NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.prospectus.fit import has_designation
from app.prospectus.models import Provider

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.offers import OfferTerms

CHOSEN, SHORTLISTED = CandidateVerdict.CHOSEN, CandidateVerdict.SHORTLISTED
NOT_SUITABLE = CandidateVerdict.NOT_SUITABLE
OWN_INTEREST = (
    "You stand with this provider yourself. Declare the interest and let somebody else act."
)


class OfferRefused(NotReady):
    """The terms cannot be offered as they are; `faults` name the term each is about."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__([f"{fault.words}." for fault in faults])
        self.faults = faults


def start_matching(*, request: SupportRequest, by: Person) -> None:
    REQUEST_LIFECYCLE.move(request, RequestAction.START_MATCHING, by=by)
    request.broker = by
    db.session.flush()


def return_request(*, request: SupportRequest, by: Person, reason: str) -> None:
    """Ask the school for more; `reason` says what is missing."""
    _end_with_reason(request, RequestAction.RETURN, by, reason, "Say what the school should add.")


def decline(*, request: SupportRequest, by: Person, reason: str) -> None:
    missing = "Say why the request cannot be met."
    _end_with_reason(request, RequestAction.DECLINE, by, reason, missing)


def signpost(*, request: SupportRequest, by: Person, reason: str) -> None:
    """Point the school to where it finds what this service does not broker."""
    missing = "Say where the school should turn to, and why."
    _end_with_reason(request, RequestAction.SIGNPOST, by, reason, missing)


def _end_with_reason(
    request: SupportRequest, action: RequestAction, by: Person, reason: str, missing: str
) -> None:
    REQUEST_LIFECYCLE.check(request, action, by=by)
    if not reason.strip():
        raise NotReady([missing])
    REQUEST_LIFECYCLE.move(request, action, by=by)
    request.reason = reason.strip()
    if action is not RequestAction.RETURN:
        close_enquiries(request=request, by=by)
    db.session.flush()


def consider(
    *,
    request: SupportRequest,
    by: Person,
    provider: Provider,
    verdict: CandidateVerdict,
    reason: str,
) -> Candidate:
    """Note a provider as shortlisted or not suitable, with the reason; both may change.

    The provider the school asked for counts as its choice once it is shortlisted.
    """
    _check_matching(request)
    if not who.brokers_request(by, request):
        message = "Only a broker without an interest in it can do this."
        raise NotAllowed(message)
    if missing := interest_answered(by, request):
        raise NotReady(missing)
    if verdict is CHOSEN:
        message = "Only the school can choose."
        raise NotAllowed(message)
    if not reason.strip():
        raise NotReady(["Give the reason for or against this provider."])
    if verdict is SHORTLISTED:
        _check_may_be_shown(request, provider, by)
    return _keep_verdict(request, provider, by, verdict, reason.strip())


def _check_matching(request: SupportRequest) -> None:
    """Take the request's row for this transaction, so that two people do not choose at once."""
    # a query of its own: PostgreSQL cannot lock what the page joined to the request
    row = select(SupportRequest.id).where(SupportRequest.id == request.id)
    db.session.execute(row.with_for_update())
    db.session.refresh(request)
    if request.status is not RequestStatus.MATCHING:
        message = "This request is not being matched now."
        raise NotOpen(message)


def _check_may_be_shown(request: SupportRequest, provider: Provider, by: Person) -> None:
    refuse_unfit(request, provider)
    if stands_by_provider(by, provider):
        raise DomainError(OWN_INTEREST)


def _keep_verdict(
    request: SupportRequest,
    provider: Provider,
    by: Person,
    verdict: CandidateVerdict,
    reason: str,
) -> Candidate:
    candidate = db.session.scalar(
        select(Candidate)
        .where(Candidate.request == request, Candidate.provider == provider)
        .execution_options(populate_existing=True)
    )
    was_chosen = candidate is not None and candidate.verdict is CHOSEN
    asked_for = provider.id == request.preferred_provider_id and not _chosen(request)
    if verdict is SHORTLISTED and (was_chosen or asked_for):
        verdict = CHOSEN
    if candidate is None:
        candidate = Candidate(
            request=request, provider=provider, verdict=verdict, reason=reason, added_by=by
        )
        db.session.add(candidate)
    else:
        candidate.verdict, candidate.reason, candidate.added_by = verdict, reason, by
    db.session.flush()
    return candidate


def _chosen(request: SupportRequest) -> list[Candidate]:
    return [c for c in request.candidates if c.verdict is CHOSEN]


def choose(*, request: SupportRequest, candidate: Candidate, by: Person) -> None:
    """Confirm one shortlisted provider for the school; an earlier choice gives way."""
    if not who.speaks_for_school(by, request):
        message = "Only the school can choose."
        raise NotAllowed(message)
    _check_matching(request)
    db.session.refresh(candidate)
    if candidate.request_id != request.id or candidate.verdict is NOT_SUITABLE:
        message = "This provider is not on the shortlist now."
        raise NotOpen(message)
    if stands_by_provider(by, candidate.provider):
        raise DomainError(BOTH_SIDES)
    for other in _chosen(request):
        if other is not candidate:
            other.verdict = SHORTLISTED
    if candidate.verdict is not CHOSEN:
        candidate.verdict = CHOSEN
        label_change(candidate, "choose")
    db.session.flush()


def offer(
    *, request: SupportRequest, candidate: Candidate, by: Person, terms: OfferTerms
) -> Commission:
    """Offer the work to the provider the school chose, and keep its days for it.

    Raises OfferRefused with every fault of the terms. The provider's row is locked until the
    commit, so two offers cannot both take its last day.
    """
    REQUEST_LIFECYCLE.check(request, RequestAction.OFFER, by=by)
    _check_matching(request)
    db.session.refresh(candidate)
    if candidate.request_id != request.id or candidate.verdict is not CHOSEN:
        raise NotReady(["The school must choose this provider first."])
    provider = db.session.scalars(
        select(Provider)
        .where(Provider.id == candidate.provider_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    _check_may_be_shown(request, provider, by)
    if not holders(Role.PROVIDER_LEAD, provider=provider.id):
        raise NotReady(["Nobody can answer for this provider yet. Ask an administrator."])
    if faults := _offer_faults(provider, terms):
        raise OfferRefused(faults)
    commission = _commission(request, provider, by, terms)
    db.session.add(commission)
    REQUEST_LIFECYCLE.move(request, RequestAction.OFFER, by=by)
    close_enquiries(request=request, by=by, matched_with=provider)
    db.session.flush()
    return commission


def check_offer(*, candidate: Candidate, terms: OfferTerms) -> None:
    """Raise OfferRefused if the terms could not be offered now; nothing is written."""
    if faults := _offer_faults(candidate.provider, terms):
        raise OfferRefused(faults)


def _offer_faults(provider: Provider, terms: OfferTerms) -> list[Fault]:
    days = days_in_year([provider.id], terms.academic_year)[provider.id]
    faults = [*faults_of(terms), *capacity_faults(terms, days)]
    # relied on from the start of the work, or today if that is later
    day = max(terms.starts_on, clock.today())
    if not has_designation(provider, day) and not terms.waiver_reason.strip():
        words = "No designation is in date on the day it starts. Give the reason for a waiver"
        faults.append(Fault("waiver_reason", words))
    return faults


def _commission(
    request: SupportRequest, provider: Provider, by: Person, terms: OfferTerms
) -> Commission:
    return Commission(
        reference=free_reference("COM", Commission.reference),
        request=request,
        kind=request.kind,
        school_urn=request.school_urn,
        authority_code=request.authority_code,
        provider=provider,
        # governors are volunteers, whom no school lends
        host_urn=None if is_of_board(request) else provider.host_urn,
        broker=by,
        days=terms.days,
        starts_on=terms.starts_on,
        ends_on=terms.ends_on,
        charge_pence=terms.charge_pence,
        reimbursement_pence=terms.reimbursement_pence,
        fee_pence=terms.fee_pence,
        vat_pence=terms.vat_pence,
        waiver_reason=terms.waiver_reason.strip(),
        funding=[
            FundingLine(funder=funder, pence=pence, financial_year=financial_year(terms.starts_on))
            for funder, pence in terms.funding
        ],
    )


# whom the next matching leaves out, and in which words
_DROPPED = {
    CommissionStatus.DECLINED: "Declined the offer",
    CommissionStatus.SUPPORTER_REFUSED: "Ended by the authority before approval",
}


def reopen(*, request: SupportRequest, by: Person) -> None:
    """Give the request back to matching when its commission was declined or withdrawn.

    The school must choose again; a provider who declined, or whom the authority refused, is no
    longer on the shortlist.
    """
    REQUEST_LIFECYCLE.move(request, RequestAction.REOPEN, by=by)
    declined = {
        commission.provider_id: f"{_DROPPED[commission.status]}: {commission.reason}"
        for commission in request.commissions
        if commission.status in _DROPPED
    }
    for candidate in request.candidates:
        if candidate.provider_id in declined:
            candidate.verdict = NOT_SUITABLE
            candidate.reason = declined[candidate.provider_id]
        elif candidate.verdict is CHOSEN:
            candidate.verdict = SHORTLISTED
    db.session.flush()
