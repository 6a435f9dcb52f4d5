"""What happened to an application, in words, from the audit trail, for one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.accounts.models import Person
from app.core.audit import AuditEvent, subject_of
from app.extensions import db
from app.governance.champions.facts import Act, ReviewDecision
from app.governance.champions.permissions import is_applicant, reads_application

if TYPE_CHECKING:
    from datetime import datetime

    from app.governance.champions.models import Application


@dataclass(frozen=True)
class Line:
    """How one kind of event reads; some are no news for the applicant."""

    words: str
    for_applicant: bool = True


@dataclass(frozen=True)
class Entry:
    at: datetime
    who: str
    title: str
    text: str = ""
    href: str | None = None


# (table, action) → words
LINES = {
    ("champion_application", Act.SUBMIT): Line("Application sent"),
    ("champion_application", Act.FIND_ELIGIBLE): Line("Found eligible"),
    ("champion_application", Act.FIND_NOT_ELIGIBLE): Line("Found not eligible"),
    ("champion_application", Act.ASK_REFERENCES): Line("References asked for"),
    ("champion_application", Act.INVITE): Line("Handed to the panel"),
    ("champion_application", Act.APPOINT): Line("Appointed"),
    ("champion_application", Act.NOT_APPOINT): Line("Not appointed"),
    ("champion_application", Act.APPEAL): Line("Appeal made"),
    ("champion_application", Act.UPHOLD): Line("Appeal upheld: looked at afresh"),
    ("champion_application", Act.DISMISS): Line("Appeal not upheld"),
    ("champion_application", Act.DESIGNATE): Line("Term begun, entry published"),
    ("champion_application", Act.STAND_DOWN): Line("Stood down"),
    ("champion_application", Act.END): Line("Service ended"),
    ("champion_application", Act.WITHDRAW): Line("Application withdrawn"),
    ("champion_referee", "answer"): Line("A reference came"),
    ("champion_referee", "replace"): Line("A referee was replaced"),
    ("champion_declaration", "created"): Line("An interest was declared", for_applicant=False),
    ("champion_panel_member", "score"): Line("A panel member scored", for_applicant=False),
    ("champion_training", "created"): Line("Training recorded"),
    ("champion_training", "sign_off"): Line("Training signed off"),
    ("champion_review", ReviewDecision.RENEW): Line("Annual review: renewed"),
    ("champion_review", ReviewDecision.CONDITIONS): Line("Annual review: conditions"),
    ("champion_review", ReviewDecision.STAND_DOWN): Line("Annual review: service ends"),
}


def timeline_of(person: Person, application: Application) -> list[Entry]:
    """Return what happened, the latest first; an applicant reads no names but their own."""
    query = (
        select(AuditEvent, Person.name)
        .outerjoin(Person, Person.id == AuditEvent.actor_id)
        .where(AuditEvent.root == subject_of(application))
        .order_by(AuditEvent.id.desc())
    )
    reads_all = reads_application(person, application)
    entries = []
    for event, name in db.session.execute(query):
        line = LINES.get((event.subject.partition(":")[0], event.action))
        if line is None or not (reads_all or line.for_applicant):
            continue
        own = is_applicant(person, application) and event.actor_id == person.id
        who = (name or "") if reads_all or own else ""
        entries.append(Entry(event.at, who, line.words))
    return entries
