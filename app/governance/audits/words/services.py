"""Words are added, put in order, replaced and retired. What was answered keeps its own."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.accounts.roles import Role
from app.core import clock
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.governance.audits.facts import LEVELS, MOST_NEEDED
from app.governance.audits.words import queries
from app.governance.audits.words.facts import USUALLY_NEEDED, Kind
from app.governance.audits.words.models import Scale, Wording
from app.governance.strands import strands
from app.prospectus.designations.services.ordering import STEP, exchange, neighbour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.prospectus.models import ExpertiseArea

USUAL = Path(__file__).parent.parent / "data" / "words.toml"


def start_words(*, authority_code: str, by: Person) -> None:
    """Give an authority the usual words of each kind that it lacks; it keeps its own."""
    if not by.holds(Role.GOVERNOR_SERVICES, authority=authority_code):
        message = "Only governor services of the authority keep these words."
        raise NotAllowed(message)
    usual: dict[str, Any] = tomllib.loads(USUAL.read_text("utf-8"))
    by_code = {strand.code: strand for strand in strands()}
    for kind in Kind:
        if queries.wordings_in_force(authority_code, kind):
            continue
        for number, row in enumerate(usual[kind.value], start=1):
            if (strand := by_code.get(row["strand"])) is not None:
                db.session.add(
                    Wording(
                        authority_code=authority_code,
                        kind=kind,
                        strand_id=strand.id,
                        words=row["words"],
                        needed=row.get("needed", USUALLY_NEEDED),
                        position=number * STEP,
                    )
                )
    if queries.scale_in_force(authority_code) is None:
        db.session.add(Scale(authority_code=authority_code, levels=usual["scale"]))
    db.session.flush()


def add_wording(
    *,
    authority_code: str,
    kind: Kind,
    strand: ExpertiseArea,
    words: str,
    guidance: str,
    needed: int,
) -> Wording:
    last = max((one.position for one in queries.wordings_in_force(authority_code, kind)), default=0)
    wording = Wording(
        authority_code=authority_code,
        kind=kind,
        strand=strand,
        words=words,
        guidance=guidance,
        needed=_checked(needed),
        position=last + STEP,
    )
    db.session.add(wording)
    db.session.flush()
    return wording


def reword(
    wording: Wording, *, words: str, guidance: str, needed: int, same_meaning: bool
) -> Wording:
    """Put a new row in its place; only where it means the same are answers compared with it."""
    check_in_force(wording)
    if (words, guidance, needed) == (wording.words, wording.guidance, wording.needed):
        return wording
    wording.retired_on = clock.today()
    replacement = Wording(
        authority_code=wording.authority_code,
        kind=wording.kind,
        strand_id=wording.strand_id,
        words=words,
        guidance=guidance,
        needed=_checked(needed),
        position=wording.position,
        replaces_id=wording.id,
        same_as_id=wording.meaning if same_meaning else None,
    )
    db.session.add(replacement)
    db.session.flush()
    return replacement


def retire(wording: Wording) -> None:
    check_in_force(wording)
    wording.retired_on = clock.today()
    db.session.flush()


def move(wording: Wording, *, up: bool) -> None:
    """Change places with the neighbour in the same strand."""
    check_in_force(wording)
    every = queries.wordings_in_force(wording.authority_code, wording.kind)
    rows = [one for one in every if one.strand_id == wording.strand_id]
    if (other := neighbour(rows, wording, up=up)) is not None:
        exchange(rows, wording, other)
        db.session.flush()


def replace_scale(scale: Scale, *, levels: Sequence[str], same_meaning: bool) -> Scale:
    if scale.retired_on is not None:
        message = "This scale has been replaced since you opened it."
        raise NotOpen(message)
    if len(levels) != LEVELS or not all(level.strip() for level in levels):
        raise NotReady(["Enter words for each of the four levels."])
    if list(levels) == scale.levels:
        return scale
    scale.retired_on = clock.today()
    replacement = Scale(
        authority_code=scale.authority_code,
        levels=list(levels),
        replaces_id=scale.id,
        same_as_id=scale.meaning if same_meaning else None,
    )
    db.session.add(replacement)
    db.session.flush()
    return replacement


def check_in_force(wording: Wording) -> None:
    if wording.retired_on is not None:
        message = "This has been reworded or retired since you opened it."
        raise NotOpen(message)


def _checked(needed: int) -> int:
    if not 1 <= needed <= MOST_NEEDED:
        raise NotReady([f"Enter a whole number from 1 to {MOST_NEEDED}."])
    return needed
