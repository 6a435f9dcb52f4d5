"""Where an application stands, in plain words: what happens next, by whom and by when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core import clock
from app.core.calendar import add_working_days
from app.governance.champions import facts
from app.governance.champions.facts import Status
from app.governance.champions.requirements import last_day_to_appeal
from app.web.filters import date_words

if TYPE_CHECKING:
    from datetime import date

    from app.governance.champions.models import Application

S = Status
DAYS = {
    S.SUBMITTED: facts.WORKING_DAYS_TO_CHECK,
    S.ELIGIBLE: facts.WORKING_DAYS_TO_CHECK,
    S.REFERENCES: facts.WORKING_DAYS_TO_REFER,
    S.ELIGIBILITY_APPEALED: facts.WORKING_DAYS_TO_ANSWER,
    S.DECISION_APPEALED: facts.WORKING_DAYS_TO_ANSWER,
    S.APPOINTED: facts.WORKING_DAYS_TO_TRAIN,
}
NEXT = {
    S.DRAFT: "Answer every question, then send it. Nobody else reads it until then.",
    S.SUBMITTED: "Governor services check whether you are eligible.",
    S.ELIGIBLE: "You are eligible. Governor services write to your referees.",
    S.REFERENCES: "Your referees are asked. Then a panel is named for your interview.",
    S.INTERVIEW: "The panel meets you, scores each criterion and decides.",
    S.ELIGIBILITY_APPEALED: "An officer who took no part answers your appeal.",
    S.DECISION_APPEALED: "An officer who took no part answers your appeal.",
    S.APPOINTED: "Do the training below. Then your term begins and your entry is published.",
    S.SERVING: "Boards find you in the prospectus. Your work is looked at once a year.",
    S.STOOD_DOWN: "Your service has ended. Thank you for what you gave.",
    S.WITHDRAWN: "You took it back. Nothing more happens.",
}


@dataclass(frozen=True)
class Standing:
    next: str
    by: str


def due_on(application: Application) -> date | None:
    """Return the day by which the next step is expected; None where nothing is."""
    if application.status is S.DRAFT:
        return application.call.closes_on
    if application.status is S.INTERVIEW and application.interview_on:
        return add_working_days(application.interview_on, facts.WORKING_DAYS_TO_SCORE)
    if application.status is S.SERVING:
        return application.review_on
    days = DAYS.get(application.status)
    return add_working_days(clock.in_london(application.moved_at).date(), days) if days else None


def standing_of(application: Application) -> Standing:
    """Return what the applicant reads."""
    day = due_on(application)
    if application.status in {S.NOT_ELIGIBLE, S.NOT_APPOINTED}:
        return Standing(*_refused(application))
    words = NEXT[application.status]
    if application.status is S.INTERVIEW and application.interview_on:
        by = f"Interview: {date_words(application.interview_on)}. Decision by {date_words(day)}."
    elif day is None:
        by = ""
    elif application.status is S.SERVING:
        by = f"Next annual review: {date_words(day)}."
    elif application.status is S.DRAFT:
        by = f"Last day to send it: {date_words(day)}."
    else:
        by = f"Expected by {date_words(day)}."
    return Standing(words, by)


def _refused(application: Application) -> tuple[str, str]:
    words = "The reason is below."
    if application.appeal:
        return words, "Your appeal is answered, so this is settled."
    last = last_day_to_appeal(application)
    if clock.today() > last:
        return words, "The time to appeal is over."
    return words, f"You can appeal until {date_words(last)}."
