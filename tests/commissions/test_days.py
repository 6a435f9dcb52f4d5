"""A provider's days: how they divide, who reads what, and what may be offered."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.commissions.days import Part, Work, year_of_days, years_of_days
from app.commissions.queries.capacity import days_in_year, work_of
from app.commissions.services import respond
from app.commissions.statuses import CommissionStatus
from app.core import clock
from app.core.audit import AuditEvent
from app.core.calendar import academic_year
from app.prospectus.models import Capacity, Edition, HostRelease
from tests.client import LintingClient
from tests.factories import agreements, deliveries
from tests.factories.world import World

C = CommissionStatus


def work(status: CommissionStatus, days: str, used: str | None = None, visited: str = "0") -> Work:
    given = None if used is None else Decimal(used)
    return Work(1, date(2026, 10, 1), status, Decimal(days), given, Decimal(visited))


def this_year() -> int:
    return academic_year(clock.today())


def days_page(world: World) -> str:
    return f"/prospectus/{world.provider.slug}/days"


class TestParts:
    @pytest.mark.parametrize(
        ("one", "reserved", "used", "released"),
        [
            (work(C.OFFERED, "4"), "4", "0", "0"),
            (work(C.SIGNING, "4"), "4", "0", "0"),
            (work(C.ACTIVE, "4", visited="1.5"), "2.5", "1.5", "0"),
            (work(C.EVALUATING, "4", used="3.5", visited="3"), "0", "3.5", "0.5"),
            (work(C.CLOSED, "4", used="4", visited="4"), "0", "4", "0"),
            (work(C.DECLINED, "4"), "0", "0", "4"),
            (work(C.WITHDRAWN, "4"), "0", "0", "4"),
        ],
    )
    def test_divide_the_days_that_were_agreed(
        self, one: Work, reserved: str, used: str, released: str
    ) -> None:
        expected = dict(zip(Part, map(Decimal, (reserved, used, released)), strict=True))

        assert one.parts == expected
        assert sum(one.parts.values()) == one.days


class TestYears:
    def test_are_this_and_the_next_two_then_earlier_ones_with_work(self) -> None:
        years = years_of_days({2026: Decimal(9)}, [work(C.OFFERED, "4")], 2028)

        assert [one.year for one in years] == [2028, 2029, 2030, 2026]
        assert years[-1].free == 5
        assert years[0].free is None

    def test_say_what_is_the_least_and_why(self) -> None:
        year = year_of_days(2026, None, [work(C.ACTIVE, "4", visited="1.5"), work(C.DECLINED, "9")])

        assert year.too_few(Decimal(4)) is None
        assert year.too_few(Decimal("3.5")) == (
            "Enter 4 or more: so many are needed in 2026 to 2027, "
            "with 2.5 days reserved and 1.5 days used"
        )


def test_the_page_counts_as_the_offer_does(world: World) -> None:
    deliveries.note(world, deliveries.active(world, number=1))
    deliveries.evaluating(world, number=2)
    declined = agreements.offered(world, number=3)
    respond.decline(commission=declined, by=world.provider_lead, reason="No time")
    provider, year = world.provider, this_year()

    row = year_of_days(year, Decimal(20), work_of(provider))

    assert (row.reserved, row.used, row.released) == (3, 5, 4)
    assert row.free == days_in_year([provider.id], year)[provider.id].left


class TestThePage:
    def test_leads_from_each_number_to_the_commissions_behind_it(
        self, world: World, client: LintingClient
    ) -> None:
        commission = agreements.offered(world)
        page = client.soup(client.signed_in_as(world.provider_lead).get(days_page(world)))

        [link] = page.select("table a")
        behind = client.get(str(link["href"])).text

        assert link.get_text().startswith("4 reserved")
        assert commission.reference in behind
        assert world.school.name in behind

    def test_names_nobody_whom_its_reader_may_not_see(
        self, world: World, client: LintingClient
    ) -> None:
        commission = agreements.offered(world)
        commission.authority_code = world.other_authority.code
        year = f"{days_page(world)}/{this_year()}"

        page = client.soup(client.signed_in_as(world.broker).get(days_page(world)))
        behind = client.get(year).text

        assert page.select("table a") == []
        assert page.select_one("td[data-label=Reserved]").get_text() == "4"
        assert "Some are of commissions that you cannot see." in behind
        assert commission.reference not in behind
        assert world.school.name not in behind

    def test_asks_no_more_for_many_commissions_than_for_one(
        self, world: World, client: LintingClient
    ) -> None:
        client.signed_in_as(world.provider_lead)
        agreements.offered(world, number=1)
        urls = (days_page(world), f"{days_page(world)}/{this_year()}")
        one = [len(client.statements(url)) for url in urls]
        for number in range(2, 8):
            agreements.offered(world, number=number)

        assert [len(client.statements(url)) for url in urls] == one

    def test_is_read_only_for_who_only_judges(self, world: World, client: LintingClient) -> None:
        page = client.signed_in_as(world.quality).get(days_page(world))

        assert "Change the days offered" not in page.text

    def test_is_found_from_home(self, world: World, client: LintingClient) -> None:
        home = client.soup(client.signed_in_as(world.provider_lead).get("/"))

        assert home.select(f"main a[href='{days_page(world)}']")


class TestChangingTheDays:
    def offered(self, session: scoped_session[Session], world: World, year: int) -> Decimal:
        rows = select(Capacity.days_offered).where(
            Capacity.provider_id == world.provider.id, Capacity.academic_year == year
        )
        return session.scalars(rows).one()

    def test_keeps_half_days_and_is_in_the_trail(
        self, world: World, client: LintingClient, session: scoped_session[Session]
    ) -> None:
        year = this_year() + 2
        client.signed_in_as(world.provider_lead)

        answer = client.submit(days_page(world), {"year": str(year), "days": "7.5"})

        assert answer.status_code == 303
        assert self.offered(session, world, year) == Decimal("7.5")
        trail = select(AuditEvent).where(AuditEvent.subject.startswith("capacity:"))
        assert session.scalars(trail.order_by(AuditEvent.id.desc())).first() is not None

    def test_is_refused_below_what_is_reserved_and_used(
        self, world: World, client: LintingClient, session: scoped_session[Session]
    ) -> None:
        agreements.offered(world)
        client.signed_in_as(world.broker)

        answer = client.submit(days_page(world), {"year": str(this_year()), "days": "3.5"})

        assert answer.status_code == 422
        assert "Enter 4 or more" in answer.text
        assert 'value="3.5"' in answer.text
        assert self.offered(session, world, this_year()) == 20
        again = client.submit(days_page(world), {"year": str(this_year()), "days": "4"})
        assert again.status_code == 303

    def test_a_stale_form_shows_both_numbers_and_other_years_do_not_make_it_stale(
        self, world: World, client: LintingClient, session: scoped_session[Session]
    ) -> None:
        year, next_year = str(this_year()), str(this_year() + 1)
        client.signed_in_as(world.provider_lead)
        field = client.soup(client.get(days_page(world))).find("input", attrs={"name": "version"})
        seen = {"version": field["value"]}
        client.submit(days_page(world), {"year": year, "days": "15.5"})

        stale = client.post(days_page(world), data={"year": year, "days": "9"} | seen)
        first = client.post(days_page(world), data={"year": next_year, "days": "9"} | seen)
        again = client.post(days_page(world), data={"year": next_year, "days": "10"} | seen)
        unseen = client.post(days_page(world), data={"year": next_year, "days": "11"})

        answers = [answer.status_code for answer in (stale, first, again, unseen)]
        assert answers == [409, 303, 409, 409]
        assert [cell.get_text() for cell in client.soup(stale).select("td")] == ["9", "15.5"]
        assert "Days offered in" in stale.text
        assert self.offered(session, world, int(year)) == Decimal("15.5")
        assert self.offered(session, world, int(next_year)) == 9

    def test_more_than_the_home_school_agreed_to_is_said_and_not_refused(
        self, world: World, client: LintingClient, session: scoped_session[Session]
    ) -> None:
        this = f"{this_year()} to {this_year() + 1}"
        client.signed_in_as(world.provider_lead)
        assert "agreed to" not in client.get(days_page(world)).text
        edition = Edition(provider=world.provider, number=1, written_by=world.provider_lead)
        answer = HostRelease(edition=edition, host=world.host, days=Decimal(12), granted=True)
        session.add_all([edition, answer])
        session.flush()

        page = client.get(days_page(world)).text
        assert "Highmarsh Primary School agreed to 12 days an academic year." in page
        assert f"Offered in {this}: 20 days, 8 more than Highmarsh Primary" in page
        client.submit(days_page(world), {"year": str(this_year()), "days": "12"})
        assert f"Offered in {this}" not in client.get(days_page(world)).text
        client.submit(days_page(world), {"year": str(this_year()), "days": "12.5"})
        assert self.offered(session, world, this_year()) == Decimal("12.5")
        assert "12.5 days, 0.5 more than Highmarsh" in client.get(days_page(world)).text

        answer.granted = False
        session.flush()
        page = client.get(days_page(world)).text
        assert "Highmarsh Primary School did not agree to any days" in page
        assert "12.5 days, 12.5 more than Highmarsh" in page

    def test_asks_for_what_is_missing(self, world: World, client: LintingClient) -> None:
        client.signed_in_as(world.provider_lead)

        answer = client.submit(days_page(world), {"days": ""})

        assert answer.status_code == 422
        assert "Choose the academic year" in answer.text
        assert "Enter the number of days, or 0" in answer.text
