"""What happens to a visitor's session when its owner signs in: features above say it here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.accounts.models import Person

    # given who signed in, and what the session held before
    Arrival = Callable[[Person, Mapping[str, Any]], None]

_arrivals: list[Arrival] = []


def on_arrival(arrive: Arrival) -> None:
    """Say what to bring along at every sign-in; called once when the application is made."""
    if arrive not in _arrivals:
        _arrivals.append(arrive)


def arrived(person: Person, session_before: Mapping[str, Any]) -> None:
    for arrive in _arrivals:
        arrive(person, session_before)
