from __future__ import annotations

import pytest

from app.governance.audits.results import (
    Tally,
    change_words,
    level_words,
    read,
    shade,
    stored,
    tallied,
    together,
)

LEVELS = ["New", "Basics", "Confident", "Leads"]


class TestTally:
    def test_counts_levels_and_leaves_out_who_gave_no_answer(self) -> None:
        found = tallied([7, 8], [{"7": 1, "8": 0}, {"7": 3}, {"7": 4}])

        assert found[7] == Tally((1, 0, 1, 1))
        assert found[8] == Tally((0, 0, 0, 0), not_applicable=1)
        assert found[7].confident == 2
        assert found[7].short_of(3) == 1
        assert found[7].short_of(1) == 0

    @pytest.mark.parametrize(
        ("counts", "shown"),
        [((1, 1, 0, 0), False), ((3, 0, 0, 0), True), ((1, 1, 1, 0), True), ((0, 0, 0, 0), False)],
    )
    def test_is_shown_from_three_answers_on(self, counts: tuple[int, ...], shown: bool) -> None:
        assert Tally(counts, not_applicable=9).shown is shown

    def test_is_kept_and_read_again(self) -> None:
        tallies = {7: Tally((1, 0, 1, 1), 2)}

        assert read({"items": stored(tallies)}) == tallies
        assert read(None) == {}


class TestStrand:
    def test_takes_in_nothing_that_is_hidden(self) -> None:
        hidden, shown = Tally((2, 0, 0, 0)), Tally((0, 0, 3, 1))

        assert together([hidden, shown]) == shown
        assert together([hidden]) is None

    def test_is_worded_by_the_nearest_level(self) -> None:
        assert level_words(2.5, LEVELS) == "Basics"
        assert level_words(2.6, LEVELS) == "Confident"
        assert level_words(4.0, LEVELS) == "Leads"


def test_a_change_is_one_of_shares_not_of_numbers() -> None:
    assert change_words(Tally((2, 0, 2, 0)), Tally((4, 0, 4, 0)))[0] == "As before"
    assert change_words(Tally((1, 0, 2, 0)), Tally((2, 0, 2, 0)))[0] == "More confident"
    assert change_words(Tally((3, 0, 2, 0)), Tally((2, 0, 2, 0)))[0] == "Less confident"


def test_a_shade_is_darkest_where_everybody_is() -> None:
    assert [shade(count, 8) for count in (0, 1, 3, 8)] == [0, 1, 2, 4]
