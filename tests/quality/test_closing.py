from __future__ import annotations

import pytest

from app.commissions.facts import Outcome
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.notifications.models import Message
from app.quality.closing import services
from app.quality.closing.report import sentence
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import deliveries as make
from tests.factories.world import World

REPORT = "/commissions/COM-00001/closing-report"
DECIDE, ANSWER = f"{REPORT}/decide", f"{REPORT}/answer"
MET, PARTLY, NOT, NOT_YET = Outcome


class TestSentence:
    @pytest.mark.parametrize(
        ("outcomes", "words"),
        [
            ([MET], "The one objective is met."),
            ([NOT_YET], "The one objective is not yet measurable."),
            ([MET, MET], "Both objectives met."),
            ([MET, MET, MET], "All three objectives met."),
            ([MET, NOT, MET], "Two of three objectives met, one not met."),
            ([NOT, PARTLY], "None of two objectives met, one partly met, one not met."),
        ],
    )
    def test_says_no_more_than_was_met(self, outcomes: list[Outcome], words: str) -> None:
        assert sentence(outcomes) == words


class TestClosingReport:
    def test_says_what_came_of_it_and_is_returned_answered_and_accepted(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        report = make.closed(world, outcome=Outcome.PARTLY_MET).closing_report

        with case("it says what came of it"):
            page = client.signed_in_as(world.provider_lead).get(REPORT).text

            assert "The one objective is partly met." in page
            assert "The figures say so" in page
            for words in ("Starting point", "Target", "Used", "Charge", "Agreed"):
                assert words in page
        with case("returned with no question"), pytest.raises(NotReady, match="should answer"):
            services.send_back(report=report, by=world.broker, reason=" ")
        with case("accepted by whoever judged"), pytest.raises(NotAllowed):
            services.accept(report=report, by=world.quality)
        with case("accepted by a side"), pytest.raises(NotAllowed):
            services.accept(report=report, by=world.head)
        with case("accepted, then returned"):
            services.accept(report=report, by=world.broker)
            with pytest.raises(NotOpen):
                services.send_back(report=report, by=world.second_broker, reason="Too late")

        waits = client.signed_in_as(world.broker).get("/").text
        client.submit(DECIDE, {"decision": "return", "reason": "What of attendance?"})
        to_answer = client.signed_in_as(world.quality).get("/").text
        client.submit(ANSWER, {"answer": "It was no objective"})
        meanwhile = client.signed_in_as(world.head).get(REPORT).text
        again = client.signed_in_as(world.broker).get(DECIDE).text
        client.submit(DECIDE, {"decision": "accept"})
        accepted = client.signed_in_as(world.chair).get(REPORT).text
        told = [m.subject for m in db.session.query(Message) if m.person_id == world.head.id]

        assert "Accept the closing report" in waits
        assert "Answer what was asked about the closing report" in to_answer
        assert "Not yet accepted by the authority" in meanwhile
        assert "attendance" not in meanwhile
        assert "It was no objective" in again
        assert f"Accepted by {world.broker.name}" in accepted
        assert "COM-00001: the closing report is accepted" in told
