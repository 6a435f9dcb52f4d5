"""From the call to the end of a champion's service, by the services."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.core import clock
from app.core.calendar import academic_year
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.governance.champions import permissions as who
from app.governance.champions import telling
from app.governance.champions.facts import CallStatus, Finding, ReviewDecision, Status
from app.governance.champions.models import Application, Referee
from app.governance.champions.services import apply, calls, check, panel, serve
from app.governance.champions.services.check import Checked
from app.governance.champions.services.serve import Reviewed
from app.notifications.models import Message
from app.prospectus.designations.facts import DesignationAct
from app.prospectus.designations.services import decide
from app.prospectus.facts import DesignationStatus, ProviderKind
from app.prospectus.listing.facts import EditionStatus
from app.prospectus.listing.queries import edition_in_force
from tests.cases import Case
from tests.factories import champions as make
from tests.factories.world import World

S = Status


def later(days: int) -> object:
    return clock.at(clock.now() + timedelta(days=days))


class TestTheCall:
    def test_opens_complete_and_keeps_its_words(self, world: World, case: Case) -> None:
        call = make.draft_call(world)
        officer = world.governor_services

        with case("not with a scale of four"), pytest.raises(NotReady, match="5 lines"):
            calls.write_call(call=call, by=officer, answers={"scale": "a\nb\nc\nd"})
            calls.take(call=call, act="open", by=officer)
        with case("not with a check twice"), pytest.raises(NotReady, match="each check"):
            calls.write_call(call=call, by=officer, answers={"checks": "Trained\nTrained"})
            calls.take(call=call, act="open", by=officer)
        with case("only governor services"), pytest.raises(NotAllowed):
            calls.take(call=call, act="open", by=world.broker)
        calls.take(call=call, act="open", by=officer)
        with case("its words stay"), pytest.raises(NotOpen, match="words stay"):
            calls.write_call(call=call, by=officer, answers={"title": "Other"})
        with case("it closes by itself"), later(21):
            with pytest.raises(NotOpen):
                apply.begin(call=call, by=world.chair)
            calls.close_past_calls()

            assert call.status is CallStatus.CLOSED


class TestTheApplication:
    def test_is_sent_complete_once_and_can_be_taken_back(self, world: World, case: Case) -> None:
        application = make.begun(world)
        assert apply.begin(call=application.call, by=world.governor) is application
        assert not who.can_see(world.governor_services, application), "a draft is nobody else's"

        with case("with gaps"), pytest.raises(NotReady, match="Name 2 people"):
            apply.submit(application=application, by=world.governor)
        with case("by whoever speaks for themselves"), pytest.raises(NotReady, match="yourself"):
            make.answer_all(world, application)
            own = {"name": "Me", "email": world.governor.email, "knows": "Well"}
            people = [make.REFEREES[0], own]
            apply.name_referees(application=application, by=world.governor, people=people)
            apply.submit(application=application, by=world.governor)
        with case("withdrawn as a draft"):
            apply.withdraw(application=application, by=world.governor)

            assert not who.can_see(world.governor_services, application)
        with case("withdrawn with the panel"):
            application = make.interviewed(world)
            apply.withdraw(application=application, by=world.governor)

            assert application.status is S.WITHDRAWN
            assert who.member_of(world.leader_chair, application) is None

    def test_eligibility_is_checked_without_an_interest(self, world: World, case: Case) -> None:
        application = make.sent(world)
        officer = world.governor_services

        with case("all must be yes"), pytest.raises(NotReady, match="Not yes"):
            check.settle_eligibility(application=application, by=officer, eligible=True)
        with case("not yet needs a note"), pytest.raises(NotReady, match="Say why"):
            words = application.call.checks.splitlines()[0]
            found = [Checked(words, Finding.NOT_YET, " ")]
            check.check(application=application, by=officer, found=found)
        with case("an interest closes it"):
            check.declare_interest(application=application, by=officer, words="My cousin")

            assert not who.can_see(officer, application)
            with pytest.raises(NotAllowed):
                check.settle_eligibility(application=application, by=officer, eligible=True)
        with case("a broker is no officer here"), pytest.raises(NotAllowed):
            check.settle_eligibility(application=application, by=world.broker, eligible=True)

    def test_an_appeal_is_made_in_time_and_answered_by_somebody_else(
        self, world: World, case: Case
    ) -> None:
        application = make.not_eligible(world)

        with case("too late"), later(30), pytest.raises(NotReady, match="time to appeal"):
            apply.appeal(application=application, by=world.governor, words="But")
        apply.appeal(application=application, by=world.governor, words="It is three years")
        with case("not by whoever decided"), pytest.raises(NotAllowed):
            panel.answer_appeal(
                application=application, by=world.governor_services, uphold=True, words="So"
            )
        with case("upheld"):
            panel.answer_appeal(
                application=application, by=world.second_governor_services, uphold=True, words="So"
            )
            assert application.status is S.ELIGIBLE
        with case("not upheld, and once only"):
            panel.answer_appeal(
                application=application, by=world.second_governor_services, uphold=False, words="No"
            )
            assert application.status is S.NOT_ELIGIBLE
            with pytest.raises(NotReady, match="once"):
                apply.appeal(application=application, by=world.governor, words="Again")


class TestReferences:
    def test_are_asked_by_a_link_that_is_used_up(
        self, world: World, session: scoped_session[Session], case: Case
    ) -> None:
        application = make.referred(world)
        first, second = application.asked
        token = telling.LINKS.token(first.id)

        with case("letters went to both"):
            letters = session.scalars(select(Message).where(Message.address.is_not(None))).all()
            assert {letter.address for letter in letters} == {first.email, second.email}
            assert not any(application.person.name in letter.body for letter in letters)
        with case("answered"):
            check.give_reference(referee=first, answers=make.GOOD)
            assert telling.referee_of_token(token) is None
        with case("run out"), later(29):
            assert telling.referee_of_token(token) is None
        with case("replaced"):
            facts = {"name": "Tam", "email": "tam@elsewhere.example", "knows": "Head"}
            new = apply.replace_referee(referee=first, by=world.governor, facts=facts)

            assert telling.referee_of_token(token) is None
            assert [one.name for one in application.asked] == [second.name, "Tam"]
            assert telling.referee_of_token(telling.LINKS.token(new.id)) is new
        with case("reminded once"), later(8):
            telling.remind_of_champions()
            telling.remind_of_champions()
            letters = session.scalars(select(Message).where(Message.address.is_not(None))).all()
            assert len(letters) == 4


class TestThePanel:
    def test_is_of_three_without_the_applicant_or_an_interest(
        self, world: World, case: Case
    ) -> None:
        application = make.references_in(world)

        for people, words in (
            (make.panel_of(world)[:2], "at least 3"),
            ([*make.panel_of(world), world.governor], "is the applicant"),
        ):
            with case(words), pytest.raises(NotReady, match=words):
                make.seat(world, application, people)

    def test_scores_blind_then_decides(self, world: World, case: Case) -> None:
        application = make.interviewed(world)
        chair, second, third = make.panel_of(world)
        make.score(application, second)

        assert who.can_read_scores(second, application)
        for person in (chair, third, world.governor_services, world.quality, world.governor):
            with case(f"blind: {person.name}"):
                assert not who.can_read_scores(person, application)
        with case("a reason for each"), pytest.raises(NotReady, match="Give the reason"):
            panel.score(application=application, by=third, scores={"1": {"score": 3}})
        with case("an interest found late leaves two"):
            check.declare_interest(application=application, by=third, words="My neighbour")
            assert not who.can_see(third, application)
            assert len(application.panel) == 2
        with case("not before all are in"), pytest.raises(NotReady, match="must score first: 2"):
            panel.decide(
                application=application, by=chair, appoint=True, discussion="We", reason="Good"
            )
        make.score(application, chair)
        make.score(application, third)
        with case("a member decides only as the chair"), pytest.raises(NotAllowed):
            panel.decide(
                application=application, by=third, appoint=True, discussion="We", reason="Good"
            )
        panel.decide(
            application=application, by=chair, appoint=False, discussion="We", reason="Not yet"
        )
        assert not who.can_read_scores(world.governor, application)

        with case("an appeal that is upheld brings another panel"):
            apply.appeal(application=application, by=world.governor, words="But")
            with pytest.raises(NotAllowed):
                panel.answer_appeal(application=application, by=chair, uphold=True, words="So")
            with pytest.raises(NotAllowed, match="step"):
                panel.answer_appeal(
                    application=application, by=world.governor_services, uphold=True, words="So"
                )


class TestService:
    def test_begins_when_the_training_is_signed_off(self, world: World, case: Case) -> None:
        application = make.trained(world)
        officer = world.governor_services

        with case("not before"), pytest.raises(NotReady, match="signed off: Induction"):
            serve.designate(application=application, by=officer)
        for training in application.trainings:
            serve.sign_off(training=training, by=officer)
        serve.designate(application=application, by=officer)

        provider, designation = application.provider, application.designation
        edition = edition_in_force(provider)
        assert provider.kind is ProviderKind.CHAMPION
        assert provider.is_public
        assert [held.area.code for held in provider.expertise] == [make.STRAND]
        assert [(row.academic_year, row.days_offered) for row in provider.capacities] == [
            (academic_year(clock.today()), application.days)
        ]
        assert edition.status is EditionStatus.PUBLISHED
        assert application.call.reference in edition.reason
        assert designation.type.code == "local-champion-of-governance"
        assert designation.ends_on.year == clock.today().year + 3
        assert application.review_on == serve.a_year_after(clock.today())

    def test_is_reviewed_each_year_and_ends(
        self, world: World, session: scoped_session[Session], case: Case
    ) -> None:
        application = make.serving(world)
        officer, designation = world.governor_services, application.designation
        said = {"support": "Two boards", "training": "A day", "eligible": True, "reason": "Good"}
        ends_on = serve.a_year_after(designation.ends_on)

        with case("reminded once"), later(340):
            telling.remind_of_champions()
            telling.remind_of_champions()
            about = "The annual review of a champion of governance"
            told = session.scalars(select(Message.person_id).where(Message.subject == about)).all()
            assert sorted(told) == sorted(
                [application.person_id, officer.id, world.second_governor_services.id]
            )
        with case("renewed"):
            renewal = Reviewed(**said, decision=ReviewDecision.RENEW, ends_on=ends_on)
            serve.review(application=application, by=officer, found=renewal)
            assert designation.ends_on == ends_on
        with case("conditions"):
            day = clock.today() + timedelta(days=60)
            found = Reviewed(
                **said,
                decision=ReviewDecision.CONDITIONS,
                conditions="A course",
                look_again_on=day,
            )
            serve.review(application=application, by=officer, found=found)
            assert designation.standing is DesignationStatus.CONDITIONAL
            assert application.review_on == day
        with case("stood down by the review"):
            found = Reviewed(**said, decision=ReviewDecision.STAND_DOWN)
            serve.review(application=application, by=officer, found=found)
            assert_over(application)
        with case("stood down by the champion"):
            serve.stand_down(application=application, by=world.governor, reason="A new job")
            assert_over(application)
        with case("stood down after the designation was ended by itself"):
            decide(designation=designation, act=DesignationAct.END, by=officer, reason="Moved")
            serve.stand_down(application=application, by=world.governor, reason="A new job")
            assert_over(application)
        with case("nobody reviews themselves"), pytest.raises(NotAllowed):
            found = Reviewed(**said, decision=ReviewDecision.RENEW, ends_on=ends_on)
            serve.review(application=application, by=world.governor, found=found)


def assert_over(application: Application) -> None:
    assert application.status is S.STOOD_DOWN
    assert application.designation.standing is DesignationStatus.ENDED
    assert not application.provider.is_public


def test_a_link_of_a_referee_who_was_never_asked_opens_nothing(
    world: World, session: scoped_session[Session]
) -> None:
    make.sent(world)
    referee = session.scalars(select(Referee)).first()

    assert telling.referee_of_token(telling.LINKS.token(referee.id)) is None
