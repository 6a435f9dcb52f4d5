"""The catalogue of measures, the values published in them, and what inspectors judged."""

from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.measure_words import Direction
from app.core.model import Audited, Enumerated
from app.extensions import Base
from app.schools.facts import Gap
from app.schools.figures.facts import Collection, Counted, Framework, missing_words


class Measure(Audited, Base):
    """Something that is counted in the same way in every school, and published."""

    __tablename__ = "measure"

    key: Mapped[str] = mapped_column(sa.String(60), primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(200))
    unit: Mapped[str] = mapped_column(sa.String(40))
    # None: a fact about the school, which nobody sets out to change
    direction: Mapped[Direction | None] = mapped_column(Enumerated(Direction))
    counted: Mapped[Counted] = mapped_column(Enumerated(Counted))
    # the group in words, like “Year 6 pupils”
    cohort: Mapped[str] = mapped_column(sa.String(200))
    collection: Mapped[Collection] = mapped_column(Enumerated(Collection))
    source: Mapped[str] = mapped_column(sa.String(200))
    # months of the calendar, 1 to 12
    measured_month: Mapped[int]
    published_month: Mapped[int]
    # how old those counted are at the end of the year; None where all ages are counted
    age: Mapped[int | None]
    position: Mapped[int]


class PublishedFigure(Audited, Base):
    """One value of one measure for one year, or the publisher's reason for giving none.

    `about` says whose it is: `school:108134`, `authority:384`, `england`. It has no foreign key,
    since one column stands for schools, authorities and the country.
    """

    __tablename__ = "published_figure"
    __table_args__ = (sa.CheckConstraint("(value IS NULL) <> (gap IS NULL)", name="value_or_gap"),)

    about: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    measure_key: Mapped[str] = mapped_column(sa.ForeignKey("measure.key"), primary_key=True)
    # the year in which the school year began
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    value: Mapped[Decimal | None] = mapped_column(sa.Numeric(12, 2))
    gap: Mapped[str | None] = mapped_column(sa.String(20))
    # what the publisher wrote instead of a value: SUPP, NE, z
    mark: Mapped[str] = mapped_column(sa.String(20), default="")
    cohort_size: Mapped[int | None]
    provisional: Mapped[bool] = mapped_column(default=False)
    last_changed_run_id: Mapped[int | None] = mapped_column(sa.ForeignKey("import_run.id"))

    measure: Mapped[Measure] = relationship()

    @property
    def missing(self) -> str:
        """Why there is no value, in words; empty where there is one."""
        return missing_words(Gap(self.gap), self.mark) if self.gap else ""


class InspectionJudgement(Audited, Base):
    """What inspectors judged of one aspect on one day, in their own words of the time."""

    __tablename__ = "inspection_judgement"

    about: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    aspect: Mapped[str] = mapped_column(sa.String(80), primary_key=True)
    judged_on: Mapped[date] = mapped_column(primary_key=True)
    framework: Mapped[Framework] = mapped_column(Enumerated(Framework))
    words: Mapped[str | None] = mapped_column(sa.String(200))
    gap: Mapped[str | None] = mapped_column(sa.String(20))
    # the URN that was inspected, where the file says so: it may be a predecessor's
    judged_urn: Mapped[int | None]
    judged_name: Mapped[str | None] = mapped_column(sa.String(255))
    # where the aspect stands among the others of its inspection
    position: Mapped[int]
    last_changed_run_id: Mapped[int | None] = mapped_column(sa.ForeignKey("import_run.id"))

    @property
    def missing(self) -> str:
        return missing_words(Gap(self.gap), "") if self.gap else ""
