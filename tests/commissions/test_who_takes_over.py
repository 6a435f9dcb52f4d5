"""A school that closes and a lead who goes in the middle of the work: others take over."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session, scoped_session

from app.accounts.models import Person
from app.accounts.roles import Role
from app.commissions.changes.services import lead, move
from app.commissions.changes.services.lead import LeadAnswers
from app.commissions.permissions import can_deliver, can_see_commission, can_sign
from app.core import clock
from app.core.errors import DomainError, NotAllowed, NotOpen, NotReady
from app.prospectus.facts import ProviderKind
from app.schools.facts import Status
from app.schools.models import School, SchoolLink
from tests.cases import Case
from tests.client import LintingClient
from tests.commissions.test_telling import told
from tests.factories import deliveries
from tests.factories.agreements import some_day
from tests.factories.world import World, make_person, make_school
from tests.web_forms import as_boxes


def converted(world: World, session: scoped_session[Session], urn: int = 900201) -> School:
    """Close world.school and return the academy that follows it."""
    academy = session.get(School, urn) or make_school(urn, "Larkmoor Academy")
    world.school.status_code = Status.CLOSED
    kind = "Successor"
    session.add(SchoolLink(urn=world.school.urn, link_urn=urn, kind=kind, link_name=academy.name))
    session.flush()
    return academy


class TestSuccessor:
    def test_takes_over_and_the_history_stays(
        self, world: World, session: scoped_session[Session], client: LintingClient
    ) -> None:
        commission = deliveries.active(world)
        academy = converted(world, session)
        new_head = make_person("New head", (Role.HEAD, {"school_urn": academy.urn}))
        session.commit()
        url = f"/commissions/{commission.reference}"
        client.signed_in_as(world.broker)
        assert "its successor is Larkmoor Academy" in client.get("/").text
        assert client.submit(f"{url}/successor", {"urn": "900201"}).status_code == 303

        assert commission.school is academy
        assert can_see_commission(new_head, commission)
        assert not can_see_commission(world.head, commission)
        assert commission.versions[0].content["school"]["urn"] == 900101
        page = client.signed_in_as(new_head).get(url).text
        assert "Until then: Larkmoor Primary School (URN 900101)" in page
        assert "this support now belongs to another school" in told(session, new_head)
        home = client.signed_in_as(world.broker).get("/").text
        assert "its successor is" not in home

    def test_is_refused(self, world: World, session: scoped_session[Session], case: Case) -> None:
        commission = deliveries.active(world)
        with case("an open school"), pytest.raises(NotOpen):
            move.check_may_move(commission=commission, by=world.broker)
        with case("without a successor"), pytest.raises(NotOpen, match="names no successor"):
            world.school.status_code = Status.CLOSED
            move.check_may_move(commission=commission, by=world.broker)
        with case("by a side"), pytest.raises(NotAllowed):
            move.check_may_move(commission=commission, by=world.head)
        with case("the provider’s own school"), pytest.raises(DomainError, match="works at"):
            converted(world, session, world.host.urn)
            move.move_to_successor(commission=commission, by=world.broker, urn=world.host.urn)


class TestLead:
    def test_gets_the_turns_from_a_day_on(
        self, world: World, session: scoped_session[Session], client: LintingClient
    ) -> None:
        commission = deliveries.active(world)
        world.provider.kind = ProviderKind.ORGANISATION
        new = make_person("New lead")
        session.commit()
        url = f"/commissions/{commission.reference}"
        form = {
            "email": new.email,
            "from_on": as_boxes(some_day(0)),
            "left": str(world.provider_lead.id),
            "reason": "Another post",
        }
        client.signed_in_as(world.broker)
        assert client.submit(f"{url}/lead", form | {"email": "x@y.z"}).status_code == 422
        assert client.submit(f"{url}/lead", form).status_code == 303

        session.expire_all()
        assert can_deliver(new, commission)
        assert not can_deliver(world.provider_lead, commission)
        # what was signed keeps its name
        signers = {s.person.name for s in commission.versions[0].signatures}
        assert "Provider lead" in signers
        assert not can_sign(new, commission)
        assert "you lead this support" in told(session, new)
        assert "Led by New lead" in client.signed_in_as(new).get(url).text

    def test_is_refused(self, world: World, case: Case) -> None:
        commission = deliveries.active(world)

        def answers(person: Person, left: Person | None = None) -> LeadAnswers:
            key = left.id if left else None
            return LeadAnswers(
                email=person.email, from_on=clock.today(), left_id=key, reason="Words"
            )

        with case("of one person"), pytest.raises(NotOpen, match="one person"):
            lead.record_lead(
                commission=commission, by=world.broker, answers=answers(world.other_head)
            )
        world.provider.kind = ProviderKind.ORGANISATION
        for name, person, left in (
            ("the school’s own head", world.head, world.provider_lead),
            ("who leads already", world.provider_lead, None),
            ("who leaves", world.provider_lead, world.provider_lead),
        ):
            with case(name), pytest.raises(NotReady):
                lead.record_lead(
                    commission=commission, by=world.broker, answers=answers(person, left)
                )
        with case("by the school"), pytest.raises(NotAllowed):
            lead.record_lead(
                commission=commission, by=world.head, answers=answers(world.other_head)
            )
