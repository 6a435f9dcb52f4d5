"""An entry is begun, answered question by question, and sent."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session, scoped_session

from app.accounts.roles import Role
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.prospectus.listing.claims import Claims
from app.prospectus.listing.facts import EditionStatus
from app.prospectus.listing.queries import free_slug, open_edition
from app.prospectus.listing.services import write
from tests.factories import listing
from tests.factories.world import World

S = EditionStatus


class TestSlug:
    """The part of the address that names an entry."""

    @pytest.mark.parametrize(
        ("name", "slug"),
        [("Ada Marsh", "ada-marsh"), ("Zoë O’Brien & Co", "zoe-obrien-co"), ("学校", "entry")],
    )
    def test_is_plain(self, name: str, slug: str) -> None:
        assert write.slug_of(name) == slug

    def test_is_numbered_where_it_is_taken_and_never_a_word_of_the_service(
        self, world: World
    ) -> None:
        assert free_slug("ada-marsh") == "ada-marsh-2"
        assert free_slug("new") == "new-2"


class TestBeginning:
    def test_makes_whoever_begins_it_its_lead_and_shows_it_to_nobody_else(
        self, world: World
    ) -> None:
        edition = listing.begun(world)

        assert world.deputy.holds(Role.PROVIDER_LEAD, provider=edition.provider_id)
        assert not edition.provider.is_public
        assert edition.status is S.DRAFT

    def test_gives_an_officer_no_lead(self, world: World) -> None:
        provider = write.start_entry(by=world.broker, name="A trust")

        assert not world.broker.holds(Role.PROVIDER_LEAD, provider=provider.id)

    def test_is_not_for_a_member_of_the_forum(self, world: World) -> None:
        with pytest.raises(NotAllowed):
            write.start_entry(by=world.forum, name="A")


class TestAnswers:
    def test_are_kept_with_gaps(self, world: World) -> None:
        edition = listing.begun(world)

        write.answer(
            provider=edition.provider, by=world.deputy, answers={"headline": "Helps with maths"}
        )

        claims = Claims.from_json(edition.content)
        assert claims.headline == "Helps with maths"
        assert "kind" in claims.gaps

    def test_of_a_published_entry_begin_an_edition_and_leave_it_as_it_is(
        self, world: World
    ) -> None:
        provider = world.provider
        before = provider.headline

        write.answer(provider=provider, by=world.provider_lead, answers={"headline": "New"})

        edition = open_edition(provider)
        assert edition
        assert Claims.from_json(edition.content).headline == "New"
        assert provider.headline == before
        assert provider.is_public

    def test_that_change_nothing_begin_no_edition(self, world: World) -> None:
        provider = world.provider

        write.answer(
            provider=provider, by=world.provider_lead, answers={"headline": provider.headline}
        )

        assert open_edition(provider) is None

    def test_about_contacts_hold_at_once_and_begin_no_edition(self, world: World) -> None:
        write.answer(
            provider=world.provider, by=world.provider_lead, answers={"contact_phone": "01632 1"}
        )

        assert world.provider.private.contact_phone == "01632 1"
        assert open_edition(world.provider) is None

    def test_are_refused_while_it_is_reviewed(self, world: World) -> None:
        edition = listing.before_panel(world)

        with pytest.raises(NotOpen, match="Take it back"):
            write.answer(provider=edition.provider, by=world.deputy, answers={"headline": "New"})

    def test_of_somebody_else_are_refused(self, world: World) -> None:
        with pytest.raises(NotAllowed):
            write.answer(provider=world.provider, by=world.head, answers={"headline": "New"})


class TestSending:
    def test_needs_every_answer(self, world: World) -> None:
        with pytest.raises(NotReady) as refused:
            write.send(edition=listing.begun(world), by=world.deputy)

        assert "Choose the school it is based at." in refused.value.reasons
        assert "Give the panel your evidence." in refused.value.reasons

    def test_goes_to_the_home_school_first(self, world: World) -> None:
        edition = listing.asking_for_release(world)

        assert edition.status is S.RELEASE
        assert edition.open_release
        assert edition.open_release.host_urn == world.school.urn

    def test_goes_straight_to_the_panel_without_a_home_school(self, world: World) -> None:
        edition = listing.complete(
            world, kind="organisation", organisation_type="trust", host_urn=None
        )

        write.send(edition=edition, by=world.deputy)

        assert edition.status is S.PANEL

    def test_goes_straight_to_the_panel_when_the_school_agreed_to_as_many_days(
        self, world: World, session: scoped_session[Session]
    ) -> None:
        provider = listing.published(world).provider
        write.answer(provider=provider, by=world.deputy, answers={"headline": "Another line"})
        edition = open_edition(provider)
        assert edition

        write.send(edition=edition, by=world.deputy)

        assert edition.status is S.PANEL

    def test_asks_again_for_more_days(self, world: World) -> None:
        provider = listing.published(world).provider
        write.answer(provider=provider, by=world.deputy, answers={"headline": "A", "days": 30})
        edition = open_edition(provider)
        assert edition

        write.send(edition=edition, by=world.deputy)

        assert edition.status is S.RELEASE


class TestTakingBack:
    def test_opens_it_for_changes_and_asks_the_school_no_more(self, world: World) -> None:
        edition = listing.asking_for_release(world)

        write.take_back(edition=edition, by=world.deputy)

        assert edition.status is S.DRAFT
        assert edition.open_release is None

    def test_is_too_late_once_somebody_rated_it(self, world: World) -> None:
        edition = listing.before_panel(world)
        listing.rate(edition, world.broker)

        with pytest.raises(NotReady, match="has begun to rate"):
            write.take_back(edition=edition, by=world.deputy)
