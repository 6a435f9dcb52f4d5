"""Where a school is: the coordinates of the register, else the middle of its postcode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.schools import postcodes
from app.schools.national_grid import Point, point_of_grid

if TYPE_CHECKING:
    from app.schools.brief import SchoolInBrief
    from app.schools.models import School


def point_of_school(school: School | SchoolInBrief) -> Point | None:
    # where nothing is known the register writes nought
    if school.latitude and school.longitude:
        return school.latitude, school.longitude
    if school.easting and school.northing:
        return point_of_grid(school.easting, school.northing)
    return postcodes.point_of(school.postcode or "")
