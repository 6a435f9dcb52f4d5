"""Who hears of an audit. Neither subject nor body names the board: letters lie about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.queries import holders
from app.core import clock
from app.governance.audits import queries
from app.governance.audits.facts import REMIND_BEFORE
from app.governance.audits.links import path_of
from app.governance.audits.permissions import BOARD
from app.notifications.services import leave_letter, leave_message
from app.web.filters import date_words

if TYPE_CHECKING:
    from app.governance.audits.models import Invitation, SkillsAudit


def tell_open(audit: SkillsAudit) -> None:
    for invitation in audit.invitations:
        if invitation.sent_at is None:
            ask_one(invitation)


def ask_one(invitation: Invitation) -> None:
    audit = invitation.audit
    day = date_words(audit.closes_on)
    _tell(
        invitation,
        f"skills audit {audit.reference} open until {audit.closes_on}, {invitation.id}",
        f"Please answer your board’s skills audit by {day}",
        f"It takes about ten minutes, and you can stop and come back. It closes after {day}.",
    )


def tell_closed(audit: SkillsAudit) -> None:
    for person in holders(*BOARD, school=audit.school_urn):
        leave_message(
            to=person,
            about=f"skills audit {audit.reference} closed {audit.moved_at.isoformat()}",
            subject=f"{audit.reference}: the skills audit is closed",
            body="Your board can now look at the result.",
            path=f"/governance/audits/{audit.reference}",
        )


def remind_of_audits() -> None:
    """Remind, once before the end, whoever has not answered; the worker calls it."""
    for audit in queries.open_audits():
        began = clock.in_london(audit.moved_at).date()
        near = audit.closes_on - REMIND_BEFORE
        if not (max(near, began) <= clock.today() <= audit.closes_on) or clock.today() == began:
            continue
        day = date_words(audit.closes_on)
        for invitation in audit.invitations:
            if invitation.sent_at is None:
                _tell(
                    invitation,
                    f"skills audit {audit.reference} ends {audit.closes_on}",
                    f"Your board’s skills audit closes after {day}",
                    "You have not sent your answers yet.",
                )


def _tell(invitation: Invitation, about: str, subject: str, body: str) -> None:
    if invitation.person is not None:
        path = f"/governance/audits/{invitation.audit.reference}/answer"
        leave_message(to=invitation.person, about=about, subject=subject, body=body, path=path)
        return
    leave_letter(
        address=invitation.email,
        addressee=invitation.name,
        about=about,
        subject=subject,
        body=f"{body} The link is yours alone and needs no account. Please do not pass it on.",
        path=path_of(invitation),
    )
