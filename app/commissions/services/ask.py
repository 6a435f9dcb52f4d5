"""A school says what it needs: drafted piece by piece, sent, withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.accounts.roles import Role
from app.commissions import permissions as who
from app.commissions.enquiries.services.sending import close_enquiries, send_named
from app.commissions.facts import RequestKind
from app.commissions.lifecycle import REQUEST_LIFECYCLE
from app.commissions.models import SupportRequest
from app.commissions.same_need.queries import live_about_the_same
from app.commissions.same_need.rules import another_need_said
from app.commissions.services.references import free_reference
from app.commissions.services.sides import refuse_own_staff
from app.commissions.statuses import RequestAction, RequestStatus
from app.commissions.voices import SCHOOL_VOICES
from app.core import clock
from app.core.errors import DomainError, NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.schools.models import School

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.accounts.models import Person
    from app.prospectus.models import Provider

# what each page of the journey asks
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "need": ("title", "focus_id", "need", "which_staff", "evidence_of_need", "tried"),
    "outcome": ("expected_outcome", "urgency", "wanted_from", "constraints"),
    "practical": (
        "contact_in_school",
        "funding_route",
        "ceiling_pence",
        "governing_body_aware",
        "preferred_provider_id",
    ),
    "interests": ("consent_to_share",),
}
ANSWERS = frozenset(name for names in SECTIONS.values() for name in names)
# the school may change its words until a broker works with them
BEING_ASKED = frozenset({RequestStatus.DRAFT, RequestStatus.RETURNED})


def start_request(
    *,
    school: School,
    by: Person,
    on_behalf: bool = False,
    preferred_provider: Provider | None = None,
) -> SupportRequest:
    """Open a draft, or the untouched one; `on_behalf`: an officer writes it for the school."""
    may = (
        by.holds(Role.BROKER, authority=school.authority_code)
        if on_behalf
        else by.holds(*SCHOOL_VOICES, school=school.urn)
    )
    if not may:
        message = "You cannot ask for support for this school."
        raise NotAllowed(message)
    if school.is_closed:
        message = f"{school.name} is closed, so it cannot ask for support."
        raise DomainError(message)
    if preferred_provider is not None:
        refuse_own_staff(preferred_provider, school.urn)
    if (untouched := _untouched_draft(school, by, preferred_provider)) is not None:
        return untouched
    request = SupportRequest(
        reference=free_reference("REQ", SupportRequest.reference),
        school=school,
        authority_code=school.authority_code,
        requester=by,
        on_behalf=on_behalf,
        preferred_provider=preferred_provider,
    )
    db.session.add(request)
    db.session.flush()
    return request


def _untouched_draft(
    school: School, by: Person, preferred_provider: Provider | None
) -> SupportRequest | None:
    """Return the draft this person began and wrote nothing into: Back must not make a second."""
    return db.session.scalar(
        select(SupportRequest)
        .where(
            SupportRequest.status == RequestStatus.DRAFT,
            SupportRequest.school == school,
            SupportRequest.kind == RequestKind.SCHOOL,
            SupportRequest.requester == by,
            SupportRequest.preferred_provider == preferred_provider,
            SupportRequest.version == 1,
            ~SupportRequest.enquiries.any(),
        )
        .order_by(SupportRequest.id)
        .limit(1)
    )


def save_section(*, request: SupportRequest, by: Person, answers: Mapping[str, Any]) -> None:
    """Keep answers as they stand, gaps included; `answers` holds names of SECTIONS."""
    check_may_write(request, by)
    if unknown := set(answers) - ANSWERS:
        raise KeyError(*unknown)
    for name, answer in answers.items():
        setattr(request, name, answer)
    db.session.flush()


def check_may_write(request: SupportRequest, by: Person) -> None:
    if not who.can_write_request(by, request):
        message = "You cannot change this request."
        raise NotAllowed(message)
    if request.status not in BEING_ASKED:
        message = "This request was sent, so it can only be changed if the broker returns it."
        raise NotOpen(message)


def submit(*, request: SupportRequest, by: Person, another_need: str = "") -> None:
    """Send the request to the brokerage team; raises NotReady with every gap.

    `another_need` says why, where the school has a live request with the same focus.
    """
    REQUEST_LIFECYCLE.check(request, RequestAction.SUBMIT, by=by)
    # of two drafts sent at once the second sees the first
    school = select(School.urn).where(School.urn == request.school_urn)
    db.session.execute(school.with_for_update())
    live = live_about_the_same(request, by)
    if missing := another_need_said(live, another_need):
        raise NotReady(missing)
    request.another_need = another_need.strip() if live else None
    REQUEST_LIFECYCLE.move(request, RequestAction.SUBMIT, by=by)
    request.submitted_at = clock.now()
    send_named(request=request, by=by)
    db.session.flush()


def withdraw(*, request: SupportRequest, by: Person, reason: str) -> None:
    REQUEST_LIFECYCLE.check(request, RequestAction.WITHDRAW, by=by)
    if not reason.strip():
        raise NotReady(["Say why you are withdrawing the request."])
    REQUEST_LIFECYCLE.move(request, RequestAction.WITHDRAW, by=by)
    request.reason = reason.strip()
    close_enquiries(request=request, by=by)
    db.session.flush()
