"""Who learns of a review and its steps. Subjects name neither school nor reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.queries import holders
from app.accounts.roles import Role
from app.core import clock
from app.governance.reviews import permissions as who
from app.governance.reviews.facts import BoardReviewAct, BoardReviewStatus
from app.governance.reviews.queries import board_of, reviews_in_status
from app.notifications.services import leave_message
from app.web.filters import date_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.accounts.models import Person
    from app.governance.reviews.models import GovernanceAction, GovernancePaper, GovernanceReview

A = BoardReviewAct
NEWS = "News about a review of governance"
SENTENCES = {
    A.BEGIN: "The review of your board has begun.",
    A.SHARE: "The report is shared. Please check its facts.",
    A.CORRECT: "The reviewers correct the report. A new version follows.",
    A.AGREE_REPORT: "The board has agreed the report. The action plan is next.",
    A.AGREE_PLAN: "The board has agreed its action plan. Please accept it, or ask for changes.",
    A.AGREE_OWN_PLAN: "The action plan is agreed. Its page says which actions are yours.",
    A.RETURN_PLAN: "Governor services ask for changes to the action plan.",
    A.ACCEPT_PLAN: "The action plan is accepted. Its page says which actions are yours.",
    A.CLOSE: "The review is closed.",
    A.CANCEL: "The review is cancelled. Its page says why.",
}
TO_AUTHORITY = frozenset({A.AGREE_REPORT, A.AGREE_PLAN})
TO_BOARD = frozenset({A.SHARE, A.ACCEPT_PLAN, A.AGREE_OWN_PLAN, A.CLOSE, A.CANCEL})
TO_SPEAKERS = frozenset({A.BEGIN, A.CORRECT, A.AGREE_REPORT, A.RETURN_PLAN})


def officers_of(review: GovernanceReview) -> list[Person]:
    found = holders(Role.GOVERNOR_SERVICES, authority=review.school.authority_code)
    return [person for person in found if who.is_officer(person, review)]


def leads_of(review: GovernanceReview) -> list[Person]:
    found: list[Person] = []
    if review.provider_id is not None:
        found += holders(Role.PROVIDER_LEAD, provider=review.provider_id)
    if review.officer is not None:
        found.append(review.officer)
    return [person for person in found if who.is_reviewer(person, review)]


def speakers_of(review: GovernanceReview) -> Sequence[Person]:
    return holders(Role.CHAIR, Role.CLERK, school=review.school_urn)


def tell_of_opening(review: GovernanceReview, by: Person) -> None:
    words = "A review of governance was asked for. Its page says what happens next."
    _tell(review, "opened", [*speakers_of(review), *officers_of(review)], words, but=by)


def tell_lead(review: GovernanceReview, by: Person) -> None:
    words = "You are asked to lead a review of governance. Say first whether you have an interest."
    about = f"lead {review.provider_id or ''} {review.officer_id or ''}"
    _tell(review, about, leads_of(review), words, but=by)


def tell_of_interest(review: GovernanceReview, by: Person) -> None:
    words = "Somebody declared an interest, so another person may have to lead or decide."
    _tell(review, f"interest of {by.id}", officers_of(review), words, but=by)


def tell_opened(review: GovernanceReview, by: Person) -> None:
    words = "A board lets the authority read its self-review."
    _tell(review, "opened to the authority", officers_of(review), words, but=by)


def tell_of_paper(paper: GovernancePaper) -> None:
    words = f"The reviewers ask for a paper by {date_words(paper.due_on)}."
    people = senders_of(paper)
    _tell(paper.review, f"paper {paper.id}", people, words, page="/papers")


def chase(paper: GovernancePaper) -> None:
    words = f"The reviewers still wait for a paper that was due {date_words(paper.due_on)}."
    _tell(paper.review, f"paper {paper.id} chased", senders_of(paper), words, page="/papers")


def senders_of(paper: GovernancePaper) -> list[Person]:
    """Return who holds the role and may know of the review; the chair and clerk if nobody does."""
    review = paper.review
    asked = holders(paper.from_role, school=review.school_urn)
    return [p for p in asked if who.can_see(p, review)] or list(speakers_of(review))


def tell_of_own_view(review: GovernanceReview, by: Person) -> None:
    words = "The board has sent its own view. You read it once the findings are fixed."
    _tell(review, "own view", leads_of(review), words, but=by)


def tell_of_comment(review: GovernanceReview, by: Person) -> None:
    words = "The board says that something in the report is wrong."
    version = review.reports[-1]
    about = f"comment {len(version.comments)} on version {version.number}"
    people = [*leads_of(review), *speakers_of(review)]
    _tell(review, about, people, words, but=by)


def tell_of_step(review: GovernanceReview, act: BoardReviewAct, by: Person) -> None:
    if act not in SENTENCES:
        return
    people: list[Person] = []
    if act in TO_BOARD:
        people += board_of(review.school_urn)
        people += holders(Role.HEAD, school=review.school_urn)
    if act in TO_SPEAKERS:
        people += speakers_of(review)
    people += leads_of(review)
    if not who.is_self(review) or (act in TO_AUTHORITY and review.opened_to_authority):
        people += officers_of(review)
    known = [person for person in people if who.can_see(person, review)]
    _tell(review, f"{act} {clock.now():%Y%m%d%H%M}", known, SENTENCES[act], but=by)


def remind_of_actions() -> None:
    """Remind owners and clerk of what is late, once for each date that was set."""
    for review in reviews_in_status(BoardReviewStatus.FOLLOW_UP):
        for action in review.actions:
            if action.done_on is None and action.due_on < clock.today():
                _remind(review, action)


def _remind(review: GovernanceReview, action: GovernanceAction) -> None:
    people = [*owners_of(action), *holders(Role.CLERK, school=review.school_urn)]
    for person in dict.fromkeys(people):
        leave_message(
            to=person,
            about=f"governance action {action.id} late {action.due_on}",
            subject="Late: an action after a review of governance",
            body=f"The action was due {date_words(action.due_on)}. Say what was done.",
            path=f"/governance/reviews/{review.reference}/plan/{action.id}",
        )


def owners_of(action: GovernanceAction) -> list[Person]:
    if action.owner_role is not None:
        return list(holders(action.owner_role, school=action.review.school_urn))
    return [action.owner] if action.owner and who.owns(action.owner, action) else []


def _tell(
    review: GovernanceReview,
    about: str,
    people: Iterable[Person],
    words: str,
    *,
    but: Person | None = None,
    page: str = "",
) -> None:
    for person in dict.fromkeys(people):
        if person is not but:
            # no url_for: the demonstration writes messages outside a request
            leave_message(
                to=person,
                about=f"governance review {review.id} {about}",
                subject=NEWS,
                body=words,
                path=f"/governance/reviews/{review.reference}{page}",
            )
