"""What officers keep about a piece of work: who works on it, who watches it, their notes."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.commissions.board import services
from app.commissions.board.permissions import works_on
from app.commissions.board.queries import assignment_of, watched_by
from app.commissions.facts import Interest
from app.commissions.models import Commission, ConflictDeclaration, OfficerNote
from app.commissions.timeline import commission_timeline
from app.core.errors import NotAllowed
from app.extensions import db
from app.notifications.models import Message
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import agreements, deliveries
from tests.factories.world import World

SIDES = ("head", "deputy", "chair", "provider_lead", "host_head", "quality")
WORDS = "The lead prefers mornings."


def kept(world: World) -> Commission:
    """Return work under way that the approver has and about which the broker wrote."""
    commission = deliveries.active(world)
    services.assign(request=commission.request, by=world.broker, officer=world.approver)
    services.write_note(request=commission.request, by=world.broker, words=WORDS)
    return commission


def subjects_to(person: Person) -> list[str]:
    return list(db.session.scalars(select(Message.subject).where(Message.person_id == person.id)))


class TestWorksOn:
    def test_is_for_officers_without_a_part(self, world: World, case: Case) -> None:
        request = agreements.offered(world).request
        for name in (*SIDES, "other_broker", "administrator"):
            assert not works_on(getattr(world, name), request), name
        assert works_on(world.broker, request)
        with case("no interest in what came from it"):
            interest = ConflictDeclaration(
                person=world.broker, commission=request.commissions[0], answer=Interest.DECLARED
            )
            db.session.add(interest)
            db.session.flush()
            assert not works_on(world.broker, request)


class TestServices:
    def test_assign_tells_the_officer_once(self, world: World, case: Case) -> None:
        request = agreements.offered(world).request
        told = f"{request.commissions[0].reference}: assigned to you"
        for _twice in range(2):
            services.assign(request=request, by=world.broker, officer=world.approver)
        assert subjects_to(world.approver).count(told) == 1
        with case("to nobody again"):
            services.assign(request=request, by=world.approver, officer=None)
            assignment = assignment_of(request)
            assert assignment is not None
            assert assignment.officer is None
        with case("not to a side, nor by one"):
            for by, officer in ((world.broker, world.head), (world.head, world.broker)):
                with pytest.raises(NotAllowed):
                    services.assign(request=request, by=by, officer=officer)
        with case("and watching twice is watching once"):
            services.watch(request=request, by=world.broker)
            services.watch(request=request, by=world.broker)
            assert watched_by(world.broker) == {request.id}
            services.unwatch(request=request, by=world.broker)
            assert watched_by(world.broker) == set()
            with pytest.raises(NotAllowed):
                services.watch(request=request, by=world.provider_lead)


class TestPages:
    def test_show_it_to_officers_and_to_no_side_and_take_what_officers_do(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        commission = kept(world)
        urls = (
            f"/commissions/{commission.reference}",
            f"/requests/{commission.request.reference}",
        )
        secrets = (WORDS, "For officers only", "Officer assigned", "Note for officers written")
        for viewer in ("head", "provider_lead", "host_head", "quality"):
            client.signed_in_as(getattr(world, viewer))
            for url in urls:
                text = client.get(url).text
                assert not any(secret in text for secret in secrets), (viewer, url)
        client.signed_in_as(world.second_broker)
        for url in urls:
            page = client.get(url)
            assert all(secret in page.text for secret in secrets)
            assert "Approver works on it" in page.text
        with case("in the timeline too"):
            for person, told in ((world.quality, 0), (world.second_broker, 2)):
                lines = {entry.title for entry in commission_timeline(person, commission)}
                assert len(lines & set(secrets)) == told

        url = f"/board/{commission.request.reference}"
        client.signed_in_as(world.broker)
        with case("a stale form shows both"):
            other = world.second_broker
            services.assign(request=commission.request, by=world.approver, officer=other)
            stale = {"officer_id": str(world.broker.id), "version": "1"}
            answer = client.post(f"{url}/officer", data=stale)
            assert answer.status_code == 409
            assert other.name in answer.text
        with case("a form in time is taken"):
            answer = client.submit(f"{url}/officer", {"officer_id": str(world.broker.id)})
            assert answer.location == f"/commissions/{commission.reference}#officers"
            assert "With Broker" in client.get("/board?officer=me").text
        with case("an empty note says what to do"):
            answer = client.submit(f"{url}/notes", {"words": " "})
            assert answer.status_code == 422
            assert "Write the note" in answer.text
        with case("a note sent twice is one note, counted on the card"):
            for _twice in range(2):
                client.post(f"{url}/notes", data={"words": "Second", "once": "a token"})
            assert len(db.session.scalars(select(OfficerNote)).all()) == 2
            assert "2 notes" in client.get("/board?all=1").text
        with case("watched only"):
            client.post(f"{url}/watch")
            assert "1 watched" in client.get("/board?watched=yes").text
            client.post(f"{url}/unwatch")
            assert "Nothing fits" in client.get("/board?watched=yes").text
