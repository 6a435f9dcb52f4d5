"""The criteria the service starts with, and what officers make of them."""

from __future__ import annotations

from sqlalchemy.orm import Session, scoped_session

from app.core import clock
from app.prospectus import seeds
from app.prospectus.designations import queries


class TestSeeds:
    def test_are_in_order_and_what_was_retired_does_not_come_back(
        self, session: scoped_session[Session]
    ) -> None:
        first = seeds.load_reference_data()
        criteria = queries.criteria_in_force()
        criteria[0].retired_on = clock.today()
        session.flush()

        second = seeds.load_reference_data()

        assert (first.criteria, second.criteria) == (6, 0)
        assert criteria[0].words.startswith("There is evidence")
        assert queries.criteria_in_force() == criteria[1:]
