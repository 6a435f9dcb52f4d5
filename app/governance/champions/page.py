"""What the pages of calls and applications show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.core import clock
from app.governance.champions import permissions as who
from app.governance.champions.facts import (
    CALL_ACT_WORDS,
    CALL_TONES,
    CALL_WORDS,
    FINDING_WORDS,
    REVIEW_WORDS,
    STATUS_TONES,
    STATUS_WORDS,
    Act,
    CallAct,
    Status,
)
from app.governance.champions.lifecycle import CALL_LIFECYCLE, LIFECYCLE
from app.governance.champions.requirements import gaps_of, training_to_do
from app.governance.champions.standing import due_on, standing_of
from app.governance.strands import strands
from app.prospectus.facts import PHASE_WORDS
from app.web.filters import date_words, number_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from app.accounts.models import Person
    from app.governance.champions.models import Application, Call

BLUEPRINT = "governance_champions"
QUESTIONS = {
    "experience": "Experience",
    "roles": "Roles held",
    "evidence": "Evidence",
    "strands": "Strands and phases",
    "availability": "Time and distance",
    "interests": "Interests",
    "referees": "Referees",
}
CALL_HEADER = ("Call", "Status", "Opens on", "Last day to apply", "Sought")
APPLICATION_HEADER = ("Application", "Applicant", "Status", "Sent on", "Next step due")
CHAMPION_HEADER = ("Champion", "Status", "Term ends", "Next review", "Days a year", "Strands")


@dataclass(frozen=True)
class ActLink:
    words: str
    href: str
    forward: bool = True


@dataclass(frozen=True)
class Task:
    title: str
    href: str
    status_words: str
    tone: str
    hint: str = ""


@dataclass(frozen=True)
class CallRow:
    reference: str
    title: str
    href: str
    status: str
    tone: str
    opens: str
    closes: str


@dataclass(frozen=True)
class Row:
    """An application in a list."""

    title: str
    href: str
    status: str
    tone: str
    due: str
    term: str
    strands: str


def call_row(call: Call) -> CallRow:
    return CallRow(
        call.reference,
        call.title,
        url_for(f"{BLUEPRINT}.show_call", reference=call.reference),
        CALL_WORDS[call.status],
        CALL_TONES[call.status],
        date_words(call.opens_on),
        date_words(call.closes_on),
    )


def call_cells(call: Call) -> list[object]:
    status = CALL_WORDS[call.status]
    return [call.title, status, call.opens_on, call.closes_on, call.places]


def call_acts(person: Person | None, call: Call) -> list[ActLink]:
    acts = []
    if person is not None and who.can_write_call(person, call):
        for act in CALL_LIFECYCLE.open_acts(person, call):
            href = url_for(f"{BLUEPRINT}.call_act", reference=call.reference, act=act.value)
            acts.append(ActLink(CALL_ACT_WORDS[act], href, act is not CallAct.CLOSE))
        if call.status.value == "draft":
            href = url_for(f"{BLUEPRINT}.edit_call", reference=call.reference)
            acts.append(ActLink("Change the call", href, forward=False))
    return acts


def rows_of(applications: Iterable[Application]) -> list[Row]:
    names = names_of_strands()
    return [_row(application, names) for application in applications]


def _row(application: Application, names: Mapping[str, str]) -> Row:
    designation = application.designation
    return Row(
        application.person.name,
        url_of(application),
        STATUS_WORDS[application.status],
        STATUS_TONES[application.status],
        date_words(due_on(application)),
        date_words(designation.ends_on) if designation else "",
        _in_words(application.strands, names),
    )


def application_cells(application: Application) -> list[object]:
    sent = application.submitted_at
    return [
        application.reference,
        application.person.name,
        STATUS_WORDS[application.status],
        clock.in_london(sent).date() if sent else None,
        due_on(application),
    ]


def champion_cells(applications: Iterable[Application]) -> list[list[object]]:
    names = names_of_strands()
    return [_champion(application, names) for application in applications]


def _champion(application: Application, names: Mapping[str, str]) -> list[object]:
    designation = application.designation
    return [
        application.person.name,
        STATUS_WORDS[application.status],
        designation.ends_on if designation else None,
        application.review_on,
        application.days,
        _in_words(application.strands, names),
    ]


def url_of(application: Application, endpoint: str = "show", **values: object) -> str:
    name = f"{BLUEPRINT}.{endpoint}"
    return url_for(name, reference=application.reference, **values)  # type: ignore[arg-type]


def names_of_strands() -> dict[str, str]:
    """Return the name of each strand by its code, in their order."""
    return {area.code: area.name for area in strands()}


def strand_names(codes: Sequence[str]) -> list[str]:
    return [name for code, name in names_of_strands().items() if code in codes]


def _in_words(codes: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(name for code, name in names.items() if code in codes)


def tasks_of(application: Application) -> list[Task]:
    """Return the questions of a draft, and which of them are done."""
    gaps = {question: words for words, question in gaps_of(application)}
    return [
        Task(
            title,
            url_of(application, "answer", question=question),
            "To do" if question in gaps else "Done",
            "waiting" if question in gaps else "good",
            gaps.get(question, "").rstrip("."),
        )
        for question, title in QUESTIONS.items()
    ]


def answers_of(application: Application, *, changeable: bool = False) -> list[dict[str, str]]:
    """Return what was answered, as rows of a summary list; referees by name only."""
    phases = [words for phase, words in PHASE_WORDS.items() if phase in application.phases]
    days = number_words(application.days)
    told = {
        "experience": application.experience,
        "roles": "\n".join(", ".join(one.values()) for one in application.roles),
        "strands": "\n".join([*strand_names(application.strands), *phases]),
        "availability": "\n".join(
            words
            for words, known in (
                (f"{days} days a school year", application.days),
                (f"Up to {application.miles} miles", application.miles is not None),
            )
            if known
        ),
        "interests": application.interests,
        "referees": "\n".join(f"{one.name}, {one.knows}" for one in application.asked),
    }
    rows = []
    for question, title in QUESTIONS.items():
        href = url_of(application, "answer", question=question) if changeable else ""
        if question == "evidence":
            rows += [
                {
                    "key": one.words,
                    "value": application.evidence.get(one.key, ""),
                    "href": href if number == 0 else "",
                }
                for number, one in enumerate(application.call.criteria_asked)
            ]
        else:
            rows.append({"key": title, "value": told[question], "href": href})
    return rows


def acts_of(person: Person, application: Application) -> list[ActLink]:
    """Return what this person may do now: the next step first, then what leads elsewhere."""
    allowed = set(LIFECYCLE.open_acts(person, application))
    return [
        ActLink(words, url_of(application, endpoint), forward)
        for applies, words, endpoint, forward in _possible(person, application, allowed)
        if applies
    ]


Possible = tuple[bool, str, str, bool]


def _possible(person: Person, application: Application, allowed: set[Act]) -> Iterator[Possible]:
    ready: Callable[[Act], bool] = lambda act: (  # noqa: E731
        act in allowed and not LIFECYCLE.missing(person, application, act)
    )
    status = application.status
    member = who.member_of(person, application)
    officer = who.is_officer(person, application)
    interviewing = status is Status.INTERVIEW
    scored = bool(application.panel) and all(one.scored_at for one in application.panel)
    yield Act.SUBMIT in allowed, "Check your answers and send", "send", True
    yield Act.FIND_ELIGIBLE in allowed, "Check eligibility", "eligibility", True
    yield Act.ASK_REFERENCES in allowed, "Ask for the references", "ask_references", True
    yield ready_for_panel(person, application), "Name the panel", "panel", True
    can_score = interviewing and member is not None and member.scored_at is None
    yield can_score, "Score the application", "score", True
    yield Act.APPOINT in allowed and scored, "Record the decision", "decide", True
    yield ready(Act.APPEAL), "Appeal against the decision", "appeal", True
    yield Act.UPHOLD in allowed, "Answer the appeal", "answer_appeal", True
    yield ready(Act.DESIGNATE), "Begin the term", "designate", True
    in_service = status in {Status.APPOINTED, Status.SERVING}
    training = in_service and who.can_add_training(person, application)
    yield officer and status is Status.SERVING, "Review the year", "review", True
    yield training, "Record training", "training", status is Status.APPOINTED
    yield interviewing and officer, "Change the panel", "panel", False
    came = any(one.answered_at for one in application.asked)
    yield (
        came and who.can_read_references(person, application),
        "Read the references",
        "references",
        False,
    )
    yield who.can_declare(person, application), "Declare an interest", "interest", False
    yield Act.WITHDRAW in allowed, "Withdraw the application", "withdraw", False
    yield Act.STAND_DOWN in allowed, "Stand down", "stand_down", False


def ready_for_panel(person: Person, application: Application) -> bool:
    """Tell whether the panel can be named: all references are in."""
    came = all(one.answered_at for one in application.asked)
    return (
        application.status is Status.REFERENCES and came and who.can_name_panel(person, application)
    )


@dataclass(frozen=True)
class ScoreRow:
    words: str
    scores: Sequence[tuple[str, str, str]]


def scores_table(application: Application) -> list[ScoreRow]:
    """Return each criterion with (name, score in words, reason) of everybody who scored."""
    scale = application.call.scale_words
    return [
        ScoreRow(
            one.words,
            [
                (member.person.name, f"{told['score']}: {scale[told['score'] - 1]}", told["reason"])
                for member in application.panel
                if member.scored_at and (told := member.scores.get(one.key))
            ],
        )
        for one in application.call.criteria_asked
    ]


def show_page(person: Person, application: Application) -> dict[str, object]:
    """Return what the page of an application shows to this reader."""
    own = who.is_applicant(person, application)
    may_score = who.can_read_scores(person, application)
    return {
        "application": application,
        "own": own,
        "standing": standing_of(application),
        "due": date_words(due_on(application)),
        "status": STATUS_WORDS[application.status],
        "tone": STATUS_TONES[application.status],
        "acts": acts_of(person, application),
        "tasks": tasks_of(application) if own and application.status is Status.DRAFT else [],
        "answers": answers_of(application),
        "officer": who.is_officer(person, application),
        "reads_all": not own,
        "scores": scores_table(application) if may_score and not own else [],
        "scored": [(m.person.name, m.scored_at, m.chairs) for m in application.panel],
        "to_train": training_to_do(application) if application.status is Status.APPOINTED else [],
        "finding_words": FINDING_WORDS,
        "review_words": REVIEW_WORDS,
        "may_replace": application.status is Status.REFERENCES,
    }
