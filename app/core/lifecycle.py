"""A lifecycle is one table: (status, action) → (next status, who may, what must hold first)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotOpen, NotReady

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

S = TypeVar("S", bound=StrEnum)
A = TypeVar("A", bound=StrEnum)
T = TypeVar("T", bound="HasStatus")
P = TypeVar("P")


class HasStatus(Protocol):
    """Anything with a status that a lifecycle may move."""

    status: Any
    moved_at: Any


def nothing_more(_person: object, _thing: object) -> Sequence[str]:
    """Return no reasons: the act needs nothing beyond the right status and person."""
    return ()


@dataclass(frozen=True)
class Step(Generic[S, T, P]):
    """`requires` returns what is still missing, in words for the person who wants to act."""

    to: S
    permission: Callable[[P, T], bool]
    requires: Callable[[P, T], Sequence[str]] = nothing_more


@dataclass(frozen=True)
class Lifecycle(Generic[S, A, T, P]):
    """The written table that pages, services and tests all read."""

    table: Mapping[tuple[S, A], Step[S, T, P]]

    def open_acts(self, person: P, thing: T) -> list[A]:
        """Return the acts this person may do now, whether or not all they need is in place."""
        return [
            action
            for (status, action), step in self.table.items()
            if status == thing.status and step.permission(person, thing)
        ]

    def allows(self, person: P, thing: T, action: A) -> bool:
        return action in self.open_acts(person, thing)

    def missing(self, person: P, thing: T, action: A) -> Sequence[str]:
        """Return what must be put right before the action, in the order to do it."""
        step = self.table.get((thing.status, action))
        return step.requires(person, thing) if step else ()

    def permit(self, thing: T, action: A, *, by: P) -> Step[S, T, P]:
        """Return the step if it is open and theirs to take; raise NotOpen or NotAllowed."""
        step = self.table.get((thing.status, action))
        if step is None:
            message = "This has moved on since you opened the page, so that step is not open now."
            raise NotOpen(message)
        if not step.permission(by, thing):
            message = "You cannot take this step."
            raise NotAllowed(message)
        return step

    def check(self, thing: T, action: A, *, by: P) -> Step[S, T, P]:
        """Return the step, or raise NotOpen, NotAllowed or NotReady."""
        step = self.permit(thing, action, by=by)
        if missing := step.requires(by, thing):
            raise NotReady(missing)
        return step

    def move(self, thing: T, action: A, *, by: P) -> None:
        """Check the step and take it: the only place in the system that sets a status."""
        step = self.check(thing, action, by=by)
        label_change(thing, action)
        thing.status = step.to
        thing.moved_at = clock.now()
