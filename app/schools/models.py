"""The register of schools as published, with the links and groups around it."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.model import Audited, UTCDateTime
from app.extensions import Base
from app.schools.facts import Gap, Status
from app.schools.websites import checked_link

FIRST_INVENTED_URN = 900_001


class Authority(Audited, Base):
    """A local authority under its three-figure code in the register: 384 is Wakefield."""

    __tablename__ = "authority"

    code: Mapped[str] = mapped_column(sa.String(8), primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(200))


class ImportRun(Base):
    """One file read into the register: a log, so not audited itself; facts point to it."""

    __tablename__ = "import_run"

    id: Mapped[int] = mapped_column(primary_key=True)
    file_name: Mapped[str] = mapped_column(sa.String(255))
    sha256: Mapped[str] = mapped_column(sa.String(64))
    kind: Mapped[str] = mapped_column(sa.String(20))
    started_at: Mapped[datetime] = mapped_column(UTCDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    added: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    unchanged: Mapped[int] = mapped_column(default=0)
    rejected: Mapped[int] = mapped_column(default=0)


class School(Audited, Base):
    """An establishment.

    Only the URN identifies it: a closed school and the academy that followed it share a name
    and a LAESTAB. A fact is None when the register has not told us; `gaps` says why, where
    the register does.
    """

    __tablename__ = "school"

    urn: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    invented: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str] = mapped_column(sa.String(255), index=True)
    authority_code: Mapped[str] = mapped_column(sa.ForeignKey("authority.code"), index=True)
    establishment_number: Mapped[int | None]

    type_code: Mapped[str | None] = mapped_column(sa.String(10))
    type_name: Mapped[str | None] = mapped_column(sa.String(200))
    type_group_code: Mapped[str | None] = mapped_column(sa.String(10))
    type_group_name: Mapped[str | None] = mapped_column(sa.String(200))
    status_code: Mapped[str | None] = mapped_column(sa.String(10))
    status_name: Mapped[str | None] = mapped_column(sa.String(200))
    opened_on: Mapped[date | None]
    open_reason: Mapped[str | None] = mapped_column(sa.String(200))
    closed_on: Mapped[date | None]
    close_reason: Mapped[str | None] = mapped_column(sa.String(200))

    phase_code: Mapped[str | None] = mapped_column(sa.String(10))
    phase_name: Mapped[str | None] = mapped_column(sa.String(200))
    low_age: Mapped[int | None]
    high_age: Mapped[int | None]
    boarders: Mapped[str | None] = mapped_column(sa.String(200))
    nursery: Mapped[str | None] = mapped_column(sa.String(200))
    sixth_form: Mapped[str | None] = mapped_column(sa.String(200))
    gender: Mapped[str | None] = mapped_column(sa.String(200))
    religious_character: Mapped[str | None] = mapped_column(sa.String(200))
    diocese: Mapped[str | None] = mapped_column(sa.String(200))
    admissions: Mapped[str | None] = mapped_column(sa.String(200))
    resourced_provision: Mapped[str | None] = mapped_column(sa.String(200))

    capacity: Mapped[int | None]
    number_of_pupils: Mapped[int | None]
    census_on: Mapped[date | None]
    percentage_fsm: Mapped[float | None]

    trust_flag: Mapped[str | None] = mapped_column(sa.String(200))
    trust_code: Mapped[str | None] = mapped_column(sa.String(20))
    trust_name: Mapped[str | None] = mapped_column(sa.String(255))
    federation_flag: Mapped[str | None] = mapped_column(sa.String(200))
    federation_code: Mapped[str | None] = mapped_column(sa.String(20))
    federation_name: Mapped[str | None] = mapped_column(sa.String(255))
    ukprn: Mapped[str | None] = mapped_column(sa.String(20))

    ofsted_last_inspection: Mapped[date | None]
    ofsted_rating: Mapped[str | None] = mapped_column(sa.String(200))

    street: Mapped[str | None] = mapped_column(sa.String(255))
    locality: Mapped[str | None] = mapped_column(sa.String(255))
    address3: Mapped[str | None] = mapped_column(sa.String(255))
    town: Mapped[str | None] = mapped_column(sa.String(255))
    county: Mapped[str | None] = mapped_column(sa.String(255))
    postcode: Mapped[str | None] = mapped_column(sa.String(10), index=True)
    website: Mapped[str | None] = mapped_column(sa.String(500))
    telephone: Mapped[str | None] = mapped_column(sa.String(40))

    region: Mapped[str | None] = mapped_column(sa.String(200))
    district: Mapped[str | None] = mapped_column(sa.String(200))
    ward: Mapped[str | None] = mapped_column(sa.String(200))
    constituency: Mapped[str | None] = mapped_column(sa.String(200))
    urban_rural: Mapped[str | None] = mapped_column(sa.String(200))
    easting: Mapped[int | None]
    northing: Mapped[int | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]

    register_changed_on: Mapped[date | None]
    gaps: Mapped[dict[str, str]] = mapped_column(sa.JSON, default=dict)
    first_seen_run_id: Mapped[int | None] = mapped_column(sa.ForeignKey("import_run.id"))
    last_changed_run_id: Mapped[int | None] = mapped_column(sa.ForeignKey("import_run.id"))

    authority: Mapped[Authority] = relationship()
    first_seen_run: Mapped[ImportRun | None] = relationship(foreign_keys=[first_seen_run_id])
    last_changed_run: Mapped[ImportRun | None] = relationship(foreign_keys=[last_changed_run_id])

    @property
    def laestab(self) -> str | None:
        if self.establishment_number is None:
            return None
        return f"{self.authority_code}/{self.establishment_number:04}"

    @property
    def is_closed(self) -> bool:
        return self.status_code == Status.CLOSED

    @property
    def website_link(self) -> str | None:
        return checked_link(self.website)

    @property
    def address(self) -> list[str]:
        """The lines of the address that are known, each once."""
        lines = (
            self.street,
            self.locality,
            self.address3,
            self.town,
            self.county,
            self.postcode,
        )
        return list(dict.fromkeys(line for line in lines if line))

    def gap(self, fact: str) -> Gap | None:
        """Why the register holds no value for the fact, where it says so."""
        word = (self.gaps or {}).get(fact)
        return Gap(word) if word else None


class SchoolLink(Audited, Base):
    """A dated link from one establishment to another, as published.

    Neither end has a foreign key: links into other authorities are kept although the school
    itself is not in this register.
    """

    __tablename__ = "school_link"

    urn: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    link_urn: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, index=True)
    kind: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    link_name: Mapped[str | None] = mapped_column(sa.String(255))
    established_on: Mapped[date | None]


class SchoolGroup(Audited, Base):
    """A trust, federation or sponsor."""

    __tablename__ = "school_group"

    uid: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    group_id: Mapped[str | None] = mapped_column(sa.String(20))
    name: Mapped[str] = mapped_column(sa.String(255))
    companies_house_number: Mapped[str | None] = mapped_column(sa.String(20))
    type_code: Mapped[str | None] = mapped_column(sa.String(10))
    type_name: Mapped[str | None] = mapped_column(sa.String(200))
    status_code: Mapped[str | None] = mapped_column(sa.String(40))
    status_name: Mapped[str | None] = mapped_column(sa.String(200))
    opened_on: Mapped[date | None]
    incorporated_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    ukprn: Mapped[str | None] = mapped_column(sa.String(20))


class GroupMembership(Audited, Base):
    """A school in a group; a school may be in several at once (trust and sponsor, say)."""

    __tablename__ = "group_membership"

    urn: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    group_uid: Mapped[int] = mapped_column(
        sa.ForeignKey("school_group.uid"), primary_key=True, index=True
    )
    joined_on: Mapped[date | None]
    left_on: Mapped[date | None]

    group: Mapped[SchoolGroup] = relationship()
