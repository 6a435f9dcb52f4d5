from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.roles import Role
from app.commissions.for_boards.facts import ClerkInPlace, LastReview
from app.core.model import Audited, Enumerated, Record, Versioned

if TYPE_CHECKING:
    from app.commissions.models.request import SupportRequest


class BoardNeed(Versioned, Record):
    """What only a board is asked, and who of the school may know beside the asker.

    Each group that may know is a column of its own, because lists ask for them in SQL.
    """

    __tablename__ = "board_need"

    request_id: Mapped[int] = mapped_column(ForeignKey("support_request.id"), unique=True)
    # then the asker alone speaks, whoever else may know
    in_confidence: Mapped[bool]
    head_may_know: Mapped[bool] = mapped_column(default=False)
    chair_may_know: Mapped[bool] = mapped_column(default=False)
    clerk_may_know: Mapped[bool] = mapped_column(default=False)
    governors_may_know: Mapped[bool] = mapped_column(default=False)

    # codes of BOARD_NEEDS
    needs: Mapped[list[str]] = mapped_column(JSON, default=list)
    vacancies: Mapped[int | None]
    clerk_in_place: Mapped[ClerkInPlace | None] = mapped_column(Enumerated(ClerkInPlace))
    last_review: Mapped[LastReview | None] = mapped_column(Enumerated(LastReview))
    last_review_on: Mapped[date | None]
    furthest_miles: Mapped[int | None]

    request: Mapped[SupportRequest] = relationship(back_populates="board_need")

    @property
    def known_to(self) -> frozenset[Role]:
        """Return the roles at the school whose holders may know."""
        told = {
            Role.HEAD: self.head_may_know,
            Role.DELEGATE: self.head_may_know,
            Role.CHAIR: self.chair_may_know,
            Role.CLERK: self.clerk_may_know,
            Role.GOVERNOR: self.governors_may_know,
        }
        return frozenset(role for role, knows in told.items() if knows)

    def audit_root(self) -> Audited:
        return self.request
