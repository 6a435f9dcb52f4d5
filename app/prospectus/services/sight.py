"""An entry is confirmed; it goes out of sight, and comes back."""

from __future__ import annotations

from app.accounts.models import Person
from app.accounts.queries import holders
from app.accounts.roles import Role
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotReady
from app.notifications.services import leave_message
from app.prospectus.facts import HiddenBy, ListingAction, ListingStatus
from app.prospectus.lifecycle import LISTING_LIFECYCLE
from app.prospectus.models import Provider
from app.prospectus.permissions import leads
from app.prospectus.services.changed import changed


def confirm_entry(provider: Provider, *, by: Person | None = None) -> None:
    """Note that the entry is true as it stands today; one that time has hidden is back."""
    if provider.listing is ListingStatus.HIDDEN:
        show(provider, by=by)
    provider.confirmed_on = clock.today()
    provider.private.warned_on = None
    label_change(provider, "confirm")
    changed(provider)


def hide(provider: Provider, *, by: Person | None, reason: str = "") -> None:
    """Take the entry out of the prospectus; `by` is None when time does.

    An officer gives a reason, for the leads read it. What is under way goes on.
    """
    LISTING_LIFECYCLE.permit(provider, ListingAction.HIDE, by=by)
    hidden_by = _who_hides(provider, by)
    if hidden_by is HiddenBy.OFFICER and not reason.strip():
        raise NotReady(["Say why the entry goes out of sight. The provider reads it."])
    LISTING_LIFECYCLE.move(provider, ListingAction.HIDE, by=by)
    provider.private.hidden_by = hidden_by
    provider.private.hidden_reason = reason.strip()
    changed(provider)
    if hidden_by is HiddenBy.OFFICER:
        _tell_leads(provider, "is out of sight", "An officer gave a reason. Sign in to read it.")


def show(provider: Provider, *, by: Person | None) -> None:
    """Bring the entry back; it is not hidden again for its age before another warning."""
    was_hidden_by = provider.private.hidden_by
    LISTING_LIFECYCLE.move(provider, ListingAction.SHOW, by=by)
    provider.private.hidden_by = provider.private.hidden_reason = None
    provider.private.warned_on = None
    changed(provider)
    if was_hidden_by is HiddenBy.OFFICER:
        _tell_leads(provider, "is back", "Schools find it again.")


def hide_by_review(provider: Provider, *, by: Person, reason: str) -> None:
    """Take the entry out of the prospectus for a review, whoever may have hidden it before."""
    if provider.listing is ListingStatus.DRAFT:
        raise NotReady(["The entry is not published, so nothing can be taken out of sight."])
    if provider.is_public:
        LISTING_LIFECYCLE.move(provider, ListingAction.HIDE, by=by)
    provider.private.hidden_by = HiddenBy.REVIEW
    provider.private.hidden_reason = reason.strip()
    changed(provider)


def undo_hiding(provider: Provider, *, back_to: HiddenBy | None) -> None:
    """Put an entry that a review hid back to how it was before; None for in sight."""
    if provider.private.hidden_by is not HiddenBy.REVIEW:
        return
    if back_to is None:
        show(provider, by=None)
    else:
        provider.private.hidden_by = back_to
        changed(provider)


def note_warning(provider: Provider) -> None:
    """Keep the day on which the leads were told that the entry will be hidden."""
    provider.private.warned_on = clock.today()
    label_change(provider.private, "warn")
    changed(provider)


def _who_hides(provider: Provider, by: Person | None) -> HiddenBy:
    if by is None:
        return HiddenBy.TIME
    return HiddenBy.LEAD if leads(by, provider) else HiddenBy.OFFICER


def _tell_leads(provider: Provider, what: str, body: str) -> None:
    moment = provider.moved_at.isoformat() if provider.moved_at else ""
    for person in holders(Role.PROVIDER_LEAD, provider=provider.id):
        leave_message(
            to=person,
            about=f"entry {provider.id} {what} {moment}",
            subject=f"Your entry in the prospectus {what}",
            body=body,
            path=f"/prospectus/{provider.slug}",
        )
