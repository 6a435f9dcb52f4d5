"""One page of a list, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from sqlalchemy import Select, func, select

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session, scoped_session

T = TypeVar("T")
PER_PAGE = 20


class Whole(Enum):
    """Asks for the list as one page, for a file; an address cannot say it."""

    LIST = 1


PageAsked: TypeAlias = str | Whole | None


@dataclass(frozen=True)
class Page(Generic[T]):
    items: Sequence[T]
    number: int
    total: int
    per_page: int = PER_PAGE

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.per_page))

    @property
    def linked(self) -> list[int]:
        """The pages that a page of a long list leads to: the ends, and those beside this one."""
        near = range(self.number - 1, self.number + 2)
        return sorted({1, self.pages, *(number for number in near if 1 <= number <= self.pages)})

    @property
    def first(self) -> int:
        """Position of the first item shown, counted from 1; 0 when there is none."""
        return (self.number - 1) * self.per_page + 1 if self.total else 0

    @property
    def last(self) -> int:
        return min(self.number * self.per_page, self.total)


def page_number(text: str | None, total: int, per_page: int = PER_PAGE) -> int:
    """Read a page number from a URL; nonsense is the first page, too far is the last."""
    last = max(1, -(-total // per_page))
    number = int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else 1
    return min(max(number, 1), last)


def paginate(
    session: Session | scoped_session[Any],
    query: Select[Any],
    number: PageAsked,
    per_page: int = PER_PAGE,
) -> Page[Any]:
    """Return one page of the entities that `query` selects, in the query's own order."""
    total = session.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
    if isinstance(number, Whole):
        return Page(session.scalars(query).unique().all(), 1, total, max(total, 1))
    page = page_number(number, total, per_page)
    items = session.scalars(query.limit(per_page).offset((page - 1) * per_page)).unique().all()
    return Page(items, page, total, per_page)
