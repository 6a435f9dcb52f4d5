from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.core import clock
from app.core.errors import NotReady
from app.extensions import db
from app.governance.audits.questions import services
from app.governance.audits.questions.facts import CheckStatus, Rating, change_words
from app.governance.audits.questions.models import SelfCheck
from app.governance.audits.questions.page import compared
from app.governance.audits.words import services as words
from app.governance.audits.words.facts import Kind
from app.governance.audits.words.queries import wordings_in_force
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import audits as make
from tests.factories.world import World
from tests.web_forms import as_boxes

INDEX = "/governance/audits/board-questions"


def test_not_to_know_is_no_better_than_not_yet() -> None:
    assert change_words(Rating.UNKNOWN, Rating.NOT_YET)[0] == "Different, no better"
    assert change_words(Rating.PARTLY, Rating.UNKNOWN)[0] == "Better"
    assert change_words(Rating.PARTLY, Rating.YES)[0] == "Worse"
    assert change_words(Rating.YES, Rating.YES)[0] == "As before"


class TestMeeting:
    def test_is_written_down_strand_by_strand_then_recorded(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        make.kept(world)
        client.signed_in_as(world.clerk)
        with case("not of a day to come"):
            tomorrow = clock.today() + timedelta(days=1)
            answer = client.submit(f"{INDEX}/new", {"held_on": as_boxes(tomorrow)})
            assert answer.status_code == 422
            assert "today or earlier" in answer.text
        client.submit(f"{INDEX}/new", {"held_on": as_boxes(clock.today()), "took_part": "Nine"})
        check = db.session.scalars(select(SelfCheck)).one()
        page = f"{INDEX}/{check.reference}"
        with case("not before every question is rated"), pytest.raises(NotReady, match="Answer 5"):
            services.record(check=check, by=world.clerk)
        with case("a draft is for chair and clerk alone"):
            assert client.signed_in_as(world.governor).get(page).status_code == 404
            client.signed_in_as(world.clerk)
        for strand in ("governance-chairing", "governance-finance"):
            own = [one for one in check.answers if one.wording.strand.code == strand]
            given = {f"rating_{one.id}": "yes" for one in own}
            given |= {f"evidence_{one.id}": "Minutes of May" for one in own}
            client.submit(f"{page}/{strand}", given)
        with case("of two who write at once the second is told"):
            stale = {**given, "once": "x", "version": "1"}
            assert client.post(f"{page}/governance-finance", data=stale).status_code == 409
        client.submit(f"{page}/record")

        assert check.status is CheckStatus.RECORDED
        assert "Minutes of May" in client.signed_in_as(world.governor).get(page).text
        assert client.get(f"{page}?format=pdf").data.startswith(b"%PDF")
        with case("reopened with a reason, it is a draft again"):
            client.signed_in_as(world.chair)
            client.submit(f"{page}/reopen", {"reason": "One was wrong"})
            assert "One was wrong" in client.get(page).text
        with case("others read it where the board lets them"):
            client.signed_in_as(world.governor_services)
            assert client.get(page).status_code == 404
            assert check.reference not in client.get(INDEX).text
            services.share(check=check, by=world.chair, with_head=False, with_services=True)
            assert client.get(page).status_code == 200
            assert check.reference in client.get(f"{INDEX}?format=csv").text

    def test_is_compared_with_the_one_before_where_the_question_means_the_same(
        self, world: World, client: LintingClient
    ) -> None:
        before = make.recorded_check(world, Rating.NOT_YET, clock.today() - timedelta(days=300))
        first, *_rest = wordings_in_force("384", Kind.QUESTION)
        words.reword(first, words="Another", guidance="", needed=1, same_meaning=False)
        now = make.recorded_check(world, Rating.YES)

        found = compared(now, before)
        assert found.summary == "4 better, 0 worse, 0 no better or worse"
        assert found.left_out == ["Another"]
        client.signed_in_as(world.governor)
        page = client.get(f"{INDEX}/{now.reference}/comparison").text
        assert "4 better" in page
        first_one = client.get(f"{INDEX}/{before.reference}/comparison").text
        assert "Nothing to compare" in first_one
