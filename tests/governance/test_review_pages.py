"""Reviews of governance: what people are reminded of, and the pages across boards."""

from __future__ import annotations

from datetime import date, timedelta

from app.core import clock
from app.governance.reviews import telling
from app.governance.reviews.services import preparing
from app.notifications.queries import unread_of
from tests.client import LintingClient
from tests.factories import governance_reviews as make
from tests.factories.world import World


class TestReminders:
    def test_owner_and_clerk_are_reminded_once_for_each_date(self, world: World) -> None:
        review = make.followed_up(world)
        action = review.actions[0]
        before = unread_of(world.clerk)

        with clock.at(clock.now() + timedelta(days=31)):
            telling.remind_of_actions()
            telling.remind_of_actions()
            once = unread_of(world.clerk)
            action.due_on = clock.today() - timedelta(days=5)
            telling.remind_of_actions()

        assert once == before + 1
        assert unread_of(world.clerk) == before + 2

    def test_a_paper_is_chased_once(self, world: World) -> None:
        paper = make.under_way(world).papers[0]
        before = unread_of(world.clerk)

        with clock.at(clock.now() + timedelta(days=31)):
            preparing.chase_papers()
            preparing.chase_papers()

        assert unread_of(world.clerk) == before + 1
        assert paper.chased_on is not None


class TestPages:
    def test_a_stale_form_shows_both_versions(self, world: World, client: LintingClient) -> None:
        review = make.under_way(world)
        part = review.scope[0]
        page = f"/governance/reviews/{review.reference}/own-view/{part.id}"
        client.signed_in_as(world.chair)
        form = client.soup(client.get(page))
        held = {
            field["name"]: field.get("value", "")
            for field in form.select("main input[type=hidden]")
        }
        client.submit(page, {"words": "The clerk’s words"})

        answer = client.post(page, data={**held, "rating": "mostly", "words": "Mine"})

        assert answer.status_code == 409
        assert "The clerk’s words" in answer.text
        assert "Mine" in answer.text

    def test_a_chair_asks_and_an_officer_finds_who_leads(
        self, world: World, client: LintingClient
    ) -> None:
        make.champion(world)
        client.signed_in_as(world.chair)
        asked = {"kind": "external", "why": "A new chair", "head_takes_part": "no"}
        sent = client.submit("/governance/reviews/new", {**asked, "school": str(world.school.urn)})
        client.signed_in_as(world.governor_services)
        assert "Find somebody to lead the review" in client.get("/").text
        client.submit(
            f"{sent.location}/arrange",
            {"lead": f"provider {world.other_provider.id}", "head_takes_part": "no"},
        )

        assert "Bel Stone" in client.get(sent.location).text
        assert "interest" in client.signed_in_as(world.other_provider_lead).get("/").text

    def test_late_things_and_promptness_are_told_across_boards(
        self, world: World, client: LintingClient
    ) -> None:
        review = make.followed_up(world)
        review.actions[0].due_on = date(2026, 1, 5)
        client.signed_in_as(world.governor_services)

        overdue = client.get("/governance/reviews/overdue").text
        file = client.get("/governance/reviews/promptness?format=csv").text
        forum = client.signed_in_as(world.forum).get("/governance/reviews/promptness").text

        assert "Write a plan of work" in overdue
        assert "Larkmoor Primary School" in file
        assert "Larkmoor" not in forum
        assert "Too few" in forum
