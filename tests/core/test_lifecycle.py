from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

import pytest

from app.core import clock
from app.core.audit_label import take_label
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.core.lifecycle import Lifecycle, Step

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Door(StrEnum):
    OPEN = "open"
    SHUT = "shut"


class Act(StrEnum):
    SHUT = "shut"
    OPEN = "open"
    PAINT = "paint"


@dataclass
class Thing:
    status: Door = Door.OPEN
    moved_at: datetime | None = None
    gaps: list[str] = field(default_factory=list)


DOORS: Lifecycle[Door, Act, Thing, str] = Lifecycle(
    {
        (Door.OPEN, Act.SHUT): Step(
            Door.SHUT, lambda who, _thing: who == "porter", lambda _who, thing: thing.gaps
        ),
        (Door.SHUT, Act.OPEN): Step(Door.OPEN, lambda who, _thing: who == "porter"),
        (Door.OPEN, Act.PAINT): Step(Door.OPEN, lambda who, _thing: who == "painter"),
    }
)


class TestMove:
    def test_sets_status_moment_and_the_name_of_the_event(self) -> None:
        thing = Thing()
        with clock.at(NOON):
            DOORS.move(thing, Act.SHUT, by="porter")
        assert (thing.status, thing.moved_at) == (Door.SHUT, NOON)
        assert take_label(thing) == "shut"

    def test_that_the_table_does_not_know_is_not_open(self) -> None:
        with pytest.raises(NotOpen):
            DOORS.move(Thing(Door.SHUT), Act.SHUT, by="porter")

    def test_by_somebody_else_is_not_allowed_even_when_not_ready(self) -> None:
        with pytest.raises(NotAllowed):
            DOORS.move(Thing(gaps=["No key."]), Act.SHUT, by="painter")

    def test_that_is_not_ready_says_all_that_is_missing(self) -> None:
        thing = Thing(gaps=["No key.", "No lock."])
        with pytest.raises(NotReady) as refusal:
            DOORS.move(thing, Act.SHUT, by="porter")
        assert refusal.value.reasons == ("No key.", "No lock.")
        assert str(refusal.value) == "No key. No lock."

    def test_that_is_refused_leaves_everything_as_it_was(self) -> None:
        thing = Thing(gaps=["No key."])
        with pytest.raises(NotReady):
            DOORS.move(thing, Act.SHUT, by="porter")
        assert thing == Thing(gaps=["No key."])
        assert take_label(thing) is None


class TestOpenActs:
    def test_are_those_of_this_status_and_person(self) -> None:
        assert DOORS.open_acts("porter", Thing()) == [Act.SHUT]
        assert DOORS.open_acts("painter", Thing()) == [Act.PAINT]
        assert DOORS.open_acts("painter", Thing(Door.SHUT)) == []

    def test_are_open_before_all_they_need_is_there(self) -> None:
        thing = Thing(gaps=["No key."])
        assert DOORS.allows("porter", thing, Act.SHUT)
        assert DOORS.missing("porter", thing, Act.SHUT) == ["No key."]

    def test_need_nothing_where_the_step_does_not_exist(self) -> None:
        assert DOORS.missing("porter", Thing(Door.SHUT), Act.SHUT) == ()
