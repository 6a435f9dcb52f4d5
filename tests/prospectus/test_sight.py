"""An entry is taken out of the prospectus and brought back, by whom it may be."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.accounts.models import Person, RoleAssignment
from app.accounts.roles import Role
from app.commissions.statuses import CommissionStatus
from app.core.errors import NotAllowed, NotReady
from app.notifications.models import Message
from app.prospectus import services
from app.prospectus.facts import HiddenBy, ListingAction, ListingStatus
from app.prospectus.identifiers import id_of_entry
from app.prospectus.lifecycle import LISTING_LIFECYCLE
from app.prospectus.models import Provider, ProviderPrivate
from tests.client import LintingClient
from tests.factories import agreements, requests
from tests.factories.prospectus import make_findable
from tests.factories.world import LONG_AGO, World

DbSession = scoped_session[Session]


def person(*roles: Role) -> Person:
    """Return somebody with these roles, each about the entry below."""
    somebody = Person(name="x", email="x@test.example")
    somebody.assignments = [
        RoleAssignment(role=role, starts_on=LONG_AGO, provider_id=7)
        if role is Role.PROVIDER_LEAD
        else RoleAssignment(role=role, starts_on=LONG_AGO, authority_code="384")
        for role in roles
    ]
    return somebody


LEAD, BROKER, BOTH = (
    person(Role.PROVIDER_LEAD),
    person(Role.BROKER),
    person(Role.PROVIDER_LEAD, Role.BROKER),
)


@pytest.mark.parametrize(
    ("hidden_by", "lead", "officer", "officer_who_leads_it"),
    [
        (HiddenBy.TIME, True, False, True),
        (HiddenBy.LEAD, True, True, True),
        (HiddenBy.OFFICER, False, True, False),
    ],
)
def test_who_hid_it_decides_who_may_show_it(
    hidden_by: HiddenBy, *, lead: bool, officer: bool, officer_who_leads_it: bool
) -> None:
    entry = Provider(id=7, authority_code="384", listing=ListingStatus.HIDDEN)
    entry.private = ProviderPrivate(hidden_by=hidden_by)

    answers = [
        LISTING_LIFECYCLE.allows(who, entry, ListingAction.SHOW) for who in (LEAD, BROKER, BOTH)
    ]

    assert answers == [lead, officer, officer_who_leads_it]


class TestHide:
    def test_an_officer_gives_a_reason(self, world: World) -> None:
        with pytest.raises(NotReady, match="Say why"):
            services.hide(world.provider, by=world.broker, reason=" ")

        assert world.provider.is_public

    def test_the_leads_of_an_entry_that_an_officer_hides_are_told(
        self, world: World, session: DbSession
    ) -> None:
        services.hide(world.provider, by=world.broker, reason="Being checked")

        [message] = session.scalars(select(Message)).all()
        assert message.person == world.provider_lead
        assert "checked" not in f"{message.subject} {message.body}"

    def test_is_not_for_officers_of_another_authority(self, world: World) -> None:
        with pytest.raises(NotAllowed):
            services.hide(world.provider, by=world.other_broker, reason="Being checked")


class TestThePages:
    def test_a_lead_takes_the_entry_out_and_brings_it_back(
        self, world: World, client: LintingClient
    ) -> None:
        entry = f"/prospectus/{world.provider.slug}"
        client.signed_in_as(world.provider_lead)

        client.submit(f"{entry}/hide", {"reason": "A term abroad"})
        hidden = client.get(entry).text

        assert not world.provider.is_public
        assert "“A term abroad”" in hidden
        assert client.get(f"{entry}/hide").status_code == 409
        client.submit(f"{entry}/show")
        assert world.provider.is_public
        assert world.provider.private.hidden_reason is None

    def test_the_entry_leads_its_people_there_and_to_its_days(
        self, world: World, client: LintingClient
    ) -> None:
        entry = f"/prospectus/{world.provider.slug}"

        def acts() -> list[str]:
            links = client.soup(client.get(entry)).select("[aria-labelledby=look-after] a")
            return [str(link["href"]) for link in links]

        client.signed_in_as(world.provider_lead)
        assert acts() == [f"/listing/{world.provider.slug}", f"{entry}/days", f"{entry}/hide"]
        client.signed_in_as(world.head)
        assert acts() == []

    def test_an_officer_is_asked_why(self, world: World, client: LintingClient) -> None:
        entry = f"/prospectus/{world.provider.slug}"
        answer = client.signed_in_as(world.broker).submit(f"{entry}/hide")

        assert answer.status_code == 422
        assert "Say why the entry goes out of sight" in answer.text
        client.submit(f"{entry}/hide", {"reason": "Being checked"})
        read = client.signed_in_as(world.provider_lead).get(entry).text
        assert "“Being checked” Ask the brokerage team to bring it back." in read


def test_a_hidden_entry_is_nowhere(world: World, client: LintingClient) -> None:
    asked = requests.matching(world)
    name, slug, own = world.provider.name, world.provider.slug, id_of_entry(world.provider)
    make_findable()
    everywhere = {
        "the search": "/prospectus",
        "a misspelling": "/prospectus?q=Marhs",
        "the spreadsheet": "/prospectus?format=csv",
        "the printed list": "/prospectus?format=print",
        "the feed": "/prospectus/feed.atom",
        "the open data": "/openreferral/services",
        "the candidates": f"/requests/{asked.reference}/candidates?all=1",
    }
    client.signed_in_as(world.broker)
    before = {place: name in client.get(url).text for place, url in everywhere.items()}

    services.hide(world.provider, by=world.provider_lead)
    make_findable()
    after = {place: name in client.get(url).text for place, url in everywhere.items()}

    assert all(seen for place, seen in before.items() if place != "a misspelling")
    assert not any(after.values())
    client.signed_in_as(None)
    assert client.get(f"/prospectus/{slug}").status_code == 404
    assert client.get(f"/openreferral/services/{own}").status_code == 404


def test_hiding_the_entry_leaves_the_work_alone(world: World, client: LintingClient) -> None:
    commission = agreements.offered(world)
    services.hide(world.provider, by=world.provider_lead)

    page = client.signed_in_as(world.head).get(f"/commissions/{commission.reference}")

    assert page.status_code == 200
    assert commission.status is CommissionStatus.OFFERED
