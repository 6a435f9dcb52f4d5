"""Officers decide on pages; the provider reads the reasons and appeals; nobody else sees either."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.accounts.models import Person
from app.core import clock
from app.prospectus.designations import services
from app.prospectus.designations.facts import DesignationAct as A
from app.prospectus.facts import DesignationStatus as S
from app.prospectus.models import DesignationDecision
from app.web.filters import date_words
from tests.client import LintingClient
from tests.factories.world import World

DbSession = scoped_session[Session]
SOON = clock.today() + timedelta(days=30)


def page_of(world: World) -> str:
    return f"/prospectus/{world.provider.slug}/designations"


def act_page(world: World, act: str) -> str:
    return f"{page_of(world)}/{world.provider.designations[0].id}/{act}"


def suspended(world: World, by: Person) -> None:
    services.decide(
        designation=world.provider.designations[0], act=A.SUSPEND, by=by, reason="The home school."
    )


class TestAward:
    def test_proposes_the_usual_term_and_records_it(
        self, world: World, client: LintingClient
    ) -> None:
        held = world.provider.designations[0]
        held.type.term_years = 4
        services.decide(designation=held, act=A.END, by=world.quality, reason="Left.")
        client.signed_in_as(world.broker)
        address = f"{page_of(world)}/award"
        assert "Usual term: 4 years" in client.get(address).text

        answer = client.submit(f"{address}?type=local-leader", {"reason": "The panel agreed."})

        page = client.get(answer.location).text
        last_day = clock.today().replace(year=clock.today().year + 4) - timedelta(days=1)
        assert f"{date_words(clock.today())} to {date_words(last_day)}" in page
        assert "The panel agreed." in page


class TestDecide:
    def test_two_posts_of_one_form_make_one_decision(
        self, world: World, client: LintingClient, session: DbSession
    ) -> None:
        client.signed_in_as(world.broker)
        form = {"reason": "It was looked at.", "once": "the same"}
        first = client.post(act_page(world, "suspend"), data=form)
        second = client.post(act_page(world, "suspend"), data=form)

        assert (first.status_code, second.status_code) == (303, 303)
        assert len(session.scalars(select(DesignationDecision)).all()) == 1

    def test_a_day_that_has_passed_is_refused_beside_its_question(
        self, world: World, client: LintingClient
    ) -> None:
        client.signed_in_as(world.broker)
        yesterday = clock.today() - timedelta(days=1)
        day = [str(yesterday.day), str(yesterday.month), str(yesterday.year)]
        answer = client.submit(act_page(world, "review"), {"look_again_on": day, "reason": "Why"})

        assert answer.status_code == 422
        assert "Enter a day after today" in answer.text

    def test_what_is_missing_is_listed_in_the_order_of_the_questions(
        self, world: World, client: LintingClient
    ) -> None:
        client.signed_in_as(world.broker)
        answer = client.submit(act_page(world, "conditions"), {})

        listed = client.soup(answer).select(".govuk-error-summary__list a")
        assert [link.text for link in listed] == [
            "Say what they must do",
            "Enter the day on which you look again",
            "Give the reason",
        ]

    def test_an_act_that_is_not_open_says_so(self, world: World, client: LintingClient) -> None:
        client.signed_in_as(world.broker)

        assert client.get(act_page(world, "reinstate")).status_code == 409
        assert client.get(act_page(world, "promote")).status_code == 404


class TestAppeal:
    def test_goes_from_the_provider_to_another_officer_and_back(
        self, world: World, client: LintingClient
    ) -> None:
        suspended(world, by=world.broker)
        client.signed_in_as(world.provider_lead)
        page = client.get(page_of(world)).text
        assert "The home school." in page
        assert "Reinstate" not in page
        client.submit(act_page(world, "appeal"), {"words": "It has a new head."})

        deciding = client.signed_in_as(world.broker).get(page_of(world)).text
        assert "another officer answers" in deciding
        assert "Answer an appeal" not in client.get("/").text
        client.signed_in_as(world.quality)
        assert "Answer an appeal" in client.get("/").text
        answer = client.submit(
            act_page(world, "answer"), {"outcome": "upheld", "answer": "It has indeed."}
        )

        page = client.get(answer.location).text
        assert "Appeal upheld: the decision is undone" in page
        assert world.provider.designations[0].standing is S.ACTIVE


class TestThePage:
    def test_asks_as_much_for_many_decisions_as_for_few(
        self, world: World, client: LintingClient
    ) -> None:
        held = world.provider.designations[0]

        def review(by: Person) -> None:
            facts = {"reason": "Again.", "look_again_on": SOON}
            services.decide(designation=held, act=A.REVIEW, by=by, **facts)

        review(world.quality)
        client.signed_in_as(world.broker)
        few = client.statements(page_of(world))
        for officer in (world.second_broker, world.approver, world.second_approver):
            review(officer)

        assert len(client.statements(page_of(world))) == len(few)

    def test_is_reached_from_the_entry_by_those_concerned(
        self, world: World, client: LintingClient
    ) -> None:
        entry = f"/prospectus/{world.provider.slug}"
        readers = (world.provider_lead, world.broker, world.head, None)
        found = ["Decisions on these" in client.signed_in_as(r).get(entry).text for r in readers]

        assert found == [True, True, False, False]

    def test_a_review_waits_for_officers_and_the_public_sees_no_reason(
        self, world: World, client: LintingClient
    ) -> None:
        held = world.provider.designations[0]
        facts = {"reason": "A secret reason.", "look_again_on": SOON}
        services.decide(designation=held, act=A.REVIEW, by=world.broker, **facts)

        assert "Review a designation" in client.signed_in_as(world.broker).get("/").text
        public = client.signed_in_as(None).get(f"/prospectus/{world.provider.slug}").text
        assert "Under review" in public
        assert "A secret reason." not in public


class TestTheList:
    def test_shows_what_is_looked_after_in_the_authority(
        self, world: World, client: LintingClient
    ) -> None:
        held = world.provider.designations[0]
        services.decide(
            designation=held, act=A.REVIEW, by=world.quality, reason="Why", look_again_on=SOON
        )
        world.other_provider.designations[0].ends_on = clock.today() + timedelta(days=90)
        world.leader_provider.designations[0].ends_on = clock.today() - timedelta(days=1)
        client.signed_in_as(world.broker)

        def names(query: str = "") -> list[str]:
            page = client.soup(client.get(f"/prospectus/designations{query}"))
            return [link.text for link in page.select("tbody th a")]

        assert names() == ["Ada Marsh", "Bel Stone"]
        assert names("?show=review") == ["Ada Marsh"]
        assert names("?show=ending") == ["Bel Stone"]
        assert names("?show=lapsed") == ["Cal Beck"]
        assert names("?show=suspended") == []
        assert names("?q=lle&show=nonsense") == ["Ada Marsh", "Bel Stone"]
        assert names("?q=stone") == ["Bel Stone"]
        client.signed_in_as(world.other_broker)
        assert names() == []
