"""Preparing an audit, opening, closing and reopening it, and sharing what came of it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from app.commissions.services.respond import given_reason
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.core.references import new_reference
from app.extensions import db
from app.governance.audits import permissions as who
from app.governance.audits import queries, results, telling
from app.governance.audits.facts import (
    LEAST_SHOWN,
    MOST_GUESTS,
    AuditAct,
    AuditStatus,
    Rule,
)
from app.governance.audits.lifecycle import AUDIT_LIFECYCLE
from app.governance.audits.models import AuditItem, Invitation, SkillsAudit
from app.governance.audits.requirements import fault_of_day
from app.governance.audits.services.holding import hold
from app.governance.audits.words.facts import Kind
from app.governance.audits.words.queries import scale_in_force, wordings_in_force

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from app.accounts.models import Person
    from app.schools.models import School

CANNOT = "You cannot do this to the audit as it stands."


def begin(
    *,
    school: School,
    by: Person,
    name: str,
    closes_on: date,
    rule: Rule = Rule.TOTALS,
    agreed_on: date | None = None,
    head_asked: bool = False,
) -> SkillsAudit:
    """Prepare an audit with the statements and the scale of today; nobody is told yet."""
    if not who.can_begin(by, school):
        message = "Only the chair, the clerk or governor services begin an audit of this board."
        raise NotAllowed(message)
    statements = wordings_in_force(school.authority_code, Kind.STATEMENT)
    scale = scale_in_force(school.authority_code)
    if scale is None or not statements:
        raise NotReady(["Governor services have not set the statements yet. Ask them to."])
    if faults := faults_of_facts(closes_on=closes_on, rule=rule, agreed_on=agreed_on):
        raise NotReady(list(faults.values()))
    audit = SkillsAudit(
        reference=new_reference("AUD"),
        school=school,
        name=name,
        closes_on=closes_on,
        begun_by_id=by.id,
        for_board=who.is_officer_of(by, school),
        rule=rule,
        agreed_on=agreed_on,
        head_asked=head_asked,
        scale=scale,
    )
    audit.items = [
        AuditItem(wording=one, position=number, needed=one.needed)
        for number, one in enumerate(statements, start=1)
    ]
    db.session.add(audit)
    _ask_the_board(audit)
    db.session.flush()
    return audit


def change(*, audit: SkillsAudit, by: Person, **facts: Any) -> None:
    """Change what was said of it; once it is open, its rule is what people were told."""
    if not who.runs_draft(by, audit):
        raise NotAllowed(CANNOT)
    given = {key: facts[key] for key in ("closes_on", "rule", "agreed_on")}
    if faults := faults_of_facts(**given):
        raise NotReady(list(faults.values()))
    for key, value in facts.items():
        setattr(audit, key, value)
    _ask_the_board(audit)
    db.session.flush()


def faults_of_facts(*, closes_on: date, rule: Rule, agreed_on: date | None) -> Mapping[str, str]:
    faults = {}
    if fault := fault_of_day(closes_on):
        faults["closes_on"] = fault
    if rule is Rule.CHAIR and agreed_on is None:
        faults["agreed_on"] = "Enter the day on which the board agreed to this."
    if agreed_on is not None and agreed_on > clock.today():
        faults["agreed_on"] = "Enter the day on which the board agreed: today or earlier."
    return faults


def set_needed(*, audit: SkillsAudit, by: Person, numbers: Mapping[int, int]) -> None:
    """Say how many the board needs, by the number of the item; not after the result is known."""
    if not who.runs_before_end(by, audit):
        raise NotAllowed(CANNOT)
    for item in audit.items:
        item.needed = numbers.get(item.id, item.needed)
    # so that of two who change different numbers at once the second is told
    audit.needs_set_at = clock.now()
    label_change(audit, "set_needed")
    db.session.flush()


def ask(*, audit: SkillsAudit, by: Person, name: str, email: str) -> Invitation:
    """Ask somebody without an account; they get a link when it opens, or at once."""
    if not who.runs_before_end(by, audit):
        raise NotAllowed(CANNOT)
    address = email.strip().lower()
    if any(one.email == address for one in audit.invitations):
        raise NotReady(["This person is asked already."])
    if sum(one.person_id is None for one in audit.invitations) >= MOST_GUESTS:
        raise NotReady([f"Ask at most {MOST_GUESTS} people without an account."])
    invitation = Invitation(name=name.strip(), email=address)
    audit.invitations.append(invitation)
    db.session.flush()
    if audit.status is AuditStatus.OPEN:
        telling.ask_one(invitation)
    return invitation


def ask_who_joined(audit: SkillsAudit) -> None:
    """Ask those who became governors while it is open."""
    known = set(audit.invitations)
    _ask_the_board(audit)
    db.session.flush()
    for invitation in audit.invitations:
        if invitation not in known:
            telling.ask_one(invitation)


def take_back(*, invitation: Invitation, by: Person) -> None:
    """Ask somebody no more, who has not answered; their link opens nothing afterwards."""
    audit = invitation.audit
    if not who.runs_before_end(by, audit):
        raise NotAllowed(CANNOT)
    if invitation.sheet is not None:
        message = "They have begun to answer, so they stay among those who were asked."
        raise NotOpen(message)
    _let_go(audit, [invitation])


def open_audit(*, audit: SkillsAudit, by: Person) -> None:
    _ask_the_board(audit)
    AUDIT_LIFECYCLE.move(audit, AuditAct.OPEN, by=by)
    db.session.flush()
    telling.tell_open(audit)


def close(*, audit: SkillsAudit, by: Person | None) -> None:
    """Count what was sent, once: from then on only the totals are read."""
    hold(audit)
    AUDIT_LIFECYCLE.move(audit, AuditAct.CLOSE, by=by)
    _count(audit)
    db.session.flush()
    telling.tell_closed(audit)


def reopen(*, audit: SkillsAudit, by: Person, reason: str, closes_on: date) -> None:
    """Take answers again until a new day; everybody on the board reads why."""
    words = given_reason(reason, "Say why the audit is reopened.")
    if fault := fault_of_day(closes_on):
        raise NotReady([fault])
    AUDIT_LIFECYCLE.move(audit, AuditAct.REOPEN, by=by)
    audit.reopened_because, audit.closes_on = words, closes_on
    _ask_the_board(audit)
    db.session.flush()
    telling.tell_open(audit)


def discard(*, audit: SkillsAudit, by: Person) -> None:
    AUDIT_LIFECYCLE.move(audit, AuditAct.DISCARD, by=by)
    db.session.flush()


def share(*, audit: SkillsAudit, by: Person, with_head: bool, with_services: bool) -> None:
    if not who.shares(by, audit):
        raise NotAllowed(CANNOT)
    audit.shared_with_head, audit.shared_with_services = with_head, with_services
    db.session.flush()


def _ask_the_board(audit: SkillsAudit) -> None:
    """Ask every governor of today; of a draft, let go of those who are none any more."""
    wanted = {
        person.id: person
        for person in queries.people_to_ask(audit.school.urn, head=audit.head_asked)
    }
    if audit.status is AuditStatus.DRAFT:
        gone = [i for i in audit.invitations if i.person_id and i.person_id not in wanted]
        _let_go(audit, gone)
    known = {one.person_id for one in audit.invitations}
    addresses = {one.email: one for one in audit.invitations}
    for person in wanted.values():
        address = person.email.lower()
        if person.id in known:
            continue
        if (guest := addresses.get(address)) is not None:
            # asked by letter before they had the role
            guest.person_id = person.id
        else:
            audit.invitations.append(
                Invitation(person_id=person.id, name=person.name, email=address)
            )


def _let_go(audit: SkillsAudit, gone: Sequence[Invitation]) -> None:
    for invitation in gone:
        # not taken out of the list first: its last event belongs to the audit
        db.session.delete(invitation)
    if gone:
        db.session.flush()
        db.session.expire(audit, ["invitations"])


def _count(audit: SkillsAudit) -> None:
    """Keep the earlier totals where one or two people changed them: the difference would tell."""
    sent = [one for one in audit.invitations if one.sent_at is not None and one.sheet is not None]
    sheets = [one.sheet for one in sent if one.sheet is not None]
    since = audit.result_at
    if since is not None:
        changed = [sheet for sheet in sheets if sheet.changed_at > since]
        if len(changed) < LEAST_SHOWN:
            return
    tallies = results.tallied(
        [item.id for item in audit.items], [sheet.answers["levels"] for sheet in sheets]
    )
    audit.result = {
        "salt": secrets.token_urlsafe(16),
        "asked": len(audit.invitations),
        "sent": len(sheets),
        "items": results.stored(tallies),
    }
    audit.result_at = clock.now()
