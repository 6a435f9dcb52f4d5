"""What officers keep on their board, as the demonstration's file writes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from app.commissions.board import services
from app.demonstration.files import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from app.accounts.models import Person
    from app.demonstration.cast import Cast
    from app.demonstration.files import Table


def acts() -> Iterator[tuple[date, str, Callable[[Cast, Person], Any]]]:
    """Return each act with its day and who takes it."""
    for kind, do in (("assignment", _assign), ("watch", _watch), ("note", _note)):
        for table in tables(kind, "board"):
            yield table["on"], table["by"], partial(do, table=table)


def _assign(cast: Cast, by: Person, *, table: Table) -> None:
    request, officer = cast.requests[table["request"]], cast.people[table["officer"]]
    services.assign(request=request, by=by, officer=officer)


def _watch(cast: Cast, by: Person, *, table: Table) -> None:
    services.watch(request=cast.requests[table["request"]], by=by)


def _note(cast: Cast, by: Person, *, table: Table) -> None:
    services.write_note(request=cast.requests[table["request"]], by=by, words=table["words"])
