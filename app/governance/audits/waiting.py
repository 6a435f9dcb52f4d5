"""Skills audits on the home page: to answer, to open, and those that will close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from app.core.waiting import Item, Place
from app.governance.audits import permissions as who
from app.governance.audits import queries
from app.governance.audits.facts import AuditStatus
from app.web.filters import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.accounts.models import Person
    from app.governance.audits.models import SkillsAudit


def waiting_for(person: Person) -> Iterator[Item]:
    if not who.has_business(person):
        return
    for audit in queries.live_audits_of(person):
        invitation = audit.invitation_of(person)
        runs = who.runs(person, audit)
        if audit.status is AuditStatus.DRAFT:
            yield _item(audit, "audits.show", "Open the skills audit", mine=True)
        elif who.can_answer(person, audit) and invitation and invitation.sent_at is None:
            yield _item(audit, "audits.answer", "Answer the skills audit", mine=True)
        elif runs:
            yield _item(audit, "audits.show", _outstanding(audit), mine=False)


def _outstanding(audit: SkillsAudit) -> str:
    missing = sum(one.sent_at is None for one in audit.invitations)
    if not missing:
        return "Everybody has answered the skills audit"
    verb = "has" if missing == 1 else "have"
    return f"{counted(missing, 'person', 'people')} {verb} not answered the skills audit"


def _item(audit: SkillsAudit, endpoint: str, sentence: str, *, mine: bool) -> Item:
    return Item(
        title=audit.name,
        detail=f"{audit.reference}, {audit.school.name}",
        href=url_for(endpoint, reference=audit.reference),
        sentence=sentence,
        due_on=audit.closes_on,
        mine=mine,
        place=Place("skills audits", url_for("audits.index")),
    )
