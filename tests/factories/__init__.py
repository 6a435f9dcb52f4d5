"""The smallest records of each kind: a test names what it is about, the rest is filled in.

Everything is added to the session and flushed. `made = Factory()`; `made.school(name="…")`.
"""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import Role
from app.commissions.models import Commission, SupportRequest
from app.core import clock
from app.extensions import db
from app.prospectus.facts import Availability, ListingStatus, ProviderKind
from app.prospectus.models import Provider, ProviderPrivate
from app.schools.models import FIRST_INVENTED_URN, Authority, School

T = TypeVar("T")
WAKEFIELD = "384"


class Factory:
    """Makes records in the current session; numbers keep their names apart."""

    def __init__(self) -> None:
        # numbers of the importer and the demonstration stay free
        self._numbers = itertools.count(500)

    def _kept(self, record: T) -> T:
        db.session.add(record)
        db.session.flush()
        return record

    def authority(self, code: str = WAKEFIELD, name: str = "") -> Authority:
        found = db.session.get(Authority, code)
        return found or self._kept(Authority(code=code, name=name or f"Authority {code}"))

    def school(self, *, authority: str = WAKEFIELD, **facts: Any) -> School:
        number = next(self._numbers)
        self.authority(authority)
        standard = {
            "urn": FIRST_INVENTED_URN + number,
            "invented": True,
            "name": f"Invented School {number}",
            "status_code": "1",
            "status_name": "Open",
            "gaps": {},
        }
        return self._kept(School(authority_code=authority, **standard | facts))

    def person(self, name: str = "", **facts: Any) -> Person:
        name = name or f"Person {next(self._numbers)}"
        email = f"{name.lower().replace(' ', '.')}@people.example"
        return self._kept(Person(**{"name": name, "email": email, "active": True} | facts))

    def role(
        self,
        person: Person,
        role: Role,
        *,
        school: School | None = None,
        provider: Provider | None = None,
        authority: str | None = None,
        **facts: Any,
    ) -> Person:
        """Give the person the role from yesterday on, and return the person."""
        scope = {
            "school_urn": school and school.urn,
            "provider_id": provider and provider.id,
            "authority_code": authority,
            "starts_on": clock.today() - timedelta(days=1),
        }
        person.assignments.append(RoleAssignment(role=role, **scope | facts))
        db.session.flush()
        return person

    def head(self, school: School, name: str = "") -> Person:
        return self.role(self.person(name), Role.HEAD, school=school)

    def broker(self, authority: str = WAKEFIELD, **facts: Any) -> Person:
        self.authority(authority)
        return self.role(self.person(), Role.BROKER, authority=authority, **facts)

    def provider(self, *, host: School | None = None, **facts: Any) -> Provider:
        number = next(self._numbers)
        self.authority()
        standard = {
            "slug": f"provider-{number}",
            "name": f"Provider {number}",
            "kind": ProviderKind.PERSON,
            "authority_code": WAKEFIELD,
            "host_urn": host and host.urn,
            "headline": "Early reading",
            "summary": "Helps schools to teach early reading.",
            "availability": Availability.NOW,
            "listing": ListingStatus.PUBLISHED,
            "published_on": clock.today(),
            "private": ProviderPrivate(),
        }
        return self._kept(Provider(**standard | facts))

    def request(self, school: School, requester: Person, **facts: Any) -> SupportRequest:
        standard = {
            "reference": f"REQ-{next(self._numbers):05}",
            "school_urn": school.urn,
            "authority_code": school.authority_code,
            "requester_id": requester.id,
            "title": "Phonics in year 1",
        }
        return self._kept(SupportRequest(**standard | facts))

    def commission(
        self, request: SupportRequest, provider: Provider, broker: Person, **facts: Any
    ) -> Commission:
        start = clock.today()
        standard = {
            "reference": f"COM-{next(self._numbers):05}",
            "request_id": request.id,
            "school_urn": request.school_urn,
            "provider_id": provider.id,
            "host_urn": provider.host_urn,
            "authority_code": request.authority_code,
            "broker_id": broker.id,
            "days": Decimal(6),
            "starts_on": start,
            "ends_on": date(start.year + 1, start.month, 1),
            "charge_pence": 240_000,
            "reimbursement_pence": 210_000,
        }
        return self._kept(Commission(**standard | facts))
