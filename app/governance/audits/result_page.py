"""The board's result: the heat map, the gaps, and the comparison with an earlier audit."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from app.core.bars import BarChart, part_chart
from app.governance.audits import results
from app.governance.audits.facts import TOO_FEW
from app.governance.audits.suggestions import Suggestion, suggestions_for
from app.web.filters import counted, date_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.governance.audits.models import AuditItem, SkillsAudit
    from app.governance.audits.results import Tally
    from app.prospectus.models import ExpertiseArea


@dataclass(frozen=True)
class Cell:
    words: str
    label: str
    shade: int


@dataclass(frozen=True)
class Row:
    statement: str
    cells: Sequence[Cell]
    # instead of cells
    instead: str = ""


@dataclass(frozen=True)
class StrandResult:
    code: str
    name: str
    average: str
    confident: str
    rows: Sequence[Row]


def strands_of(audit: SkillsAudit) -> list[tuple[ExpertiseArea, list[AuditItem]]]:
    grouped = groupby(audit.items, lambda item: item.wording.strand)
    return [(strand, list(items)) for strand, items in grouped]


def heat_map(audit: SkillsAudit) -> list[StrandResult]:
    tallies, levels = results.read(audit.result), audit.scale.levels
    found = []
    for strand, items in strands_of(audit):
        whole = results.together(tallies[item.id] for item in items)
        found.append(
            StrandResult(
                code=strand.code,
                name=strand.name,
                average=results.level_words(whole.average, levels) if whole else TOO_FEW,
                confident=_confident(whole),
                rows=[_row(item, tallies[item.id], levels) for item in items],
            )
        )
    return found


def _confident(whole: Tally | None) -> str:
    if whole is None:
        return TOO_FEW
    return f"{whole.confident} of {whole.rated} answers"


def _row(item: AuditItem, tally: Tally, levels: Sequence[str]) -> Row:
    if not tally.shown:
        return Row(item.wording.words, [], TOO_FEW)
    cells = [
        Cell(f"{count} of {tally.rated}", level, results.shade(count, tally.rated))
        for count, level in zip(tally.counts, levels, strict=True)
    ]
    return Row(item.wording.words, cells)


@dataclass(frozen=True)
class Need:
    statement: str
    confident: str
    needed: int
    state: str
    tone: str


@dataclass(frozen=True)
class Gap:
    name: str
    state: str
    tone: str
    needs: Sequence[Need]
    suggestions: Sequence[Suggestion]


def gaps(audit: SkillsAudit) -> list[Gap]:
    """Return each strand with what the board lacks; those with the most gaps first."""
    tallies, found = results.read(audit.result), []
    for strand, items in strands_of(audit):
        needs = [_need(item, tallies[item.id]) for item in items]
        short = [need for need in needs if need.tone == "warning"]
        unknown = all(need.tone == "neutral" for need in needs)
        state, tone = ("Enough", "good") if not short else (counted(len(short), "gap"), "warning")
        if unknown:
            state, tone = TOO_FEW, "neutral"
        offered = suggestions_for(strand, [need.statement for need in short]) if short else []
        gap = Gap(strand.name, state, tone, needs, offered)
        found.append((len(short), gap))
    # the sort keeps the order of strands with as many
    return [gap for _short, gap in sorted(found, key=lambda pair: -pair[0])]


def _need(item: AuditItem, tally: Tally) -> Need:
    if not tally.shown:
        return Need(item.wording.words, TOO_FEW, item.needed, TOO_FEW, "neutral")
    short = tally.short_of(item.needed)
    state, tone = (f"{short} more needed", "warning") if short else ("Enough", "good")
    return Need(item.wording.words, str(tally.confident), item.needed, state, tone)


@dataclass(frozen=True)
class Change:
    statement: str
    words: str
    tone: str
    detail: str


@dataclass(frozen=True)
class StrandChange:
    name: str
    words: str
    tone: str
    rows: Sequence[Change]
    chart: BarChart | None


@dataclass(frozen=True)
class Comparison:
    strands: Sequence[StrandChange]
    # statements that are not in both, or whose meaning changed
    left_out: Sequence[str]


def comparison(audit: SkillsAudit, earlier: SkillsAudit) -> Comparison:
    """Set two audits beside each other, only where both asked the same on the same scale."""
    if audit.scale.meaning != earlier.scale.meaning:
        return Comparison([], [item.wording.words for item in audit.items])
    before_of = {item.wording.meaning: item for item in earlier.items}
    now, then = results.read(audit.result), results.read(earlier.result)
    strands, left_out = [], []
    for strand, items in strands_of(audit):
        pairs = []
        for item in items:
            if (before := before_of.get(item.wording.meaning)) is None:
                left_out.append(item.wording.words)
            else:
                pairs.append((item.wording.words, now[item.id], then[before.id]))
        if pairs:
            strands.append(_strand_change(strand.name, pairs, (earlier, audit)))
    return Comparison(strands, left_out)


def _strand_change(
    name: str, pairs: Sequence[tuple[str, Tally, Tally]], audits: tuple[SkillsAudit, SkillsAudit]
) -> StrandChange:
    # what is hidden on either side enters neither
    shown = [(new, old) for _words, new, old in pairs if new.shown and old.shown]
    now = results.together(new for new, _old in shown)
    before = results.together(old for _new, old in shown)
    whole, chart = _change(name, now, before), None
    if now and before:
        sides = zip(audits, (before, now), strict=True)
        bars = [(_month(audit), one.confident, one.rated) for audit, one in sides]
        chart = part_chart(f"{name}: answers that are confident, then and now", bars)
    rows = [_change(*pair) for pair in pairs]
    return StrandChange(name, whole.words, whole.tone, rows, chart)


def _month(audit: SkillsAudit) -> str:
    return f"{audit.result_at:%B %Y}" if audit.result_at else ""


def _change(words: str, now: Tally | None, before: Tally | None) -> Change:
    if now is None or before is None or not (now.shown and before.shown):
        return Change(words, TOO_FEW, "neutral", "")
    said, tone = results.change_words(now, before)
    detail = f"{before.confident} of {before.rated}, now {now.confident} of {now.rated}"
    return Change(words, said, tone, detail)


def counted_words(audit: SkillsAudit) -> str:
    """Return how many people the result rests on, and of which day it is."""
    result = audit.result or {}
    day = date_words(audit.result_at.date()) if audit.result_at else ""
    return f"{result.get('sent', 0)} of {result.get('asked', 0)} people answered, {day}"
