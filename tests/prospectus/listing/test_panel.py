"""The home school answers, the panel rates and decides, and the public reads what it passed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.core.errors import NotAllowed, NotReady
from app.notifications.models import Message
from app.prospectus.facts import HiddenBy
from app.prospectus.listing import permissions as who
from app.prospectus.listing.facts import EditionStatus, Rating
from app.prospectus.listing.queries import edition_in_force, open_edition
from app.prospectus.listing.services import panel, release, write
from app.prospectus.listing.services.panel import Decision, Refused
from app.search.models import IndexUpdate
from tests.cases import Case
from tests.factories import listing
from tests.factories.world import World

S = EditionStatus
GREEN, AMBER, RED = Rating
LATER = date(2099, 3, 26)


class TestRelease:
    def test_is_asked_of_the_head_and_is_never_assumed(
        self, world: World, session: scoped_session[Session]
    ) -> None:
        edition = listing.asking_for_release(world)

        told = session.scalars(select(Message.person_id)).all()
        assert told == [world.head.id]
        assert not who.can_answer_release(world.deputy, edition)

    def test_leads_to_the_panel(self, world: World) -> None:
        edition = listing.before_panel(world)

        assert edition.status is S.PANEL
        assert edition.releases[-1].granted
        assert edition.releases[-1].answered_by == world.head

    def test_refused_returns_it_with_the_reason(self, world: World) -> None:
        edition = listing.asking_for_release(world)

        release.refuse(edition=edition, by=world.head, reason="Six days at most")

        assert edition.status is S.RETURNED
        assert edition.reason == "Six days at most"

    def test_refused_needs_a_reason(self, world: World) -> None:
        edition = listing.asking_for_release(world)

        with pytest.raises(NotReady):
            release.refuse(edition=edition, by=world.head, reason=" ")

    def test_is_not_for_another_head(self, world: World) -> None:
        edition = listing.asking_for_release(world)

        with pytest.raises(NotAllowed):
            release.grant(edition=edition, by=world.other_head)

    def test_is_asked_of_the_chair_where_the_head_is_the_provider(self, world: World) -> None:
        provider = write.start_entry(by=world.head, name="The head")
        host = {"host_urn": world.school.urn, "host_answered": True}
        write.answer(provider=provider, by=world.head, answers=listing.ANSWERS | host)
        edition = open_edition(provider)
        assert edition

        write.send(edition=edition, by=world.head)

        assert not who.can_answer_release(world.head, edition)
        assert who.can_answer_release(world.chair, edition)


class TestWhoSitsOnThePanel:
    def test_officers_of_the_authority_without_a_part_in_it(self, world: World) -> None:
        edition = listing.before_panel(world)

        assert who.can_sit_on_panel(world.broker, edition)
        assert not who.can_sit_on_panel(world.other_broker, edition)
        assert not who.can_sit_on_panel(world.head, edition)

    def test_nobody_who_wrote_it(self, world: World) -> None:
        provider = write.start_entry(by=world.broker, name="A trust")
        edition = open_edition(provider)
        assert edition

        assert not who.can_sit_on_panel(world.broker, edition)
        assert who.can_sit_on_panel(world.quality, edition)

    def test_nobody_who_declared_an_interest(self, world: World) -> None:
        edition = listing.before_panel(world)

        panel.declare_interest(edition=edition, by=world.broker, interest="A friend")

        assert not who.can_sit_on_panel(world.broker, edition)
        with pytest.raises(NotAllowed):
            listing.rate(edition, world.broker)


class TestRating:
    def test_is_given_once(self, world: World) -> None:
        edition = listing.before_panel(world)
        listing.rate(edition, world.broker)

        with pytest.raises(NotAllowed):
            listing.rate(edition, world.broker)

    def test_of_others_is_read_only_after_the_own(self, world: World) -> None:
        edition = listing.before_panel(world)
        listing.rate(edition, world.broker)

        assert who.can_read_ratings(world.broker, edition)
        assert not who.can_read_ratings(world.quality, edition)

    def test_below_green_needs_its_reason_and_binds_the_whole(self, world: World) -> None:
        edition = listing.before_panel(world)
        findings = [listing.CRITERIA[0], replace(listing.CRITERIA[1], rating=AMBER)]

        with pytest.raises(Refused) as refused:
            panel.rate(
                edition=edition, by=world.broker, findings=findings, rating=GREEN, reason="Good"
            )

        assert set(refused.value.faults) == {"reason_1", "rating"}


class TestDecision:
    def test_needs_two_reviewers(self, world: World) -> None:
        edition = listing.before_panel(world)
        listing.rate(edition, world.broker)

        with pytest.raises(NotReady, match="1 more"):
            panel.decide(edition=edition, by=world.broker, decision=Decision(GREEN))

    def test_is_for_those_who_rated(self, world: World) -> None:
        edition = listing.rated(world)

        with pytest.raises(NotAllowed):
            panel.decide(edition=edition, by=world.approver, decision=Decision(GREEN))

    def test_must_hold_together(self, world: World, case: Case) -> None:
        edition = listing.rated(world, GREEN, AMBER)

        for name, decision, missing in (
            ("worse than every rating", Decision(RED, "No"), {"rating"}),
            ("differing", Decision(GREEN), {"reason"}),
            ("amber without conditions", Decision(AMBER, "Thin"), {"conditions", "due_on"}),
            ("a past date", Decision(AMBER, "Thin", "An example", date(2020, 1, 1)), {"due_on"}),
        ):
            with case(name):
                with pytest.raises(Refused) as refused:
                    panel.decide(edition=edition, by=world.quality, decision=decision)

                assert set(refused.value.faults) == missing

    def test_green_publishes_what_it_says(
        self, world: World, session: scoped_session[Session]
    ) -> None:
        edition = listing.published(world)

        provider = edition.provider
        assert provider.is_public
        assert provider.headline == "Writing in Year 3 and Year 4"
        assert [held.note for held in provider.expertise] == ["Year 1 check"]
        assert provider.capacities[0].days_offered == 12
        assert str(provider.id) in session.scalars(select(IndexUpdate.document_id)).all()

    def test_amber_publishes_with_conditions(self, world: World) -> None:
        edition = listing.conditional(world)

        assert edition.status is S.CONDITIONAL
        assert edition.provider.is_public
        assert edition.conditions_due_on == LATER

    def test_red_returns_it_and_it_is_reviewed_afresh(self, world: World) -> None:
        edition = listing.rated(world, RED, RED)

        panel.decide(edition=edition, by=world.broker, decision=Decision(RED, "No evidence"))
        assert not edition.provider.is_public
        write.send(edition=edition, by=world.deputy)

        assert edition.status is S.PANEL
        assert edition.ratings == []
        assert who.can_rate(world.broker, edition)

    def test_on_a_later_edition_replaces_the_earlier(self, world: World) -> None:
        first = listing.published(world)
        provider = first.provider
        write.answer(provider=provider, by=world.deputy, answers={"headline": "Another line"})
        second = open_edition(provider)
        assert second
        write.send(edition=second, by=world.deputy)
        for reviewer in (world.broker, world.quality):
            listing.rate(second, reviewer)

        panel.decide(edition=second, by=world.broker, decision=Decision(GREEN))

        assert first.status is S.SUPERSEDED
        assert edition_in_force(provider) is second
        assert provider.headline == "Another line"


class TestConditions:
    def test_met_leave_it_published(self, world: World) -> None:
        edition = listing.conditional(world)

        panel.settle_conditions(edition=edition, by=world.broker, met=True, reason="Read it")

        assert edition.status is S.PUBLISHED
        assert edition.provider.is_public

    def test_not_met_take_it_out_of_sight_until_the_panel_passes_it(self, world: World) -> None:
        edition = listing.conditional(world)
        panel.settle_conditions(edition=edition, by=world.broker, met=False, reason="Nothing came")
        provider = edition.provider
        assert provider.private.hidden_by is HiddenBy.OFFICER
        assert not provider.is_public

        write.send(edition=edition, by=world.deputy)
        for reviewer in (world.broker, world.quality):
            listing.rate(edition, reviewer)
        panel.decide(edition=edition, by=world.broker, decision=Decision(GREEN))

        assert provider.is_public
