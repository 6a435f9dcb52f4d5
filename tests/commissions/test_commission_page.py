from __future__ import annotations

import re
from functools import cached_property

from bs4 import Tag
from flask import Flask

from app.commissions.models import Commission
from app.commissions.services import agree, approve
from app.commissions.statuses import CommissionStatus
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import agreements, deliveries
from tests.factories.world import World

READERS = ("head", "deputy", "chair", "provider_lead", "host_head", "broker", "approver", "quality")


class Seen:
    """The page of a commission; read only where a test asks what it says."""

    def __init__(self, client: LintingClient, commission: Commission) -> None:
        self.address = f"/commissions/{commission.reference}"
        self.response = client.get(self.address)
        assert self.response.status_code == 200

    @cached_property
    def main(self) -> Tag:
        return LintingClient.soup(self.response).find("main")

    @property
    def text(self) -> str:
        return " ".join(self.main.get_text(" ").split())

    @property
    def links(self) -> set[str]:
        start = f"{self.address}/"
        found = [str(a["href"]) for a in self.main.find_all("a", href=True)]
        return {href.removeprefix(start) for href in found if href.startswith(start)}


def page(client: LintingClient, commission: Commission) -> str:
    return Seen(client, commission).text


def every_reader_looks(
    client: LintingClient, world: World, commission: Commission
) -> dict[str, Seen]:
    return {who: Seen(client.signed_in_as(getattr(world, who)), commission) for who in READERS}


def test_an_unknown_commission_is_found_at_none_of_its_addresses(
    world: World, client: LintingClient, app: Flask
) -> None:
    # who finds a known one, and may act on it, the access matrix asks
    client.signed_in_as(world.broker)
    places = app.url_map.bind("localhost")
    unknown = [
        places.build(rule.endpoint, dict.fromkeys(rule.arguments, 1) | {"reference": "COM-ZZZZZ"})
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/commissions/<reference>") and "GET" in (rule.methods or ())
    ]
    assert len(unknown) > 60
    assert [url for url in unknown if client.get(url).status_code != 404] == []


class TestWhatItOffers:
    def test_while_it_is_offered(self, world: World, client: LintingClient, case: Case) -> None:
        commission = agreements.offered(world)
        seen = every_reader_looks(client, world, commission)

        with case("links are exactly the open acts"):
            assert {who: seen[who].links for who in ("head", "provider_lead", "host_head")} == {
                "head": {"withdraw"},
                "provider_lead": {"decline"},
                "host_head": {"release", "refuse-release"},
            }
            assert seen["broker"].links == {"withdraw", "interest"}
            assert seen["quality"].links == {"interest"}
        with case("what is missing is said"):
            assert "must agree to release them" in seen["provider_lead"].text
        with case("signed out leads to sign in"):
            response = client.signed_in_as(None).get(f"/commissions/{commission.reference}")

            assert response.status_code == 303
            assert "/sign-in" in response.location

    def test_while_it_is_written(self, world: World, client: LintingClient, case: Case) -> None:
        commission = agreements.complete(world)
        objective = f"objectives/{commission.objectives[0].id}"
        seen = every_reader_looks(client, world, commission)

        with case("its tasks"):
            writers = {objective, "objectives/add", "agreement"}
            assert seen["provider_lead"].links == writers | {"send"}
            assert seen["head"].links == writers | {"withdraw"}
            assert seen["host_head"].links == set()
            assert "money" in seen["broker"].links
        with case("interests are for officers"):
            told = {who for who in seen if "No interest" in seen[who].text}
            assert {"broker", "approver", "quality"} <= told
            assert not {"head", "provider_lead", "host_head"} & told
        with case("a refusal reads its reader once and no list"):
            client.signed_in_as(world.forum)

            asked = client.statements(f"/commissions/{commission.reference}", status=404)

            tables = [re.findall(r"FROM (\w+)", statement) for statement in asked]
            assert sum("person" in found for found in tables) == 1
            assert not any({"objective", "agreement_version"} & set(found) for found in tables)

    def test_while_it_is_signed(self, world: World, client: LintingClient, case: Case) -> None:
        commission = agreements.signing(world)
        agreements.sign_as(world.head, commission)

        with case("words fit the reader"):
            school = page(client.signed_in_as(world.head), commission)
            assert "Ada Marsh supports your school" in school
            provider = page(client.signed_in_as(world.provider_lead), commission)
            assert "Your support for Larkmoor Primary School" in provider
            assert "You: Read and sign the agreement." in provider
            assert "1 of 3 signatures" in provider
        with case("voided versions stay with their signatures"):
            agreements.reject_as(world.host_head, commission)

            text = every_reader_looks(client, world, commission)["head"].text
            assert "Void: “Aim lower”" in text
            assert "Head signed for the supported school" in text
            assert "Host head asked for changes for the provider’s home school" in text

    def test_once_it_is_signed(self, world: World, client: LintingClient, case: Case) -> None:
        commission = agreements.signed(world, pence=420_000)
        interest = f"/commissions/{commission.reference}/interest"
        seen = every_reader_looks(client, world, commission)

        with case("an officer below the limit reads who can"):
            text = seen["broker"].text
            assert "This needs an officer who may approve £4,200 or more." in text
            assert "Approver or Second approver can." in text
            assert "approve" not in seen["broker"].links

        client.signed_in_as(world.approver)
        with case("an interest needs an answer"):
            assert client.submit(interest).status_code == 422
        with case("an interest closes the approval"):
            client.submit(interest, {"answer": "declared", "detail": "My sister leads it"})

            assert "You declared an interest" in page(client, commission)
            assert client.get(f"/commissions/{commission.reference}/approve").status_code == 403
        with case("an answer opens the approval"):
            assert "approve" not in seen["approver"].links

            assert client.submit(interest, {"answer": "none"}).status_code == 303
            assert {"approve", "send-back"} <= Seen(client, commission).links
        with case("once approved, the timeline tells what happened"):
            agreements.no_interest(world.approver, commission)
            approve.approve(commission=commission, by=world.approver)

            text = every_reader_looks(client, world, commission)["head"].text
            for words in ("Offer accepted", "Agreement sent for signature", "Approved"):
                assert words in text

    def test_leads_the_school_to_what_it_is_to_answer(
        self, world: World, client: LintingClient
    ) -> None:
        commission = deliveries.reviewed(world)
        note = deliveries.note(world, commission)
        words = f"Answer the note of the visit on {note.held_on:%-d %B}"

        to_the_head = page(client.signed_in_as(world.head), commission)
        assert words in to_the_head
        assert "Answer the record of the start meeting" in to_the_head
        assert words not in page(client.signed_in_as(world.provider_lead), commission)


class TestRespondPages:
    def test_release_then_accept(self, world: World, client: LintingClient) -> None:
        url = f"/commissions/{agreements.offered(world).reference}"
        client.signed_in_as(world.host_head)
        assert client.submit(f"{url}/release").status_code == 303
        assert client.get(f"{url}/release").status_code == 409
        client.signed_in_as(world.provider_lead)
        assert client.submit(f"{url}/accept").status_code == 303
        assert client.get(f"{url}/accept").status_code == 409
        assert client.post(f"{url}/accept").status_code == 409

    def test_a_refusal_needs_its_reason(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        commission = agreements.offered(world)
        for who, act, status in (
            ("provider_lead", "decline", CommissionStatus.DECLINED),
            ("host_head", "refuse-release", CommissionStatus.DECLINED),
            ("head", "withdraw", CommissionStatus.WITHDRAWN),
        ):
            with case(act):
                url = f"/commissions/{commission.reference}/{act}"
                client.signed_in_as(getattr(world, who))

                assert client.submit(url).status_code == 422
                assert client.submit(url, {"reason": "x" * 5000}).status_code == 422
                assert client.submit(url, {"reason": "Not this term"}).status_code == 303
                assert commission.status is status
                assert "Not this term" in page(client, commission)


def test_the_page_asks_the_database_no_more_for_more_objectives(
    world: World, client: LintingClient
) -> None:
    commission = agreements.complete(world)
    url = f"/commissions/{commission.reference}"
    client.signed_in_as(world.quality)
    # the first page asks once for what the application then keeps
    client.get(url)
    few = len(client.statements(url))

    for _ in range(5):
        agree.add_objective(commission=commission, by=world.head, answers=agreements.answers())

    assert len(client.statements(url)) == few
