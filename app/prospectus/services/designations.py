"""Awards to a provider."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from app.core.errors import DomainError
from app.extensions import db
from app.prospectus.facts import DesignationStatus
from app.prospectus.models import Designation, DesignationType, Provider
from app.prospectus.services.changed import changed


def add_designation(
    provider: Provider,
    *,
    type_code: str,
    awarded_on: date,
    ends_on: date | None = None,
    standing: DesignationStatus = DesignationStatus.ACTIVE,
) -> Designation:
    kind = db.session.scalar(select(DesignationType).where(DesignationType.code == type_code))
    if kind is None:
        message = f"There is no designation {type_code}."
        raise DomainError(message)
    held_by_other = kind.held_by not in {"both", provider.kind.holder}
    if held_by_other:
        message = f"{kind.name} can only be held by {_HOLDERS[kind.held_by]}."
        raise DomainError(message)
    designation = Designation(type=kind, standing=standing, awarded_on=awarded_on, ends_on=ends_on)
    provider.designations.append(designation)
    changed(provider)
    return designation


_HOLDERS = {"person": "a person", "organisation": "an organisation"}
