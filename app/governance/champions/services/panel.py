"""The panel: who sits, what each scores alone, the decision, and the answer to an appeal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from app.accounts.queries import person_by_email
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotReady
from app.extensions import db
from app.governance.champions import permissions as who
from app.governance.champions import telling
from app.governance.champions.facts import (
    APPEALED,
    FEWEST_ON_PANEL,
    HIGHEST,
    LOWEST,
    Act,
    Status,
)
from app.governance.champions.lifecycle import LIFECYCLE
from app.governance.champions.models import Application, PanelMember
from app.governance.champions.requirements import references_in
from app.governance.champions.services.holding import given, hold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.accounts.models import Person


def people_for_panel(application: Application, emails: Sequence[str]) -> list[Person]:
    """Return the people of these addresses; raise NotReady with what is wrong with them."""
    found, faults = [], []
    interested = {one.person_id for one in application.declarations}
    for email in dict.fromkeys(one.strip().lower() for one in emails if one.strip()):
        person = person_by_email(email)
        if person is None or not person.active:
            faults.append(f"Nobody has an account with the address {email}.")
        elif person.id == application.person_id:
            faults.append(f"{email} is the applicant.")
        elif person.id in interested:
            faults.append(f"{email} has an interest in this application.")
        elif any(
            m.person_id == person.id and m.turn < application.turn for m in application.members
        ):
            faults.append(f"{email} sat on the panel whose decision was undone.")
        else:
            found.append(person)
    if len(found) < FEWEST_ON_PANEL and not faults:
        faults.append(f"Name at least {FEWEST_ON_PANEL} people for the panel.")
    if faults:
        raise NotReady(faults)
    return found


def name_panel(
    *, application: Application, by: Person, emails: Sequence[str], interview_on: date | None
) -> None:
    """Name who sits, the first as the chair, and hand the application to them.

    Later somebody else may take the place of a member who has not scored yet.
    """
    hold(application)
    inviting = application.status is Status.REFERENCES
    if inviting:
        LIFECYCLE.permit(application, Act.INVITE, by=by)
    elif application.status is not Status.INTERVIEW or not who.can_name_panel(by, application):
        message = "The panel cannot be named now."
        raise NotAllowed(message)
    if inviting and (waiting := references_in(by, application)):
        raise NotReady(list(waiting))
    if interview_on is None:
        raise NotReady(["Enter the day of the interview."])
    _seat(application, people_for_panel(application, emails))
    application.interview_on = interview_on
    db.session.flush()
    db.session.expire(application, ["members"])
    if inviting:
        LIFECYCLE.move(application, Act.INVITE, by=by)
        db.session.flush()
        telling.tell_applicant(application, Act.INVITE)
    telling.tell_panel(application)


def _seat(application: Application, people: Sequence[Person]) -> None:
    sitting = {one.person_id: one for one in application.members if one.turn == application.turn}
    wanted = {person.id for person in people}
    for member in sitting.values():
        if member.person_id not in wanted:
            if member.scored_at is not None and member in application.panel:
                raise NotReady([f"{member.person.name} has scored already and stays."])
            if member.scored_at is None:
                db.session.delete(member)
    for place, person in enumerate(people):
        member = sitting.get(person.id) or PanelMember(
            application=application, person_id=person.id, turn=application.turn
        )
        member.chairs = place == 0
        db.session.add(member)


def score(*, application: Application, by: Person, scores: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep one member's scores, each with its reason; once, and before the others' are seen."""
    hold(application)
    member = who.member_of(by, application)
    if application.status is not Status.INTERVIEW or member is None:
        message = "You do not sit on this panel."
        raise NotAllowed(message)
    if member.scored_at is not None:
        raise NotReady(["Your scores are in, so they stay as they are."])
    if faults := faults_of_scores(application, scores):
        raise NotReady(list(faults.values()))
    member.scores = {
        one.key: {
            "score": int(scores[one.key]["score"]),
            "reason": str(scores[one.key]["reason"]).strip(),
        }
        for one in application.call.criteria_asked
    }
    member.scored_at = clock.now()
    label_change(member, "score")
    db.session.flush()
    if all(one.scored_at for one in application.panel):
        telling.tell_officers(application, "all scores", but=by)


def faults_of_scores(
    application: Application, scores: Mapping[str, Mapping[str, Any]]
) -> dict[str, str]:
    """Return what is missing, by the field of the form that can mend it."""
    faults = {}
    for one in application.call.criteria_asked:
        told = scores.get(one.key, {})
        if not str(told.get("score") or "").isdigit() or not (
            LOWEST <= int(told["score"]) <= HIGHEST
        ):
            faults[f"score_{one.key}"] = f"Choose a score for “{one.words}”"
        if not str(told.get("reason") or "").strip():
            faults[f"reason_{one.key}"] = f"Give the reason for “{one.words}”"
    return faults


def decide(
    *, application: Application, by: Person, appoint: bool, discussion: str, reason: str
) -> None:
    """Decide after all have scored; only the reason is for the applicant to read."""
    hold(application)
    act = Act.APPOINT if appoint else Act.NOT_APPOINT
    LIFECYCLE.permit(application, act, by=by)
    application.discussion = given(discussion, "Write down what the panel discussed.")
    words = given(reason, "Give the reason. The applicant reads it.")
    LIFECYCLE.move(application, act, by=by)
    application.reason, application.decided_by = words, by
    db.session.flush()
    telling.tell_applicant(application, act)


def answer_appeal(*, application: Application, by: Person, uphold: bool, words: str) -> None:
    """Answer an appeal; one that is upheld is looked at afresh, by another panel where one sat."""
    hold(application)
    if application.status not in APPEALED:
        raise NotReady(["There is no appeal to answer."])
    of_panel = application.status is Status.DECISION_APPEALED
    act = Act.UPHOLD if uphold else Act.DISMISS
    LIFECYCLE.check(application, act, by=by)
    reason = given(words, "Give the reason. The applicant reads it.")
    LIFECYCLE.move(application, act, by=by)
    application.answer, application.answered_by_id = reason, by.id
    if uphold:
        application.reason = ""
        application.turn += of_panel
    db.session.flush()
    telling.tell_applicant(application, act)
