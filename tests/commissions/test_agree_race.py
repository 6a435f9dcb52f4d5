"""Two people at the same moment, on real connections: one agreement, nothing lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask

from app.accounts.models import Person
from app.commissions.models import Commission
from app.commissions.services import agree, sign
from app.core.errors import DomainError
from app.extensions import db
from tests.factories import agreements
from tests.factories.agreements import answers, standing
from tests.factories.world import make_world


def test_nobody_changes_what_is_being_sent(own_app: Flask) -> None:
    """Whoever is second finds the agreement sent, or sends what the first wrote."""
    with own_app.app_context():
        world = make_world()
        number = agreements.complete(world).id
        provider, head = world.provider_lead.id, world.head.id
        db.session.commit()
    together = Barrier(2, timeout=30)

    def send() -> None:
        with own_app.app_context():
            commission, person = _meet_and_read(together, number, provider)
            sign.send_for_signature(commission=commission, by=person)
            db.session.commit()

    def change() -> None:
        with own_app.app_context():
            commission, person = _meet_and_read(together, number, head)
            objective = commission.objectives[0]
            try:
                agree.change_objective(
                    objective=objective, by=person, answers=answers(source="Changed")
                )
                db.session.commit()
            except DomainError:
                db.session.rollback()

    with ThreadPoolExecutor(2) as pool:
        for future in (pool.submit(send), pool.submit(change)):
            future.result(timeout=60)

    with own_app.app_context():
        commission = db.session.get_one(Commission, number)
        start = commission.objectives[0].starting_point
        frozen = standing(commission).content["objectives"][0]["starting_point"]
        assert start is not None
        assert frozen["source"] == start.source


def _meet_and_read(together: Barrier, number: int, person: int) -> tuple[Commission, Person]:
    """Read, then go on together; SQLite lets one writer in at a time, so there before reading."""
    alone = db.engine.dialect.name == "sqlite"
    if alone:
        together.wait()
    found = db.session.get_one(Commission, number), db.session.get_one(Person, person)
    if not alone:
        together.wait()
    return found
