"""The pages of an entry's way, as their readers meet them."""

from __future__ import annotations

import re

from sqlalchemy.orm import Session, scoped_session

from app.prospectus.listing.claims import Claims
from app.prospectus.listing.facts import EditionStatus
from app.prospectus.listing.forms import FORMS
from app.prospectus.listing.queries import open_edition
from app.prospectus.listing.services import write
from app.prospectus.models import Edition
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import listing
from tests.factories.world import World

Db = scoped_session[Session]


def url_of(edition: Edition, page: str = "") -> str:
    return f"/listing/{edition.provider.slug}{page}"


class TestTheJourney:
    def test_leads_from_the_name_to_the_check(self, client: LintingClient, world: World) -> None:
        client.signed_in_as(world.deputy)
        steps = iter(
            [
                {"name": "Dee Puty"},
                {"kind": "person"},
                {"host": str(world.school.urn)},
                {"headline": "Writing"},
                {"codes": ["phonics"]},
                {"note_0": "Year 1 check"},
                {"phases": ["primary"]},
                {"modes": ["remote"]},
                {"areas": ["Ossett"]},
                {"summary": "Sits beside teachers."},
                {"experience": "Six years."},
            ]
        )
        url = client.post("/listing/new", data=next(steps)).location
        for answers in steps:
            url = client.post(url, data=answers).location
        assert url.endswith("/examples")

        url = url.replace("/examples", "/edit/availability")
        for answers in (
            {"availability": "now"},
            {"days": "12"},
            {"contact_name": "Dee", "contact_email": "dee@test.example"},
            {},
            {"evidence": "Two schools."},
            {"referees": "A head."},
            {"interests": "None"},
        ):
            url = client.post(url, data=answers).location

        page = client.get(url)
        assert "Send the entry" in page.text
        assert "12 days an academic year" in page.text
        assert client.post(url, data={"is_true": "y"}).status_code == 303
        assert "must agree to the release" in client.get(url.replace("/check", "")).text

    def test_every_question_opens_and_refuses_an_empty_answer_or_takes_it(
        self, client: LintingClient, world: World, case: Case
    ) -> None:
        edition = listing.complete(world, kind="organisation", organisation_type="trust")
        client.signed_in_as(world.deputy)

        for question in FORMS:
            with case(question):
                opened = client.get(url_of(edition, f"/edit/{question}"))
                sent = client.post(url_of(edition, f"/edit/{question}"), data={})

                assert opened.status_code == 200
                assert sent.status_code in {303, 422}
        with case("a school is found by name"):
            page = client.get(url_of(edition, "/edit/host?q=highmarsh"))

            assert "Highmarsh Primary School (URN 900103)" in page.text
        with case("an area that is not in the list is refused"):
            answer = client.post(url_of(edition, "/edit/expertise"), data={"codes": ["nonsense"]})

            assert answer.status_code == 422

    def test_of_a_person_asks_what_applies_and_takes_examples(
        self, client: LintingClient, world: World, case: Case
    ) -> None:
        edition = listing.complete(world)
        client.signed_in_as(world.deputy)
        example = {
            "title": "A primary",
            "done": "Six mornings",
            "changed": "More",
            "agreed_on": ["3", "9", "2026"],
        }

        with case("a question that does not apply is not there"):
            assert client.get(url_of(edition, "/edit/organisation-type")).status_code == 404
        with case("a form filled before somebody changed it is not sent"):
            stale = {"is_true": "y", "version": str(edition.version - 1)}

            answer = client.post(url_of(edition, "/check"), data=stale)

            assert answer.status_code == 409
            assert edition.status is EditionStatus.DRAFT
        with case("examples are added, changed and removed"):
            client.post(url_of(edition, "/examples/new"), data=example)
            client.post(
                url_of(edition, "/examples/1"), data=example | {"title": "An infant school"}
            )
            titles = [study.title for study in Claims.from_json(edition.content).case_studies]
            client.post(url_of(edition, "/examples/1/remove"))

            assert titles == ["An infant school"]
            assert Claims.from_json(edition.content).case_studies == []
            assert client.get(url_of(edition, "/examples/1")).status_code == 404
        with case("examples need the day of the consent"):
            answer = client.post(
                url_of(edition, "/examples/new"), data=example | {"agreed_on": ["3", "9", "2099"]}
            )

            assert answer.status_code == 422
            assert "Enter a date that is not in the future" in answer.text


class TestExamples:
    def test_are_read_on_the_published_entry(self, client: LintingClient, world: World) -> None:
        edition = listing.with_example(world)
        write.send(edition=edition, by=world.deputy)
        client.signed_in_as(world.deputy)

        assert "From 41 % to 60 %" in client.get(url_of(edition, "/preview")).text


class TestThePreview:
    def test_writes_nothing_and_shows_what_is_new(
        self, client: LintingClient, world: World, session: Db
    ) -> None:
        write.answer(
            provider=world.provider, by=world.provider_lead, answers={"headline": "Brand new"}
        )
        edition = open_edition(world.provider)
        assert edition
        client.signed_in_as(world.provider_lead)

        preview = client.get(url_of(edition, "/preview")).text

        assert "Brand new" in preview
        assert "Brand new" not in client.get(f"/prospectus/{world.provider.slug}").text


class TestTheRelease:
    def test_is_asked_for_at_home_and_says_what_was_answered(
        self, client: LintingClient, world: World
    ) -> None:
        edition = listing.asking_for_release(world)
        client.signed_in_as(world.head)
        assert "Say whether the school releases them" in client.get("/").text

        client.post(url_of(edition, "/release"), data={"answer": "yes"})

        page = client.get(url_of(edition, "/release")).text
        assert "has agreed to release them for 12 days" in page
        client.signed_in_as(world.other_head)
        assert client.get(url_of(edition, "/release")).status_code == 404


class TestThePanel:
    def test_takes_ratings_and_a_decision(
        self, client: LintingClient, world: World, case: Case
    ) -> None:
        edition = listing.before_panel(world)
        rating = {"interest": "none", "rating": "green", "reason": "Good"}

        with case("keeps out whoever declares an interest"):
            client.signed_in_as(world.broker)

            interest = {"interest": "some", "interest_detail": "A friend"}
            client.post(url_of(edition, "/rate"), data=interest)

            assert client.get(url_of(edition, "/panel")).status_code == 403
        client.signed_in_as(world.broker)
        assert client.post(url_of(edition, "/rate"), data=rating).status_code == 303
        with case("shows a reviewer no rating before the own"):
            client.signed_in_as(world.quality)

            page = client.get(url_of(edition, "/panel")).text

            assert "1 reviewer has rated it" in page
            assert world.broker.name not in re.sub(r"(?s)<header.*?</header>", "", page)
        client.signed_in_as(world.quality)
        assert client.post(url_of(edition, "/rate"), data=rating).status_code == 303
        with case("puts what is missing at its field"):
            answer = client.post(url_of(edition, "/decide"), data={"rating": "red"})

            assert answer.status_code == 422
            assert "Choose a rating that a reviewer gave" in answer.text

        answer = client.post(url_of(edition, "/decide"), data={"rating": "green"})

        assert answer.status_code == 303
        assert edition.status is EditionStatus.PUBLISHED

    def test_tells_the_provider_the_decision_and_no_reviewers_rating(
        self, client: LintingClient, world: World
    ) -> None:
        edition = listing.conditional(world)
        client.signed_in_as(world.deputy)

        page = client.get(url_of(edition)).text

        assert "Add an example" in page
        assert "Read it." not in page
        assert world.broker.name not in page


class TestTheLists:
    def test_cost_no_statements_by_row(self, client: LintingClient, world: World) -> None:
        client.signed_in_as(world.broker)
        listing.begun(world, "One")
        few = [len(client.statements(url)) for url in ("/listing", "/")]

        for number in range(3):
            listing.begun(world, f"Another {number}")

        assert [len(client.statements(url)) for url in ("/listing", "/")] == few
