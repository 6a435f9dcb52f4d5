"""How an entry fits the reader's school: said to whoever speaks for it, and hiding nobody."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup

from app.accounts.models import Person
from app.accounts.roles import Role
from app.extensions import db
from app.prospectus import search_page
from app.prospectus.facts import DesignationStatus, ProviderKind
from app.prospectus.fit import fit_notes, is_in_same_trust, may_be_asked
from app.prospectus.models import Provider
from app.prospectus.reader import VISITOR, Reader
from app.schools.models import School
from app.search.engine import SearchUnavailableError
from tests.cases import Case
from tests.client import LintingClient
from tests.factories.agreements import offered
from tests.factories.prospectus import make_findable
from tests.factories.world import World, make_person
from tests.prospectus.reading import names, soup

TODAY = date(2026, 11, 23)
OWN_STAFF = "Works at your school, so cannot be asked"
SAME_TRUST = "In the same trust as your school"
NO_DAYS = "No days left this year"
NO_DESIGNATION = "No designation in date"


def school(urn: int, **facts: Any) -> School:
    return School(urn=urn, name=f"School {urn}", **facts)


def lent_by(host: School | None, kind: ProviderKind = ProviderKind.PERSON) -> Provider:
    return Provider(id=7, kind=kind, host=host, host_urn=host.urn if host else None)


class TestSameTrust:
    @pytest.mark.parametrize(
        ("ours", "theirs", "same"),
        [
            ({"trust_code": "1"}, {"trust_code": "1"}, True),
            ({"trust_code": "1"}, {"trust_code": "2"}, False),
            # the register knows both: a name may be shared
            (
                {"trust_code": "1", "trust_name": "Aire"},
                {"trust_code": "2", "trust_name": "Aire"},
                False,
            ),
            ({"trust_name": "Aire"}, {"trust_name": "Aire"}, True),
            ({}, {}, False),
            ({"trust_name": ""}, {"trust_name": ""}, False),
        ],
    )
    def test_it_is_known_by_its_code_and_else_by_its_name(
        self, ours: dict[str, str], theirs: dict[str, str], same: bool
    ) -> None:
        assert is_in_same_trust(lent_by(school(2, **theirs)), school(1, **ours)) is same

    def test_a_school_is_not_another_school_of_its_trust(self) -> None:
        assert not is_in_same_trust(lent_by(school(1, trust_code="1")), school(1, trust_code="1"))
        assert not is_in_same_trust(lent_by(None), school(1, trust_code="1"))


class TestSeveralSchools:
    def notes(self, provider: Provider) -> list[str]:
        schools = [school(1, trust_code="1"), school(2, trust_code="1")]
        return list(fit_notes([provider], Reader(speaks_for=schools), TODAY)[7])

    def test_each_is_named(self, app: object, session: object) -> None:
        assert self.notes(lent_by(school(1, trust_code="1"))) == [
            "Works at School 1, so cannot be asked",
            "In the same trust as School 2",
            NO_DESIGNATION,
        ]

    def test_an_organisation_is_based_at_a_school(self, app: object, session: object) -> None:
        hub = lent_by(school(2), ProviderKind.ORGANISATION)

        assert self.notes(hub)[0] == "Is based at School 2, so cannot be asked"

    def test_one_of_them_may_ask_what_the_other_may_not(self) -> None:
        own = lent_by(school(1))

        assert may_be_asked(own, Reader(speaks_for=[school(1), school(2)]))
        assert not may_be_asked(own, Reader(speaks_for=[school(1)]))
        assert may_be_asked(own, VISITOR)


def notes_on(page: BeautifulSoup) -> dict[str, list[str]]:
    return {
        hit.h2.get_text().strip(): [note.get_text() for note in hit.select(".app-fit li")]
        for hit in page.select(".app-hit")
    }


@pytest.fixture
def unfit(world: World) -> World:
    """Ada: same trust, no days left. Bel: staff of the other school. Cal: suspended."""
    world.host.trust_code = world.school.trust_code = "T1"
    commission = offered(world)
    for capacity in world.provider.capacities:
        capacity.days_offered = commission.days
    for held in world.leader_provider.designations:
        held.standing = DesignationStatus.SUSPENDED
    make_findable()
    return world


def test_whoever_speaks_for_the_school_reads_how_entries_fit_it(
    client: LintingClient, unfit: World, case: Case
) -> None:
    for who in ("head", "deputy", "chair"):
        with case(who):
            client.signed_in_as(getattr(unfit, who))

            assert notes_on(soup(client)) == {
                "Ada Marsh": [SAME_TRUST, NO_DAYS],
                "Bel Stone": [],
                "Cal Beck": [NO_DESIGNATION],
            }


def test_it_is_said_also_while_the_search_does_not_work(
    client: LintingClient, unfit: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_asked: object) -> None:
        raise SearchUnavailableError

    monkeypatch.setattr(search_page, "find", broken)
    unfit.school.postcode, unfit.host.postcode = "WF1 2EB", "WF8 1AA"
    client.signed_in_as(unfit.head)

    page = soup(client)

    assert notes_on(page)["Ada Marsh"] == [SAME_TRUST, NO_DAYS]
    assert [far.get_text() for far in page.select(".app-hit__distance")] == ["8 miles away"]


def test_own_staff_are_shown_and_not_asked(client: LintingClient, unfit: World) -> None:
    client.signed_in_as(unfit.other_head)

    assert notes_on(soup(client))["Bel Stone"] == [OWN_STAFF]

    page = client.soup(client.get("/prospectus/bel-stone"))
    assert [note.get_text() for note in page.select(".app-fit li")] == [OWN_STAFF]
    assert page.select(".app-ask") == []
    others = client.soup(client.get("/prospectus/ada-marsh"))
    assert [note.get_text() for note in others.select(".app-fit li")] == [NO_DAYS]
    assert len(others.select(".app-ask")) == 1


def test_others_read_nothing_of_it(client: LintingClient, unfit: World, case: Case) -> None:
    for who in (
        "nobody",
        "governor",
        "provider_lead",
        "broker",
        "quality",
        "forum",
        "administrator",
    ):
        with case(who):
            person: Person | None = getattr(unfit, who, None)
            if who == "governor":
                person = make_person(
                    "Another governor", (Role.GOVERNOR, {"school_urn": unfit.school.urn})
                )
            client.signed_in_as(person)

            page = soup(client)

            assert len(names(page)) == 3
            for text in (page.get_text(), client.get("/prospectus/ada-marsh").text):
                for note in (SAME_TRUST, NO_DAYS, NO_DESIGNATION, "cannot be asked"):
                    assert note not in text


@pytest.mark.parametrize("days_more", [None, Decimal("0.5")])
def test_without_a_number_of_days_or_with_half_a_day_left_nobody_is_full(
    client: LintingClient, unfit: World, days_more: Decimal | None
) -> None:
    for capacity in list(unfit.provider.capacities):
        if days_more is None:
            db.session.delete(capacity)
        else:
            capacity.days_offered += days_more
    db.session.flush()
    client.signed_in_as(unfit.head)

    assert notes_on(soup(client))["Ada Marsh"] == [SAME_TRUST]


def test_statements_do_not_grow_with_the_hits(client: LintingClient, unfit: World) -> None:
    client.signed_in_as(unfit.head)
    client.get("/prospectus")

    many = len(client.statements("/prospectus?sort=name"))
    one = len(client.statements("/prospectus?q=Cal&sort=name"))

    assert many == one
