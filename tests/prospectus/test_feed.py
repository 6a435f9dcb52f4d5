"""The feed of new and changed entries, read as a feed reader reads it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from app.core import clock
from app.extensions import db
from app.prospectus import feed, services
from app.prospectus.facts import ListingStatus
from app.prospectus.identifiers import id_of_entry
from app.prospectus.models import Provider
from tests.client import LintingClient
from tests.factories.prospectus import make_entry

pytestmark = pytest.mark.usefixtures("reference_data")
ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESS = "/prospectus/feed.atom"
AUTUMN = datetime(2026, 9, 1, 9, tzinfo=UTC)
LATER = AUTUMN + timedelta(days=20)


def entry_of(name: str = "Ada Marsh", at: datetime = AUTUMN) -> Provider:
    with clock.at(at):
        return make_entry(name)


def entries(client: LintingClient) -> list[ET.Element]:
    response = client.get(ADDRESS)
    assert response.mimetype == "application/atom+xml"
    return ET.fromstring(response.data).findall(f"{ATOM}entry")  # noqa: S314  # our own


def told(entry: ET.Element, tag: str) -> str:
    return entry.findtext(f"{ATOM}{tag}") or ""


def updated(client: LintingClient) -> dict[str, str]:
    return {told(entry, "title"): told(entry, "updated") for entry in entries(client)}


def test_an_entry_names_itself_and_where_it_is(client: LintingClient) -> None:
    ada = entry_of()

    feed_of_one = ET.fromstring(client.get(ADDRESS).data)  # noqa: S314  # our own
    (entry,) = feed_of_one.findall(f"{ATOM}entry")

    assert told(feed_of_one, "updated") == told(entry, "updated") == "2026-09-01T09:00:00Z"
    assert told(entry, "id") == f"urn:uuid:{id_of_entry(ada)}"
    assert told(entry, "published") == "2026-08-31T23:00:00Z"
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.attrib == {"rel": "alternate", "href": f"http://localhost/prospectus/{ada.slug}"}
    assert "Helps teachers" in told(entry, "summary")


def test_the_last_changed_comes_first(client: LintingClient) -> None:
    entry_of("Ada", AUTUMN)
    entry_of("Bel", LATER)
    with clock.at(LATER + timedelta(days=1)):
        services.set_expertise(entry_of("Cal", AUTUMN), {"writing": ""})

    assert list(updated(client)) == ["Cal", "Bel", "Ada"]


class TestWhatIsAChange:
    def test_a_public_fact_is(self, client: LintingClient) -> None:
        ada = entry_of()
        with clock.at(LATER):
            ada.headline = "Helps more teachers"
            db.session.flush()

        assert updated(client) == {"Ada Marsh": "2026-09-21T09:00:00Z"}

    def test_a_designation_is(self, client: LintingClient) -> None:
        ada = entry_of()
        with clock.at(LATER):
            services.add_designation(ada, type_code="sle", awarded_on=date(2026, 9, 1))

        assert updated(client) == {"Ada Marsh": "2026-09-21T09:00:00Z"}

    def test_what_only_schools_may_read_is_not(self, client: LintingClient) -> None:
        ada = entry_of()
        before = client.get(ADDRESS).data
        with clock.at(LATER):
            ada.private.contact_email = "new@test.example"
            ada.private.contact_name = 'An "odd": "rate_is_public": name'
            ada.private.rate_pence_per_day = 1
            services.set_capacity(ada, academic_year=2026, days_offered=Decimal(9))

        assert client.get(ADDRESS).data == before

    @pytest.mark.parametrize("change", [{"rate_is_public": False}, {"rate_pence_per_day": 9_900}])
    def test_a_rate_that_is_public_is(
        self, client: LintingClient, change: dict[str, object]
    ) -> None:
        with clock.at(AUTUMN):
            ada = make_entry("Ada Marsh", rate_is_public=True)
        with clock.at(LATER):
            for name, value in change.items():
                setattr(ada.private, name, value)
            db.session.flush()

        assert updated(client) == {"Ada Marsh": "2026-09-21T09:00:00Z"}

    @pytest.mark.parametrize(("assured", "day"), [(2, "01"), (3, "21")])
    def test_a_record_is_once_it_is_shown(
        self, client: LintingClient, assured: int, day: str
    ) -> None:
        ada = entry_of()
        with clock.at(LATER):
            services.set_record(
                ada,
                commissions_assured=assured,
                objectives_met=assured,
                objectives_partly_met=0,
                objectives_not_met=0,
                objectives_not_yet=0,
            )

        assert updated(client) == {"Ada Marsh": f"2026-09-{day}T09:00:00Z"}


def test_only_what_is_published_is_in_it(client: LintingClient) -> None:
    make_entry("Ada", published=False)
    make_entry("Bel").listing = ListingStatus.HIDDEN

    assert entries(client) == []


def test_it_ends_after_so_many(client: LintingClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "MOST_ENTRIES", 2)
    for number, name in enumerate(("Ada", "Bel", "Cal")):
        entry_of(name, AUTUMN + timedelta(days=number))

    assert list(updated(client)) == ["Cal", "Bel"]


def test_signs_that_no_feed_can_hold_are_left_out(client: LintingClient) -> None:
    make_entry("Ada \x0b<&> Marsh \ufffe")

    assert [told(entry, "title") for entry in entries(client)] == ["Ada  <&> Marsh  "]


def test_a_reader_that_has_it_gets_nothing(client: LintingClient) -> None:
    entry_of()
    first = client.get(ADDRESS)

    for header, value in (
        ("If-None-Match", first.headers["ETag"]),
        ("If-Modified-Since", first.headers["Last-Modified"]),
    ):
        assert client.get(ADDRESS, headers={header: value}).status_code == 304
    entry_of("Bel", LATER)
    assert client.get(ADDRESS, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_the_search_page_leads_to_it(client: LintingClient) -> None:
    page = client.soup(client.get("/prospectus"))

    link = page.select_one("link[rel=alternate][type='application/atom+xml']")
    assert link is not None
    assert link["href"] == ADDRESS
