"""The engine sorts by distance and says how far."""

from __future__ import annotations

import pytest

from app.search.distances import miles_between
from app.search.documents import Document
from app.search.query import DISTANCE, SearchRequest
from app.search.whoosh_engine import WhooshEngine
from tests.search.entries import entry, filled, ids

WAKEFIELD = (53.68300, -1.49770)


def at(name: str, point: tuple[float, float] | None = None) -> Document:
    sort = {} if point is None else {"latitude": point[0], "longitude": point[1]}
    return entry(name, name, sort=sort)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> WhooshEngine:
    same = [at(f"twin{number}", (53.70, -1.49770)) for number in range(6)]
    nowhere = [at(f"nowhere{number}") for number in range(3)]
    return filled(
        tmp_path_factory.mktemp("index"),
        [*nowhere, at("leeds", (53.79648, -1.54785)), *same, at("here", WAKEFIELD)],
    )


def ask(engine: WhooshEngine, **request: object) -> list[str]:
    return ids(engine.search(SearchRequest(**request)))


def test_the_distance_is_that_of_a_great_circle() -> None:
    # a degree along a meridian; along a parallel at 60 degrees it is half as long
    assert float(miles_between((53, -1), 54, -1)) == pytest.approx(69.09, abs=0.01)
    assert float(miles_between((60, -1), 60, 0)) == pytest.approx(34.55, abs=0.01)
    assert float(miles_between(WAKEFIELD, *WAKEFIELD)) == 0
    # the other side of the Earth
    assert float(miles_between((0, 0), 0, 180)) == pytest.approx(12_437, abs=1)


def test_the_nearest_come_first_and_those_without_a_place_last(engine: WhooshEngine) -> None:
    found = ask(engine, sort=DISTANCE, near=WAKEFIELD)

    assert found[0] == "here"
    assert {name[:4] for name in found[1:7]} == {"twin"}
    assert found[7] == "leeds"
    assert {name[:7] for name in found[8:]} == {"nowhere"}


def test_equally_far_entries_stand_in_the_order_of_their_lots(engine: WhooshEngine) -> None:
    drawn = ask(engine)
    found = ask(engine, sort=DISTANCE, near=WAKEFIELD)

    for alike in ("twin", "nowhere"):
        assert [name for name in found if name.startswith(alike)] == [
            name for name in drawn if name.startswith(alike)
        ]


def test_pages_by_distance_join(engine: WhooshEngine) -> None:
    pages = [
        ask(engine, sort=DISTANCE, near=WAKEFIELD, offset=start, limit=4) for start in (0, 4, 8)
    ]

    assert [name for page in pages for name in page] == ask(engine, sort=DISTANCE, near=WAKEFIELD)


def test_distances_are_said_in_any_order_and_only_where_they_are_known(
    engine: WhooshEngine,
) -> None:
    hits = engine.search(SearchRequest(sort="name", near=WAKEFIELD)).hits

    miles = {hit.id: hit.miles for hit in hits}
    assert miles["here"] == 0
    assert miles["leeds"] == pytest.approx(8.1, abs=0.1)
    assert miles["nowhere0"] is None
    assert ask(engine, sort="name", near=WAKEFIELD) == ask(engine, sort="name")


def test_without_a_place_to_be_near_the_order_by_distance_is_that_of_the_lots(
    engine: WhooshEngine,
) -> None:
    hits = engine.search(SearchRequest(sort=DISTANCE)).hits

    assert [hit.id for hit in hits] == ask(engine)
    assert {hit.miles for hit in hits} == {None}
