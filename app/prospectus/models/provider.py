from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import JSON, Boolean, ForeignKey, Numeric, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, synonym

from app.core import clock
from app.core.model import Audited, Enumerated, Record, UTCDateTime, Versioned
from app.extensions import Base
from app.prospectus.facts import (
    Availability,
    HiddenBy,
    ListingStatus,
    ProviderKind,
    assured_in_public,
)
from app.prospectus.models.expertise import ExpertiseArea
from app.schools.models import Authority, School

if TYPE_CHECKING:
    from app.prospectus.models.designation import Designation


class Provider(Versioned, Record):
    """What the prospectus lists: a person or an organisation, and the school that lends them.

    Columns here are public once the entry is published; what is not public stands in
    ProviderPrivate, so that no page shows it by mistake.
    """

    __tablename__ = "provider"

    slug: Mapped[str] = mapped_column(String(80), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[ProviderKind] = mapped_column(Enumerated(ProviderKind))
    organisation_type: Mapped[str] = mapped_column(String(80), default="")
    authority_code: Mapped[str] = mapped_column(ForeignKey("authority.code"), index=True)
    host_urn: Mapped[int | None] = mapped_column(ForeignKey("school.urn"), index=True)
    headline: Mapped[str] = mapped_column(String(200))
    summary: Mapped[str] = mapped_column(Text)
    experience: Mapped[str] = mapped_column(Text, default="")
    # lists of Phase, Mode and place names
    phases: Mapped[list[str]] = mapped_column(JSON, default=list)
    modes: Mapped[list[str]] = mapped_column(JSON, default=list)
    areas: Mapped[list[str]] = mapped_column(JSON, default=list)
    # CaseStudy as JSON; entries from before there were any have none
    case_studies: Mapped[list[dict[str, str]] | None] = mapped_column(JSON, default=list)
    availability: Mapped[Availability] = mapped_column(Enumerated(Availability))
    listing: Mapped[ListingStatus] = mapped_column(Enumerated(ListingStatus), index=True)
    # the name by which a lifecycle moves it
    status: Mapped[ListingStatus] = synonym("listing")
    moved_at: Mapped[datetime | None] = mapped_column(UTCDateTime, default=clock.now)
    published_on: Mapped[date | None]
    confirmed_on: Mapped[date | None]

    host: Mapped[School | None] = relationship()
    authority: Mapped[Authority] = relationship()
    private: Mapped[ProviderPrivate] = relationship(back_populates="provider")
    designations: Mapped[list[Designation]] = relationship(
        back_populates="provider", order_by="Designation.awarded_on.desc(), Designation.id"
    )
    expertise: Mapped[list[ProviderExpertise]] = relationship(
        back_populates="provider", order_by="ProviderExpertise.id"
    )
    capacities: Mapped[list[Capacity]] = relationship(
        back_populates="provider", order_by="Capacity.academic_year"
    )
    record: Mapped[ProviderRecord | None] = relationship(back_populates="provider")

    @property
    def is_public(self) -> bool:
        return self.listing is ListingStatus.PUBLISHED

    @property
    def assured(self) -> int:
        """Commissions quality assured; 0 while there are too few to be shown."""
        return assured_in_public(self.record.commissions_assured if self.record else 0)


class ProviderStamp(Base):
    """Another one with every change of what lists show of the entry; prospectus/stamps.py sets it.

    Plumbing, so it leaves no audit trail.
    """

    __tablename__ = "provider_stamp"

    provider_id: Mapped[int] = mapped_column(
        ForeignKey("provider.id", ondelete="CASCADE"), primary_key=True
    )
    stamp: Mapped[str] = mapped_column(String(32))


class ProviderPrivate(Record):
    """What signed-in schools (contacts, rate) or only the provider and officers may see."""

    __tablename__ = "provider_private"

    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"), unique=True)
    contact_name: Mapped[str] = mapped_column(String(200), default="")
    contact_email: Mapped[str] = mapped_column(String(254), default="")
    contact_phone: Mapped[str] = mapped_column(String(40), default="")
    rate_pence_per_day: Mapped[int | None]
    rate_is_public: Mapped[bool] = mapped_column(Boolean, default=False)
    interests: Mapped[str] = mapped_column(Text, default="")
    # only while the entry is hidden
    hidden_by: Mapped[HiddenBy | None] = mapped_column(Enumerated(HiddenBy))
    hidden_reason: Mapped[str | None] = mapped_column(Text)
    # the day its leads were told that it will be hidden
    warned_on: Mapped[date | None]

    provider: Mapped[Provider] = relationship(back_populates="private")

    def audit_root(self) -> Audited:
        return self.provider


class ProviderExpertise(Record):
    __tablename__ = "provider_expertise"
    __table_args__ = (UniqueConstraint("provider_id", "area_id"),)

    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"))
    area_id: Mapped[int] = mapped_column(ForeignKey("expertise_area.id"), index=True)
    note: Mapped[str] = mapped_column(Text, default="")

    provider: Mapped[Provider] = relationship(back_populates="expertise")
    area: Mapped[ExpertiseArea] = relationship()

    def audit_root(self) -> Audited:
        return self.provider


class Capacity(Record):
    """Days a provider offers in one academic year (named by the year it starts in)."""

    __tablename__ = "capacity"
    __table_args__ = (UniqueConstraint("provider_id", "academic_year"),)

    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"))
    academic_year: Mapped[int]
    days_offered: Mapped[Decimal] = mapped_column(Numeric(6, 1))

    provider: Mapped[Provider] = relationship(back_populates="capacities")

    def audit_root(self) -> Audited:
        return self.provider


class ProviderRecord(Record):
    """What a provider's quality-assured commissions came to: numbers, never who was supported."""

    __tablename__ = "provider_record"

    provider_id: Mapped[int] = mapped_column(ForeignKey("provider.id"), unique=True)
    commissions_assured: Mapped[int]
    objectives_met: Mapped[int]
    objectives_partly_met: Mapped[int]
    objectives_not_met: Mapped[int]
    objectives_not_yet: Mapped[int]
    # calendar days from the request to the start meeting; None while it was never counted
    median_days_to_start: Mapped[int | None]
    recounted_at: Mapped[datetime] = mapped_column(UTCDateTime)

    provider: Mapped[Provider] = relationship(back_populates="record")

    @property
    def is_shown(self) -> bool:
        """Tell whether there are enough commissions to say nothing about a single school."""
        return assured_in_public(self.commissions_assured) > 0

    @property
    def objectives(self) -> int:
        return (
            self.objectives_met
            + self.objectives_partly_met
            + self.objectives_not_met
            + self.objectives_not_yet
        )

    def audit_root(self) -> Audited:
        return self.provider
