"""What the pages of a review show one reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import url_for

from app.accounts.roles import ROLE_WORDS
from app.commissions.act import Act
from app.core import clock
from app.governance.reviews import permissions as who
from app.governance.reviews.due import dues_of
from app.governance.reviews.facts import (
    ACT_WORDS,
    KIND_WORDS,
    STATUS_TONES,
    STATUS_WORDS,
    BoardReviewAct,
    BoardReviewStatus,
)
from app.governance.reviews.lifecycle import BOARD_REVIEW_LIFECYCLE
from app.governance.reviews.promptness import promptness_of, sentences
from app.governance.reviews.report import lead_words
from app.governance.reviews.timeline import timeline_of
from app.web.filters import counted, date_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.accounts.models import Person
    from app.commissions.timeline import Entry
    from app.governance.reviews.models import GovernanceReview

S, A = BoardReviewStatus, BoardReviewAct
# these end or undo something, so they are links below the buttons
BACKWARD = frozenset({A.CANCEL, A.CORRECT, A.RETURN_PLAN})


@dataclass(frozen=True)
class Row:
    key: str
    value: str
    href: str = ""
    action: str = ""


@dataclass(frozen=True)
class Task:
    title: str
    status_words: str
    tone: str
    href: str = ""
    hint: str = ""


@dataclass(frozen=True)
class ReviewPage:
    reference: str
    school: str
    status: str
    tone: str
    now: Sequence[str]
    acts: Sequence[Act]
    parts: Sequence[Task]
    rows: Sequence[Row]
    promptness: Sequence[str]
    history: Sequence[Entry]


def review_page(person: Person, review: GovernanceReview) -> ReviewPage:
    reads = who.can_read(person, review)
    figures = promptness_of(review, clock.today())
    return ReviewPage(
        reference=review.reference,
        school=review.school.name,
        status=STATUS_WORDS[review.status],
        tone=STATUS_TONES[review.status],
        now=list(_now(person, review)),
        acts=list(_acts(person, review)),
        parts=list(_parts(person, review)) if reads else [],
        rows=list(_rows(person, review)),
        promptness=sentences(figures) if who.can_read_report(person, review) else [],
        history=timeline_of(review, steps_only=not reads),
    )


def _now(person: Person, review: GovernanceReview) -> Iterator[str]:
    if not who.can_read(person, review):
        yield "This self-review is the board’s own. You see that it exists and where it stands."
        return
    if review.status is S.PLANNED and not who.has_lead(review):
        yield "Governor services find somebody to lead it."
    if review.plan_returned_because:
        yield f"Governor services ask for changes: {review.plan_returned_because}"
    yield from _dated(person, review)
    if review.ending_words:
        yield review.ending_words


def _dated(person: Person, review: GovernanceReview) -> Iterator[str]:
    """Say what is late, and what is next where it is no action or paper."""
    steps = {S.SHARED, S.AGREED, S.PLAN_AGREED}
    for due in sorted(dues_of(review), key=lambda one: one.on):
        day = date_words(due.on)
        if due.seen(person) and due.late:
            yield f"Late: {due.what} ({due.owner}, was due {day})."
        elif due.seen(person) and review.status in steps:
            yield f"Next: {due.what} ({due.owner}, by {day})."


def _acts(person: Person, review: GovernanceReview) -> Iterator[Act]:
    yield from _offered(person, review, FIRST)
    for act in BOARD_REVIEW_LIFECYCLE.open_acts(person, review):
        missing = tuple(BOARD_REVIEW_LIFECYCLE.missing(person, review, act))
        href = url_for("governance_reviews.take", reference=review.reference, act=act.value)
        yield Act(ACT_WORDS[act], href, act not in BACKWARD, missing)
    yield from _offered(person, review, LAST)


def _offered(person: Person, review: GovernanceReview, offers: Sequence[Offer]) -> Iterator[Act]:
    for offer in offers:
        if offer.rule(person, review):
            href = url_for(f"governance_reviews.{offer.endpoint}", reference=review.reference)
            yield Act(offer.words, href, offer.forward)


def _must_declare(person: Person, review: GovernanceReview) -> bool:
    said = who.declared_none(person, review)
    return who.can_declare(person, review) and who.is_reviewer(person, review) and not said


def _may_declare(person: Person, review: GovernanceReview) -> bool:
    return who.can_declare(person, review) and not _must_declare(person, review)


def _writes_own_view(person: Person, review: GovernanceReview) -> bool:
    return who.can_write_own_view(person, review) and review.status is not S.PLANNED


def _arranges_first(person: Person, review: GovernanceReview) -> bool:
    return who.can_arrange(person, review) and not who.has_lead(review)


def _arranges_again(person: Person, review: GovernanceReview) -> bool:
    return who.can_arrange(person, review) and who.has_lead(review)


@dataclass(frozen=True)
class Offer:
    """What is no step of the lifecycle; a `forward` one is a button."""

    words: str
    endpoint: str
    rule: Callable[[Person, GovernanceReview], bool]
    forward: bool = True


FIRST = (
    Offer("Choose who leads it", "arrange", _arranges_first),
    Offer("Say whether you have an interest", "interest", _must_declare),
    Offer("Write the findings", "findings", who.can_write_findings),
    Offer("Write the action plan", "plan", who.can_write_plan),
)
LAST = (
    Offer("Write the board’s own view", "own_view", _writes_own_view),
    Offer("Say what is wrong in the report", "comment", who.can_comment, forward=False),
    Offer("Change lead and headings", "arrange", _arranges_again, forward=False),
    Offer(
        "Let governor services read it",
        "open_to_authority",
        who.can_open_to_authority,
        forward=False,
    ),
    Offer("Declare an interest", "interest", _may_declare, forward=False),
)


def _parts(person: Person, review: GovernanceReview) -> Iterator[Task]:
    def href(endpoint: str, **values: Any) -> str:
        return url_for(f"governance_reviews.{endpoint}", reference=review.reference, **values)

    received = sum(paper.received_on is not None for paper in review.papers)
    papers = f"{received} of {len(review.papers)} received" if review.papers else "None asked for"
    yield Task(
        "Papers and meetings",
        papers,
        "good" if review.papers and received == len(review.papers) else "neutral",
        href("papers"),
    )
    sent = review.own_view_sent_at is not None
    readable = who.can_read_own_view(person, review)
    yield Task(
        "The board’s own view",
        "Sent" if sent else "Not sent",
        "good" if sent else "neutral",
        href("own_view") if readable else "",
        "" if readable else _why_closed(review),
    )
    if who.can_read_findings(person, review):
        words = counted(len(review.findings), "finding")
        yield Task("Findings", words, "neutral", href("findings"))
    if review.reports and who.can_read_report(person, review):
        newest = review.reports[-1]
        words = f"Version {newest.number}"
        yield Task("Report", words, "good", href("report", number=newest.number))
    else:
        yield Task("Report", "Not shared yet", "neutral")
    yield _plan_task(person, review, href("plan"))


def _why_closed(review: GovernanceReview) -> str:
    if review.shared_on is not None and review.own_view_sent_at is None:
        return "The board did not send one before the report."
    return "You read it once it is sent and the findings are fixed."


def _plan_task(person: Person, review: GovernanceReview, href: str) -> Task:
    if review.agreed_on is None or not who.can_read_report(person, review):
        return Task("Action plan", "After the report is agreed", "neutral")
    if review.plan_agreed_on is None:
        return Task("Action plan", "Being written", "waiting", href)
    figures = promptness_of(review, clock.today())
    words = f"{len(figures.to_actions)} of {figures.actions} done"
    if figures.late:
        return Task("Action plan", f"{words}, {figures.late} late", "bad", href)
    done = len(figures.to_actions) == figures.actions
    return Task("Action plan", words, "good" if done else "active", href)


def _rows(person: Person, review: GovernanceReview) -> Iterator[Row]:
    yield Row("Kind", KIND_WORDS[review.kind])
    yield Row("Asked for by", f"{review.asked_by.name}, {ROLE_WORDS[review.asked_as].lower()}")
    if who.can_read(person, review):
        yield Row("Why", review.why)
        yield Row("Looks at", "\n".join(part.heading.name for part in review.scope))
    yield Row("Led by", lead_words(review))
    # what it is concerns the officers alone
    has_one = [
        one.words if who.is_officer(person, review) else "has one" for one in review.interests
    ]
    said = [
        f"{one.person.name}: {words if one.words else 'none'}"
        for one, words in zip(review.interests, has_one, strict=True)
        if who.can_read(person, review)
    ]
    if said:
        yield Row("Interests declared", "\n".join(said))
    takes_part = "From the start" if review.head_takes_part else "From when the report is shared"
    yield Row("The headteacher reads it", takes_part)
