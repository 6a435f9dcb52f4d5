"""Where schools and postcodes are."""

from __future__ import annotations

import csv
import subprocess
import sys
from math import degrees
from pathlib import Path

import pytest

from app.schools import national_grid, postcodes
from app.schools.models import School
from app.schools.points import point_of_school
from app.search.distances import miles_between

WF1_2EB = (53.68423, -1.50369)
REGISTER = Path("app/schools/data/wakefield-establishments.csv")


def test_the_grid_is_read_as_the_survey_does_in_its_worked_example() -> None:
    latitude, longitude = map(degrees, national_grid._unprojected(651_409.903, 313_177.270))

    assert latitude == pytest.approx(52 + 39 / 60 + 27.2531 / 3600, abs=1e-7)
    assert longitude == pytest.approx(1 + 43 / 60 + 4.5177 / 3600, abs=1e-7)


def test_schools_of_the_register_stand_where_their_postcodes_are() -> None:
    with REGISTER.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["Easting"]]

    apart = [
        float(miles_between(found, *national_grid.point_of_grid(east, north)))
        for row in rows
        if (found := postcodes.point_of(row["Postcode"]))
        for east, north in [(int(row["Easting"]), int(row["Northing"]))]
    ]

    assert len(apart) > 340
    assert max(apart) < 0.5
    # without the shift to WGS84 everything would be some 70 metres off
    assert sorted(apart)[len(apart) // 2] < 0.04


@pytest.mark.parametrize("typed", ["WF1 2EB", "wf12eb", " Wf1  2 eB "])
def test_a_postcode_is_known_whatever_its_spaces_and_case(typed: str) -> None:
    assert postcodes.point_of(typed) == WF1_2EB
    assert postcodes.written(typed) == "WF1 2EB"


@pytest.mark.parametrize(
    "typed", ["", "WF1", "WF1 2E", "SW1A 1AA", "WF99 9ZZ", "1,5", "\n", "WF1 2EB,53", "é" * 99]
)
def test_what_is_no_postcode_of_the_area_has_no_point(typed: str) -> None:
    assert postcodes.point_of(typed) is None


def test_the_first_and_the_last_postcode_of_the_file_are_known() -> None:
    lines = postcodes._known().split()

    for line in (lines[0], lines[-1]):
        postcode, latitude, longitude = line.split(",")
        assert postcodes.point_of(postcode) == (float(latitude), float(longitude))


def test_the_postcodes_are_not_read_before_they_are_asked_for() -> None:
    start = "from app import create_app; from app.schools import postcodes; create_app()"
    look = f"{start}; print(postcodes._known.cache_info().currsize)"

    answer = subprocess.run(
        [sys.executable, "-c", look], check=True, capture_output=True, text=True, timeout=60
    )

    assert answer.stdout.strip() == "0"


@pytest.mark.parametrize(
    ("facts", "point"),
    [
        ({"latitude": 53.7, "longitude": -1.4, "postcode": "WF1 2EB"}, (53.7, -1.4)),
        ({"easting": 446486, "northing": 421849, "postcode": "WF1 2EB"}, (53.69103, -1.29752)),
        ({"latitude": None, "longitude": 0.0, "postcode": "WF1 2EB"}, WF1_2EB),
        ({"easting": 0, "northing": 0, "postcode": "wf12eb"}, WF1_2EB),
        ({"postcode": None}, None),
        ({"postcode": "ZZ1 1ZZ"}, None),
    ],
)
def test_coordinates_come_first_and_the_postcode_after_them(
    facts: dict[str, object], point: tuple[float, float] | None
) -> None:
    found = point_of_school(School(urn=1, **facts))

    assert found == (pytest.approx(point, abs=1e-5) if point else None)
