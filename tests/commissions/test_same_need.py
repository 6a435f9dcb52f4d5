"""A school that asks again for what somebody already works on is asked why."""

from __future__ import annotations

import pytest

from app.commissions.models import Commission, SupportRequest
from app.commissions.same_need.queries import live_about_the_same
from app.commissions.same_need.rules import is_live
from app.commissions.services import ask
from app.commissions.statuses import CAME_TO_NOTHING, CommissionStatus, RequestStatus
from app.core.errors import NotReady
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import requests as make
from tests.factories.world import World

WHY = "It is about the parents of the same pupils"


class TestIsLive:
    @pytest.mark.parametrize("status", [RequestStatus.SUBMITTED, RequestStatus.MATCHING])
    def test_while_the_brokers_work_on_it(self, status: RequestStatus) -> None:
        assert is_live(SupportRequest(status=status))

    @pytest.mark.parametrize(
        "status", [RequestStatus.DRAFT, RequestStatus.RETURNED, RequestStatus.WITHDRAWN]
    )
    def test_not_while_the_school_has_it_or_once_it_ended(self, status: RequestStatus) -> None:
        assert not is_live(SupportRequest(status=status))

    @pytest.mark.parametrize("status", CommissionStatus)
    def test_once_matched_for_as_long_as_its_commission(self, status: CommissionStatus) -> None:
        request = SupportRequest(
            status=RequestStatus.MATCHED, commissions=[Commission(status=status)]
        )

        ended = status in CAME_TO_NOTHING or status is CommissionStatus.CLOSED
        assert is_live(request) is not ended


def test_only_the_same_school_with_the_same_focus_counts(world: World, case: Case) -> None:
    live, again = make.submitted(world), make.complete(world)

    with case("the same"):
        assert live_about_the_same(again, world.head) == [live]
    with case("itself"):
        assert live_about_the_same(live, world.head) == []
    with case("another focus"):
        again.focus = world.area.parent
        assert live_about_the_same(again, world.head) == []
    with case("another school"):
        live.school_urn = world.other_school.urn
        assert live_about_the_same(again, world.head) == []


class TestSubmit:
    def test_it_is_sent_once_it_says_why(self, world: World) -> None:
        make.submitted(world)
        again = make.complete(world)

        with pytest.raises(NotReady, match="Say why this is another need"):
            ask.submit(request=again, by=world.head, another_need="  ")
        ask.submit(request=again, by=world.head, another_need=WHY)

        assert again.status is RequestStatus.SUBMITTED
        assert again.another_need == WHY

    def test_nothing_is_kept_where_there_is_no_other(self, world: World) -> None:
        request = make.complete(world)

        ask.submit(request=request, by=world.head, another_need=WHY)

        assert request.another_need is None


class TestPages:
    def test_the_check_page_shows_the_other_and_asks_why(
        self, client: LintingClient, world: World
    ) -> None:
        live, again = make.submitted(world), make.complete(world)
        check = f"/requests/{again.reference}/check"
        client.signed_in_as(world.head)

        refused = client.submit(check)
        assert refused.status_code == 422
        assert "Say why this is another need" in refused.text
        assert f"/requests/{live.reference}" in refused.text
        assert client.submit(check, {"another_need": WHY}).status_code == 303

        client.signed_in_as(world.broker)
        page = client.get(f"/requests/{again.reference}").text
        assert WHY in page
        assert f"/requests/{live.reference}" in page

    def test_a_provider_does_not_read_of_the_other(
        self, client: LintingClient, world: World
    ) -> None:
        make.submitted(world)
        request = make.matched(world).request
        request.another_need = WHY

        page = client.signed_in_as(world.provider_lead).get(f"/requests/{request.reference}")

        assert page.status_code == 200
        assert WHY not in page.text
