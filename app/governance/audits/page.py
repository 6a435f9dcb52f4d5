"""What the list of audits and the page of one audit show one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.act import Act
from app.core import clock
from app.governance.audits import permissions as who
from app.governance.audits import queries
from app.governance.audits.facts import (
    ACT_WORDS,
    RULE_CHOICES,
    STATUS_TONES,
    STATUS_WORDS,
    AuditAct,
    AuditStatus,
    Rule,
)
from app.governance.audits.lifecycle import AUDIT_LIFECYCLE
from app.web.filters import date_words, moment_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.accounts.models import Person
    from app.governance.audits.models import SkillsAudit

HEADER = ("Audit", "Name", "School", "Status", "Last day for answers", "Asked", "Answered")


def export_row(audit: SkillsAudit) -> list[object]:
    return [
        audit.reference,
        audit.name,
        audit.school.name,
        STATUS_WORDS[audit.status],
        audit.closes_on,
        len(audit.invitations),
        answered(audit),
    ]


def answered(audit: SkillsAudit) -> int:
    return sum(one.sent_at is not None for one in audit.invitations)


@dataclass(frozen=True)
class AuditRow:
    name: str
    about: str
    href: str
    status: str
    tone: str
    ends: str
    take_up: str


def audit_row(audit: SkillsAudit) -> AuditRow:
    return AuditRow(
        name=audit.name,
        about=f"{audit.school.name}, {audit.reference}",
        href=url_for("audits.show", reference=audit.reference),
        status=STATUS_WORDS[audit.status],
        tone=STATUS_TONES[audit.status],
        ends=date_words(audit.closes_on),
        take_up=take_up(audit),
    )


def take_up(audit: SkillsAudit) -> str:
    return f"{answered(audit)} of {len(audit.invitations)}"


@dataclass(frozen=True)
class Fact:
    key: str
    value: str
    href: str = ""
    action: str = ""


@dataclass(frozen=True)
class AuditView:
    reference: str
    name: str
    school: str
    status: str
    tone: str
    lead: str
    acts: Sequence[Act]
    facts: Sequence[Fact]
    missing: Sequence[str]


def audit_view(person: Person, audit: SkillsAudit) -> AuditView:
    acts = list(_acts(person, audit))
    return AuditView(
        reference=audit.reference,
        name=audit.name,
        school=audit.school.name,
        status=STATUS_WORDS[audit.status],
        tone=STATUS_TONES[audit.status],
        lead=_lead(person, audit),
        acts=[act for act in acts if not act.missing],
        facts=list(_facts(person, audit)),
        missing=[words for act in acts for words in act.missing],
    )


def _lead(person: Person, audit: SkillsAudit) -> str:
    if audit.status is AuditStatus.DRAFT:
        return "Nobody is told of it until you open it."
    if audit.status is AuditStatus.OPEN:
        return _lead_while_open(person, audit, date_words(audit.closes_on))
    if who.can_see_result(person, audit):
        return "It is closed. Look at the result with your board, then at the gaps."
    if who.can_see_strands(person, audit):
        return "It is closed. The board shares the result of each strand with you."
    return "It is closed. The board has not shared the result with you."


def _lead_while_open(person: Person, audit: SkillsAudit, day: str) -> str:
    if not who.can_answer(person, audit):
        return f"It takes answers until {day}. Nobody sees a result before it is closed."
    if _has_sent(person, audit):
        return f"You have answered. You can change your answers until {day}."
    return f"Please answer it by {day}."


def _has_sent(person: Person, audit: SkillsAudit) -> bool:
    return any(one.sent_at is not None for one in audit.invitations_of(person))


def _acts(person: Person, audit: SkillsAudit) -> Iterator[Act]:
    if who.can_answer(person, audit):
        sent = _has_sent(person, audit)
        words = "Look at your answers or change them" if sent else "Answer the audit"
        yield _act(audit, "answer", words, forward=not sent)
    if who.can_see_strands(person, audit):
        yield _act(audit, "result", "See the result")
    if who.can_see_result(person, audit):
        yield _act(audit, "gaps", "See the gaps and what to do")
        if queries.earlier_audits(audit):
            yield _act(audit, "comparison", "Compare with an earlier audit", forward=False)
    if who.reads_individual(person, audit):
        yield _act(audit, "individual", "Read individual answers", forward=False)
    if not who.can_answer(person, audit) and who.can_read_own(person, audit):
        yield _act(audit, "answer", "Read your own answers", forward=False)
    if who.shares(person, audit):
        yield _act(audit, "share", "Choose who else sees the result", forward=False)
    for act in AUDIT_LIFECYCLE.open_acts(person, audit):
        missing = AUDIT_LIFECYCLE.missing(person, audit, act)
        yield _act(audit, act.value, ACT_WORDS[act], missing, forward=act is AuditAct.OPEN)


def _act(
    audit: SkillsAudit,
    endpoint: str,
    words: str,
    missing: Sequence[str] = (),
    *,
    forward: bool = True,
) -> Act:
    href = url_for(f"audits.{endpoint}", reference=audit.reference)
    return Act(words, href, forward, tuple(missing))


def _facts(person: Person, audit: SkillsAudit) -> Iterator[Fact]:
    reference = audit.reference
    draft = who.runs_draft(person, audit)
    edit = url_for("audits.edit", reference=reference) if draft else ""
    yield Fact("Last day for answers", date_words(audit.closes_on), edit)
    seen = RULE_CHOICES[audit.rule]
    if audit.rule is Rule.CHAIR and audit.agreed_on is not None:
        seen = f"The chair. The board agreed on {date_words(audit.agreed_on)}"
    yield Fact("Who sees the answers of one person", seen, edit)
    runs = who.runs(person, audit) and audit.status is not AuditStatus.DISCARDED
    people = url_for("audits.people", reference=reference) if runs else ""
    words = f"{len(audit.invitations)} people"
    action = "Change" if who.runs_before_end(person, audit) else "See who"
    yield Fact("Asked", words, people, action if people else "")
    if audit.status is not AuditStatus.DRAFT:
        yield Fact("Answered", take_up(audit))
    if who.runs_before_end(person, audit):
        needs = url_for("audits.needs", reference=reference)
        yield Fact("What your board needs", f"{len(audit.items)} statements", needs)
    if audit.reopened_because and (who.on_board(person, audit) or runs):
        yield Fact("Reopened because", audit.reopened_because)
    if audit.status is AuditStatus.CLOSED and audit.result_at is not None:
        yield Fact("Counted", moment_words(audit.result_at))
        if clock.in_london(audit.result_at) < clock.in_london(audit.moved_at):
            yield Fact(
                "Not counted again",
                "Fewer than three people answered or changed answers after it was reopened, so "
                "the difference would have shown what they said.",
            )
