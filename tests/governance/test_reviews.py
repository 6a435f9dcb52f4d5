from __future__ import annotations

from tests.client import LintingClient
from tests.factories import governance_reviews as make
from tests.factories.world import World


class TestTry:
    def test_pages(self, world: World, client: LintingClient) -> None:
        review = make.followed_up(world)
        n = review.actions[0].id
        for person in (
            world.chair,
            world.clerk,
            world.head,
            world.governor_services,
            world.quality,
            world.other_provider_lead,
        ):
            client.signed_in_as(person)
            for page in (
                "",
                "/papers",
                "/own-view",
                "/findings",
                "/report/1",
                "/plan",
                f"/plan/{n}",
                f"/plan/{n}/progress",
                "/interest",
            ):
                answer = client.get(f"/governance/reviews/{review.reference}{page}")
                print(person.name, page, answer.status_code)
            for page in (
                "/governance/reviews",
                "/governance/reviews/new",
                "/governance/reviews/overdue",
                "/governance/reviews/promptness",
                "/governance/reviews/headings",
                "/governance",
                "/",
            ):
                print(person.name, page, client.get(page).status_code)
