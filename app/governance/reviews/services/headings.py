"""Adding, rewording and retiring headings. Reviews that began keep the words they had."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.core import clock
from app.core.errors import NotOpen, NotReady
from app.extensions import db
from app.governance.reviews.models import GovernanceHeading
from app.governance.reviews.queries import newest_heading
from app.governance.reviews.usual import usual_headings
from app.governance.strands import strands

if TYPE_CHECKING:
    from app.prospectus.models import ExpertiseArea

LONGEST_CODE = 50


def start_headings(authority_code: str) -> None:
    """Give an authority the usual headings, unless it has any of its own, also retired ones."""
    known = select(GovernanceHeading.id).where(GovernanceHeading.authority_code == authority_code)
    if db.session.scalars(known).first() is not None:
        return
    by_code = {strand.code: strand for strand in strands()}
    db.session.add_all(
        GovernanceHeading(
            authority_code=authority_code,
            code=row["code"],
            name=row["name"],
            about=row["about"],
            strand=by_code.get(row["strand"]),
            position=position,
        )
        for position, row in enumerate(usual_headings(), start=1)
    )
    db.session.flush()


def add_heading(
    *, authority_code: str, name: str, about: str, strand: ExpertiseArea | None
) -> GovernanceHeading:
    """Add it at the end; the next review can choose it."""
    start_headings(authority_code)
    code = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:LONGEST_CODE] or "heading"
    if newest_heading(authority_code, code) is not None:
        raise NotReady(["A heading of this name is or was in use. Give it another name."])
    of_authority = GovernanceHeading.authority_code == authority_code
    last = db.session.scalar(select(func.max(GovernanceHeading.position)).where(of_authority))
    heading = GovernanceHeading(
        authority_code=authority_code,
        code=code,
        name=name.strip(),
        about=about.strip(),
        strand=strand,
        position=(last or 0) + 1,
    )
    db.session.add(heading)
    db.session.flush()
    return heading


def reword(
    *, heading: GovernanceHeading, name: str, about: str, strand: ExpertiseArea | None
) -> GovernanceHeading:
    """End this wording and begin the next."""
    _end(heading)
    newer = GovernanceHeading(
        authority_code=heading.authority_code,
        code=heading.code,
        version=heading.version + 1,
        name=name.strip(),
        about=about.strip(),
        strand=strand,
        position=heading.position,
    )
    db.session.add(newer)
    db.session.flush()
    return newer


def retire(heading: GovernanceHeading) -> None:
    """No later review can choose it."""
    _end(heading)
    db.session.flush()


def _end(heading: GovernanceHeading) -> None:
    if heading.ends_on is not None:
        message = "This heading was reworded or retired since you opened the page."
        raise NotOpen(message)
    heading.ends_on = clock.today()
