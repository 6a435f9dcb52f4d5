"""Messages about changes. A subject holds the reference and the act: never a school or a need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.changes.facts import VariationStatus
from app.commissions.changes.follow_up import follow_up_asked
from app.commissions.changes.queries import closed_not_long_ago
from app.commissions.queries.people import everybody_told
from app.commissions.queries.sides import voices_of
from app.notifications.services import leave_message
from app.web.filters import date_words

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission, LeadChange, SchoolMove, Variation

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


def tell_taken_over(commission: Commission, move: SchoolMove) -> None:
    """Tell the successor's voices and the other side who belongs to it now."""
    words = "this support now belongs to another school"
    for person in everybody_told(commission):
        if person.id != move.moved_by_id:
            leave_message(
                to=person,
                about=f"{commission.reference} moved {move.id}",
                subject=f"{commission.reference}: {words}",
                body="The school has closed and its successor takes over. Its page says more.",
                path=f"/commissions/{commission.reference}",
            )


def tell_leads(change: LeadChange, by: Person) -> None:
    """Tell who leads now, whom earlier messages about open steps never reached."""
    commission = change.commission
    from_on = date_words(change.from_on)
    told = {
        change.leads: ("you lead this support", f"You lead it from {from_on}."),
        commission.broker: ("another person leads it", f"{change.leads.name}, from {from_on}."),
    }
    for person, (words, body) in told.items():
        if person.id != by.id:
            leave_message(
                to=person,
                about=f"{commission.reference} lead {change.id}",
                subject=f"{commission.reference}: {words}",
                body=f"{body} Its page says whose turn it is.",
                path=f"/commissions/{commission.reference}",
            )


def remind_of_follow_ups() -> None:
    """Ask schools, once a term and never twice, to measure again after the end."""
    for commission in closed_not_long_ago():
        asked = follow_up_asked(commission)
        if asked is None:
            continue
        for person in voices_of(commission):
            leave_message(
                to=person,
                about=f"{commission.reference} follow-up {asked.number}",
                subject=f"{commission.reference}: measure again whether it lasts",
                body=(
                    f"A reading {asked.words} shows what has lasted. "
                    f"Please add it by {date_words(asked.due_on)}."
                ),
                path=f"/commissions/{commission.reference}",
            )
