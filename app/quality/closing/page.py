"""How a closing report stands, for the eyes of one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.quality.closing.facts import CLOSING_TONES, ClosingAction
from app.quality.closing.lifecycle import CLOSING_LIFECYCLE
from app.quality.closing.report import status_words
from app.quality.permissions import can_see_detail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.quality.closing.models import ClosingReport


@dataclass(frozen=True)
class ReportAct:
    words: str
    href: str


@dataclass(frozen=True)
class ReportState:
    """`lines` are what officers and leads asked and answered; neither side reads them."""

    words: str
    tone: str
    lines: Sequence[str]
    acts: Sequence[ReportAct]


def state_of(person: Person, report: ClosingReport | None) -> ReportState | None:
    """Return None for what was closed before reports were accepted."""
    if report is None:
        return None
    officer = can_see_detail(person, report.commission)
    lines = []
    if officer and report.reason:
        lines.append(f"Asked by the authority: {report.reason}")
    if officer and report.answer and report.answered_by:
        lines.append(f"{report.answered_by.name} answers: {report.answer}")
    words = status_words(report, officer=officer).rstrip(".")
    tone = CLOSING_TONES[report.status] if officer or not report.is_open else "neutral"
    open_acts, reference = CLOSING_LIFECYCLE.open_acts(person, report), report.commission.reference
    acts = []
    if ClosingAction.ACCEPT in open_acts:
        href = url_for("closing_report.decide", reference=reference)
        acts.append(ReportAct("Accept or return the report", href))
    if ClosingAction.PUT_FORWARD in open_acts:
        href = url_for("closing_report.answer", reference=reference)
        acts.append(ReportAct("Answer and put it forward again", href))
    return ReportState(words, tone, lines, acts)
