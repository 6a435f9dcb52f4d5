"""What a row of figures does not say itself: its year, and who is in this register."""

import re
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.schools.figures.catalogue import load_measures
from app.schools.importing.reading import UnreadableFile
from app.schools.models import Authority, School

_YEARS = re.compile(r"(?<!\d)(20\d\d)-?(?:20)?(\d\d)(?!\d)")


def school_year(text: str) -> int | None:
    """Return in which year the school year began: 2018 for 2018-2019, 2018-19 and 201819."""
    for start, end in _YEARS.findall(text):
        if (int(start) + 1) % 100 == int(end):
            return int(start)
    return None


@dataclass(frozen=True)
class Around:
    """The file that the rows come from, and the register that they are about."""

    session: Session
    file_name: str
    year: int | None

    @cached_property
    def urns(self) -> frozenset[int]:
        return frozenset(self.session.scalars(select(School.urn).where(School.invented.is_(False))))

    @cached_property
    def authorities(self) -> frozenset[str]:
        return frozenset(self.session.scalars(select(Authority.code)))

    def year_of_the_file(self) -> int:
        """Return the school year that the operator named, else the one in the file's name.

        Raises UnreadableFile: a figure of the wrong year is worse than none.
        """
        found = self.year or school_year(self.file_name)
        if found is None:
            message = (
                "neither its rows nor its name say which school year it is about: "
                "add --year 2018-2019"
            )
            raise UnreadableFile(message)
        return found

    def load_measures(self) -> None:
        load_measures(self.session)
