"""What the pages and the paper of a board's answers to itself show."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions.act import Act
from app.governance.audits.questions import permissions as who
from app.governance.audits.questions.facts import (
    ACT_WORDS,
    RATING_TONES,
    RATING_WORDS,
    STATUS_TONES,
    STATUS_WORDS,
    CheckAct,
    Rating,
    change_words,
)
from app.governance.audits.questions.lifecycle import CHECK_LIFECYCLE
from app.governance.audits.questions.queries import earlier_check
from app.web.filters import date_words
from app.web.papers import Paper, PaperRow, PaperSection

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.accounts.models import Person
    from app.governance.audits.questions.models import CheckAnswer, SelfCheck
    from app.prospectus.models import ExpertiseArea

HEADER = ("Reference", "School", "Meeting", "Status", *RATING_WORDS.values())


def export_row(check: SelfCheck) -> list[object]:
    status = STATUS_WORDS[check.status]
    return [check.reference, check.school.name, check.held_on, status, *_numbers(check)]


def _numbers(check: SelfCheck) -> list[int]:
    return [sum(one.rating is rating for one in check.answers) for rating in RATING_WORDS]


def in_numbers(check: SelfCheck) -> str:
    """Return "12 yes, 5 partly" of what was rated."""
    short = ("yes", "partly", "not yet", "not known")
    said = [f"{n} {words}" for n, words in zip(_numbers(check), short, strict=True) if n]
    return ", ".join(said) or "Nothing yet"


@dataclass(frozen=True)
class CheckRow:
    title: str
    about: str
    href: str
    status: str
    tone: str
    numbers: str


def check_row(check: SelfCheck) -> CheckRow:
    return CheckRow(
        title=f"Meeting on {date_words(check.held_on)}",
        about=f"{check.school.name}, {check.reference}",
        href=url_for("audits_questions.show", reference=check.reference),
        status=STATUS_WORDS[check.status],
        tone=STATUS_TONES[check.status],
        numbers=in_numbers(check),
    )


def strands_of(check: SelfCheck) -> list[tuple[ExpertiseArea, list[CheckAnswer]]]:
    grouped = groupby(check.answers, lambda answer: answer.wording.strand)
    return [(strand, list(answers)) for strand, answers in grouped]


def next_strand(check: SelfCheck, strand: ExpertiseArea) -> ExpertiseArea | None:
    """Return the next strand in which something is not rated."""
    every = strands_of(check)
    place = [one for one, _answers in every].index(strand)
    for later, answers in every[place + 1 :]:
        if any(answer.rating is None for answer in answers):
            return later
    return None


@dataclass(frozen=True)
class StrandTask:
    title: str
    href: str
    status_words: str
    tone: str
    hint: str = ""


def tasks(check: SelfCheck) -> list[StrandTask]:
    found = []
    for strand, answers in strands_of(check):
        done = sum(answer.rating is not None for answer in answers)
        words, tone = f"{done} of {len(answers)} answered", "waiting"
        if done == len(answers):
            words, tone = "Answered", "good"
        elif not done:
            words, tone = "Not started", "neutral"
        href = url_for("audits_questions.strand", reference=check.reference, strand=strand.code)
        found.append(StrandTask(strand.name, href, words, tone))
    return found


def acts(person: Person, check: SelfCheck) -> list[Act]:
    found = []
    if who.can_see(person, check) and earlier_check(check) is not None:
        found.append(_act(check, "comparison", "Compare with the meeting before"))
    if who.shares(person, check):
        found.append(_act(check, "share", "Choose who else reads this"))
    for act in CHECK_LIFECYCLE.open_acts(person, check):
        if not CHECK_LIFECYCLE.missing(person, check, act):
            forward = act is CheckAct.RECORD
            found.append(_act(check, act.value, ACT_WORDS[act], forward=forward))
    return sorted(found, key=lambda act: not act.forward)


def _act(check: SelfCheck, endpoint: str, words: str, *, forward: bool = False) -> Act:
    href = url_for(f"audits_questions.{endpoint}", reference=check.reference)
    return Act(words, href, forward)


def check_paper(check: SelfCheck) -> Paper:
    """Return what the board said of itself, question by question."""
    intro = [f"Meeting on {date_words(check.held_on)}. {in_numbers(check)}."]
    if check.took_part:
        intro.append(f"Took part: {check.took_part}.")
    if check.reopened_because:
        intro.append(f"Reopened because: {check.reopened_because}")
    return Paper(
        kind="board-questions",
        number=check.reference,
        title="What the board says of itself",
        caption=f"{check.school.name}, {check.reference}",
        dated=check.moved_at,
        intro=intro,
        sections=[
            PaperSection(strand.name, [row for one in answers for row in _rows(one)])
            for strand, answers in strands_of(check)
        ],
    )


def _rows(answer: CheckAnswer) -> Iterator[PaperRow]:
    if answer.rating is None:
        yield PaperRow(answer.wording.words, "Not answered")
        return
    words, tone = RATING_WORDS[answer.rating], RATING_TONES[answer.rating]
    yield PaperRow(answer.wording.words, words, tone)
    if answer.evidence:
        yield PaperRow("What shows it", answer.evidence)
    if answer.next_step:
        yield PaperRow("Next step", answer.next_step)


@dataclass(frozen=True)
class ChangedAnswer:
    question: str
    words: str
    tone: str
    before: str
    now: str


@dataclass(frozen=True)
class Compared:
    summary: str
    strands: Sequence[tuple[str, Sequence[ChangedAnswer]]]
    left_out: Sequence[str]


def compared(check: SelfCheck, earlier: SelfCheck) -> Compared:
    """Set two meetings beside each other, where the question still means the same."""
    before_of = {one.wording.meaning: one.rating for one in earlier.answers}
    strands, left_out = [], []
    for strand, answers in strands_of(check):
        rows = []
        for one in answers:
            before = before_of.get(one.wording.meaning)
            if before is None or one.rating is None:
                left_out.append(one.wording.words)
            else:
                rows.append(_changed(one.wording.words, one.rating, before))
        if rows:
            strands.append((strand.name, rows))
    every = [row.words for _name, rows in strands for row in rows]
    better, worse = every.count("Better"), every.count("Worse")
    same = len(every) - better - worse
    return Compared(f"{better} better, {worse} worse, {same} no better or worse", strands, left_out)


def _changed(question: str, now: Rating, before: Rating) -> ChangedAnswer:
    words, tone = change_words(now, before)
    return ChangedAnswer(question, words, tone, RATING_WORDS[before], RATING_WORDS[now])
