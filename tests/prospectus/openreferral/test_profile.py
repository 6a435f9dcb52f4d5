"""Every answer is what the profile's schemas say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.extensions import db
from app.prospectus import services
from app.prospectus.facts import ProviderKind
from app.prospectus.identifiers import id_of_entry
from app.schools.models import School
from tests.cases import Case
from tests.client import LintingClient
from tests.factories.prospectus import make_entry, make_findable
from tests.prospectus.openreferral.profile import faults

pytestmark = pytest.mark.usefixtures("reference_data")


def read(client: LintingClient, path: str) -> Any:
    response = client.get(f"/openreferral/{path}")
    assert response.status_code == 200, response.text
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    return response.get_json()


@pytest.fixture
def every_kind(reference_data: None) -> None:
    """A person with all that can be said, one without a school, an organisation."""
    elm = db.session.get(School, 900201)
    assert elm is not None
    elm.street, elm.town, elm.postcode = "1 Elm Lane", "Ossett", "WF5 0AA"
    elm.latitude, elm.longitude, elm.website = 53.68, -1.58, "www.elm.example"
    ada = make_entry("Ada Marsh", rate_is_public=True, areas=["whole district"])
    services.add_designation(ada, type_code="sle", awarded_on=date(2024, 1, 1))
    make_entry("Bel Stone", host_urn=None)
    make_entry("Dale Hub", kind=ProviderKind.ORGANISATION, host_urn=900202)
    make_findable()


LISTS = (
    ("services", "service", 3),
    ("services?full=true", "service", 3),
    ("service_at_locations", "service_at_location", 2),
    ("service_at_locations?full=true", "service_at_location", 2),
    ("taxonomies", "taxonomy", 6),
    ("taxonomy_terms?per_page=100", "taxonomy_term", 21),
)


@pytest.mark.usefixtures("every_kind")
class TestAnswers:
    def test_lists_and_what_they_lead_to_keep_to_the_profile(
        self, client: LintingClient, case: Case
    ) -> None:
        for path, name, total in LISTS:
            with case(path):
                page = read(client, path)

                assert faults(page, "page") == []
                assert page["total_items"] == len(page["contents"]) == total
                for row in page["contents"]:
                    assert faults(row, name) == []
                # one by one, everything that hangs on it comes along
                one = read(client, f"{path.partition('?')[0]}/{page['contents'][0]['id']}")
                assert faults(one, name) == []
                assert one["id"] == page["contents"][0]["id"]

    def test_the_first_address_says_what_this_is(self, client: LintingClient) -> None:
        assert faults(read(client, ""), "about") == []

    def test_a_service_carries_its_public_part(self, client: LintingClient) -> None:
        ada, bel, dale = read(client, "services?full=true")["contents"]

        assert ada["organization"] == {
            "id": ada["organization_id"],
            "name": "Elm Primary School",
            "description": "School in Ossett.",
            "website": "http://www.elm.example",
        }
        assert bel["organization"]["name"] == "Wakefield"
        assert dale["organization"]["name"] == "Dale Hub"
        assert ada["accreditations"] == "SLE designation"
        assert [cost["amount"] for cost in ada["cost_options"]] == [417.0]
        assert bel["cost_options"] == dale["cost_options"] == []
        assert "Hemsworth" in [area["name"] for area in ada["service_areas"]]
        place = ada["service_at_locations"][0]["location"]
        assert (place["latitude"], place["external_identifier"]) == (53.68, "900201")
        assert place["addresses"][0]["postal_code"] == "WF5 0AA"
        assert "addresses" not in dale["service_at_locations"][0]["location"]
        assert bel["service_at_locations"] == []

    def test_every_term_of_a_service_is_among_the_terms(self, client: LintingClient) -> None:
        terms = {t["id"]: t for t in read(client, "taxonomy_terms?per_page=100")["contents"]}

        ada = read(client, "services?full=true")["contents"][0]

        assert {one["link_type"] for one in ada["attributes"]} == {
            *("expertise", "designation", "kind", "phase", "mode", "availability")
        }
        for one in ada["attributes"]:
            assert one["taxonomy_term"] == terms[one["taxonomy_term_id"]]

    def test_no_contact_of_a_person_is_anywhere(self, client: LintingClient) -> None:
        text = client.get("/openreferral/services?full=true").text

        for secret in ("Private Contact", "private@test.example", "01632", "Secret interest"):
            assert secret not in text


def test_identifiers_are_the_same_each_time(client: LintingClient) -> None:
    ada = make_entry("Ada Marsh")

    first, second = (read(client, "services")["contents"][0]["id"] for _ in range(2))

    assert first == second == id_of_entry(ada)
