"""What the page of one commission shows to one person, decided here and drawn by the template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from app.commissions import permissions as who
from app.commissions.act import Act
from app.commissions.acts import acts_of
from app.commissions.approval_page import (
    ApprovalActView,
    ConditionView,
    approval_views,
    condition_views,
)
from app.commissions.changes.agreed import start_now, target_now
from app.commissions.changes.facts import VARIATION_STATUS_WORDS, VARIATION_TONES
from app.commissions.changes.words import days_before, end_before, history_of
from app.commissions.facts import DIRECTION_WORDS, PARTY_WORDS, Answer, Interest
from app.commissions.money_page import MoneyRow, money_rows
from app.commissions.next_steps import commission_next, is_turn_in_commission
from app.commissions.progress import progress_of
from app.commissions.small_numbers import change_words, group_of
from app.commissions.statuses import CommissionStatus
from app.commissions.tasks import Task, tasks_of
from app.commissions.timeline import commission_timeline
from app.commissions.voices import is_of_board
from app.commissions.words import COMMISSION_TONES, commission_status_words
from app.core import clock
from app.core.measure_words import value_words
from app.web.filters import counted, date_words, days_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.accounts.models import Person
    from app.commissions.models import AgreementVersion, Commission, Objective
    from app.commissions.next_steps import NextStep
    from app.commissions.timeline import Entry
    from app.core.charts import ProgressChart


@dataclass(frozen=True)
class Row:
    key: str
    value: str
    href: str | None = None
    action: str | None = None


@dataclass(frozen=True)
class StepView:
    sentence: str
    due: str
    overdue: bool
    mine: bool


@dataclass(frozen=True)
class ObjectiveView:
    position: int
    change_sought: str
    start: str
    start_detail: str
    target: str
    target_detail: str
    history: Sequence[str]
    rows: Sequence[Row]
    chart: ProgressChart | None


@dataclass(frozen=True)
class SignatureView:
    words: str
    at: datetime
    reason: str


@dataclass(frozen=True)
class VersionView:
    number: int
    href: str
    status_words: str
    tone: str
    made: str
    signatures: Sequence[SignatureView]
    void_reason: str


@dataclass(frozen=True)
class CommissionPage:
    title: str
    between: str
    status_words: str
    tone: str
    steps: Sequence[StepView]
    acts: Sequence[Act]
    tasks: Sequence[Task]
    objectives: Sequence[ObjectiveView]
    terms_title: str
    terms: Sequence[Row]
    money: Sequence[MoneyRow]
    versions: Sequence[VersionView]
    approval: Sequence[ApprovalActView]
    conditions: Sequence[ConditionView]
    interests: Sequence[Row] | None
    entries: Sequence[Entry]
    shows_delivery: bool
    reason_title: str
    reason: str


# where the words given at the last step back or end still matter
_REASON_TITLES = {
    CommissionStatus.AGREEING: "What should change in the agreement",
    CommissionStatus.REFUSED: "Why it was refused",
    CommissionStatus.CHALLENGED: "Why it was refused",
    CommissionStatus.REFUSAL_STANDS: "Why it was refused",
    CommissionStatus.DECLINED: "Why it was declined",
    CommissionStatus.SUPPORTER_REFUSED: "Why the authority ended it",
    CommissionStatus.WITHDRAWN: "Why it was withdrawn",
}


def page_of(person: Person, commission: Commission) -> CommissionPage:
    delivery = who.can_see_delivery(person, commission)
    return CommissionPage(
        title=commission.request.title,
        between=_between(person, commission),
        status_words=commission_status_words(commission, person),
        tone=COMMISSION_TONES[commission.status],
        steps=[_step(person, commission, step) for step in commission_next(commission)],
        acts=acts_of(person, commission),
        tasks=tasks_of(person, commission),
        objectives=[objective_view(o, delivery=delivery) for o in commission.objectives],
        terms_title="The agreement" if commission.objectives else "What is offered",
        terms=term_rows(person, commission),
        money=money_rows(commission),
        versions=[_version(version) for version in reversed(commission.versions)],
        approval=approval_views(person, commission),
        conditions=condition_views(commission),
        interests=_interests(person, commission),
        entries=list(reversed(commission_timeline(person, commission))),
        shows_delivery=delivery,
        reason_title=_REASON_TITLES.get(commission.status, ""),
        reason=commission.reason if commission.status in _REASON_TITLES else "",
    )


def _between(person: Person, commission: Commission) -> str:
    provider, school = commission.provider.name, commission.school.name
    if who.reads_for_school(person, commission):
        return f"{provider} supports your school"
    if who.leads_provider(person, commission):
        return f"Your support for {school}"
    return f"{provider} supports {school}"


def _step(person: Person, commission: Commission, step: NextStep) -> StepView:
    mine = is_turn_in_commission(person, step, commission)
    due = f"by {date_words(step.due_on)}" if step.due_on else ""
    if step.overdue:
        due = f"was due {date_words(step.due_on)}"
    return StepView(step.own_sentence if mine else step.sentence, due, step.overdue, mine)


def objective_view(objective: Objective, *, delivery: bool) -> ObjectiveView:
    start, target, unit = start_now(objective), target_now(objective), objective.unit
    cohort = ""
    if start is not None:
        size = f" ({start.cohort_size:,})" if start.cohort_size else ""
        cohort = f"{start.cohort}{size}"
    progress = progress_of(objective) if delivery else None
    rows = [
        Row("Measure", f"{objective.measure}. {DIRECTION_WORDS[objective.direction]}."),
        Row("Source", start.source if start else ""),
        Row("Evidence", start.evidence if start else ""),
        Row("How we will know", objective.success_measure),
        Row("Size of the change", size_of_change(objective)),
    ]
    return ObjectiveView(
        position=objective.position,
        change_sought=objective.change_sought,
        start=value_words(start.value, unit) if start else "Not set yet",
        start_detail=", ".join(filter(None, (date_words(start.taken_on), cohort))) if start else "",
        target=value_words(target.value, unit) if target else "Not set yet",
        target_detail=f"by {date_words(target.due_on)}" if target else "",
        history=history_of(objective),
        rows=[row for row in rows if row.value],
        chart=progress.chart if progress and progress.latest else None,
    )


def size_of_change(objective: Objective) -> str:
    """Return how many of the group the target means; empty where that cannot be told."""
    start, target = objective.starting_point, objective.target
    if start is None or target is None:
        return ""
    group = group_of(objective.unit, start.cohort, start.cohort_size)
    return change_words(group, start.value, target.value) if group else ""


def term_rows(person: Person, commission: Commission) -> list[Row]:
    """Return what is settled so far; what is still open stands among the tasks."""
    assured, of_board = "", is_of_board(commission)
    if commission.safeguarding_assured_on:
        day = date_words(commission.safeguarding_assured_on)
        assured = f"Confirmed by {commission.safeguarding_assured_by} on {day}"
    host = commission.host.name if commission.host else "None: the provider signs alone"
    rows = [
        *_request_row(person, commission),
        Row("School", commission.school.name),
        Row("Provider", commission.provider.name),
        Row("Provider’s home school", host),
        Row("Governor services" if of_board else "Broker", commission.broker.name),
        Row("Focus", commission.request.focus.name if commission.request.focus else ""),
        Row("Days", f"{days_words(commission.days)}{days_before(commission)}"),
        Row("From", date_words(commission.starts_on)),
        Row("To", f"{date_words(commission.ends_on)}{end_before(commission)}"),
        Row("Visits", commission.pattern_of_visits),
        Row("The board will" if of_board else "The school will", commission.school_actions),
        Row("The provider will", commission.provider_actions),
        Row("Safeguarding", assured),
    ]
    return [row for row in rows if row.value]


def _request_row(person: Person, commission: Commission) -> list[Row]:
    request = commission.request
    if not who.can_see_request(person, request):
        return []
    href = url_for("requests.show", reference=request.reference)
    return [Row("Request", request.reference, href, "Read")]


def _version(version: AgreementVersion) -> VersionView:
    made = date_words(clock.in_london(version.created_at).date())
    words, tone = version_state(version)
    return VersionView(
        number=version.number,
        href=url_for(
            "commissions.version", reference=version.commission.reference, number=version.number
        ),
        status_words=words,
        tone=tone,
        made=f"Sent by {version.made_by.name} on {made}",
        signatures=signature_views(version),
        void_reason=version.void_reason,
    )


def version_state(version: AgreementVersion) -> tuple[str, str]:
    if version.voided_at is not None:
        return "Void", "neutral"
    change, stands = version.variation, version.commission.current_version
    if change is not None and not change.in_force:
        return VARIATION_STATUS_WORDS[change.status], VARIATION_TONES[change.status]
    if stands is not None and stands is not version:
        return f"Held until version {stands.number}", "neutral"
    unsigned = len(version.unsigned_parties)
    if not unsigned:
        return "Signed by all", "good"
    signed = len(version.commission.parties) - unsigned
    return f"{signed} of {counted(signed + unsigned, 'signature')}", "waiting"


def signature_views(version: AgreementVersion) -> list[SignatureView]:
    verbs = {Answer.SIGNED: "signed", Answer.REJECTED: "asked for changes"}
    return [
        SignatureView(
            f"{s.person.name} {verbs[s.answer]} for {PARTY_WORDS[s.party]}", s.created_at, s.reason
        )
        for s in version.signatures
    ]


def _interests(person: Person, commission: Commission) -> list[Row] | None:
    """Return every answer about interests to officers and quality leads, None to others."""
    if not who.can_see_interests(person, commission):
        return None
    rows = []
    for about, matter in (("request", commission.request), ("commission", commission)):
        for declaration in matter.declarations:
            day = date_words(clock.in_london(declaration.created_at).date())
            answer = "No interest"
            if declaration.answer is Interest.DECLARED:
                answer = f"Interest declared: {declaration.detail}"
            rows.append(Row(f"{declaration.person.name}, on the {about}", f"{answer} ({day})"))
    return rows
