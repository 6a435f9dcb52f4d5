from __future__ import annotations

import re

import pytest

from app.commissions.models import Commission
from app.commissions.statuses import CommissionStatus
from tests.client import LintingClient
from tests.factories import agreements, deliveries
from tests.factories.world import World

STRANGERS = ("other_head", "other_provider_lead", "other_broker", "forum", "administrator")
READERS = ("head", "deputy", "chair", "provider_lead", "host_head", "broker", "approver", "quality")
# every address of the agreement's side, and who of the readers may open it
ACTS = {
    "release": ("host_head",),
    "refuse-release": ("host_head",),
    "accept": ("provider_lead",),
    "decline": ("provider_lead", "host_head"),
    "withdraw": ("head", "deputy", "broker"),
    "objectives/add": ("head", "deputy", "provider_lead", "broker"),
    "objectives/{objective}": ("head", "deputy", "provider_lead", "broker"),
    "objectives/{objective}/strike-out": ("head", "deputy", "provider_lead", "broker"),
    "agreement": ("head", "deputy", "provider_lead", "broker"),
    "money": ("broker",),
    "send": ("provider_lead", "broker"),
    "sign": ("head", "provider_lead", "host_head"),
    "reject": ("head", "provider_lead", "host_head"),
    "approve": ("broker", "approver"),
    "send-back": ("broker", "approver"),
}


def page(client: LintingClient, commission: Commission) -> str:
    response = client.get(f"/commissions/{commission.reference}")
    assert response.status_code == 200
    return " ".join(client.soup(response).find("main").get_text(" ").split())


def links(client: LintingClient, commission: Commission) -> set[str]:
    response = client.get(f"/commissions/{commission.reference}")
    start = f"/commissions/{commission.reference}/"
    found = client.soup(response).find("main").find_all("a", href=True)
    return {str(a["href"]).removeprefix(start) for a in found if str(a["href"]).startswith(start)}


class TestWhoSees:
    @pytest.mark.parametrize("state", ["offered", "complete", "rejected", "signed", "approved"])
    def test_every_reader_in_every_state(
        self, world: World, client: LintingClient, state: str
    ) -> None:
        commission = getattr(agreements, state)(world)

        for who in READERS:
            page(client.signed_in_as(getattr(world, who)), commission)

    def test_nobody_else_learns_that_it_exists(self, world: World, client: LintingClient) -> None:
        commission = agreements.signing(world)
        objective = commission.objectives[0].id
        paths = ["", "/versions/1", "/interest"]
        paths += [f"/{act.format(objective=objective)}" for act in ACTS]
        for who in STRANGERS:
            client.signed_in_as(getattr(world, who))
            for path in paths:
                url = f"/commissions/{commission.reference}{path}"
                assert client.get(url).status_code == 404, (who, path)
                assert client.get("/commissions/COM-ZZZZZ" + path).status_code == 404
                if path not in {"", "/versions/1"}:
                    assert client.post(url, data={"reason": "x"}).status_code == 404, (who, path)

    def test_a_reader_who_may_not_act_is_told_so(self, world: World, client: LintingClient) -> None:
        commission = agreements.signing(world)
        objective = commission.objectives[0].id
        for who in READERS:
            client.signed_in_as(getattr(world, who))
            for act, may in ACTS.items():
                url = f"/commissions/{commission.reference}/{act.format(objective=objective)}"
                refused = {client.get(url).status_code, client.post(url).status_code} == {403}
                assert refused == (who not in may), (who, act)

    def test_a_refusal_reads_its_reader_once_and_no_list(
        self, world: World, client: LintingClient
    ) -> None:
        commission = agreements.complete(world)
        client.signed_in_as(world.forum)

        asked = client.statements(f"/commissions/{commission.reference}", status=404)

        tables = [re.findall(r"FROM (\w+)", statement) for statement in asked]
        assert sum("person" in found for found in tables) == 1
        assert not any({"objective", "agreement_version"} & set(found) for found in tables)

    def test_signed_out_leads_to_sign_in(self, world: World, client: LintingClient) -> None:
        commission = agreements.offered(world)
        response = client.signed_in_as(None).get(f"/commissions/{commission.reference}")

        assert response.status_code == 303
        assert "/sign-in" in response.location

    def test_interests_are_for_officers(self, world: World, client: LintingClient) -> None:
        commission = agreements.agreeing(world)

        for who in ("broker", "approver", "quality"):
            assert "No interest" in page(client.signed_in_as(getattr(world, who)), commission)
        for who in ("head", "provider_lead", "host_head"):
            assert "No interest" not in page(client.signed_in_as(getattr(world, who)), commission)


class TestWhatItOffers:
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

    def test_links_are_exactly_the_open_acts(self, world: World, client: LintingClient) -> None:
        commission = agreements.offered(world)

        expected = {
            "head": {"withdraw"},
            "provider_lead": {"decline"},
            "host_head": {"release", "refuse-release"},
            "broker": {"withdraw", "interest"},
            "quality": {"interest"},
        }
        for who, acts in expected.items():
            assert links(client.signed_in_as(getattr(world, who)), commission) == acts, who

    def test_what_is_missing_is_said(self, world: World, client: LintingClient) -> None:
        commission = agreements.offered(world)

        text = page(client.signed_in_as(world.provider_lead), commission)

        assert "must agree to release them" in text

    def test_tasks_while_it_is_written(self, world: World, client: LintingClient) -> None:
        commission = agreements.complete(world)
        objective = f"objectives/{commission.objectives[0].id}"

        writers = {objective, "objectives/add", "agreement"}
        assert links(client.signed_in_as(world.provider_lead), commission) == writers | {"send"}
        assert links(client.signed_in_as(world.head), commission) == writers | {"withdraw"}
        assert links(client.signed_in_as(world.host_head), commission) == set()
        assert "money" in links(client.signed_in_as(world.broker), commission)

    def test_words_fit_the_reader(self, world: World, client: LintingClient) -> None:
        commission = agreements.signing(world)
        agreements.sign_as(world.head, commission)

        assert "Ada Marsh supports your school" in page(client.signed_in_as(world.head), commission)
        provider = page(client.signed_in_as(world.provider_lead), commission)
        assert "Your support for Larkmoor Primary School" in provider
        assert "You: Read and sign the agreement." in provider
        assert "1 of 3 signatures" in provider

    def test_an_officer_below_the_limit_reads_who_can(
        self, world: World, client: LintingClient
    ) -> None:
        commission = agreements.signed(world, pence=420_000)

        text = page(client.signed_in_as(world.broker), commission)

        assert "This needs an officer who may approve £4,200 or more." in text
        assert "Approver or Second approver can." in text
        assert "approve" not in links(client, commission)

    def test_voided_versions_stay_with_their_signatures(
        self, world: World, client: LintingClient
    ) -> None:
        commission = agreements.rejected(world)

        text = page(client.signed_in_as(world.head), commission)

        assert "Void: “Aim lower”" in text
        assert "Head signed for the supported school" in text
        assert "Host head asked for changes for the provider’s home school" in text

    def test_the_timeline_tells_what_happened(self, world: World, client: LintingClient) -> None:
        text = page(client.signed_in_as(world.head), agreements.approved(world))

        for words in ("Offer accepted", "Agreement sent for signature", "Approved"):
            assert words in text


class TestInterest:
    def test_an_answer_opens_the_approval(self, world: World, client: LintingClient) -> None:
        commission = agreements.signed(world)
        client.signed_in_as(world.approver)
        assert "approve" not in links(client, commission)

        answer = client.submit(f"/commissions/{commission.reference}/interest", {"answer": "none"})

        assert answer.status_code == 303
        assert {"approve", "send-back"} <= links(client, commission)

    def test_an_answer_is_needed(self, world: World, client: LintingClient) -> None:
        commission = agreements.signed(world)

        answer = client.signed_in_as(world.approver).submit(
            f"/commissions/{commission.reference}/interest"
        )

        assert answer.status_code == 422

    def test_an_interest_closes_the_approval(self, world: World, client: LintingClient) -> None:
        commission = agreements.signed(world)
        client.signed_in_as(world.approver).submit(
            f"/commissions/{commission.reference}/interest",
            {"answer": "declared", "detail": "My sister leads it"},
        )

        assert "You declared an interest" in page(client, commission)
        assert client.get(f"/commissions/{commission.reference}/approve").status_code == 403


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

    @pytest.mark.parametrize(
        ("who", "act", "status"),
        [
            ("provider_lead", "decline", CommissionStatus.DECLINED),
            ("host_head", "refuse-release", CommissionStatus.DECLINED),
            ("head", "withdraw", CommissionStatus.WITHDRAWN),
        ],
    )
    def test_a_refusal_needs_its_reason(
        self, world: World, client: LintingClient, who: str, act: str, status: CommissionStatus
    ) -> None:
        commission = agreements.offered(world)
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
    few, many = agreements.complete(world), agreements.complete(world, number=2)
    from app.commissions.services import agree

    for _ in range(5):
        agree.add_objective(commission=many, by=world.head, answers=agreements.answers())
    client.signed_in_as(world.quality)

    one, more = (client.statements(f"/commissions/{c.reference}") for c in (few, many))

    assert len(one) == len(more)
