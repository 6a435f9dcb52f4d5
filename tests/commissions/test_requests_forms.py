"""Forms of a request posted twice, late, too long and full of nonsense."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from app.commissions.models import SupportRequest
from app.extensions import db
from tests.client import LintingClient
from tests.factories import requests as make
from tests.factories.world import World


def only_request() -> SupportRequest:
    db.session.expire_all()
    return db.session.scalars(select(SupportRequest)).one()


def count(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


class TestCarefulForms:
    def test_a_double_submit_makes_one_request(self, client: LintingClient, world: World) -> None:
        client.signed_in_as(world.head)
        form = {"school": "900101", "once": "the same copy"}

        first = client.post("/requests/new", data=form)
        second = client.post("/requests/new", data=form)

        assert count(SupportRequest) == 1
        assert first.location == second.location

    def test_a_stale_form_shows_both_versions(self, client: LintingClient, world: World) -> None:
        request = make.complete(world)
        url = f"/requests/{request.reference}/edit/outcome"
        client.signed_in_as(world.head)
        old = {"version": str(request.version), "expected_outcome": "Mine", "urgency": "next_term"}
        client.submit(url, {"expected_outcome": "Theirs"})

        answer = client.post(url, data=old)

        assert answer.status_code == 409
        for words in ("Mine", "Theirs", "Next term", "This term"):
            assert words in answer.text
        assert only_request().expected_outcome == "Theirs"

    def test_too_much_text_is_refused_and_kept_on_the_page(
        self, client: LintingClient, world: World
    ) -> None:
        url = f"/requests/{make.draft(world).reference}/edit/need"
        answer = client.signed_in_as(world.head).submit(
            url, {"need": "x" * 5000, "title": "y" * 121}
        )

        assert answer.status_code == 422
        assert "Shorten this to 4,000 characters or fewer" in answer.text
        assert "x" * 5000 in answer.text

    @pytest.mark.parametrize("day", [["30", "2", "2027"], ["a", "b", "c"], ["1", "1", "27"]])
    def test_nonsense_dates(self, client: LintingClient, world: World, day: list[str]) -> None:
        url = f"/requests/{make.draft(world).reference}/edit/outcome"
        answer = client.signed_in_as(world.head).submit(url, {"wanted_from": day})

        assert answer.status_code == 422

    def test_answers_nobody_offered_are_not_taken(
        self, client: LintingClient, world: World
    ) -> None:
        request = make.complete(world)
        url = f"/requests/{request.reference}/edit/practical"
        data = {"version": str(request.version), "funding_route": "lottery"}
        client.signed_in_as(world.head).post(url, data=data)

        assert only_request().funding_route is None

    def test_what_was_sent_has_no_form_any_more(self, client: LintingClient, world: World) -> None:
        page = f"/requests/{make.submitted(world).reference}"
        client.signed_in_as(world.head)

        for url in (f"{page}/edit/need", f"{page}/check"):
            assert client.get(url).status_code == 409
            assert client.post(url, data={}).status_code == 409
        assert client.get(f"{page}/edit/nonsense").status_code in (404, 409)
