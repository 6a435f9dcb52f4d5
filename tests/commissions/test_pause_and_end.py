"""Support that rests for a time, and support that ends before its time."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session, scoped_session

from app.commissions.changes.facts import EndedBy, Shortfall
from app.commissions.changes.services import end
from app.commissions.changes.services import pause as pausing
from app.commissions.next_steps import Actor, commission_next
from app.commissions.queries.capacity import work_of
from app.commissions.services import deliver
from app.commissions.statuses import CommissionStatus
from app.commissions.visits.facts import VisitStatus
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from tests.cases import Case
from tests.client import LintingClient
from tests.commissions.checked import confirmed
from tests.commissions.test_telling import told
from tests.factories import bookings, deliveries
from tests.factories import changes as make
from tests.factories.agreements import some_day
from tests.factories.world import World
from tests.web_forms import as_boxes


class TestPause:
    def test_is_over_when_the_support_ends_early_or_an_officer_says_so(
        self, world: World, session: scoped_session[Session], case: Case
    ) -> None:
        commission = make.paused(world)
        # ended by each side it goes to evaluation, and the days are free
        enders = {
            "head": EndedBy.SCHOOL,
            "deputy": EndedBy.SCHOOL,
            "provider_lead": EndedBy.PROVIDER,
            "second_broker": EndedBy.AUTHORITY,
        }
        for name, side in enders.items():
            with case(f"ended by {name}"):
                ended = end.end_early(
                    commission=commission, by=getattr(world, name), answers=make.early_end_answers()
                )
                session.commit()
                assert commission.status is CommissionStatus.EVALUATING
                assert ended.ended_by is side
                assert commission.pauses[0].over_on == clock.today()
                assert work_of(world.provider)[0].parts["released"] == 4
                act = "evaluate what the support changed before it ended early"
                assert {s.act for s in commission_next(commission)} == {act}
                # the other side, and whoever brokered it
                other = world.provider_lead if side is EndedBy.SCHOOL else world.head
                assert act in told(session, other)
                assert "the support has ended early" in told(session, world.broker)

        # and it is looked at again
        session.commit()
        (step,) = commission_next(commission)
        assert (step.actor, step.due_on) == (Actor.OFFICER, some_day(30))
        assert "the support is paused" in told(session, world.head)

        pausing.keep_paused(
            commission=commission, by=world.approver, finding="Not yet", review_on=some_day(60)
        )
        (step,) = commission_next(commission)
        assert step.due_on == some_day(60)
        pausing.resume(commission=commission, by=world.broker, finding="A new lead is in post")
        session.commit()

        (pause,) = commission.pauses
        assert commission.status is CommissionStatus.ACTIVE
        assert pause.over_on == clock.today()
        assert "the support goes on after its pause" in told(session, world.head)

    def test_keeps_the_days_and_takes_notes_of_earlier_visits_alone(
        self, world: World, case: Case
    ) -> None:
        with clock.at(clock.now() - timedelta(days=9)):
            commission = make.paused(world)
        with case("a visit in the pause"), pytest.raises(NotReady, match="was paused from"):
            deliveries.note(world, commission)
        with case("also once it is over"):
            pausing.resume(commission=commission, by=world.broker, finding="Fine")
            with pytest.raises(NotReady, match="was paused from"):
                deliveries.note(world, commission, held_on=some_day(-1))
        with case("a visit before it, and a reading in it"):
            deliveries.note(world, commission, held_on=some_day(-9))
            deliveries.reading(world, commission, 60)
            (work,) = work_of(world.provider)
            assert (work.parts["reserved"], work.parts["used"]) == (3, 1)
        with case("the planned end"), pytest.raises(NotOpen):
            deliver.end_delivery(
                commission=commission, by=world.provider_lead, days_used=Decimal(0), note="None"
            )


class TestNeither:
    def test_is_for_others_or_without_what_is_needed(self, world: World, case: Case) -> None:
        commission = deliveries.active(world)
        for name in ("head", "provider_lead", "quality", "other_broker"):
            with case(f"a pause by {name}"), pytest.raises(NotAllowed):
                pausing.pause(
                    commission=commission,
                    by=getattr(world, name),
                    reason="Words",
                    review_on=some_day(9),
                )
        for words, day in ((" ", 9), ("Words", 0)):
            with case(f"a pause with {words!r}, {day}"), pytest.raises(NotReady):
                pausing.pause(
                    commission=commission, by=world.broker, reason=words, review_on=some_day(day)
                )
        for name in ("chair", "host_head", "quality", "other_head"):
            with case(f"an early end by {name}"), pytest.raises(NotAllowed):
                end.end_early(
                    commission=commission, by=getattr(world, name), answers=make.early_end_answers()
                )
        for given in (
            {"words": " "},
            {"takes_over": ""},
            {"shortfall": Shortfall.BOTH},
            {"days_used": Decimal(5)},
            {"days_used": Decimal(1)},
        ):
            with case(f"an early end with {given}"), pytest.raises(NotReady):
                end.end_early(
                    commission=commission, by=world.head, answers=make.early_end_answers(**given)
                )


def test_the_pages(world: World, client: LintingClient) -> None:
    commission = deliveries.active(world)
    url = f"/commissions/{commission.reference}"
    client.signed_in_as(world.broker)
    answers = {"reason": "The lead is away", "review_on": as_boxes(some_day(30))}
    assert client.submit(f"{url}/pause", answers | {"reason": ""}).status_code == 422
    assert client.submit(f"{url}/pause", answers).status_code == 303
    look, found = f"{url}/pause/look", {"outcome": "keep", "finding": "Still away"}
    assert client.submit(look, found).status_code == 422
    kept = client.submit(look, found | {"review_on": as_boxes(some_day(60))})
    assert kept.status_code == 303
    client.signed_in_as(world.head)
    assert "At the last look: Still away" in client.get(url).text
    # who lends the provider learns that it rests, not why
    page = client.signed_in_as(world.host_head).get(url).text
    assert "Paused" in page
    assert "Still away" not in page
    client.signed_in_as(world.broker)
    assert client.submit(look, {"outcome": "resume", "finding": "Back"}).status_code == 303

    client.signed_in_as(world.provider_lead)
    ending = {
        "reason": "not_working",
        "words": "Too few lessons could be seen",
        "shortfall": "both",
        "what_did_not_work": "Dates were put off",
        "done": "Two visits",
        "remains": "The rest",
        "takes_over": "The English lead",
        "days_used": "0",
    }
    assert client.submit(f"{url}/end-early", {"reason": "other"}).status_code == 422
    checked = client.submit(f"{url}/end-early", ending)
    assert "4 days are freed" in checked.text
    assert commission.status is CommissionStatus.ACTIVE
    assert confirmed(client, checked).status_code == 303
    page = client.signed_in_as(world.quality).get(url).text
    assert "Dates were put off" in page
    assert "Paused from" in page


class TestBookings:
    def test_to_come_are_cancelled_for_neither_side(self, world: World, case: Case) -> None:
        commission = deliveries.active(world)
        ways = {
            "The support is paused.": lambda: pausing.pause(
                commission=commission, by=world.broker, reason="Away", review_on=some_day(30)
            ),
            "The support has ended.": lambda: end.end_early(
                commission=commission, by=world.head, answers=make.early_end_answers()
            ),
        }
        for because, happens in ways.items():
            with case(because):
                visit = bookings.booked(world, commission)

                happens()

                assert (visit.status, visit.reason) == (VisitStatus.CANCELLED, because)
                assert visit.side is None
