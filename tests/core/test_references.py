from __future__ import annotations

import re

from app.core.references import new_reference


class TestReference:
    def test_has_nothing_that_is_misread(self) -> None:
        for _ in range(300):
            assert re.fullmatch(r"REQ-[2-9A-HJ-NP-Z]{5}", new_reference("REQ"))

    def test_gives_no_sequence_away(self) -> None:
        made = [new_reference("COM") for _ in range(300)]
        assert made != sorted(made)
        assert len(set(made)) > 295
