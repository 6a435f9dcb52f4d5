from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from app.core import clock
from app.core.icalendar import CONTENT_TYPE
from app.extensions import db
from app.governance.training.facts import BookingStatus, SessionStatus
from app.governance.training.models import TrainingBooking, TrainingCourse, TrainingSession
from app.governance.training.services import booking as bookings
from app.governance.training.services import catalogue
from app.search import get_engine
from app.search.pending import heal
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import training as make
from tests.factories.world import World

HOME = "/governance/training"


def day_of(moment_in_days: int) -> list[str]:
    day = clock.today() + timedelta(days=moment_in_days)
    return [str(day.day), str(day.month), str(day.year)]


class TestCatalogue:
    def test_is_searched_and_filtered(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        make.strand(world)
        make.opened(world)
        make.course(world, "GOV-201", title="School finance", covers="Budgets", mode="coaching")
        heal(get_engine(), db.session.get_bind())

        with case("all, the next session first, with counts"):
            page = client.get(HOME).text
            assert page.index("Your first year") < page.index("School finance")
            assert "2 courses" in page
            assert "20 places left" in page
        with case("by words, also misspelt"):
            page = client.get(f"{HOME}?q=finanse").text
            assert "1 course for" in page
            assert "School finance" in page
        with case("by what the other parts of the portal link to"):
            page = client.get(f"{HOME}?strand={make.STRAND}&q=budget&mode=coaching").text
            assert "School finance" in page
            assert "Your first year" not in page
        with case("nothing found says what to do"):
            assert "No course found" in client.get(f"{HOME}?place=Nowhere").text
        with case("the prospectus finds no course, and the catalogue no entry"):
            assert "School finance" not in client.get("/prospectus?q=finance").text
            assert "Ada Marsh" not in client.get(f"{HOME}?q=phonics").text
        with case("as a file"):
            rows = client.get(f"{HOME}?format=csv&q=finance").text.splitlines()
            assert len(rows) == 2
            assert rows[1].startswith("GOV-201,School finance")
        with case("a month as a list of its days"):
            session = db.session.scalars(select(TrainingSession)).one()
            page = client.get(f"{HOME}/calendar?month={session.day:%Y-%m}").text
            days = client.soup(client.get(f"{HOME}/calendar?month={session.day:%Y-%m}"))
            heading = days.select_one("h2.app-month__date")
            assert heading
            assert heading.get_text() == f"{session.day:%A} {session.day.day} {session.day:%B}"
            assert "Your first year" in page
            assert "Training in" in client.get(f"{HOME}/calendar?month=2027-99").text


class TestKeeping:
    def test_a_course_is_written_planned_and_opened(
        self, world: World, client: LintingClient
    ) -> None:
        make.strand(world)
        client.signed_in_as(world.governor_services)
        written = {
            "code": "gov-110",
            "title": "Safeguarding",
            "covers": "What to ask",
            "audiences": ["all"],
            "level": "start",
            "mode": "in_person",
            "strands": [make.STRAND],
            "subscriber_pence": "0",
            "other_pence": "75.50",
            "closes_days": "3",
            "free_days": "5",
        }
        client.submit(f"{HOME}/courses/new", written)
        twice = client.submit(f"{HOME}/courses/new", written)
        client.submit(f"{HOME}/courses/GOV-110/publish")
        planned = {
            "day": day_of(40),
            "at": "6pm",
            "until": "8pm",
            "more": " ".join([*day_of(47), "6pm to 7.30pm"]),
            "place": "Horbury Library",
            "trainer": "Daniel Thrupp",
            "capacity": "20",
            "minimum": "30",
        }
        refused = client.submit(f"{HOME}/courses/GOV-110/sessions/new", planned)
        made = client.submit(f"{HOME}/courses/GOV-110/sessions/new", {**planned, "minimum": "3"})
        unreadable = client.submit(f"{made.location}/change", {"more": "some time later"})
        client.submit(f"{made.location}/open")

        course = db.session.scalars(select(TrainingCourse)).one()
        (session,) = course.sessions
        assert "Another course has this code" in twice.text
        assert course.other_pence == 7_550
        assert "not above the places" in refused.text
        assert "Write each further part" in unreadable.text
        assert (session.status, len(session.parts)) == (SessionStatus.OPEN, 2)
        assert session.closes_on < session.free_until + timedelta(days=7)

    def test_who_opened_an_older_copy_sees_both(self, world: World, client: LintingClient) -> None:
        session = make.opened(world)
        client.signed_in_as(world.governor_services)

        stale = client.submit(
            f"{HOME}/sessions/{session.reference}/change", {"version": "0", "place": "Elsewhere"}
        )

        assert stale.status_code == 409
        assert "Elsewhere" in stale.text
        assert "Ossett Town Hall" in stale.text


class TestBooking:
    def test_from_asking_to_the_certificate(self, world: World, client: LintingClient) -> None:
        catalogue.set_rule(school=world.school, by=world.clerk, must_agree=True)
        with clock.at(clock.now() - timedelta(days=20)):
            session = make.opened(world, 10)
            client.signed_in_as(world.governor)
            asked = client.submit(
                f"{HOME}/sessions/{session.reference}/book", {"needs": "A parking place"}
            )
            at = asked.location
            waits = client.signed_in_as(world.clerk).get("/").text
            client.submit(f"{at}/agree")
            cost = client.signed_in_as(world.governor).get(f"{at}/cancel").text
        booking = db.session.scalars(select(TrainingBooking)).one()
        to_mark = client.signed_in_as(world.governor_services).get("/").text
        listed = client.get(f"{HOME}/sessions/{session.reference}/bookings").text
        attendance = f"{HOME}/sessions/{session.reference}/attendance"
        client.submit(attendance, {f"booking_{booking.id}": "attended"})
        client.signed_in_as(world.governor)
        to_say = client.get("/").text
        client.submit(f"{at}/feedback", {"useful": "very", "led": "fairly", "words": "More!"})
        again = client.get(f"{at}/feedback")
        paper = client.get(f"{at}/certificate?format=pdf")
        record = client.get(f"{HOME}/bookings?format=csv").text
        said = client.signed_in_as(world.governor_services).get(
            f"{HOME}/sessions/{session.reference}/bookings"
        )

        assert "Agree to training for Governor" in waits
        assert "Cancelling is free until" in cost
        assert "Say who came" in to_mark
        assert "A parking place" in listed
        assert session.status is SessionStatus.HELD
        assert "Say how the training was" in to_say
        assert again.status_code == 409
        assert paper.data.startswith(b"%PDF")
        assert "Your first year as a governor,GOV-101,2.0,Attended" in record
        assert "“More!”" in said.text

    def test_the_calendar_says_also_what_is_off(self, world: World, client: LintingClient) -> None:
        booking = make.booked(world, make.opened(world), world.governor)
        waits = make.booked(world, make.opened(world, 31, places=1), world.clerk)
        client.signed_in_as(world.governor)
        page = client.submit("/calendar", {}).text
        address = page.partition("http://localhost")[2].partition("<")[0]

        before = client.signed_in_as(None).get(address)
        bookings.cancel(booking=booking, by=world.governor)
        after = client.get(address)

        assert waits.status is BookingStatus.BOOKED
        assert before.content_type == CONTENT_TYPE
        assert before.text.count("BEGIN:VEVENT") == 1
        assert "STATUS:CONFIRMED" in before.text
        assert "STATUS:CANCELLED" in after.text
        assert client.get(address.replace(".ics", "x.ics")).status_code == 404


class TestTakeUp:
    def test_says_who_is_reached_and_to_whom(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        make.attended(world)
        with case("officers by board, those not reached first"):
            page = client.signed_in_as(world.governor_services).get(f"{HOME}/take-up").text
            assert "1 of 4 boards had somebody at training" in page
            assert page.index("Coldbeck Junior") < page.index("Larkmoor Primary")
        with case("only boards not reached"):
            rows = client.get(f"{HOME}/take-up?unreached=1&format=csv").text
            assert len(rows.splitlines()) == 4
            assert "Larkmoor" not in rows
        with case("the Forum reads totals and no names"):
            forum = client.signed_in_as(world.forum)
            assert "1 of 4 boards" in forum.get(f"{HOME}/take-up").text
            assert "Larkmoor" not in forum.get(f"{HOME}/take-up?format=csv").text
