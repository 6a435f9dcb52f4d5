"""Messages about changes. A subject holds the reference and the act: never a school or a need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.changes.facts import VariationStatus
from app.commissions.queries.people import everybody_told
from app.notifications.services import leave_message

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Variation

DECIDED = {
    VariationStatus.IN_FORCE: "the change of the agreement takes effect",
    VariationStatus.REJECTED: "the change is not agreed",
    VariationStatus.NOT_APPROVED: "the change is not approved",
}


def tell_decided(variation: Variation, by: Person) -> None:
    """Tell both sides and the broker what came of a change, but not who decided it."""
    commission, words = variation.commission, DECIDED[variation.status]
    for person in everybody_told(commission):
        if person.id != by.id:
            leave_message(
                to=person,
                about=f"{commission.reference} change {variation.number} {variation.status}",
                subject=f"{commission.reference}: {words}",
                body=f"{words[0].upper()}{words[1:]}. Its page says more.",
                path=f"/commissions/{commission.reference}",
            )
