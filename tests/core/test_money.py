from __future__ import annotations

import pytest

from app.core.money import pounds


class TestPounds:
    @pytest.mark.parametrize(
        ("pence", "words"),
        [
            (0, "£0"),
            (5, "£0.05"),
            (125_000, "£1,250"),
            (125_050, "£1,250.50"),
            (-125_050, "\N{MINUS SIGN}£1,250.50"),
            (100_000_000_00, "£100,000,000"),
        ],
    )
    def test_read_as_people_write_them(self, pence: int, words: str) -> None:
        assert pounds(pence) == words
