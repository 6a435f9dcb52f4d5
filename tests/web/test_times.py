from __future__ import annotations

from datetime import time

import pytest

from app.web.fields.times import read_time, time_words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:30am", time(9, 30)),
        ("9.30", time(9, 30)),
        ("0930", time(9, 30)),
        (" 2 PM ", time(14)),
        ("12am", time(0)),
        ("12:15pm", time(12, 15)),
        ("14:00", time(14)),
        ("noon", time(12)),
    ],
)
def test_times_as_people_write_them(typed: str, meant: time) -> None:
    assert read_time(typed) == meant
    assert read_time(time_words(meant)) == meant


@pytest.mark.parametrize("typed", ["soon", "25:00", "9:60", "13pm", "0am", "9:3", "٩:٣٠"])
def test_what_is_no_time(typed: str) -> None:
    with pytest.raises(ValueError, match="like 9:30am or 14:00"):
        read_time(typed)
