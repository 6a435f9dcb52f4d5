"""While support is under way: what waits, clashes, is missed, changed, paused and ended early."""

from __future__ import annotations

from datetime import date, timedelta

from playwright.sync_api import Locator, expect

from app.core import clock
from app.web.filters import date_words
from tests.e2e.people import Company, Reader
from tests.e2e.small_portal import SmallPortal
from tests.factories import bookings, changes, deliveries

# no two scenes book the same day: it is one provider and one school
MEETING, MOVED_FROM, MOVED_TO = (clock.today() + timedelta(days=days) for days in (20, 30, 31))


def test_no_visit_is_booked_before_the_plan_is_agreed(small: SmallPortal, people: Company) -> None:
    commission = small.has(deliveries.planned)
    provider, head = people("provider-lead"), people("head")
    provider.go(f"/commissions/{commission}")
    assert provider.sees("Wait until the school has agreed the action plan.")
    expect(link(provider, "Book a visit")).to_have_count(0)

    head.go(f"/commissions/{commission}")
    head.press("Agree the action plan")
    head.choose("Does your school agree to this plan?", "Yes, we agree")
    head.press("Record the school’s answer")

    provider.go(f"/commissions/{commission}")
    provider.follow("Book a visit")
    assert provider.sees("A booked visit counts no days.")


class TestVisits:
    def test_a_time_at_which_the_provider_is_booked_is_refused(
        self, small: SmallPortal, people: Company
    ) -> None:
        with_visit, other = small.has(deliveries.active), small.has(deliveries.active)
        with small.world() as world:
            bookings.booked(world, small.commission(with_visit), MEETING)
        provider = people("provider-lead")
        provider.go(f"/commissions/{other}/bookings/new")
        provider.give_day("Day", MEETING)
        provider.choose("How do you meet?", "In person")
        provider.fill({"Starts at": "9am", "Hours": "2", "Where, or how to join": "Main entrance"})

        provider.press("Book the visit")

        assert provider.sees("Choose another time")
        provider.fill({"Starts at": "2pm"})
        provider.press("Book the visit")
        assert provider.sees("The visit is booked.")
        assert provider.sees("2:00pm to 4:00pm")

    def test_a_visit_is_moved_and_both_times_stay_to_be_read(
        self, small: SmallPortal, plain_people: Company
    ) -> None:
        commission = small.has(deliveries.active)
        with small.world() as world:
            visit = bookings.booked(world, small.commission(commission), MOVED_FROM).id
        provider, head = plain_people("provider-lead"), plain_people("head")

        provider.go(f"/commissions/{commission}/bookings/{visit}")
        provider.follow("Move it to another time")
        provider.give_day("Day", MOVED_TO)
        provider.fill({"Why is it moved?": "The school has a trip."})
        provider.press("Move the visit")

        head.go(f"/commissions/{commission}/bookings/{visit}")
        assert head.sees("Moved to")
        assert head.sees(date_words(MOVED_TO))
        assert head.sees("The school has a trip.")

    def test_the_school_records_that_nobody_came(
        self, small: SmallPortal, plain_people: Company
    ) -> None:
        commission = small.has(deliveries.active)
        with small.world() as world:
            visit = bookings.begun(world, small.commission(commission)).id
        head = plain_people("head")

        head.go(f"/commissions/{commission}/bookings/{visit}")
        head.follow("Record it as missed")
        head.choose("Who could not keep it?", "The provider")
        head.fill({"Why?": "A meeting at their own school."})
        head.press("Record it as missed")

        assert head.sees("It counts no days.")
        assert head.sees("Missed by The provider")


def test_a_review_dated_before_the_last_one_is_refused(
    small: SmallPortal, plain_people: Company
) -> None:
    commission = small.has(deliveries.reviewed)
    provider = plain_people("provider-lead")
    provider.go(f"/commissions/{commission}/reviews/new")
    provider.choose("Which review is it?", "Termly review")
    provider.fill(
        {
            "Who was there?": "Headteacher, provider",
            "Why?": "Half of the classes changed.",
            "What shows it?": "Two lessons were observed.",
        }
    )
    provider.choose("Where does it stand?", "Green: on course")
    provider.choose("Is the support working?", "Yes")
    provider.choose("What was decided?", "Go on as agreed")
    provider.give_day("When is the next review?", days_from_now(60))
    provider.give_day("When was it held?", days_from_now(-1))

    provider.press("Save the record")

    today = date_words(clock.today())
    assert provider.sees(f"The last review was on {today}. Enter that day or a later one")
    provider.give_day("When was it held?", clock.today())
    provider.press("Save the record")
    assert provider.sees("Half of the classes changed.")


def test_a_target_changes_for_a_reason_and_the_old_one_stays_to_be_read(
    small: SmallPortal, people: Company
) -> None:
    commission = small.has(deliveries.active)
    provider, approver = people("provider-lead"), people("second-approver")

    provider.go(
        f"/commissions/{commission}/objectives/{objective_of(small, commission)}/change-target"
    )
    provider.fill({"Value to reach": "70", "Why does it change?": "Nine new pupils came."})
    provider.press("Propose the change")
    assert provider.sees("The change is proposed.")
    with small.world() as world:
        for person in (world.head, world.provider_lead):
            changes.sign_change(person, small.commission(commission))
        changes.no_interest(world.second_approver, small.commission(commission))
    approver.go(f"/commissions/{commission}/changes/1/decide")
    approver.choose("What do you decide?", "Approve it: it takes effect at once")
    approver.press("Record your decision")

    assert approver.sees("Target at signature: 75% by")
    assert approver.sees(f"Changed on {date_words(clock.today())} to 70% by")
    assert approver.sees("because: Nine new pupils came.")


def test_support_is_paused_stands_still_and_goes_on(
    small: SmallPortal, plain_people: Company
) -> None:
    commission = small.has(deliveries.active)
    broker, provider = plain_people("broker"), plain_people("provider-lead")
    broker.go(f"/commissions/{commission}/pause")
    broker.fill({"Why is it paused?": "The English lead is away."})
    broker.give_day("When do you look at it again?", days_from_now(30))
    broker.press("Pause the support")
    assert broker.sees("The support is paused.")

    provider.go(f"/commissions/{commission}")
    assert provider.sees("The English lead is away.")
    expect(link(provider, "Book a visit")).to_have_count(0)

    broker.press("Look at the pause again")
    broker.choose("Can the support go on?", "Yes, it goes on from today")
    broker.fill({"What did you find?": "The lead is back."})
    broker.press("Record it")
    assert broker.sees("The support goes on.")
    provider.go(f"/commissions/{commission}")
    expect(link(provider, "Book a visit")).to_have_count(1)


class TestEndingEarly:
    def test_the_school_ends_the_support(self, small: SmallPortal, people: Company) -> None:
        commission = small.has(deliveries.active)

        end_early(people("head"), commission, why="The school cannot go on with it")

        provider = people("provider-lead")
        provider.go(f"/commissions/{commission}")
        assert provider.sees("Ended by The school")
        expect(button(provider, "Write your evaluation")).to_have_count(1)

    def test_the_provider_ends_the_support(self, small: SmallPortal, plain_people: Company) -> None:
        commission = small.has(deliveries.active)

        end_early(
            plain_people("provider-lead"), commission, why="The provider cannot go on with it"
        )

        head = plain_people("head")
        head.go(f"/commissions/{commission}")
        assert head.sees("Ended by The provider")
        expect(button(head, "Write your evaluation")).to_have_count(1)


def end_early(reader: Reader, commission: str, *, why: str) -> None:
    reader.go(f"/commissions/{commission}/end-early")
    reader.choose("Why does it end early?", why)
    reader.choose("Did something not work as agreed?", "No, it went as agreed")
    reader.fill(
        {
            "Say more about it": "The post is vacant.",
            "What was done so far?": "The start meeting.",
            "What remains to be done?": "The coaching.",
            "Who takes it over?": "The deputy head",
        }
    )
    reader.press("Check before you end it")
    assert reader.sees("This cannot be taken back.")
    reader.press("End the support early")
    assert reader.sees("The support has ended early.")


def objective_of(small: SmallPortal, commission: str) -> int:
    with small.world():
        return small.commission(commission).objectives[0].id


def days_from_now(days: int) -> date:
    return clock.today() + timedelta(days=days)


def button(reader: Reader, words: str) -> Locator:
    return reader.main.get_by_role("button", name=words, exact=True)


def link(reader: Reader, words: str) -> Locator:
    return reader.main.get_by_role("link", name=words, exact=True)
