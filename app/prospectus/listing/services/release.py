"""The home school's head answers whether the provider may give the days."""

from __future__ import annotations

from app.accounts.models import Person
from app.core import clock
from app.core.errors import NotReady
from app.extensions import db
from app.prospectus.listing import telling
from app.prospectus.listing.facts import EditionAction
from app.prospectus.listing.lifecycle import EDITION_LIFECYCLE
from app.prospectus.listing.services.write import put_before_panel
from app.prospectus.models import Edition


def grant(*, edition: Edition, by: Person) -> None:
    release = edition.open_release
    EDITION_LIFECYCLE.move(edition, EditionAction.GRANT_RELEASE, by=by)
    _answered(edition, by, granted=True, reason="")
    put_before_panel(edition)
    host = release.host.name if release else "The home school"
    telling.tell_lead(edition, "your home school has agreed", f"{host} agreed. The panel is next.")


def refuse(*, edition: Edition, by: Person, reason: str) -> None:
    EDITION_LIFECYCLE.check(edition, EditionAction.REFUSE_RELEASE, by=by)
    if not reason.strip():
        raise NotReady(["Say why the school cannot release them, or for how many days it could."])
    EDITION_LIFECYCLE.move(edition, EditionAction.REFUSE_RELEASE, by=by)
    _answered(edition, by, granted=False, reason=reason.strip())
    edition.reason = reason.strip()
    telling.tell_lead(edition, "your home school has answered", "Its page says what it answered.")


def _answered(edition: Edition, by: Person, *, granted: bool, reason: str) -> None:
    release = edition.releases[-1]
    release.granted, release.reason = granted, reason
    release.answered_by_id, release.answered_at = by.id, clock.now()
    db.session.flush()
