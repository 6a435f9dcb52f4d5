"""Whom a school would like to ask, and why not the others on its shortlist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.enquiries.facts import MOST_ASKED, EnquiryStatus, WhyNot
from app.commissions.enquiries.services.hold import hold_request
from app.commissions.models import Enquiry, NotAsked
from app.commissions.services import ask
from app.commissions.services.sides import refuse_unfit
from app.core.errors import DomainError
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.models import SupportRequest
    from app.prospectus.models import Provider
    from app.schools.models import School

TOO_MANY = f"At most {MOST_ASKED} providers can be asked at once."


@dataclass(frozen=True)
class PassedOver:
    """A provider that is not asked, with the reason."""

    provider: Provider
    reason: WhyNot
    words: str = ""


def start_naming(
    *,
    school: School,
    by: Person,
    on_behalf: bool,
    asked: Sequence[Provider],
    passed_over: Sequence[PassedOver],
) -> SupportRequest:
    """Open a draft that names whom to ask; nobody named leaves the choice to the brokers."""
    request = ask.start_request(school=school, by=by, on_behalf=on_behalf)
    name_providers(request=request, by=by, asked=asked, passed_over=passed_over)
    return request


def name_providers(
    *,
    request: SupportRequest,
    by: Person,
    asked: Sequence[Provider],
    passed_over: Sequence[PassedOver],
) -> None:
    """Replace whom the school names; who was sent an enquiry already stays.

    One alone is the provider that the school asks for: no enquiry goes out before the broker's.
    """
    hold_request(request)
    ask.check_may_write(request, by)
    sent = [e for e in request.enquiries if e.status is not EnquiryStatus.NAMED]
    new = [p for p in asked if p.id not in {e.provider_id for e in sent}]
    if len(sent) + len(new) > MOST_ASKED:
        raise DomainError(TOO_MANY)
    for provider in new:
        refuse_unfit(request, provider)
    alone = len(new) == 1 and not sent
    request.preferred_provider = new[0] if alone else None
    _keep_named(request, by, [] if alone else new)
    _keep_passed_over(request, by, passed_over)


def _keep_named(request: SupportRequest, by: Person, wanted: Sequence[Provider]) -> None:
    named = {e.provider_id: e for e in request.enquiries if e.status is EnquiryStatus.NAMED}
    for provider in wanted:
        if named.pop(provider.id, None) is None:
            db.session.add(Enquiry(request=request, provider=provider, asked_by=by))
    for enquiry in named.values():
        db.session.delete(enquiry)
    db.session.flush()
    db.session.expire(request, ["enquiries"])


def _keep_passed_over(
    request: SupportRequest, by: Person, passed_over: Sequence[PassedOver]
) -> None:
    before = {row.provider_id: row for row in request.not_asked}
    for one in passed_over:
        said = {"reason": one.reason, "words": one.words.strip(), "by": by}
        if (row := before.pop(one.provider.id, None)) is None:
            db.session.add(NotAsked(request=request, provider=one.provider, **said))
            continue
        for name, value in said.items():
            setattr(row, name, value)
    for row in before.values():
        db.session.delete(row)
    db.session.flush()
    db.session.expire(request, ["not_asked"])
