"""A call for champions of governance and one application, brought to where a test needs it.

Who is who: world.governor applies; world.governor_services looks after it; the panel is
world.second_governor_services (chair), world.leader_chair and world.provider_lead.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from sqlalchemy import select

from app.accounts.models import Person
from app.core import clock
from app.extensions import db
from app.governance.champions.facts import DESIGNATION, REFERENCE_QUESTIONS, CallAct, Finding
from app.governance.champions.models import Application, Call, lines_of
from app.governance.champions.services import apply, calls, check, panel, serve
from app.governance.champions.services.check import Checked
from app.prospectus.models import DesignationType, ExpertiseArea
from tests.factories.world import World

STRAND = "chairing"
ANSWERS = {
    "experience": "Chaired two boards through an inspection.",
    "roles": [{"board": "Larkmoor", "role": "Chair", "years": "2018 to now"}],
    "strands": [STRAND],
    "phases": ["primary"],
    "days": Decimal(8),
    "miles": 20,
    "interests": "I govern at Larkmoor.",
}
REFEREES = [
    {"name": "Rae Feree", "email": "rae@elsewhere.example", "knows": "Clerk"},
    {"name": "Sol Lister", "email": "sol@elsewhere.example", "knows": "Vice-chair"},
]
GOOD = dict.fromkeys(REFERENCE_QUESTIONS, "She asked the question nobody asked.")


def reference_data() -> None:
    """Add the strand and the kind of designation that the small world lacks."""
    if db.session.scalar(select(ExpertiseArea.id).where(ExpertiseArea.code == STRAND)):
        return
    version = db.session.scalars(select(ExpertiseArea)).first().version
    group = db.session.scalar(select(ExpertiseArea).where(ExpertiseArea.code == "governance"))
    group = group or ExpertiseArea(version=version, code="governance", name="Governance")
    strand = ExpertiseArea(
        version=version, parent=group, code=STRAND, name="Chairing a board", position=900
    )
    kind = DesignationType(
        code=DESIGNATION,
        name="Local champion of governance",
        short_name="LCG",
        held_by="person",
        awarding_body="Governor services",
        description="Supports other boards.",
        term_years=3,
        position=90,
    )
    db.session.add_all([group, strand, kind])
    db.session.flush()


def draft_call(world: World) -> Call:
    reference_data()
    today = clock.today()
    answers = {
        **calls.usual_call(),
        "title": "Champions of governance 2027",
        "strands": [STRAND],
        "opens_on": today,
        "closes_on": today + timedelta(days=20),
        "interviews": "In a month",
    }
    return calls.begin_call(by=world.governor_services, answers=answers)


def open_call(world: World) -> Call:
    call = draft_call(world)
    calls.take(call=call, act=CallAct.OPEN, by=world.governor_services)
    return call


def begun(world: World, by: Person | None = None) -> Application:
    return apply.begin(call=open_call(world), by=by or world.governor)


def complete(world: World) -> Application:
    application = begun(world)
    answer_all(world, application)
    return application


def answer_all(world: World, application: Application) -> None:
    evidence = {one.key: f"About {one.words}" for one in application.call.criteria_asked}
    answers = {**ANSWERS, "evidence": evidence}
    apply.answer(application=application, by=world.governor, answers=answers)
    apply.name_referees(application=application, by=world.governor, people=REFEREES)


def sent(world: World) -> Application:
    application = complete(world)
    apply.submit(application=application, by=world.governor)
    return application


def checked(world: World, application: Application) -> None:
    found = [Checked(words, Finding.YES, "") for words in lines_of(application.call.checks)]
    check.check(application=application, by=world.governor_services, found=found)


def eligible(world: World) -> Application:
    application = sent(world)
    checked(world, application)
    check.settle_eligibility(application=application, by=world.governor_services, eligible=True)
    return application


def not_eligible(world: World, by: Person | None = None) -> Application:
    application, officer = sent(world), by or world.governor_services
    check.settle_eligibility(application=application, by=officer, eligible=False, reason="One year")
    return application


def referred(world: World) -> Application:
    """Return one whose referees are asked."""
    application = eligible(world)
    check.ask_references(application=application, by=world.governor_services)
    return application


def references_in(world: World) -> Application:
    application = referred(world)
    for referee in application.asked:
        check.give_reference(referee=referee, answers=GOOD)
    return application


def panel_of(world: World) -> list[Person]:
    return [world.second_governor_services, world.leader_chair, world.provider_lead]


def interviewed(world: World) -> Application:
    """Return one before its panel, whom nobody has scored."""
    application = references_in(world)
    seat(world, application)
    return application


def seat(world: World, application: Application, people: list[Person] | None = None) -> None:
    panel.name_panel(
        application=application,
        by=world.governor_services,
        emails=[person.email for person in people or panel_of(world)],
        interview_on=clock.today() + timedelta(days=7),
    )


def score(application: Application, by: Person, number: int = 4) -> None:
    scores = {
        one.key: {"score": number, "reason": f"Because of {by.name}"}
        for one in application.call.criteria_asked
    }
    panel.score(application=application, by=by, scores=scores)


def scored(world: World) -> Application:
    application = interviewed(world)
    for person in panel_of(world):
        score(application, person)
    return application


def decided(world: World, *, appoint: bool) -> Application:
    application = scored(world)
    panel.decide(
        application=application,
        by=world.governor_services,
        appoint=appoint,
        discussion="We agreed.",
        reason="Clear evidence" if appoint else "Too little evidence yet",
    )
    return application


def appointed(world: World) -> Application:
    return decided(world, appoint=True)


def not_appointed(world: World) -> Application:
    return decided(world, appoint=False)


def appealed(world: World) -> Application:
    """Return one that world.second_governor_services refused, so that the other officer answers."""
    application = not_eligible(world, by=world.second_governor_services)
    apply.appeal(application=application, by=world.governor, words="It is three years")
    return application


def trained(world: World) -> Application:
    """Return one with the required training recorded by the champion, one part signed off."""
    application = appointed(world)
    for number, words in enumerate(lines_of(application.call.training)):
        serve.add_training(
            application=application,
            by=world.governor_services if number else world.governor,
            what=words,
            done_on=clock.today(),
            with_whom="A serving champion",
        )
    return application


def ready(world: World) -> Application:
    application = trained(world)
    for training in application.trainings:
        serve.sign_off(training=training, by=world.governor_services)
    return application


def serving(world: World) -> Application:
    application = ready(world)
    serve.designate(application=application, by=world.governor_services)
    return application
