"""Reviews of governance: their steps, who reads what, and what stays as it was."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.accounts.roles import Role
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.governance.reviews import permissions as who
from app.governance.reviews.facts import BoardReviewAct, BoardReviewStatus, FindingKind, ReviewKind
from app.governance.reviews.lifecycle import BOARD_REVIEW_LIFECYCLE
from app.governance.reviews.queries import live_reviews_of, newest_heading
from app.governance.reviews.services import headings, opening, planning, preparing, steps
from app.governance.reviews.timeline import LINES
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import governance_reviews as make
from tests.factories.world import World, make_person
from tests.rules.world import VIEWERS

A, S = BoardReviewAct, BoardReviewStatus


def test_every_step_has_its_line() -> None:
    assert {("governance_review", act) for act in A} <= set(LINES)


class TestSteps:
    def test_from_the_asking_to_the_end(self, world: World) -> None:
        review = make.followed_up(world)
        action = review.actions[0]

        planning.record_progress(action=action, by=world.clerk, words="Half of it is written")
        planning.record_progress(
            action=action, by=world.clerk, words="It hangs in the hall", done_on=clock.today()
        )
        steps.take(review=review, act=A.CLOSE, by=world.governor_services, words="All is done")

        assert review.status is S.CLOSED
        assert action.done_by is world.clerk
        assert action.notes[0].words == "Half of it is written"

    def test_what_must_hold_first(self, world: World, case: Case) -> None:
        review = make.under_way(world)
        lead = world.other_provider_lead

        with case("a finding under every heading"), pytest.raises(NotReady):
            steps.take(review=review, act=A.DRAFT, by=lead)
        with case("an action for what is urgent"):
            make.find(review, lead)
            for act, by in ((A.DRAFT, lead), (A.SHARE, lead), (A.AGREE_REPORT, world.chair)):
                steps.take(review=review, act=act, by=by)
            action = make.act_on(world, review)
            action.heading = review.scope[1].heading

            with pytest.raises(NotReady, match="is urgent"):
                steps.take(review=review, act=A.AGREE_PLAN, by=world.chair)
        with case("one of a kind at a time"), pytest.raises(NotOpen):
            make.asked(world)

    def test_the_lead_says_first_that_there_is_no_interest(self, world: World) -> None:
        make.champion(world)
        review = make.asked(world)
        opening.arrange(
            review=review,
            by=world.governor_services,
            heading_ids={review.scope[0].heading_id},
            head_takes_part=False,
            officer=world.second_governor_services,
        )

        with pytest.raises(NotReady, match="interest"):
            steps.take(review=review, act=A.BEGIN, by=world.second_governor_services)
        opening.declare(review=review, by=world.second_governor_services, words="My son is there")

        assert not who.can_see(world.second_governor_services, review)
        assert who.can_see(world.governor_services, review)

    def test_a_plan_that_is_returned_can_be_changed(self, world: World) -> None:
        review = make.plan_agreed(world)

        assert not who.can_write_plan(world.chair, review)
        steps.take(review=review, act=A.RETURN_PLAN, by=world.governor_services, words="Sooner")

        assert who.can_write_plan(world.chair, review)
        assert review.plan_agreed_on is None


class TestSight:
    def test_the_list_has_what_may_be_seen(self, world: World, case: Case) -> None:
        both = make_person(
            "Officer and senior leader",
            (Role.GOVERNOR_SERVICES, {"authority_code": "384"}),
            (Role.DELEGATE, {"school_urn": world.school.urn}),
        )
        people = [getattr(world, name) for name in VIEWERS[1:]]
        people += [both, world.second_governor_services]
        for state in (make.under_way, make.shared, make.own_review):
            with case(state.__name__):
                review = state(world)
                if not who.is_self(review):
                    by = world.second_governor_services
                    opening.declare(review=review, by=by, words="My son is there")

                listed = [person for person in people if review in live_reviews_of(person)]

                assert listed == [person for person in people if who.can_see(person, review)]

    def test_each_side_is_blind_until_both_are_in(self, world: World) -> None:
        review = make.under_way(world)
        lead = world.other_provider_lead
        make.find(review, lead)
        preparing.send_own_view(review=review, by=world.chair)

        before = who.can_read_own_view(lead, review), who.can_read_findings(world.chair, review)
        steps.take(review=review, act=A.DRAFT, by=lead)

        assert before == (False, False)
        assert who.can_read_own_view(lead, review)
        with pytest.raises(NotAllowed):
            make.find(review, lead)

    def test_the_boards_own_review_is_read_outside_only_once_it_is_opened(
        self, world: World
    ) -> None:
        review = make.own_review(world)
        officer, quality = world.governor_services, world.quality

        assert who.can_see(officer, review)
        assert not who.can_read(officer, review)
        assert not who.can_read(quality, review)
        opening.open_to_authority(review=review, by=world.chair)

        assert who.can_read(officer, review)
        assert who.can_read(quality, review)

    def test_what_an_interest_is_concerns_the_officers_alone(
        self, world: World, client: LintingClient
    ) -> None:
        review = make.under_way(world)
        opening.declare(review=review, by=world.second_governor_services, words="My son is there")
        page = f"/governance/reviews/{review.reference}"

        assert "My son is there" in client.signed_in_as(world.governor_services).get(page).text
        read = client.signed_in_as(world.chair).get(page).text

        assert "Second governor services: has one" in read
        assert "My son is there" not in read

    def test_notes_of_meetings_are_the_reviewers_alone(
        self, world: World, client: LintingClient
    ) -> None:
        page = f"/governance/reviews/{make.under_way(world).reference}/papers"

        assert "The chair is tired" in client.signed_in_as(world.other_provider_lead).get(page).text
        for person in (world.chair, world.governor_services, world.quality):
            assert "The chair is tired" not in client.signed_in_as(person).get(page).text


class TestWhatStays:
    def test_a_shared_version_keeps_its_words(self, world: World, client: LintingClient) -> None:
        review = make.shared(world)
        lead, finding = world.other_provider_lead, review.findings[0]
        steps.comment(review=review, by=world.clerk, words="There were two")
        steps.take(review=review, act=A.CORRECT, by=lead)
        steps.write_finding(
            review=review,
            by=lead,
            heading=finding.heading,
            kind=FindingKind.DEVELOP,
            words="Corrected words",
            evidence="Minutes",
            recommendation="Look again",
            finding=finding,
        )
        steps.take(review=review, act=A.SHARE, by=lead)
        page = f"/governance/reviews/{review.reference}/report"
        client.signed_in_as(world.head)

        first, second = client.get(f"{page}/1").text, client.get(f"{page}/2").text
        file = client.get(f"{page}/2?format=pdf")

        assert "Corrected words" not in first
        assert "There were two" in first
        assert "Corrected words" in second
        assert file.data.startswith(b"%PDF")
        assert "Larkmoor" not in file.headers["Content-Disposition"]

    def test_a_review_keeps_the_heading_it_began_with(self, world: World) -> None:
        review = make.planned(world)
        heading = review.scope[0].heading

        newer = headings.reword(heading=heading, name="New words", about="", strand=None)
        headings.retire(newer)

        assert review.scope[0].heading is heading
        assert heading.name != "New words"
        assert newest_heading("384", heading.code) is newer
        with pytest.raises(NotOpen):
            headings.reword(heading=heading, name="Older", about="", strand=None)

    def test_a_date_moves_only_with_a_reason_and_the_first_stays(
        self, world: World, client: LintingClient
    ) -> None:
        review = make.followed_up(world)
        action, later = review.actions[0], clock.today() + timedelta(days=60)
        first = action.due_on

        with pytest.raises(NotReady):
            planning.move_date(action=action, by=world.clerk, due_on=later, reason=" ")
        planning.move_date(action=action, by=world.clerk, due_on=later, reason="Two are ill")
        page = client.signed_in_as(world.chair).get(
            f"/governance/reviews/{review.reference}/plan/{action.id}"
        )

        assert action.first_due_on == first
        assert "In the agreed plan" in page.text
        assert "Two are ill" in page.text


def test_only_the_kind_of_review_says_who_agrees_the_plan(world: World) -> None:
    review = make.own_review(world)
    make.find(review, world.chair)
    for act in (A.DRAFT, A.SHARE, A.AGREE_REPORT):
        steps.take(review=review, act=act, by=world.chair)
    make.act_on(world, review)

    assert review.kind is ReviewKind.SELF
    assert not BOARD_REVIEW_LIFECYCLE.allows(world.chair, review, A.AGREE_PLAN)
    steps.take(review=review, act=A.AGREE_OWN_PLAN, by=world.chair)

    assert review.status is S.FOLLOW_UP
