"""Where distances are counted from: a postcode, or a school of the person who reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.prospectus.reader import Reader
from app.schools import postcodes
from app.schools.brief import SchoolInBrief
from app.schools.models import School
from app.schools.national_grid import Point
from app.schools.points import point_of_school
from app.search.distances import miles_between

# in the address of the page it stands for the reader's only school
MY_SCHOOL = "school"
ENTER_POSTCODE = "Enter a full postcode in the WF or LS areas, for example WF1 2EB"
SIGN_IN = "Sign in to see distances from your school, or enter a postcode"
CHOOSE_SCHOOL = "Choose which of your schools, or enter a postcode"
_WHOLE_MILES_FROM = 10


@dataclass(frozen=True)
class Nearness:
    """A point with its words, or what the reader can do to get one."""

    point: Point | None = None
    place: str = ""
    problem: str = ""
    # what the box shows: only a postcode, or what was typed in its stead
    typed: str = ""
    # nobody asked for it: it is the only school the reader has
    is_assumed: bool = False
    # schools among which the reader may choose
    schools: Sequence[School] = ()


NOWHERE = Nearness()


def nearness_of(asked: str, reader: Reader) -> Nearness:
    """Read what the address says; another person's school is answered like any nonsense."""
    schools = reader.schools if len(reader.schools) > 1 else ()
    only = reader.schools[0] if len(reader.schools) == 1 else None
    if not asked:
        point = point_of_school(only) if only else None
        return Nearness(
            point, only.name if only and point else "", is_assumed=True, schools=schools
        )
    if asked.casefold() == MY_SCHOOL:
        if only is not None:
            return _at_school(only, schools)
        return Nearness(problem=CHOOSE_SCHOOL if schools else SIGN_IN, schools=schools)
    for school in reader.schools:
        if asked == str(school.urn):
            return _at_school(school, schools)
    point, place = postcodes.point_of(asked), postcodes.written(asked)
    if point is None or place is None:
        return Nearness(problem=ENTER_POSTCODE, typed=asked, schools=schools)
    return Nearness(point, place, typed=place, schools=schools)


def _at_school(school: School, schools: Sequence[School]) -> Nearness:
    point = point_of_school(school)
    if point is None:
        problem = f"The register does not say where {school.name} is. {ENTER_POSTCODE}"
        return Nearness(problem=problem, schools=schools)
    return Nearness(point, school.name, schools=schools)


def miles_to(school: School | SchoolInBrief | None, near: Nearness) -> float | None:
    point = point_of_school(school) if school is not None else None
    if near.point is None or point is None:
        return None
    return float(miles_between(near.point, *point))


def distance_words(miles: float | None) -> str:
    """Say how far; nothing where it is not known."""
    if miles is None:
        return ""
    if miles < 1:
        return "Less than a mile"
    if round(miles, 1) < _WHOLE_MILES_FROM:
        number = f"{miles:.1f}".removesuffix(".0")
        return f"{number} mile" if number == "1" else f"{number} miles"
    return f"{miles:.0f} miles"
