"""What the Forum reads of take-up says nothing of a single board."""

from __future__ import annotations

from app.governance.training.take_up import Board, large_phases


def boards(**phases: int) -> list[Board]:
    return [
        Board(number, f"School {number}", phase, 1, 1, None)
        for phase, count in phases.items()
        for number in range(count)
    ]


class TestLargePhases:
    def test_stand_alone(self) -> None:
        found = large_phases(boards(Primary=9, Secondary=5))

        assert [(one.name, one.boards) for one in found] == [("Primary", 9), ("Secondary", 5)]

    def test_take_small_ones_together(self) -> None:
        found = large_phases(boards(Primary=9, Nursery=3, Special=2))

        assert [(one.name, one.boards) for one in found] == [("Primary", 9), ("Other phases", 5)]

    def test_are_fewer_where_the_rest_would_be_small(self) -> None:
        found = large_phases(boards(Primary=9, Secondary=6, Nursery=1))

        assert [(one.name, one.boards) for one in found] == [("Primary", 9), ("Other phases", 7)]

    def test_of_a_few_boards_are_one(self) -> None:
        assert [one.boards for one in large_phases(boards(Primary=2, Nursery=1))] == [3]
