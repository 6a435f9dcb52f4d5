"""Striking out and restoring on screen."""

from __future__ import annotations

from app.commissions.papers import note_paper
from app.commissions.reviews import services as reviews
from app.commissions.strikes import services
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import agreements
from tests.factories import deliveries as make
from tests.factories.world import World

PAGE = "/commissions/COM-00001"


class TestOnScreen:
    def test_a_reading_from_its_place_and_back(self, world: World, client: LintingClient) -> None:
        work = make.active(world)
        make.reading(world, work, 66)
        client.signed_in_as(world.provider_lead)
        page = client.soup(client.get(PAGE))
        (link,) = [a for a in page.find_all("a") if a.text.startswith("Strike out this reading")]
        href = str(link["href"])

        without_words = client.submit(href)
        sent = client.submit(href, {"reason": "A digit is missing"})
        struck = client.get(sent.location).text
        again = client.get(href)

        assert (without_words.status_code, sent.status_code, again.status_code) == (422, 303, 409)
        assert "Say why you strike it out" in without_words.text
        assert "is struck out already. Struck out by" in again.text
        assert "The reading is struck out." in struck
        assert "1 reading struck out" in struck
        assert "“A digit is missing”" in struck
        assert "No reading yet" in struck
        assert client.submit(href.replace("strike-out", "restore")).status_code == 303
        restored = client.get(PAGE).text
        assert "The reading is restored and counts again." in restored
        assert "Latest: 66% on" in restored

    def test_the_button_restores_without_a_page_between(
        self, world: World, client: LintingClient
    ) -> None:
        work = make.active(world)
        note = make.note(world, work)
        services.strike(entry=note, by=world.provider_lead, reason="Of another school")
        client.signed_in_as(world.provider_lead)
        page = client.soup(client.get(PAGE))
        (button,) = [b for b in page.find_all("button") if b.text.startswith("Restore")]
        form = button.find_parent("form")
        data = {field["name"]: field["value"] for field in form.find_all("input")}

        answers = [client.post(form["action"], data=data).status_code for _twice in range(2)]

        assert answers == [303, 303]
        assert work.visit_notes == [note]

    def test_a_note_says_on_its_own_page_and_paper_that_it_does_not_count(
        self, world: World, client: LintingClient
    ) -> None:
        note = make.note(world, make.active(world))
        address = f"{PAGE}/visits/{note.id}"
        client.signed_in_as(world.provider_lead)
        assert "Strike out this note" in client.get(address).text
        client.submit(f"{address}/strike-out", {"reason": "Of another school"})

        theirs = client.get(address).text
        read = client.signed_in_as(world.head).get(address).text

        assert "Strike out this note" not in theirs
        assert "Restore<" in theirs
        assert "Of another school" in read
        assert "Is this note accurate?" not in read
        assert "Restore<" not in read
        assert note_paper(note).lead.startswith("Struck out by")

    def test_the_last_objective_of_a_draft_needs_no_words_and_stays_in_sight(
        self, world: World, client: LintingClient
    ) -> None:
        objective = agreements.complete(world).objectives[0]
        address = f"{PAGE}/objectives/{objective.id}"
        client.signed_in_as(world.head)
        assert "Strike out this objective" in client.get(address).text

        sent = client.submit(f"{address}/strike-out")
        page = client.get(sent.location).text

        assert "1 objective struck out" in page
        assert client.get(address).status_code == 404
        assert "1 objective struck out" in client.signed_in_as(world.host_head).get(PAGE).text

    def test_what_was_built_on_it_is_said_to_those_who_could_have(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        work = make.active(world)
        make.reading(world, work, 66)
        reviews.record_review(
            commission=work, by=world.provider_lead, answers=make.review_answers(work)
        )

        for name, told in (("provider_lead", True), ("head", False), ("quality", False)):
            with case(name):
                page = client.signed_in_as(getattr(world, name)).get(PAGE).text
                assert "Strike out this reading" not in page
                assert ("A review was recorded after it" in page) is told

    def test_the_home_school_reads_nothing_of_it(self, world: World, client: LintingClient) -> None:
        work = make.active(world)
        for entry in (make.reading(world, work, 66), make.note(world, work)):
            services.strike(entry=entry, by=world.provider_lead, reason="Wrong")

        assert "struck out" not in client.signed_in_as(world.host_head).get(PAGE).text.lower()
