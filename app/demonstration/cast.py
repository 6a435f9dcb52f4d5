"""Who and what the story has, and how its files name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, Objective, SupportRequest
    from app.demonstration.files import Table
    from app.prospectus.models import Provider


@dataclass
class Cast:
    """Who and what the story has so far."""

    people: dict[str, Person]
    providers: dict[str, Provider]
    requests: dict[str, SupportRequest] = field(default_factory=dict)
    commissions: dict[str, Commission] = field(default_factory=dict)
    # on their way into the prospectus, by name
    entries: dict[str, Provider] = field(default_factory=dict)

    def commission(self, table: Table) -> Commission:
        return self.commissions[table["ref"]]


def objective_of(commission: Commission, key: str) -> Objective:
    """Return the objective that a file calls by its position."""
    return commission.objectives[int(key) - 1]
