"""Who may see and do what around a request and a commission (section 5 of the product page).

Pure rules, to be read aloud. `person` is never None here: every page of this feature is for
people who signed in. An officer who is a party, or has declared an interest, is no officer here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.roles import Role
from app.commissions import voices
from app.commissions.enquiries.facts import EnquiryStatus
from app.commissions.facts import BOUND_BY, CandidateVerdict, Interest, Party
from app.commissions.statuses import RequestStatus

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import (
        Commission,
        ConflictDeclaration,
        SupportRequest,
    )
    from app.commissions.voices import Matter

NOT_SUITABLE = CandidateVerdict.NOT_SUITABLE


# Interests


def declarations_about(person: Person, matter: Matter) -> list[ConflictDeclaration]:
    """Return the person's answers, the newest last; a commission inherits its request's."""
    request = getattr(matter, "request", None)
    earlier = list(request.declarations) if request is not None else []
    return [d for d in (*earlier, *matter.declarations) if d.person_id == person.id]


def has_answered(person: Person, matter: Matter) -> bool:
    """Tell whether this person recorded an answer about this very record."""
    return any(d.person_id == person.id for d in matter.declarations)


def has_interest(person: Person, matter: Matter) -> bool:
    """An interest once declared in a piece of work stays an interest."""
    return any(d.answer is Interest.DECLARED for d in declarations_about(person, matter))


def has_declared_none(person: Person, matter: Matter) -> bool:
    return has_answered(person, matter) and not has_interest(person, matter)


# Sides


def speaks_for_school(person: Person, matter: Matter) -> bool:
    return voices.speaks(person, matter)


def reads_for_school(person: Person, matter: Matter) -> bool:
    return voices.reads(person, matter)


def leads_provider(person: Person, commission: Commission) -> bool:
    return person.holds(Role.PROVIDER_LEAD, provider=commission.provider_id)


def answers_for_host(person: Person, commission: Commission) -> bool:
    """Tell whether the person may lend the provider's time.

    The home school's head; where the head is the provider, its chair of governors, because
    nobody lends themselves.
    """
    return (
        commission.host_urn is not None
        and person.holds(Role.HEAD, Role.CHAIR, school=commission.host_urn)
        and not leads_provider(person, commission)
        and not speaks_for_school(person, commission)
    )


def belongs_to_host(person: Person, commission: Commission) -> bool:
    return commission.host_urn is not None and person.holds(
        *voices.SCHOOL_READERS, school=commission.host_urn
    )


def is_party(person: Person, commission: Commission) -> bool:
    return (
        reads_for_school(person, commission)
        or voices.is_shut_out(person, commission)
        or leads_provider(person, commission)
        or belongs_to_host(person, commission)
    )


def is_on_both_sides(person: Person, commission: Commission) -> bool:
    of_school = reads_for_school(person, commission) or voices.is_shut_out(person, commission)
    return of_school and (leads_provider(person, commission) or belongs_to_host(person, commission))


# Officers


def is_officer_for(person: Person, matter: Matter) -> bool:
    return voices.acts_for_authority(person, matter, *voices.officer_roles(matter))


def is_quality_lead_for(person: Person, matter: Matter) -> bool:
    """Tell whether the person judges for this authority, if perhaps not this piece of work."""
    return voices.acts_for_authority(person, matter, Role.QUALITY_LEAD)


def brokers_request(person: Person, request: SupportRequest) -> bool:
    return (
        voices.acts_for_authority(person, request, *voices.matcher_roles(request))
        and not reads_for_school(person, request)
        and not has_interest(person, request)
    )


def brokers(person: Person, commission: Commission) -> bool:
    return (
        voices.acts_for_authority(person, commission, *voices.matcher_roles(commission))
        and not is_party(person, commission)
        and not has_interest(person, commission)
    )


def can_approve(person: Person, commission: Commission) -> bool:
    """An officer within their delegated limit: no party, no interest, no earlier word."""
    return (
        is_officer_for(person, commission)
        and person.id not in commission.who_did(*BOUND_BY)
        and not is_party(person, commission)
        and not has_interest(person, commission)
        and voices.approval_limit(person, commission) >= commission.total_pence
    )


def assures_quality(person: Person, commission: Commission) -> bool:
    """A lead who neither brokered nor approved it, is no party and has no interest."""
    return (
        is_quality_lead_for(person, commission)
        and person.id not in commission.took_part
        and not is_party(person, commission)
        and not has_interest(person, commission)
    )


# Requests: who sees, who acts


def can_see_request(person: Person, request: SupportRequest) -> bool:
    """See the whole request: the school, its authority's officers, the matched provider.

    What a board never sent is nobody's but the asker's.
    """
    if reads_for_school(person, request) or person.id == request.requester_id:
        return True
    if request.status is RequestStatus.DRAFT or voices.is_shut_out(person, request):
        return False
    if voices.is_of_board(request) and not voices.was_sent(request):
        return False
    return (
        is_officer_for(person, request)
        or is_quality_lead_for(person, request)
        or any(leads_provider(person, commission) for commission in request.commissions)
    )


def can_see_redacted_request(person: Person, request: SupportRequest) -> bool:
    """See the need without the school: who is shortlisted or was asked, if the school consented."""
    was_asked = any(
        enquiry.status is not EnquiryStatus.NAMED
        and person.holds(Role.PROVIDER_LEAD, provider=enquiry.provider_id)
        for enquiry in request.enquiries
    )
    return (
        request.consent_to_share
        and not voices.is_shut_out(person, request)
        and (was_asked or is_shortlisted(person, request))
    )


def is_shortlisted(person: Person, request: SupportRequest) -> bool:
    return any(
        candidate.verdict is not NOT_SUITABLE
        and person.holds(Role.PROVIDER_LEAD, provider=candidate.provider_id)
        for candidate in request.candidates
    )


def can_see_request_in_some_form(person: Person, request: SupportRequest) -> bool:
    return can_see_request(person, request) or can_see_redacted_request(person, request)


def can_ask(person: Person) -> bool:
    """A head or delegate for their school; a broker on a school's behalf."""
    return person.holds(*voices.SCHOOL_VOICES) or person.holds(Role.BROKER)


def can_write_request(person: Person, request: SupportRequest) -> bool:
    """The school's voices, and the officer who wrote it on the school's behalf."""
    return speaks_for_school(person, request) or (
        request.on_behalf and person.id == request.requester_id
    )


# Commissions: who sees, who acts


def can_see_commission(person: Person, commission: Commission) -> bool:
    return not voices.is_shut_out(person, commission) and (
        is_party(person, commission)
        or is_officer_for(person, commission)
        or is_quality_lead_for(person, commission)
    )


def can_see_delivery(person: Person, commission: Commission) -> bool:
    """Visit notes, readings and evaluations: not for the home school, which only lends."""
    return can_see_commission(person, commission) and (
        reads_for_school(person, commission)
        or leads_provider(person, commission)
        or not belongs_to_host(person, commission)
    )


def can_see_interests(person: Person, commission: Commission) -> bool:
    return not is_party(person, commission) and can_see_commission(person, commission)


def can_write_agreement(person: Person, commission: Commission) -> bool:
    """Both sides write starting points and targets until signature; the broker helps."""
    return (
        speaks_for_school(person, commission)
        or leads_provider(person, commission)
        or brokers(person, commission)
    ) and not is_on_both_sides(person, commission)


def can_accept_offer(person: Person, commission: Commission) -> bool:
    return leads_provider(person, commission) and not is_on_both_sides(person, commission)


def can_decline_offer(person: Person, commission: Commission) -> bool:
    """The provider, or the home school that will not release them."""
    return can_accept_offer(person, commission) or answers_for_host(person, commission)


def can_send_for_signature(person: Person, commission: Commission) -> bool:
    return can_accept_offer(person, commission) or brokers(person, commission)


def party_of(person: Person, commission: Commission) -> Party | None:
    """Return the party for which this person may sign; nobody signs for two."""
    if is_on_both_sides(person, commission):
        return None
    if voices.signs(person, commission):
        return Party.SCHOOL
    if leads_provider(person, commission):
        return Party.PROVIDER
    if answers_for_host(person, commission):
        return Party.HOST
    return None


def can_sign(person: Person, commission: Commission) -> bool:
    party = party_of(person, commission)
    return party is not None and party in commission.unsigned_parties


def is_signatory(person: Person, commission: Commission) -> bool:
    return party_of(person, commission) is not None


def can_withdraw(person: Person, commission: Commission) -> bool:
    return speaks_for_school(person, commission) or brokers(person, commission)


def can_deliver(person: Person, commission: Commission) -> bool:
    return leads_provider(person, commission) and not is_on_both_sides(person, commission)


def can_record_measurement(person: Person, commission: Commission) -> bool:
    return can_deliver(person, commission) or speaks_for_school(person, commission)


def can_acknowledge(person: Person, commission: Commission) -> bool:
    return speaks_for_school(person, commission) and not is_on_both_sides(person, commission)


def can_evaluate(person: Person, commission: Commission) -> bool:
    return can_deliver(person, commission) or can_acknowledge(person, commission)
