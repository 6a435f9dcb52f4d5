"""The pages on which one person answers, the same by account and by link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import url_for

from app.governance.audits.facts import NOT_APPLICABLE, NOT_APPLICABLE_WORDS, RULE_PROMISES
from app.governance.audits.links import token_for
from app.governance.audits.services.answering import (
    items_of,
    levels_of,
    strands_of,
    unanswered,
    why_of,
)
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.governance.audits.models import Invitation
    from app.prospectus.models import ExpertiseArea


@dataclass(frozen=True)
class Way:
    """How this person got here; a link leads to the same pages by addresses of its own."""

    invitation: Invitation
    by_link: bool

    @property
    def overview(self) -> str:
        return self._address("")

    @property
    def back(self) -> str:
        """Return where the first page leads back to; nobody by link has anywhere to go."""
        reference = self.invitation.audit.reference
        return "" if self.by_link else url_for("audits.show", reference=reference)

    def part(self, strand: ExpertiseArea) -> str:
        """Return "Part 2 of 6"."""
        every = strands_of(self.invitation)
        return f"Part {every.index(strand) + 1} of {len(every)}"

    def strand(self, strand: ExpertiseArea) -> str:
        return self._address("_strand", strand=strand.code)

    @property
    def send(self) -> str:
        return self._address("_send")

    def _address(self, ending: str, **values: Any) -> str:
        if self.by_link:
            return url_for(f"audits.link{ending}", token=token_for(self.invitation), **values)
        reference = self.invitation.audit.reference
        return url_for(f"audits.answer{ending}", reference=reference, **values)


@dataclass(frozen=True)
class StrandTask:
    title: str
    href: str
    status_words: str
    tone: str
    hint: str = ""


@dataclass(frozen=True)
class Overview:
    audit: str
    school: str
    until: str
    promise: str
    tasks: Sequence[StrandTask]
    sent: bool
    can_send: bool
    by_link: bool
    back: str
    send: str


def overview(way: Way) -> Overview:
    invitation, audit = way.invitation, way.invitation.audit
    known = levels_of(invitation)
    tasks = []
    for strand in strands_of(invitation):
        items = items_of(invitation, strand)
        done = sum(item.id in known for item in items)
        words, tone = f"{done} of {len(items)} answered", "waiting"
        if done == len(items):
            words, tone = "Answered", "good"
        elif not done:
            words, tone = "Not started", "neutral"
        tasks.append(StrandTask(strand.name, way.strand(strand), words, tone))
    return Overview(
        audit=audit.name,
        school=audit.school.name,
        until=date_words(audit.closes_on),
        promise=RULE_PROMISES[audit.rule],
        tasks=tasks,
        sent=invitation.sent_at is not None,
        can_send=not unanswered(invitation) and invitation.sent_at is None,
        by_link=way.by_link,
        back=way.back,
        send=way.send,
    )


def after(way: Way, strand: ExpertiseArea) -> str:
    """Return where saving a strand leads: to the next that has gaps, else to the overview."""
    every = list(strands_of(way.invitation))
    open_ones = {item.wording.strand_id for item in unanswered(way.invitation)}
    later = every[every.index(strand) + 1 :]
    following = next((one for one in later if one.id in open_ones), None)
    return way.strand(following) if following else way.overview


@dataclass(frozen=True)
class Line:
    key: str
    value: str
    href: str = ""


def own_answers(invitation: Invitation) -> list[tuple[str, list[Line]]]:
    """Return what one person said, strand by strand, for whoever may read that."""
    known, scale = levels_of(invitation), invitation.audit.scale.levels
    parts = []
    for strand in strands_of(invitation):
        lines = [
            Line(item.wording.words, _words(known.get(item.id), scale))
            for item in items_of(invitation, strand)
        ]
        if why := why_of(invitation, strand):
            lines.append(Line("Why something does not apply", why))
        parts.append((strand.name, lines))
    return parts


def _words(level: int | None, scale: Sequence[str]) -> str:
    if level is None:
        return ""
    return NOT_APPLICABLE_WORDS if level == NOT_APPLICABLE else scale[level - 1]
