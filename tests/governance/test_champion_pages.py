"""What the pages refuse, and in which words; lists as files; what waits on the home page."""

from __future__ import annotations

from app.governance.champions.services import apply, check
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import champions as make
from tests.factories.world import World

ROOT = "/governance/champions"


class TestPages:
    def test_say_what_is_wrong(self, world: World, client: LintingClient, case: Case) -> None:
        application = make.sent(world)
        page = f"{ROOT}/applications/{application.reference}"
        officer = client.signed_in_as(world.governor_services)

        with case("a no without a reason"):
            answer = officer.submit(f"{page}/settle", {"eligible": "no"})
            assert answer.status_code == 422
            assert "Give the reason. The applicant reads it" in answer.text
        with case("a yes without the checks"):
            answer = officer.submit(f"{page}/settle", {"eligible": "yes"})
            assert "Not yes: Has governed or clerked for two years or longer" in answer.text
        with case("checks without a word on interests"):
            found = {f"finding_{number}": "yes" for number in range(3)}
            answer = officer.submit(f"{page}/eligibility", found)
            assert "declare your interest instead" in answer.text
        with case("what waits"):
            assert "Check whether the applicant is eligible" in officer.get("/").text
            client.signed_in_as(world.second_governor_services)
            words = {"words": "We share a board"}
            client.submit(f"{page}/interest", words)
            assert "Check whether the applicant is eligible" not in client.get("/").text
            assert client.get(page).status_code == 404

    def test_a_panel_is_named_by_addresses_of_accounts(
        self, world: World, client: LintingClient
    ) -> None:
        application = make.references_in(world)
        page = f"{ROOT}/applications/{application.reference}/panel"
        client.signed_in_as(world.governor_services)
        day = {"interview_on": ["1", "3", "2099"]}

        wrong = client.submit(page, {"emails": "nobody@test.example", **day})

        assert wrong.status_code == 422
        assert "Nobody has an account with the address nobody@test.example" in wrong.text

    def test_a_form_that_was_overtaken_shows_both_versions(
        self, world: World, client: LintingClient
    ) -> None:
        application = make.begun(world)
        address = f"{ROOT}/applications/{application.reference}/answer/experience"
        client.signed_in_as(world.governor)
        form = client.soup(client.get(address)).find("main").find("form")
        old = {one["name"]: one.get("value", "") for one in form.find_all("input")}
        apply.answer(
            application=application, by=world.governor, answers={"experience": "From a telephone"}
        )

        answer = client.post(address, data=old | {"experience": "From a desk"}, csrf=False)

        assert answer.status_code == 409
        assert "From a telephone" in answer.text
        assert "From a desk" in answer.text

    def test_lists_hold_what_the_reader_may_know(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        application = make.sent(world)
        address = f"{ROOT}/calls/{application.call.reference}?format=csv"
        client.signed_in_as(world.governor_services)

        with case("an officer"):
            assert application.reference in client.get(address).text
        with case("an officer with an interest"):
            check.declare_interest(
                application=application, by=world.governor_services, words="My cousin"
            )
            assert application.reference not in client.get(address).text
        with case("a visitor gets the page itself"):
            answer = client.signed_in_as(None).get(address)
            assert answer.mimetype == "text/html"
            assert application.reference not in answer.text
        with case("the register"):
            client.signed_in_as(world.quality)
            lines = client.get(f"{ROOT}/register?format=csv").text
            assert lines.startswith("\ufeffChampion")
