"""The sections of the dashboard: lines with lists of cases, and a sentence that sums them up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.facts import OUTCOME_WORDS, Outcome, Side
from app.commissions.judging_permissions import awaits_moderation, awaits_second
from app.commissions.statuses import CommissionStatus
from app.core import clock
from app.core.bars import BarChart, bar_chart, part_chart
from app.prospectus.facts import KIND_WORDS
from app.quality.facts import SPREAD_WORDS, Part
from app.quality.services import comes_to
from app.web.filters import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.reporting.quality.cases import Case, Work

S = CommissionStatus
ALL = "all"


@dataclass(frozen=True)
class Line:
    key: str
    words: str
    # by key of the column
    cells: Mapping[str, Sequence[Case]]


@dataclass(frozen=True)
class Section:
    """`columns` are (key, words); every number shown is the length of a cell."""

    key: str
    title: str
    first: str
    columns: Sequence[tuple[str, str]]
    lines: Sequence[Line]
    sentence: str
    chart: BarChart | None = None

    def cell(self, line: str, column: str) -> tuple[Line, str, Sequence[Case]] | None:
        """Return the line, the words of the column, and the rows behind one number."""
        words = dict(self.columns).get(column)
        found = next((one for one in self.lines if one.key == line), None)
        if words is None or found is None:
            return None
        return found, words, found.cells.get(column, ())


def _single(
    key: str,
    title: str,
    column: str,
    rows: Sequence[tuple[str, str, Sequence[Case]]],
    sentence: str,
) -> Section:
    """Return a section of one column, with its chart."""
    lines = [Line(name, words, {ALL: cases}) for name, words, cases in rows]
    chart = bar_chart(sentence, [(words, len(cases)) for _name, words, cases in rows])
    return Section(key, title, "What", [(ALL, column)], lines, sentence, chart)


def due_section(work: Sequence[Work], more: Sequence[tuple[str, str, Sequence[Case]]]) -> Section:
    """Return what waits; `more` comes from conditions and reviews."""
    waiting = [one for one in work if one.commission.status is S.QUALITY_REVIEW]
    first = [
        one.case()
        for one in waiting
        if not awaits_second(one.commission) and not awaits_moderation(one.commission)
    ]
    second = [one.case() for one in waiting if awaits_second(one.commission)]
    moderation = [one.case() for one in waiting if awaits_moderation(one.commission)]
    again = [
        one.case(f"Objective {o.objective.position}", o.look_again_on)
        for one in work
        if one.standing
        for o in one.standing.outcomes
        if o.look_again_on is not None and o.look_again_on <= clock.today()
    ]
    rows = [
        ("first", "First judgement", first),
        ("second", "Second judgement", second),
        ("moderation", "Moderation of two that differ", moderation),
        ("again", "Outcomes to look at again", again),
        *more,
    ]
    total = sum(len(cases) for _key, _words, cases in rows)
    return _single("due", "What is due", "Waiting", rows, f"{counted(total, 'thing')} to do.")


def agreement_section(work: Sequence[Work]) -> Section:
    twice = [one for one in work if Part.SECOND in one.parts]
    same = [
        one for one in twice if comes_to(one.parts[Part.FIRST]) == comes_to(one.parts[Part.SECOND])
    ]
    differ = [one for one in twice if one not in same]
    rows = [
        ("agree", "Both came to the same", [one.case() for one in same]),
        ("moderated", "Differed, moderated", [one.case() for one in differ if one.standing]),
        (
            "open",
            "Differed, not moderated yet",
            [one.case() for one in differ if not one.standing],
        ),
    ]
    sentence = f"{len(same)} of {counted(len(twice), 'second judgement')} came to the same."
    return _single("agreement", "Agreement between judges", "Commissions", rows, sentence)


def spread_section(work: Sequence[Work]) -> Section:
    judged = [(one, one.standing) for one in work if one.standing is not None]
    rows = [
        (spread.value, words, [one.case() for one, standing in judged if standing.sides is spread])
        for spread, words in SPREAD_WORDS.items()
    ]
    not_asked = [one.case() for one, standing in judged if standing.sides is None]
    rows.append(("not_asked", "Judged before this was asked", not_asked))
    far = len(rows[2][2])
    sentence = f"The sides were far apart in {far} of {counted(len(judged), 'judged commission')}."
    return _single("spread", "How far the two sides are apart", "Commissions", rows, sentence)


def missing_section(work: Sequence[Work]) -> Section:
    """Return who has evaluated. What nobody evaluated is counted here, never dropped."""
    groups: dict[frozenset[Side], list[Case]] = defaultdict(list)
    for one in work:
        given = [e.side for e in one.commission.evaluations if e.submitted_at is not None]
        groups[frozenset(given)].append(one.case())
    rows = [
        ("both", "Both sides evaluated", groups[frozenset(Side)]),
        ("school", "The school’s is missing", groups[frozenset({Side.PROVIDER})]),
        ("provider", "The provider’s is missing", groups[frozenset({Side.SCHOOL})]),
        ("none", "Both are missing", groups[frozenset()]),
    ]
    missing = sum(len(cases) for key, _words, cases in rows if key != "both")
    sentence = (
        f"Evaluations are missing in {missing} of {counted(len(work), 'commission')} delivered."
    )
    return _single("evaluations", "Evaluations", "Commissions", rows, sentence)


def outcomes_section(work: Sequence[Work]) -> Section:
    rows = [
        (outcome.value, words, _cases(work, outcome)) for outcome, words in OUTCOME_WORDS.items()
    ]
    total = sum(len(cases) for _key, _words, cases in rows)
    sentence = f"{len(rows[0][2])} of {counted(total, 'judged objective')} met."
    return _single("outcomes", "Outcomes", "Objectives", rows, sentence)


def outcomes_by(
    work: Sequence[Work], key: str, title: str, first: str, of: Callable[[Work], tuple[str, str]]
) -> Section:
    """Return outcomes in groups, with the sum of all; `of` gives the key and words of a group."""
    groups: dict[tuple[str, str], list[Work]] = defaultdict(list)
    for one in work:
        if one.standing is not None:
            groups[of(one)].append(one)
    lines = [
        Line(name, words, {o.value: _cases(members, o) for o in Outcome})
        for (name, words), members in sorted(groups.items(), key=lambda item: item[0][1].lower())
    ]
    if lines:
        lines.append(Line(ALL, "All", {o.value: _cases(work, o) for o in Outcome}))
    columns = [(outcome.value, words) for outcome, words in OUTCOME_WORDS.items()]
    met, total = _met_of(lines[-1]) if lines else (0, 0)
    sentence = (
        f"{met} of {counted(total, 'judged objective')} met. “Not yet measurable” is not met."
    )
    chart = part_chart(
        f"{title}: objectives met, of all that were judged",
        [(line.words, *_met_of(line)) for line in lines if line.key != ALL],
    )
    return Section(key, title, first, columns, lines, sentence, chart)


def _met_of(line: Line) -> tuple[int, int]:
    return len(line.cells[Outcome.MET.value]), sum(map(len, line.cells.values()))


def _cases(work: Sequence[Work], outcome: Outcome) -> list[Case]:
    return [
        one.case(f"Objective {o.objective.position}: {o.objective.measure}")
        for one in work
        if one.standing is not None
        for o in one.standing.outcomes
        if o.outcome is outcome
    ]


def area_of(one: Work) -> tuple[str, str]:
    focus = one.commission.request.focus
    return (focus.code, focus.name) if focus else ("none", "No area given")


def phase_of(one: Work) -> tuple[str, str]:
    school = one.commission.school
    return school.phase_code or "none", school.phase_name or "Phase not known"


def kind_of(one: Work) -> tuple[str, str]:
    kind = one.commission.provider.kind
    return kind.value, KIND_WORDS[kind]
