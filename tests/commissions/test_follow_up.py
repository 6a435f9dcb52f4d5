"""Readings one to three terms after the close: whether it lasts."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy.orm import Session, scoped_session

from app.accounts.models import Person
from app.commissions.changes.follow_up import FollowUp, closed_on, follow_ups
from app.commissions.changes.telling import remind_of_follow_ups
from app.commissions.changes.waiting import waiting_for
from app.commissions.progress import progress_of
from app.commissions.services import deliver
from app.core import clock
from app.core.errors import NotOpen, NotReady
from app.core.waiting import Item
from tests.cases import Case
from tests.client import LintingClient
from tests.commissions.test_telling import told
from tests.factories import deliveries
from tests.factories.world import World

REMINDER = "measure again whether it lasts"


def waits_for(client: LintingClient, person: Person) -> list[Item]:
    with client.application.test_request_context():
        return list(waiting_for(person))


def morning(day: date) -> datetime:
    return datetime.combine(day, time(9), UTC)


@pytest.mark.parametrize(
    ("closed", "due"),
    [
        (date(2026, 7, 20), [(2026, 12, 15), (2027, 3, 25), (2027, 7, 15)]),
        # too little of the spring term is left
        (date(2027, 2, 20), [(2027, 7, 15), (2027, 12, 15), (2028, 3, 25)]),
    ],
)
def test_one_is_asked_for_in_each_of_three_terms(
    closed: date, due: list[tuple[int, int, int]]
) -> None:
    days = [date(*day) for day in due]
    assert follow_ups(closed) == [FollowUp(n, day) for n, day in enumerate(days, start=1)]


class TestFollowUp:
    def test_is_asked_for_once_and_changes_nothing_judged(
        self,
        world: World,
        session: scoped_session[Session],
        client: LintingClient,
        case: Case,
    ) -> None:
        commission = deliveries.closed(world).commission
        (objective,) = commission.objectives
        deliveries_before = progress_of(objective)
        first, _second, third = follow_ups(clock.today())
        session.commit()
        with case("not yet"):
            assert waits_for(client, world.head) == []
        with case("in its term"), clock.at(morning(first.due_on)):
            (item,) = waits_for(client, world.head)
            assert item.due_on == first.due_on
            assert waits_for(client, world.provider_lead) == []
            for _time in range(2):
                remind_of_follow_ups()
            assert told(session, world.head).count(REMINDER) == 1
            url = f"/commissions/{commission.reference}"
            page = client.signed_in_as(world.head).get(url)
            assert "Add a reading after the end" in page.text
            add = f"{url}/objectives/{objective.id}/readings/new"
            day = [str(first.due_on.day), str(first.due_on.month), str(first.due_on.year)]
            assert client.submit(add, {"value": "66", "taken_on": day}).status_code == 303

            session.expire_all()
            assert [m.follow_up for m in objective.measurements] == [1]
            assert waits_for(client, world.head) == []
            progress = progress_of(objective)
            assert progress is not None
            assert deliveries_before is not None
            assert progress.latest is None
            assert progress.standing is deliveries_before.standing
            rows = {(row.what, row.value) for row in progress.chart.rows}
            assert ("After the end", "66%") in rows
            assert "66% on" in client.get(url).text
        with case("of a day before the close"), clock.at(morning(first.due_on)):
            with pytest.raises(NotReady, match="than the starting point"):
                deliveries.reading(world, commission, 66, clock.today() - timedelta(days=400))
            closed = closed_on(commission)
            with pytest.raises(NotReady, match="after the support was closed"):
                deliveries.reading(world, commission, 66, closed)
        too_late = morning(third.last_day + timedelta(days=1))
        with case("too late"), clock.at(too_late), pytest.raises(NotOpen):
            deliver.check_measured(commission)
