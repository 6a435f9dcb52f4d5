"""One person's answers: saved strand by strand, sent once complete, changed until it closes."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotOpen, NotReady
from app.extensions import db
from app.governance.audits.facts import LEVELS, NOT_APPLICABLE
from app.governance.audits.models import Sheet
from app.governance.audits.permissions import takes_answers
from app.governance.audits.services.holding import hold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.governance.audits.models import AuditItem, Invitation
    from app.prospectus.models import ExpertiseArea

SAY_WHY = "Say why a statement does not apply to you."


def levels_of(invitation: Invitation) -> dict[int, int]:
    """Return what was chosen so far, by the number of the item."""
    if invitation.sheet is None:
        return {}
    return {int(item): level for item, level in invitation.sheet.answers["levels"].items()}


def why_of(invitation: Invitation, strand: ExpertiseArea) -> str:
    """Return why statements of a strand do not apply, in the person's words."""
    if invitation.sheet is None:
        return ""
    return str(invitation.sheet.answers["why"].get(strand.code, ""))


def save(
    *, invitation: Invitation, strand: ExpertiseArea, levels: Mapping[int, int], why: str
) -> None:
    """Keep the answers to one strand; those to the others stay as they are."""
    _check_open(invitation)
    own = {item.id for item in items_of(invitation, strand)}
    if not set(levels) <= own or not all(NOT_APPLICABLE <= n <= LEVELS for n in levels.values()):
        raise NotReady(["Choose one of the answers that are offered."])
    if NOT_APPLICABLE in levels.values() and not why.strip():
        raise NotReady([SAY_WHY])
    sheet = invitation.sheet
    if sheet is None:
        sheet = invitation.sheet = Sheet(answers=_answers({}, {}))
    before: dict[str, Any] = sheet.answers
    after = {str(item): level for item, level in levels.items()}
    reasons = {**before["why"], strand.code: why.strip()}
    if {**before["levels"], **after} != before["levels"] or reasons != before["why"]:
        label_change(sheet, "answer")
        sheet.answers = _answers({**before["levels"], **after}, reasons)
        sheet.changed_at = clock.now()
    db.session.flush()


def send(invitation: Invitation) -> None:
    """Let the answers count; sending twice changes nothing."""
    _check_open(invitation)
    if unanswered(invitation):
        raise NotReady(["Answer every statement before you send your answers."])
    if invitation.sent_at is None:
        label_change(invitation, "send")
        invitation.sent_at = clock.now()
        db.session.flush()


def items_of(invitation: Invitation, strand: ExpertiseArea) -> list[AuditItem]:
    return [item for item in invitation.audit.items if item.wording.strand_id == strand.id]


def strands_of(invitation: Invitation) -> Sequence[ExpertiseArea]:
    """Return the strands that the audit asks about, in their order."""
    return list(dict.fromkeys(item.wording.strand for item in invitation.audit.items))


def unanswered(invitation: Invitation) -> list[AuditItem]:
    known = levels_of(invitation)
    return [item for item in invitation.audit.items if item.id not in known]


def _answers(levels: Mapping[str, int], why: Mapping[str, str]) -> dict[str, Any]:
    return {"salt": secrets.token_urlsafe(16), "levels": dict(levels), "why": dict(why)}


def _check_open(invitation: Invitation) -> None:
    hold(invitation.audit)
    # another window may have begun the sheet meanwhile
    db.session.refresh(invitation, ["sheet"])
    if not takes_answers(invitation.audit):
        message = "The audit is closed, so answers can no longer be changed."
        raise NotOpen(message)
