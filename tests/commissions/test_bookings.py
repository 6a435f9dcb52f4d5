"""Visits are booked, moved, cancelled, missed and held; only the held ones count."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session, scoped_session

from app.commissions.delivery_answers import days_noted
from app.commissions.facts import Side
from app.commissions.models import Commission, Visit
from app.commissions.next_steps import commission_next
from app.commissions.services import deliver
from app.commissions.visits import services
from app.commissions.visits.clashes import Clash
from app.commissions.visits.facts import STATUS_TONES, STATUS_WORDS, VisitAction, VisitStatus
from app.commissions.visits.lifecycle import VISIT_LIFECYCLE
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from tests.cases import Case
from tests.client import LintingClient
from tests.commissions.test_telling import told
from tests.commissions.unsaved import under_way
from tests.factories import agreements
from tests.factories import deliveries as make
from tests.factories.bookings import after, booked, booking
from tests.factories.world import World


def owed(commission: Commission) -> list[str]:
    return [f"{step.actor} {step.act}" for step in commission_next(commission)]


def test_the_facts_have_words_and_the_table_ends_everywhere() -> None:
    assert set(STATUS_WORDS) == set(STATUS_TONES) == set(VisitStatus)
    assert {action for _, action in VISIT_LIFECYCLE.table} == set(VisitAction)
    from_the_end = {key for key in VISIT_LIFECYCLE.table if key[0] is not VisitStatus.BOOKED}
    assert from_the_end == {(VisitStatus.HELD, VisitAction.REOPEN)}


class TestBooking:
    def test_is_held_missed_cancelled_or_moved(
        self, world: World, session: scoped_session[Session], case: Case
    ) -> None:
        commission = make.active(world)

        with case("counts no days until its note is written"):
            visit = booked(world, commission)
            session.commit()
            assert "a visit is booked" in told(session, world.head)
            assert days_noted(commission) == 0
            with pytest.raises(NotReady, match="has begun"):
                services.write_up(
                    visit=visit, by=world.provider_lead, **make.visit_facts(commission)
                )

            with clock.at(after(visit)):
                assert any("write the note of the visit" in words for words in owed(commission))
                facts = make.visit_facts(commission, held_on=visit.day)
                with pytest.raises(NotReady, match="from its own page"):
                    make.note(world, commission, held_on=visit.day)
                with pytest.raises(NotReady, match="enter that day"):
                    services.write_up(
                        visit=visit,
                        by=world.provider_lead,
                        **facts | {"held_on": visit.day - timedelta(days=1)},
                    )
                note = services.write_up(visit=visit, by=world.provider_lead, **facts)
                assert not any("write the note" in words for words in owed(commission))
            assert visit.status is VisitStatus.HELD
            assert note.visit is visit
            assert days_noted(commission) == 1
        with case("is missed or cancelled by a side with its reason"):
            missed = booked(world, commission, clock.today() + timedelta(days=2))
            called_off = booked(world, commission, clock.today() + timedelta(days=9))
            with pytest.raises(NotReady, match="in a few words"):
                services.cancel(visit=called_off, by=world.head, side=Side.SCHOOL, reason=" ")
            services.cancel(visit=called_off, by=world.head, side=Side.SCHOOL, reason="Inspection")
            assert called_off.notice_days == 9
            with pytest.raises(NotReady, match="has begun"):
                services.record_missed(visit=missed, by=world.head, side=Side.SCHOOL, reason="Ill")

            with clock.at(after(missed)):
                with pytest.raises(NotReady, match="missed"):
                    services.cancel(visit=missed, by=world.head, side=Side.SCHOOL, reason="Late")
                services.record_missed(
                    visit=missed, by=world.head, side=Side.PROVIDER, reason="Ill"
                )
                with pytest.raises(NotOpen):
                    services.record_missed(
                        visit=missed, by=world.head, side=Side.SCHOOL, reason="x"
                    )
            assert (missed.status, missed.side) == (VisitStatus.MISSED, Side.PROVIDER)
            assert days_noted(commission) == 0
        with case("moves to another time and keeps the old one"):
            old = booked(world, commission)
            later = booking(old.day + timedelta(days=1))

            new = services.move(visit=old, by=world.head, booking=later, reason="Staff ill")

            assert old.status is VisitStatus.CANCELLED
            assert (old.replaced_by, new.replaces) == (new, old)

    def test_has_its_time_and_its_two_sides(self, world: World, case: Case) -> None:
        commission = make.active(world)

        with case("is for the two sides while the support is under way"):
            with pytest.raises(NotAllowed):
                services.book(commission=commission, by=world.broker, booking=booking())
            waiting = agreements.approved(world, number=2)
            with pytest.raises(NotOpen):
                services.book(commission=waiting, by=world.head, booking=booking())
        with case("keeps delivery from ending"):
            make.note(world, commission)
            booked(world, commission)

            with pytest.raises(NotReady, match="still booked"):
                deliver.check_can_end(commission=commission, by=world.provider_lead)
        with case("the same slot is refused and an overlap needs insisting"):
            second = make.active(world, number=2)
            visit = booked(world, commission)
            half_past = booking(at=visit_time(visit, minutes=30))

            with pytest.raises(Clash, match="Choose another time") as same:
                services.book(commission=second, by=world.head, booking=booking(), insist=True)
            assert "COM-" not in str(same.value)
            with pytest.raises(Clash, match="Choose another time"):
                services.book(commission=commission, by=world.head, booking=half_past, insist=True)
            with pytest.raises(Clash, match="Check the time"):
                services.book(commission=second, by=world.head, booking=half_past)
            after_it = booking(at=visit_time(visit, minutes=180))
            services.book(commission=second, by=world.head, booking=after_it)

            services.book(
                commission=second,
                by=world.head,
                booking=booking(at=visit_time(visit, minutes=60), hours=Decimal(1)),
                insist=True,
            )
        with case("what is cancelled is free again"):
            visit = booked(world, commission)
            services.cancel(visit=visit, by=world.head, side=Side.SCHOOL, reason="Inspection")

            assert booked(world, commission).starts_at == visit.starts_at


def test_a_booking_cannot_be_at_any_time() -> None:
    commission = under_way(ends_on=clock.today() + timedelta(days=200))
    cannot = {
        "still to come": booking(clock.today() - timedelta(days=1)),
        "when the support ends": booking(commission.ends_on + timedelta(days=1)),
        "Enter the hours": booking(hours=Decimal(13)),
        "where you meet": booking(place=" "),
        "half past two": booking(at=booking().at.replace(hour=2)),
    }
    assert booking().faults(commission) == {}
    for words, impossible in cannot.items():
        (fault,) = impossible.faults(commission).values()
        assert words in fault


def visit_time(visit: Visit, *, minutes: int) -> object:
    return clock.in_london(visit.starts_at + timedelta(minutes=minutes)).time()


class TestPages:
    def test_in_the_browser(self, world: World, client: LintingClient, case: Case) -> None:
        commission = make.active(world)
        url = f"/commissions/{commission.reference}"
        client.signed_in_as(world.head)

        with case("cancelled and missed"):
            visit = booked(world, commission)
            missed = booked(world, commission, clock.today() + timedelta(days=1))

            assert client.submit(f"{url}/bookings/{visit.id}/cancel", {}).status_code == 422
            why = {"side": "school", "reason": "Inspection"}
            sent = client.submit(f"{url}/bookings/{visit.id}/cancel", why)
            assert "7 days before" in client.get(sent.location).text
            with clock.at(after(missed)):
                sent = client.submit(f"{url}/bookings/{missed.id}/missed", why)
                assert "Missed by" in client.get(sent.location).text
        with case("from the booking to the note"):
            booking_page = f"{url}/bookings/new"
            day = clock.today() + timedelta(days=7)
            answers = {
                "day": [str(day.day), str(day.month), str(day.year)],
                "at": "9.30am",
                "hours": "3",
                "mode": "in_person",
                "place": "Main entrance",
            }
            assert "Enter a time like" in client.submit(booking_page, answers | {"at": "soon"}).text
            made = client.submit(booking_page, answers)
            assert "9:30am to 12:30pm" in client.get(made.location).text
            again = client.submit(booking_page, answers | {"at": "10:00"})
            assert again.status_code == 422
            assert "Choose another time" in again.text
            make.active(world, number=2)
            other = "/commissions/COM-00002/bookings/new"
            warned = client.submit(other, answers | {"at": "10:00"})
            assert "Check the time" in warned.text
            assert "Book it all the same" in warned.text
            insisting = answers | {"at": "10:00", "insist": "y"}
            assert client.post(other, data=insisting).status_code == 303

            moved = client.submit(f"{made.location}/move", {"at": "2pm", "reason": "Staff ill"})
            assert "Moved to" in client.get(made.location).text
            assert client.get(f"{made.location}/cancel").status_code == 409
            visit = db.session.get_one(Visit, int(moved.location.rpartition("/")[2]))
            with clock.at(after(visit, days=10)):
                client.signed_in_as(world.provider_lead)
                assert "Note was due" in client.get(url).text
                facts = {
                    "days_used": "1",
                    "roles_seen": "English lead",
                    "activity": "Modelled a lesson",
                    "progress": "Pace is better",
                    "next_steps": "The lead tries it by Friday",
                }
                written = client.submit(f"{moved.location}/note", facts)
                assert written.status_code == 303, written.text
            page = client.get(url).text
            assert "1 day used of 4 days agreed, 3 days left." in page
            assert "Moved" in page
