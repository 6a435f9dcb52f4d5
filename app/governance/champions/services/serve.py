"""After the appointment: training, the designation with its entry, annual reviews, the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db
from app.governance.champions import permissions as who
from app.governance.champions import telling
from app.governance.champions.facts import DESIGNATION, Act, ReviewDecision, Status
from app.governance.champions.lifecycle import LIFECYCLE
from app.governance.champions.models import AnnualReview, Application, Training
from app.governance.champions.services.holding import given, hold
from app.governance.strands import strands
from app.prospectus.designations.facts import DesignationAct
from app.prospectus.designations.queries import kind_by_code
from app.prospectus.designations.services import award
from app.prospectus.designations.services import decide as decide_designation
from app.prospectus.designations.terms import OVER, usual_last_day
from app.prospectus.facts import WHOLE_DISTRICT, DesignationStatus, Mode, ProviderKind
from app.prospectus.listing.claims import Claims
from app.prospectus.listing.services.appointed import Appointed, publish_appointed
from app.prospectus.services.sight import hide_by_review

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.prospectus.models import Designation

LONGEST_HEADLINE = 200


def add_training(
    *, application: Application, by: Person, what: str, done_on: date, with_whom: str
) -> Training:
    """Record training or shadowing; an officer's own record is signed off by that."""
    hold(application)
    if not who.can_add_training(by, application):
        message = "You cannot record this training."
        raise NotAllowed(message)
    if application.status not in {Status.APPOINTED, Status.SERVING}:
        message = "Training is recorded after the appointment."
        raise NotOpen(message)
    if done_on > clock.today():
        raise NotReady(["Enter a day that is not after today."])
    training = Training(
        application=application,
        what=given(what, "Say what it was."),
        done_on=done_on,
        with_whom=given(with_whom, "Say with whom."),
    )
    db.session.add(training)
    db.session.flush()
    if who.is_officer(by, application):
        _sign(training, by)
    return training


def sign_off(*, training: Training, by: Person) -> None:
    hold(training.application)
    if not who.is_officer(by, training.application):
        message = "An officer signs training off."
        raise NotAllowed(message)
    if training.signed_off_at is None:
        _sign(training, by)


def _sign(training: Training, by: Person) -> None:
    training.signed_off_by, training.signed_off_at = by, clock.now()
    label_change(training, "sign_off")
    db.session.flush()


def designate(*, application: Application, by: Person) -> None:
    """Put the champion into the prospectus and award the designation for its usual term."""
    hold(application)
    LIFECYCLE.check(application, Act.DESIGNATE, by=by)
    today = clock.today()
    kind = kind_by_code(DESIGNATION)
    if kind is None:
        raise NotReady([f"There is no kind of designation {DESIGNATION}."])
    reason = f"Appointed by a panel after call {application.call.reference}; training done."
    provider = publish_appointed(_appointed(application, reason), by=by)
    application.designation = award(
        provider=provider,
        by=by,
        type_code=DESIGNATION,
        awarded_on=today,
        ends_on=usual_last_day(kind, today),
        reason=reason,
    )
    application.review_on = a_year_after(today)
    LIFECYCLE.move(application, Act.DESIGNATE, by=by)
    db.session.flush()
    telling.tell_applicant(application, Act.DESIGNATE)


def _appointed(application: Application, reason: str) -> Appointed:
    """Return the entry as it is written from the application; the champion edits it later."""
    names = [area.name for area in strands() if area.code in application.strands]
    roles = [", ".join(one.values()) for one in application.roles]
    claims = Claims(
        name=application.person.name,
        kind=ProviderKind.CHAMPION.value,
        host_answered=True,
        headline=f"Supports governing boards: {', '.join(names)}"[:LONGEST_HEADLINE],
        summary=application.experience,
        experience="\n".join(roles),
        phases=tuple(application.phases),
        modes=(Mode.IN_PERSON.value,),
        areas=(WHOLE_DISTRICT,),
        expertise=dict.fromkeys(application.strands, ""),
    )
    return Appointed(
        person=application.person,
        authority_code=application.authority_code,
        claims=claims,
        days=application.days or Decimal(0),
        evidence="\n\n".join(application.evidence.values()),
        referees="\n".join(one.name for one in application.asked),
        interests=application.interests,
        reason=reason,
    )


@dataclass(frozen=True)
class Reviewed:
    """What an annual review found and decided; `ends_on` is the new last day of a renewal."""

    support: str
    training: str
    eligible: bool
    decision: ReviewDecision
    reason: str
    conditions: str = ""
    look_again_on: date | None = None
    ends_on: date | None = None


def faults_of_review(application: Application, found: Reviewed) -> dict[str, str]:
    """Return what is wrong, by the question of the form that can mend it."""
    designation, today = application.designation, clock.today()
    faults = {}
    if found.decision is ReviewDecision.RENEW:
        if not found.eligible:
            faults["decision"] = "Renew only somebody who is still eligible"
        latest = max(today, (designation and designation.ends_on) or today)
        if found.ends_on is None or found.ends_on <= latest:
            faults["ends_on"] = "Enter a last day later than the present one"
    if found.decision is ReviewDecision.CONDITIONS:
        if not found.conditions.strip():
            faults["conditions"] = "Say what they must do"
        if found.look_again_on is None or found.look_again_on <= today:
            faults["look_again_on"] = "Enter a day after today"
    for name in ("support", "training", "reason"):
        if not getattr(found, name).strip():
            faults[name] = "Write this down"
    return faults


def review(*, application: Application, by: Person, found: Reviewed) -> AnnualReview:
    """Record a year's review and do what it decides, by the services of designations."""
    hold(application)
    if not who.is_officer(by, application):
        message = "An officer reviews the year."
        raise NotAllowed(message)
    if application.status is not Status.SERVING or application.review_on is None:
        message = "Nobody serves here, so there is no year to review."
        raise NotOpen(message)
    if faults := faults_of_review(application, found):
        raise NotReady([f"{words}." for words in faults.values()])
    row = AnnualReview(
        application=application,
        due_on=application.review_on,
        support=found.support.strip(),
        training=found.training.strip(),
        eligible=found.eligible,
        decision=found.decision,
        reason=found.reason.strip(),
        conditions=found.conditions.strip(),
        decided_by=by,
    )
    db.session.add(row)
    label_change(row, found.decision)
    db.session.flush()
    _carry_out(application, by, found)
    telling.tell_applicant(application, f"review {row.id}")
    return row


def _carry_out(application: Application, by: Person, found: Reviewed) -> None:
    designation = application.designation
    if designation is None:
        raise NotReady(["There is no designation."])
    if found.decision is ReviewDecision.STAND_DOWN:
        _end(designation, DesignationAct.END, by, found.reason)
        LIFECYCLE.move(application, Act.END, by=by)
        application.reason, application.review_on = found.reason, None
    elif found.decision is ReviewDecision.CONDITIONS:
        decide_designation(
            designation=designation,
            act=DesignationAct.SET_CONDITIONS,
            by=by,
            reason=found.reason,
            conditions=found.conditions,
            look_again_on=found.look_again_on,
        )
        application.review_on = found.look_again_on
    else:
        if designation.standing is DesignationStatus.CONDITIONAL:
            decide_designation(
                designation=designation, act=DesignationAct.CONFIRM, by=by, reason=found.reason
            )
        decide_designation(
            designation=designation,
            act=DesignationAct.EXTEND,
            by=by,
            reason=found.reason,
            ends_on=found.ends_on,
        )
        application.review_on = a_year_after(clock.today())
    db.session.flush()


def stand_down(*, application: Application, by: Person, reason: str) -> None:
    """End one's own service at any time; the entry leaves the prospectus."""
    hold(application)
    LIFECYCLE.check(application, Act.STAND_DOWN, by=by)
    words = given(reason, "Say why, in a few words.")
    if (designation := application.designation) is not None:
        _end(designation, DesignationAct.STAND_DOWN, by, words)
    LIFECYCLE.move(application, Act.STAND_DOWN, by=by)
    application.review_on = None
    db.session.flush()
    telling.tell_officers(application, "stood down")


def _end(designation: Designation, act: DesignationAct, by: Person, reason: str) -> None:
    """End the designation, unless that was done by itself or its term ran out; the entry goes."""
    if designation.standing_on(clock.today()) not in OVER:
        decide_designation(designation=designation, act=act, by=by, reason=reason)
    hide_by_review(designation.provider, by=by, reason=reason)


def a_year_after(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return (day.replace(day=28) if leap else day).replace(year=day.year + 1)
