"""Skills audits of the board of world.school, and the questions it asks itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.accounts.roles import Role
from app.core import clock
from app.extensions import db
from app.governance.audits.facts import Rule
from app.governance.audits.questions import services as checks
from app.governance.audits.questions.facts import Rating
from app.governance.audits.services import answering, running
from app.governance.audits.words import services as words
from app.governance.strands import strands
from app.prospectus.models import ExpertiseArea, ExpertiseVersion
from tests.factories.world import make_person

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.governance.audits.models import Invitation, SkillsAudit
    from app.governance.audits.questions.models import SelfCheck
    from tests.factories.world import World

STRANDS = {"governance-chairing": "Chairing a governing board", "governance-finance": "Finance"}
GUEST = "guest@letters.example"


def kept(world: World) -> None:
    """Give the authority two strands and the usual words about them."""
    if not strands():
        version = db.session.scalars(select(ExpertiseVersion)).one()
        group = ExpertiseArea(version=version, code="governance", name="Governance")
        db.session.add(group)
        for number, (code, name) in enumerate(STRANDS.items(), start=1):
            area = {"version": version, "parent": group, "code": code, "name": name}
            db.session.add(ExpertiseArea(**area, position=100 + number))
        db.session.flush()
    words.start_words(authority_code="384", by=world.governor_services)


def prepared(world: World, by: Person | None = None, **facts: Any) -> SkillsAudit:
    """Return an audit for chair, governor and a guest without an account."""
    kept(world)
    audit = running.begin(
        school=world.school,
        by=by or world.chair,
        **{"name": "Skills audit", "closes_on": clock.today() + timedelta(days=14), **facts},
    )
    running.ask(audit=audit, by=by or world.chair, name="Gail Guest", email=GUEST)
    return audit


def opened(world: World, **facts: Any) -> SkillsAudit:
    audit = prepared(world, **facts)
    running.open_audit(audit=audit, by=world.chair)
    return audit


def answer(invitation: Invitation, level: int = 3) -> None:
    """Answer every statement alike, and send it."""
    for strand in answering.strands_of(invitation):
        levels = {item.id: level for item in answering.items_of(invitation, strand)}
        answering.save(invitation=invitation, strand=strand, levels=levels, why="Not my task")
    answering.send(invitation)


def answered(world: World, **facts: Any) -> SkillsAudit:
    """Return an open audit with three answers: levels 1, 3 and 3."""
    audit = opened(world, **facts)
    for number, invitation in enumerate(audit.invitations):
        answer(invitation, 3 if number else 1)
    return audit


def closed(world: World, **facts: Any) -> SkillsAudit:
    audit = answered(world, **facts)
    running.close(audit=audit, by=world.chair)
    return audit


def for_the_chair(world: World) -> SkillsAudit:
    """Return a closed audit of whose individual answers the chair reads."""
    return closed(world, rule=Rule.CHAIR, agreed_on=clock.today())


def more_governors(world: World, number: int) -> list[Person]:
    role = (Role.GOVERNOR, {"school_urn": world.school.urn})
    return [make_person(f"Governor {one}", role) for one in range(1, number + 1)]


def begun_check(world: World, held_on: date | None = None) -> SelfCheck:
    kept(world)
    return checks.begin(
        school=world.school,
        by=world.clerk,
        held_on=held_on or clock.today(),
        took_part="Nine of eleven",
    )


def written_check(
    world: World, rating: Rating = Rating.PARTLY, held_on: date | None = None
) -> SelfCheck:
    check = begun_check(world, held_on)
    answers = {one.id: (rating, "The minutes", "") for one in check.answers}
    checks.write(check=check, by=world.clerk, answers=answers)
    return check


def recorded_check(
    world: World, rating: Rating = Rating.PARTLY, held_on: date | None = None
) -> SelfCheck:
    check = written_check(world, rating, held_on)
    checks.record(check=check, by=world.clerk)
    return check
