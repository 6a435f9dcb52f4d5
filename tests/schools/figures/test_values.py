"""What one cell of figures says."""

from decimal import Decimal

import pytest

from app.schools.facts import Gap
from app.schools.figures.facts import missing_words
from app.schools.figures.importing.around import school_year
from app.schools.figures.importing.values import Reading, figure, gap_between, size
from app.schools.importing.cells import UnreadableCell


class TestFigure:
    @pytest.mark.parametrize(
        ("cell", "value"),
        [("58%", "58"), ("58", "58"), (" 25.00% ", "25"), ("0", "0"), ("-1.2", "-1.2")],
    )
    def test_reads_numbers_with_and_without_their_sign(self, cell: str, value: str) -> None:
        assert figure(cell, per_cent="%" in cell) == Reading(Decimal(value))

    @pytest.mark.parametrize(
        ("mark", "gap"),
        [
            ("SUPP", Gap.SUPPRESSED),
            ("c", Gap.SUPPRESSED),
            ("low", Gap.SUPPRESSED),
            ("LOWCOV", Gap.SUPPRESSED),
            ("NE", Gap.NOT_APPLICABLE),
            ("z", Gap.NOT_APPLICABLE),
            ("x", Gap.NOT_PUBLISHED),
            ("NEW", Gap.NOT_PUBLISHED),
        ],
    )
    def test_a_mark_is_neither_nought_nor_nothing(self, mark: str, gap: Gap) -> None:
        assert figure(mark, per_cent=True) == Reading(gap=gap, mark=mark)
        assert missing_words(gap, mark) != ""

    @pytest.mark.parametrize("cell", ["", " ", "-"])
    def test_silence_is_no_figure(self, cell: str) -> None:
        assert figure(cell, per_cent=False) is None

    @pytest.mark.parametrize("cell", ["101%", "5.1.2", "-SUPP", "a few"])
    def test_nonsense_is_refused(self, cell: str) -> None:
        with pytest.raises(UnreadableCell):
            figure(cell, per_cent=True)


class TestGap:
    def test_is_the_first_less_the_second(self) -> None:
        assert gap_between(Reading(Decimal(38)), Reading(Decimal(72))) == Reading(Decimal(-34))

    def test_is_withheld_where_one_of_both_is(self) -> None:
        withheld = Reading(gap=Gap.SUPPRESSED, mark="SUPP")
        assert gap_between(withheld, Reading(Decimal(72))) == withheld
        assert gap_between(Reading(Decimal(38)), withheld) == withheld
        assert gap_between(None, Reading(Decimal(72))) is None


def test_a_size_that_is_withheld_is_unknown() -> None:
    assert [size(cell) for cell in ("31", "SUPP", "", "0", "x1")] == [31, None, None, None, None]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2018-2019_936_ks2final.csv", 2018),
        ("wakefield-census-2022-23.csv", 2022),
        ("202324", 2023),
        ("ofsted-20260228.csv", None),
        ("2018-2020.csv", None),
    ],
)
def test_a_school_year_is_two_years_in_a_row(text: str, year: int | None) -> None:
    assert school_year(text) == year
