"""Enquiries on the pages: from the shortlist to the answers side by side."""

from __future__ import annotations

from sqlalchemy import select

from app.commissions.enquiries.facts import EnquiryStatus, WhyNot
from app.commissions.enquiries.services import naming
from app.commissions.models import SupportRequest
from app.extensions import db
from app.prospectus.shortlist.services import keep
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import enquiries as asked_of
from tests.factories import requests as make
from tests.factories.enquiries import first
from tests.factories.world import World


def only_request() -> SupportRequest:
    db.session.expire_all()
    return db.session.scalars(select(SupportRequest)).one()


def shortlist_three(world: World) -> None:
    for provider in (world.provider, world.other_provider, world.leader_provider):
        keep(provider, world.head)


class TestFromTheShortlist:
    def test_those_ticked_are_named_and_the_others_keep_their_reason(
        self, client: LintingClient, world: World, case: Case
    ) -> None:
        shortlist_three(world)
        client.signed_in_as(world.head)
        choice = {"choice": "ticked", "asked": ["ada-marsh", "bel-stone"]}

        with case("the brokers may choose without any reason"):
            client.submit("/requests/new/shortlist", {"choice": "brokers"})

            request = only_request()
            assert request.enquiries == []
            assert request.preferred_provider is None
        with case("nobody ticked is told what to do"):
            answer = client.submit("/requests/new/shortlist", {"choice": "ticked"})

            assert answer.status_code == 422
            assert "Tick 1 to 4 providers" in answer.text
        refused = client.submit("/requests/new/shortlist", choice)
        assert refused.status_code == 422
        assert "Say why you do not ask Cal Beck" in refused.text
        why = {
            f"why_{world.leader_provider.id}": "other",
            f"words_{world.leader_provider.id}": "We know them too well",
        }
        answer = client.submit("/requests/new/shortlist", choice | why)

        request = only_request()
        assert answer.location == f"/requests/{request.reference}/edit/need"
        assert [e.provider.name for e in request.enquiries] == ["Ada Marsh", "Bel Stone"]
        assert [row.reason for row in request.not_asked] == [WhyNot.OTHER]
        for page in (f"/requests/{request.reference}", f"/requests/{request.reference}/check"):
            assert "We know them too well" in client.get(page).text

    def test_those_compared_arrive_ticked_also_when_a_broker_looks_for_the_school(
        self, client: LintingClient, world: World
    ) -> None:
        for person in (world.head, world.broker):
            for provider in (world.provider, world.other_provider, world.leader_provider):
                keep(provider, person)
            compared = "/shortlist/compare?entry=ada-marsh&entry=cal-beck"
            link = client.soup(client.signed_in_as(person).get(compared)).select_one(
                "main a[href^='/requests/new/shortlist?']"
            )
            assert link is not None
            # whom the address names besides is not on this list
            shown = client.soup(client.get(f"{link['href']}&entry=nobody"))
            ticked = [box["value"] for box in shown.select("input[name=asked][checked]")]
            carried = [field["value"] for field in shown.select("input[name=entry]")]
            # the broker has to find the school first
            assert (carried if person is world.broker else ticked) == ["ada-marsh", "cal-beck"]

        found = client.soup(client.get(f"{link['href']}&q=Larkmoor"))
        assert len(found.select("input[name=asked][checked]")) == 2

    def test_the_choice_can_be_changed_until_it_is_sent(
        self, client: LintingClient, world: World
    ) -> None:
        request = asked_of.named(world)
        url = f"/requests/{request.reference}/providers"
        client.signed_in_as(world.head)

        assert (
            "Change whom you ask"
            in client.get(f"/requests/{request.reference}/edit/practical").text
        )
        client.submit(f"{url}?then=check", {"choice": "brokers"})

        assert only_request().enquiries == []

    def test_own_staff_are_not_offered(self, client: LintingClient, world: World) -> None:
        keep(world.provider, world.host_head)
        keep(world.other_provider, world.host_head)

        page = client.signed_in_as(world.host_head).get("/requests/new/shortlist").text

        assert "Bel Stone" in page
        assert "Ada Marsh" not in page


class TestTheProvider:
    def test_reads_no_word_of_the_school_and_answers_part_by_part(
        self, client: LintingClient, world: World, case: Case
    ) -> None:
        request = asked_of.enquired(world)
        page = f"/requests/{request.reference}"
        client.signed_in_as(world.provider_lead)

        assert "Say whether you can help" in client.get("/").text
        for url in (page, f"{page}/enquiries/ada-marsh/answer", "/requests"):
            shown = client.get(url).text
            assert "Larkmoor" not in shown
            assert "Bel Stone" not in shown
        assert "£2,500" in client.get(page).text
        with case("declines with a reason from the list"):
            url = f"{page}/enquiries/ada-marsh/decline"
            assert client.submit(url, {"reason": "other"}).status_code == 422
            client.submit(url, {"reason": "no_days"})

            assert first(only_request()).status is EnquiryStatus.DECLINED
            assert "No days free" in client.signed_in_as(world.broker).get("/gaps").text
        client.signed_in_as(world.provider_lead)
        parts = dict.fromkeys(("focus", "staff", "start", "way"), "yes")
        answer_url = f"{page}/enquiries/ada-marsh/answer"
        assert client.submit(answer_url, parts).status_code == 422
        client.submit(answer_url, parts | {"cost": "partly", "cost_words": "Travel besides"})

        assert "You have answered" in client.get(page).text
        assert first(only_request()).status is EnquiryStatus.ANSWERED
        assert client.get(answer_url).status_code == 409

    def test_never_reads_the_schools_own_words(self, client: LintingClient, world: World) -> None:
        request = asked_of.weighed(world)

        page = client.signed_in_as(world.provider_lead).get(f"/requests/{request.reference}").text

        assert "plans with another budget" in page
        assert "Twice what we have" not in page


class TestTheSchool:
    def test_reads_side_by_side_and_says_what_it_thinks(
        self, client: LintingClient, world: World
    ) -> None:
        request = asked_of.answered(world)
        client.signed_in_as(world.head)
        assert "Read what providers answered" in client.get("/").text
        url = f"/requests/{request.reference}/enquiries/ada-marsh/weigh"

        assert client.submit(url, {"leaning": "not_interested"}).status_code == 422
        back = client.submit(url, {"leaning": "undecided", "words": "Let us see"}).location

        assert back == f"/requests/{request.reference}/answers"
        shown = client.get(back).text
        assert "1 of 2 providers has said what it can do." in shown
        assert "Undecided" in shown
        assert "Let us see" in shown
        assert "Let us see" in client.signed_in_as(world.broker).get(back).text


class TestTheBroker:
    def test_sees_who_can_help_and_considers_them_with_one_look(
        self, client: LintingClient, world: World
    ) -> None:
        request = asked_of.matching(world)
        client.signed_in_as(world.broker)

        found = client.get(f"/requests/{request.reference}/candidates").text
        form = client.soup(client.get(f"/requests/{request.reference}/consider/ada-marsh"))

        assert "Can help" in found
        ticked = form.select_one("input[name=verdict][checked]")
        assert ticked is not None
        assert ticked["value"] == "shortlisted"
        assert only_request().candidates == []

    def test_asks_a_shortlisted_provider(self, client: LintingClient, world: World) -> None:
        request, _candidate = make.shortlisted(world)
        page = f"/requests/{request.reference}"
        client.signed_in_as(world.broker)

        assert "Ask whether they can help" in client.get(page).text
        client.submit(f"{page}/enquire/ada-marsh")

        assert first(only_request()).status is EnquiryStatus.SENT
        assert "Ask whether they can help" not in client.get(page).text
        assert client.get(f"{page}/enquire/bel-stone").status_code == 404


def test_more_enquiries_cost_no_more_statements(client: LintingClient, world: World) -> None:
    request = make.draft(world)
    url = f"/requests/{request.reference}"
    two = [world.provider, world.other_provider]
    client.signed_in_as(world.head)
    naming.name_providers(request=request, by=world.head, asked=two, passed_over=[])
    before = len(client.statements(url))

    three = [*two, world.leader_provider]
    naming.name_providers(request=request, by=world.head, asked=three, passed_over=[])

    assert len(client.statements(url)) == before
