"""From the application to the appointment: referees without accounts, a panel of three, blind."""

from __future__ import annotations

from datetime import timedelta

from app.core import clock
from app.governance.champions.models import Application
from app.governance.champions.telling import LINKS
from tests.e2e.people import Company, Reader
from tests.e2e.small_portal import SmallPortal
from tests.factories import champions

PANEL = ("second-governor-services", "leader-chair", "provider-lead")
CRITERIA = 3


def test_from_the_application_to_the_entry_in_the_prospectus(
    small: SmallPortal, plain_people: Company
) -> None:
    with small.world() as world:
        call = champions.open_call(world).reference
    governor, officer = plain_people("governor"), plain_people("governor-services")

    apply(small, governor, call)
    page = governor.page.url
    check_eligibility(officer, page)
    give_references(small, plain_people("nobody"))
    assert_only_the_panel_reads_references(governor, page)
    name_panel(officer, page)
    score_blind(plain_people, page)
    assert not governor_sees(governor, page, "Strong evidence")

    chair = plain_people(PANEL[0])
    chair.go(page)
    chair.press("Record the decision")
    chair.fill(
        {
            "What did the panel discuss?": "One of us scored lower. We agreed.",
            "Reason": "Boards do better for your help.",
        }
    )
    chair.choose("Decision", "Appoint, subject to training")
    chair.press("Record the decision")

    train(governor, officer, page)
    officer.press("Begin the term")
    officer.press("Begin the term")

    visitor = plain_people("nobody")
    visitor.go("/prospectus?kind=champion")
    assert visitor.sees("Governor")
    visitor.go("/prospectus/governor")
    assert visitor.sees("Local champion of governance")
    assert visitor.sees("Chaired two boards through an inspection.")
    assert governor_sees(governor, page, "Serving champion")
    assert not governor.sees("One of us scored lower")


def apply(small: SmallPortal, governor: Reader, call: str) -> None:
    governor.go(f"/governance/champions/calls/{call}")
    governor.press("Apply")
    governor.press("Start")
    governor.follow("Experience")
    governor.fill({"Your experience": "Chaired two boards through an inspection."})
    governor.press("Save and continue")
    # the other parts are alike
    with small.world() as world:
        champions.answer_all(world, world_application(world.governor.id))
    governor.go(governor.page.url.rpartition("/answer/")[0])
    governor.press("Check your answers and send")
    governor.tick("What I say is true")
    governor.press("Send the application")
    assert governor.sees("Governor services check whether you are eligible.")


def check_eligibility(officer: Reader, page: str) -> None:
    officer.go("/")
    officer.follow("Check whether the applicant is eligible")
    officer.press("Check eligibility")
    for box in officer.main.get_by_label("Yes", exact=True).all():
        box.check()
    officer.tick("I have no interest")
    officer.press("Save the checks")
    officer.choose("Is the applicant eligible?", "Yes: the application goes on")
    officer.press("Record it and tell the applicant")
    officer.press("Ask for the references")
    officer.press("Ask both referees")
    assert officer.page.url == page


def give_references(small: SmallPortal, referee: Reader) -> None:
    with small.world() as world:
        application = world_application(world.governor.id)
        links = [LINKS.token(one.id) for one in application.asked]
    for link in links:
        address = f"/governance/champions/reference/{link}"
        referee.go(address)
        for box in referee.main.get_by_role("textbox").all():
            box.fill("She asks the question nobody asked.")
        referee.press("Send the reference")
        assert referee.sees("Reference sent")
        answer = referee.page.goto(address)
        assert answer
        assert answer.status == 404, "the link is used up"


def world_application(person_id: int) -> Application:
    from sqlalchemy import select

    from app.extensions import db

    found = select(Application).where(Application.person_id == person_id)
    return db.session.scalars(found).one()


def assert_only_the_panel_reads_references(governor: Reader, page: str) -> None:
    governor.go(page)
    assert governor.sees("It came")
    answer = governor.page.goto(f"{page}/references")
    assert answer
    assert answer.status == 403


def name_panel(officer: Reader, page: str) -> None:
    officer.go(page)
    officer.press("Name the panel")
    emails = "\n".join(f"{name}@test.example" for name in PANEL)
    officer.fill({"Who sits on the panel?": emails})
    officer.give_day("Day of the interview", clock.today() + timedelta(days=7))
    officer.press("Name the panel")
    assert officer.sees("With the panel")


def score_blind(people: Company, page: str) -> None:
    for number, name in enumerate(PANEL):
        member = people(name)
        member.go(page)
        assert not member.sees("Because I heard it"), "the others’ scores are seen too early"
        member.press("Score the application")
        for criterion in range(1, CRITERIA + 1):
            member.page.locator(f"#score_{criterion}-3").check()
            member.page.locator(f"#reason_{criterion}").fill(f"Because I heard it, {number}")
        member.tick("I have no interest")
        member.press("Record my scores")
        for earlier in range(number + 1):
            assert member.sees(f"Because I heard it, {earlier}")


def governor_sees(governor: Reader, page: str, words: str) -> bool:
    governor.go(page)
    return governor.sees(words)


def train(governor: Reader, officer: Reader, page: str) -> None:
    for reader, what in (
        (governor, "Induction for champions"),
        (officer, "Shadowing a serving champion or leader of governance"),
    ):
        reader.go(f"{page}/training")
        reader.page.get_by_label("What was it?").select_option(label=what)
        reader.give_day("When?", clock.today())
        reader.fill({"With whom?": "A serving champion"})
        reader.press("Record the training")
    officer.follow("Sign off")
    officer.press("Sign off")
