"""Concerns: who knows of them, what is done about them, and that nothing closes over them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session, scoped_session

from app.commissions.concerns import facts, services
from app.commissions.concerns.facts import ConcernStatus, Tried
from app.commissions.concerns.lifecycle import CONCERN_LIFECYCLE
from app.commissions.concerns.permissions import can_resolve
from app.commissions.concerns.requirements import NOT_YET, no_open_concern
from app.commissions.concerns.telling import remind_of_concerns
from app.commissions.timeline import LINES
from app.core import clock
from app.core.errors import NotAllowed, NotReady
from app.quality import services as quality
from tests.cases import Case
from tests.client import LintingClient
from tests.commissions.test_telling import told
from tests.factories import concerns, deliveries
from tests.factories.deliveries import judgement_answers
from tests.factories.world import World


class TestWords:
    def test_stand_for_every_member(self) -> None:
        assert set(facts.STATUS_WORDS) == set(facts.STATUS_TONES) == set(ConcernStatus)
        assert set(facts.ACTION_WORDS) == set(facts.ConcernAction)
        assert set(facts.KIND_WORDS) == set(facts.ConcernKind)
        assert set(facts.TRIED_WORDS) == set(Tried)
        assert set(facts.ACT_WORDS) == set(facts.ConcernActKind)
        assert set(facts.RAISED_FROM_WORDS) == set(facts.RaisedFrom)

    def test_of_the_timeline_tell_every_action(self) -> None:
        assert {("concern", action) for _, action in CONCERN_LIFECYCLE.table} <= set(LINES)


class TestAConcernInConfidence:
    def test_is_known_to_nobody_else_until_it_is_shared(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        concern = concerns.raised(world)
        url = f"/commissions/{concern.commission.reference}"
        its_page = f"{url}/concerns/{concern.reference}"
        for name in ("provider_lead", "deputy", "host_head"):
            with case(f"not to {name}"):
                client.signed_in_as(getattr(world, name))
                page = client.get(url).text
                for word in (concern.reference, "cancelled on the day", "Concern raised"):
                    assert word not in page
                assert client.get(its_page).status_code == 404
                assert concern.reference not in client.get("/").text
        for name in ("head", "broker", "quality"):
            with case(f"to {name}"):
                client.signed_in_as(getattr(world, name))
                assert its_page in client.get(url).text
                assert "cancelled on the day" in client.get(its_page).text
                assert its_page in client.get("/").text
        with case("it is read by both sides once shared"):
            services.share(concern=concern, by=world.broker, words="Both should talk")

            for person in (world.provider_lead, world.deputy):
                assert "Both should talk" in client.signed_in_as(person).get(its_page).text
            assert client.signed_in_as(world.host_head).get(its_page).status_code == 404


class TestAConcern:
    def test_is_acted_on_escalated_or_withdrawn(
        self, world: World, session: scoped_session[Session], case: Case
    ) -> None:
        concern = concerns.raised(world)

        with case("it is the broker's to act on before it is escalated"):
            assert "act on a concern" in told(session, world.broker)
            with pytest.raises(NotReady, match="when somebody has acted on it"):
                services.escalate(
                    concern=concern, by=world.head, tried=[Tried.TALKED], words="Too slow"
                )
        with case("it is escalated with what was tried and settled by somebody fresh"):
            concerns.act_on(world, concern)
            session.commit()
            assert "something was done about your concern" in told(session, world.head)
            with pytest.raises(NotReady, match="Tick what was tried"):
                services.escalate(concern=concern, by=world.head, tried=[], words="Again")
            session.rollback()
            services.escalate(concern=concern, by=world.head, tried=[Tried.TALKED], words="Again")
            fresh = {
                name
                for name in ("broker", "second_broker", "approver", "quality", "head")
                if can_resolve(getattr(world, name), concern)
            }
            assert fresh == {"approver", "quality"}
            with pytest.raises(NotAllowed):
                services.resolve(concern=concern, by=world.broker, words="Done")
            assert "a concern is escalated to you" in told(session, world.approver)

            services.resolve(concern=concern, by=world.approver, words="New visit dates")
            assert concern.status is ConcernStatus.RESOLVED
            assert "your concern is resolved" in told(session, world.head)
        with case("it may be escalated when nobody acts in time"):
            with clock.at(clock.now() + timedelta(days=10)):
                remind_of_concerns()
                remind_of_concerns()
                assert told(session, world.broker).count("late: settle a concern") == 1
                services.escalate(
                    concern=concern, by=world.head, tried=[Tried.NO_ANSWER], words="No word"
                )
            assert concern.status is ConcernStatus.ESCALATED
        with case("it is withdrawn by whoever raised it alone"):
            with pytest.raises(NotAllowed):
                services.withdraw(concern=concern, by=world.deputy, reason="No need")
            services.withdraw(concern=concern, by=world.head, reason="No need")
            assert concern.status is ConcernStatus.WITHDRAWN


class TestClosing:
    def test_waits_for_an_open_concern(self, world: World, client: LintingClient) -> None:
        commission = deliveries.in_review(world)
        concern = concerns.about(commission, world.head)
        page = client.signed_in_as(world.quality).get(f"/quality/{commission.reference}")
        assert f"Concern {concern.reference} must be resolved first." in page.text
        with pytest.raises(NotReady, match=concern.reference):
            quality.judge_and_close(
                commission=commission, by=world.quality, answers=judgement_answers(commission)
            )
        assert no_open_concern(world.provider_lead, commission) == [NOT_YET]
        services.act(concern=concern, by=world.broker, words="Spoke", done_on=clock.today())
        services.resolve(concern=concern, by=world.broker, words="Both agree now")
        quality.judge_and_close(
            commission=commission, by=world.quality, answers=judgement_answers(commission)
        )
        with pytest.raises(NotAllowed):
            concerns.about(commission, world.head)


def test_the_pages(world: World, client: LintingClient) -> None:
    commission = deliveries.active(world)
    url = f"/commissions/{commission.reference}/concerns"
    client.signed_in_as(world.head)
    assert client.submit(f"{url}/new", {"kind": "visits"}).status_code == 422
    raised = {"kind": "visits", "words": "No visit in May", "sharing": "may_be_shared"}
    its_page = client.submit(f"{url}/new", raised).location
    assert its_page
    client.signed_in_as(world.broker)
    day = clock.today()
    done = {"words": "Rang both", "done_on": [str(day.day), str(day.month), str(day.year)]}
    to_come = done | {"done_on": ["1", "1", "2090"]}
    assert client.submit(f"{its_page}/act", to_come).status_code == 422
    assert client.submit(f"{its_page}/act", done).status_code == 303
    assert client.submit(f"{its_page}/share", {"words": "To talk"}).status_code == 303
    assert client.submit(f"{its_page}/escalate", {"words": "Now"}).status_code == 422
    escalated = {"words": "Decide", "tried": ["talked", "officer_met_both"]}
    assert client.submit(f"{its_page}/escalate", escalated).status_code == 303
    client.signed_in_as(world.approver)
    assert "No visit in May" in client.get(its_page).text
    assert its_page in client.get("/commissions/concerns").text
    assert client.submit(f"{its_page}/resolve", {"words": "Two more days"}).status_code == 303
    assert "No concerns" in client.get("/commissions/concerns").text
    assert "Two more days" in client.signed_in_as(world.provider_lead).get(its_page).text
