"""Two governors at the same moment, on real connections: one has the last place, one waits."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask

from app.accounts.models import Person
from app.extensions import db
from app.governance.training.facts import BookingStatus
from app.governance.training.models import TrainingSession
from app.governance.training.services import booking as bookings
from app.schools.models import School
from tests.factories import training
from tests.factories.world import make_world


def test_the_last_place_is_given_once(own_app: Flask) -> None:
    with own_app.app_context():
        world = make_world()
        number = training.opened(world, places=1).id
        people, urn = (world.governor.id, world.chair.id), world.school.urn
        db.session.commit()
    together = Barrier(2, timeout=30)

    def take(person: int) -> BookingStatus:
        with own_app.app_context():
            alone = db.engine.dialect.name == "sqlite"
            if alone:
                together.wait()
            session = db.session.get_one(TrainingSession, number)
            who, school = db.session.get_one(Person, person), db.session.get_one(School, urn)
            # each has seen the one free place; SQLite lets one writer in at a time
            assert alone or session.free == 1
            if not alone:
                together.wait()
            made = bookings.book(session=session, person=who, school=school, by=who)
            db.session.commit()
            return made.status

    with ThreadPoolExecutor(2) as pool:
        found = {future.result(timeout=60) for future in [pool.submit(take, p) for p in people]}

    assert found == {BookingStatus.BOOKED, BookingStatus.WAITING}
    with own_app.app_context():
        assert db.session.get_one(TrainingSession, number).taken == 1
