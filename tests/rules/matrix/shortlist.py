"""The shortlist: everybody's own, and of nobody else."""

from __future__ import annotations

from tests.rules.matrix.rows import everybody, the_provider

SHORTLIST = (
    everybody("GET", "shortlist.show"),
    everybody("GET", "shortlist.compare"),
    everybody("POST", "shortlist.add", the_provider),
    everybody("POST", "shortlist.remove", the_provider),
)
