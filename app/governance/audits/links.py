"""The link in a letter: it opens one person's own audit, as long as the audit takes answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.governance.audits import queries
from app.governance.audits.facts import LINK_LASTS
from app.web.links import SignedLinks

if TYPE_CHECKING:
    from app.governance.audits.models import Invitation

LINKS = SignedLinks("answer a skills audit", last=LINK_LASTS)


def token_for(invitation: Invitation) -> str:
    return LINKS.token(invitation.id, invitation.email)


def invitation_of_token(token: str, **_rest: str) -> Invitation | None:
    """Return whose audit it opens; None for a link that is forged, old or taken back."""
    if (signed := LINKS.read(token)) is None:
        return None
    number, email = signed
    invitation = queries.invitation_by_id(number)
    return invitation if invitation and invitation.email == email else None


def path_of(invitation: Invitation) -> str:
    # no url_for: the worker and the demonstration write letters outside a request
    return f"/governance/audits/by-link/{token_for(invitation)}"
