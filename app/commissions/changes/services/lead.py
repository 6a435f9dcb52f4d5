"""Somebody else leads the provider's work: the turns are theirs from that day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.accounts.queries import holders, person_by_email
from app.accounts.roles import Role
from app.accounts.services import assign_role
from app.commissions.changes.permissions import can_record_lead
from app.commissions.changes.telling import tell_leads
from app.commissions.models import LeadChange
from app.commissions.permissions import reads_for_school
from app.commissions.services.agree import hold
from app.commissions.services.sides import BOTH_SIDES
from app.commissions.statuses import ENDED_COMMISSIONS
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.prospectus.facts import ProviderKind

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission


@dataclass(frozen=True, kw_only=True)
class LeadAnswers:
    """Who leads from when, by their address; `left_id` is the key of who leads no longer."""

    email: str
    from_on: date
    left_id: int | None
    reason: str

    def faults(self, commission: Commission) -> dict[str, str]:
        faults, leads = {}, person_by_email(self.email.strip())
        if leads is None or not leads.active:
            faults["email"] = "Nobody has an account with this address. Ask an administrator first"
        elif reads_for_school(leads, commission):
            faults["email"] = BOTH_SIDES.rstrip(".")
        elif leads.id == self.left_id:
            faults["email"] = "Enter somebody else than the person who leaves"
        elif self.left_id is None and leads.id in {p.id for p in leads_of(commission)}:
            faults["email"] = "This person leads it already"
        if self.from_on < clock.today():
            faults["from_on"] = "Enter a day from today on"
        if not self.reason.strip():
            faults["reason"] = "Say why the lead changes"
        return faults


def leads_of(commission: Commission) -> list[Person]:
    return list(holders(Role.PROVIDER_LEAD, provider=commission.provider_id))


def check_may_record(*, commission: Commission, by: Person) -> None:
    if not can_record_lead(by, commission):
        message = "Only an officer or a lead of the organisation records who leads."
        raise NotAllowed(message)
    if commission.status in ENDED_COMMISSIONS:
        message = "The support has ended, so nobody needs to take it over."
        raise NotOpen(message)
    if commission.provider.kind is not ProviderKind.ORGANISATION:
        message = (
            "This provider is one person, so nobody can lead in their place. "
            "End the support early and match the school again."
        )
        raise NotOpen(message)


def record_lead(*, commission: Commission, by: Person, answers: LeadAnswers) -> LeadChange:
    """Give the role to who leads now and end it for who left; what they did stays theirs."""
    hold(commission)
    check_may_record(commission=commission, by=by)
    if faults := answers.faults(commission):
        raise NotReady([f"{fault}." for fault in faults.values()])
    current = leads_of(commission)
    leads = person_by_email(answers.email.strip())
    left = next((person for person in current if person.id == answers.left_id), None)
    if leads is None or (left is None and answers.left_id is not None):
        message = "This has changed since you opened the page."
        raise NotOpen(message)
    provider = commission.provider_id
    if leads.id not in {person.id for person in current}:
        assign_role(
            person=leads, role=Role.PROVIDER_LEAD, provider=provider, starts_on=answers.from_on
        )
    for held in left.current_assignments if left else ():
        if held.role is Role.PROVIDER_LEAD and held.provider_id == provider:
            held.ends_on = answers.from_on - timedelta(days=1)
    change = LeadChange(
        commission=commission,
        leads=leads,
        from_on=answers.from_on,
        left=left,
        reason=answers.reason.strip(),
        recorded_by=by,
    )
    db.session.add(change)
    db.session.flush()
    tell_leads(change, by)
    return change
