from app.core.bars import LONGEST, bar_chart, part_chart


def test_the_greatest_number_has_the_longest_bar() -> None:
    chart = bar_chart("Due", [("First", 4), ("Second", 1), ("None", 0)])

    assert chart
    assert [bar.length for bar in chart.bars] == [LONGEST, LONGEST / 4, 0]
    assert [bar.number for bar in chart.bars] == ["4", "1", "0"]


def test_a_part_stands_within_its_whole_and_says_both() -> None:
    chart = part_chart("Met", [("Maths", 3, 4), ("Reading", 2, 2)])

    assert chart
    assert [(bar.length, bar.frame) for bar in chart.bars] == [
        (LONGEST * 3 / 4, LONGEST),
        (LONGEST / 2, LONGEST / 2),
    ]
    assert [bar.number for bar in chart.bars] == ["3 of 4", "2 of 2"]


def test_nothing_is_drawn_of_nothing() -> None:
    assert bar_chart("Due", [("First", 0)]) is None
    assert part_chart("Met", []) is None
