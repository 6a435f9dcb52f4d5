"""What the pages of calls and applications show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.governance.champions import permissions as who
from app.governance.champions.facts import (
    FINDING_WORDS,
    REVIEW_WORDS,
    STATUS_TONES,
    STATUS_WORDS,
    Act,
    Status,
)
from app.governance.champions.lifecycle import LIFECYCLE
from app.governance.champions.lists import ActLink, strand_names, url_of
from app.governance.champions.requirements import enough_members, gaps_of, training_to_do
from app.governance.champions.standing import due_on, standing_of
from app.prospectus.facts import PHASE_WORDS
from app.web.filters import date_words, number_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.accounts.models import Person
    from app.governance.champions.models import Application

QUESTIONS = {
    "experience": "Experience",
    "roles": "Roles held",
    "evidence": "Evidence",
    "strands": "Strands and phases",
    "availability": "Time and distance",
    "interests": "Interests",
    "referees": "Referees",
}


@dataclass(frozen=True)
class Task:
    title: str
    href: str
    status_words: str
    tone: str
    hint: str = ""


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
    ready = {act for act in allowed if not LIFECYCLE.missing(person, application, act)}
    status = application.status
    member = who.member_of(person, application)
    officer = who.is_officer(person, application)
    interviewing = status is Status.INTERVIEW
    scored = not enough_members(person, application) and all(
        one.scored_at for one in application.panel
    )
    yield Act.SUBMIT in allowed, "Check your answers and send", "send", True
    yield Act.FIND_ELIGIBLE in allowed, "Check eligibility", "eligibility", True
    yield Act.ASK_REFERENCES in allowed, "Ask for the references", "ask_references", True
    yield ready_for_panel(person, application), "Name the panel", "panel", True
    can_score = interviewing and member is not None and member.scored_at is None
    yield can_score, "Score the application", "score", True
    yield Act.APPOINT in allowed and scored, "Record the decision", "decide", True
    yield Act.APPEAL in ready, "Appeal against the decision", "appeal", True
    yield Act.UPHOLD in allowed, "Answer the appeal", "answer_appeal", True
    yield Act.DESIGNATE in ready, "Begin the term", "designate", True
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
