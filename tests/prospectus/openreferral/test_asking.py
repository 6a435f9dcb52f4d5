"""What can be asked of the open data, and what it answers when it cannot be answered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest

from app.core import clock
from app.extensions import db
from app.prospectus import services
from app.prospectus.facts import ListingStatus
from app.prospectus.identifiers import id_of_entry, identifier
from app.search.engine import SearchUnavailableError
from tests.client import LintingClient
from tests.factories.prospectus import make_entry, make_findable

pytestmark = pytest.mark.usefixtures("reference_data")
AUTUMN = datetime(2026, 9, 1, tzinfo=UTC)
EXPECTED = [
    ("", ["Ada Marsh", "Bel Stone", "Cal Beck"]),
    ("search=maths", ["Bel Stone"]),
    ("text=maths", ["Bel Stone"]),
    ("search=", ["Ada Marsh", "Bel Stone", "Cal Beck"]),
    (f"taxonomy_term_id={identifier('term', 'expertise', 'phonics')}", ["Ada Marsh"]),
    # a heading stands for everything below it
    (
        f"taxonomy_term_id={identifier('term', 'expertise', 'literacy')}",
        ["Ada Marsh", "Cal Beck"],
    ),
    (f"taxonomy_id={identifier('taxonomy', 'designation')}", []),
    ("modified_after=2026-09-02T00:00:00Z", ["Cal Beck"]),
    ("modified_after=2026-10-01T01:00:00+01:00", ["Cal Beck"]),
    ("modified_after=2026-10-02", []),
    ("modified_after=2026-09-02&search=maths", []),
    ("per_page=2", ["Ada Marsh", "Bel Stone"]),
    ("per_page=2&page=2", ["Cal Beck"]),
    ("per_page=2&page=3", []),
]


@pytest.fixture
def three(reference_data: None) -> None:
    with clock.at(AUTUMN):
        make_entry("Ada Marsh")
        make_entry("Bel Stone", expertise={"maths-ks2": ""})
    with clock.at(AUTUMN + timedelta(days=30)):
        make_entry("Cal Beck", expertise={"writing": ""}, host_urn=None)
    make_findable()


def names(client: LintingClient, query: str) -> list[str]:
    response = client.get(f"/openreferral/services?{query}")
    assert response.status_code == 200, response.text
    return [one["name"] for one in response.get_json()["contents"]]


@pytest.mark.usefixtures("three")
class TestQuestions:
    def test_find_what_is_asked_for(self, client: LintingClient) -> None:
        expected = dict(EXPECTED)

        assert {query: names(client, query) for query in expected} == expected

    def test_the_pages_say_where_they_stand(self, client: LintingClient) -> None:
        def page(query: str) -> dict[str, Any]:
            wrapper = client.get(f"/openreferral/services?{query}").get_json()
            return {name: value for name, value in wrapper.items() if name != "contents"}

        common = {"total_items": 3, "total_pages": 2}
        assert page("per_page=2") == common | {
            "page_number": 1, "size": 2, "first_page": True, "last_page": False, "empty": False,
        }  # fmt: skip
        assert page("per_page=2&page=2") == common | {
            "page_number": 2, "size": 1, "first_page": False, "last_page": True, "empty": False,
        }  # fmt: skip
        assert page("per_page=2&page=9") == common | {
            "page_number": 9, "size": 0, "first_page": False, "last_page": True, "empty": True,
        }  # fmt: skip

    def test_minimal_is_everything_at_once_in_short(self, client: LintingClient) -> None:
        rows = client.get("/openreferral/services?minimal=true").get_json()["contents"]

        assert len(rows) == 3
        assert {tuple(row) for row in rows} == {("id", "modified_date")}

    def test_it_is_known_to_be_unchanged(self, client: LintingClient) -> None:
        first = client.get("/openreferral/services")

        again = client.get(
            "/openreferral/services", headers={"If-None-Match": first.headers["ETag"]}
        )

        assert first.cache_control.max_age == 300
        assert (again.status_code, again.text) == (304, "")


def test_what_cannot_be_answered_is_refused_with_advice(client: LintingClient) -> None:
    for query, says in (
        ("page=0", "page must be a whole number from 1"),
        ("taxonomy_term_id=5", "Use an id from taxonomy_terms"),
        ("taxonomy_id=5", "Use an id from taxonomies"),
    ):
        response = client.get(f"/openreferral/services?{query}")

        assert response.status_code == 400
        assert says in response.get_json()["error"]


def test_what_is_not_there_is_said_in_json(client: LintingClient) -> None:
    for path in ("services/5", "service_at_locations/x", "taxonomies/x", "taxonomy_terms/x", "x/y"):
        response = client.get(f"/openreferral/{path}")

        assert response.status_code == 404
        assert response.get_json()["error"] == "Nothing is published under this address."


def test_nonsense_is_answered(client: LintingClient) -> None:
    make_findable()

    for typed in ("\0", "<b>", "'; --", "é" * 200, '"', "-", "\u202e🏫"):
        for name in ("search", "modified_after", "taxonomy_term_id", "page"):
            response = client.get(f"/openreferral/services?{name}={quote(typed)}")
            assert response.status_code in {200, 400}


@pytest.mark.parametrize("listing", [ListingStatus.DRAFT, ListingStatus.HIDDEN])
def test_what_is_not_published_is_nowhere(client: LintingClient, listing: ListingStatus) -> None:
    make_findable()
    ada = make_entry("Ada Marsh")
    make_findable()
    own = id_of_entry(ada)
    ada.listing = listing
    # the index has not heard of it yet
    db.session.commit()

    for query in ("", "search=Ada", "minimal=true", "modified_after=2020-01-01"):
        page = client.get(f"/openreferral/services?{query}").get_json()
        assert (page["total_items"], page["contents"]) == (0, [])
    assert client.get(f"/openreferral/services/{own}").status_code == 404


def test_without_the_search_only_what_needs_it_waits(
    client: LintingClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.prospectus.openreferral import queries

    def broken(_request: object) -> None:
        raise SearchUnavailableError

    monkeypatch.setattr(queries, "find", broken)

    assert client.get("/openreferral/services").status_code == 200
    response = client.get("/openreferral/services?search=maths")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "60"


def test_more_rows_cost_no_more_statements(client: LintingClient) -> None:
    make_findable()

    url = "/openreferral/services?full=true&search=phonics&per_page=100"
    sle = {"type_code": "sle", "awarded_on": AUTUMN.date()}
    services.add_designation(make_entry("Ada"), **sle)
    make_findable()
    client.get("/openreferral/services?search=phonics")
    before = len(client.statements(url))
    for number in range(12):
        services.add_designation(make_entry(f"Bel {number}"), **sle)
    make_findable()
    client.get("/openreferral/services?search=phonics")

    assert len(client.statements(url)) == before <= 16
