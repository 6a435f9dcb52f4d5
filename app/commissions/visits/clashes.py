"""Two visits at once: the same slot is refused, another overlap is warned of. Pure rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.facts import Side
from app.commissions.voices import is_of_board
from app.core.errors import DomainError
from app.web.filters import moment_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from app.commissions.models import Commission, Visit

_WHOSE = {Side.PROVIDER: "The provider", Side.SCHOOL: "The school"}


class Clash(DomainError):
    """Somebody is booked at that time; where `may_insist`, it can be booked all the same."""

    def __init__(self, words: str, *, may_insist: bool) -> None:
        super().__init__(words)
        self.may_insist = may_insist


@dataclass(frozen=True)
class Slot:
    starts_at: datetime
    ends_at: datetime

    def overlaps(self, visit: Visit) -> bool:
        return self.starts_at < visit.ends_at and visit.starts_at < self.ends_at

    def is_the_same_as(self, visit: Visit) -> bool:
        return self.starts_at == visit.starts_at


def clash_of(commission: Commission, slot: Slot, booked: Iterable[Visit]) -> Clash | None:
    """Return the worst clash with what is booked of the same people, in words for both sides.

    Whom the other visit is with stays unsaid: the readers need not know of each other's work.
    An organisation may send two people at once; one person, or one school, is booked once. What a
    board booked is no clash for its school, nor the other way round: neither may know of it.
    """
    worst = None
    for visit in booked:
        side = _shared(commission, visit)
        if side is None or not slot.overlaps(visit):
            continue
        own = visit.commission_id == commission.id
        again = "this support has" if own else f"{_WHOSE[side][:1].lower()}{_WHOSE[side][1:]} has"
        at = moment_words(visit.starts_at)
        if own or slot.is_the_same_as(visit):
            return Clash(
                f"Choose another time: {again} a visit booked on {at} already", may_insist=False
            )
        worst = Clash(f"Check the time: {again} another visit on {at}", may_insist=True)
    return worst


def _shared(commission: Commission, visit: Visit) -> Side | None:
    other = visit.commission
    own = other.request_id == commission.request_id
    of_schools = not (is_of_board(other) or is_of_board(commission))
    if other.school_urn == commission.school_urn and (own or of_schools):
        return Side.SCHOOL
    one_person = commission.provider.kind.is_person
    return Side.PROVIDER if one_person and other.provider_id == commission.provider_id else None
