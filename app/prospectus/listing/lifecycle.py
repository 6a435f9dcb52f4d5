"""How an edition of an entry moves from the first word to the public."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.lifecycle import Lifecycle, Step
from app.prospectus.listing import permissions as who
from app.prospectus.listing.completeness import missing
from app.prospectus.listing.facts import PANEL_SIZE, EditionAction, EditionStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.prospectus.models import Edition

S, A = EditionStatus, EditionAction


def complete(_person: Person, edition: Edition) -> Sequence[str]:
    """Return what is missing before it can be sent, in the order of the questions."""
    return [f"{gap.words}." for gap in missing(edition)]


def nobody_rated(_person: Person, edition: Edition) -> Sequence[str]:
    if edition.ratings:
        return ["The panel has begun to rate it, so it cannot be taken back now."]
    return ()


def enough_ratings(_person: Person, edition: Edition) -> Sequence[str]:
    needed = PANEL_SIZE - len(edition.ratings)
    if needed > 0:
        return [f"At least {PANEL_SIZE} reviewers must rate it first: {needed} more."]
    return ()


def anybody(_person: Person, _edition: Edition) -> bool:
    """Follows from another act that was checked."""
    return True


def sits_on_panel(person: Person, edition: Edition) -> bool:
    return who.can_sit_on_panel(person, edition)


EDITION_LIFECYCLE: Lifecycle[EditionStatus, EditionAction, Edition, Person] = Lifecycle(
    {
        (S.DRAFT, A.ASK_RELEASE): Step(S.RELEASE, who.can_write_edition, complete),
        (S.DRAFT, A.TO_PANEL): Step(S.PANEL, who.can_write_edition, complete),
        (S.DRAFT, A.APPOINT): Step(S.PUBLISHED, anybody),
        (S.DRAFT, A.DISCARD): Step(S.DISCARDED, who.can_write_edition),
        (S.RELEASE, A.GRANT_RELEASE): Step(S.PANEL, who.can_answer_release),
        (S.RELEASE, A.REFUSE_RELEASE): Step(S.RETURNED, who.can_answer_release),
        (S.RELEASE, A.TAKE_BACK): Step(S.DRAFT, who.can_write_edition),
        (S.PANEL, A.TAKE_BACK): Step(S.DRAFT, who.can_write_edition, nobody_rated),
        (S.PANEL, A.PUBLISH): Step(S.PUBLISHED, who.can_decide, enough_ratings),
        (S.PANEL, A.PUBLISH_WITH_CONDITIONS): Step(S.CONDITIONAL, who.can_decide, enough_ratings),
        (S.PANEL, A.RETURN): Step(S.RETURNED, who.can_decide, enough_ratings),
        (S.RETURNED, A.ASK_RELEASE): Step(S.RELEASE, who.can_write_edition, complete),
        (S.RETURNED, A.TO_PANEL): Step(S.PANEL, who.can_write_edition, complete),
        (S.RETURNED, A.DISCARD): Step(S.DISCARDED, who.can_write_edition),
        (S.CONDITIONAL, A.CONDITIONS_MET): Step(S.PUBLISHED, sits_on_panel),
        (S.CONDITIONAL, A.CONDITIONS_NOT_MET): Step(S.RETURNED, sits_on_panel),
        (S.CONDITIONAL, A.SUPERSEDE): Step(S.SUPERSEDED, anybody),
        (S.PUBLISHED, A.SUPERSEDE): Step(S.SUPERSEDED, anybody),
    }
)
