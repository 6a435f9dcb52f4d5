"""Reads of calls, applications and the register of champions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from app.accounts.models import Person
from app.core import clock
from app.core.paging import Page, PageAsked, paginate
from app.extensions import db
from app.governance.champions.facts import (
    REMIND_REFEREE_AFTER,
    REVIEW_SHOWN_BEFORE,
    CallStatus,
    Status,
)
from app.governance.champions.models import (
    Application,
    Call,
    Declaration,
    PanelMember,
    Referee,
    Training,
)
from app.governance.champions.permissions import OFFICERS, READERS
from app.prospectus.models import Designation

if TYPE_CHECKING:
    from collections.abc import Sequence

CHAMPIONS = (Status.APPOINTED, Status.SERVING, Status.STOOD_DOWN)


def call_by_reference(reference: str) -> Call | None:
    return db.session.scalar(select(Call).where(Call.reference == reference))


def open_calls() -> Sequence[Call]:
    """Return the calls that take applications today, the first to close first."""
    today = clock.today()
    query = select(Call).where(
        Call.status == CallStatus.OPEN, Call.opens_on <= today, Call.closes_on >= today
    )
    return db.session.scalars(query.order_by(Call.closes_on, Call.id)).all()


def page_of_calls(person: Person, page: PageAsked) -> Page[Call]:
    """Return the calls of the person's authorities, the latest first."""
    codes = person.authorities_as(*READERS)
    query = select(Call).where(Call.authority_code.in_(codes)).order_by(Call.id.desc())
    return paginate(db.session, query, page)


def calls_past_their_day() -> Sequence[Call]:
    query = select(Call).where(Call.status == CallStatus.OPEN, Call.closes_on < clock.today())
    return db.session.scalars(query.order_by(Call.id)).all()


def calls_of(person: Person) -> Sequence[Call]:
    """Return what the person's authorities have not decided yet."""
    codes = person.authorities_as(*OFFICERS)
    if not codes:
        return []
    query = select(Call).where(Call.authority_code.in_(codes), Call.status == CallStatus.CLOSED)
    return db.session.scalars(query.order_by(Call.id)).all()


def application_by_reference(reference: str) -> Application | None:
    # the rest is read where a page shows it: most who ask for one may not see it
    query = select(Application).options(
        joinedload(Application.call),
        joinedload(Application.person),
        selectinload(Application.members).joinedload(PanelMember.person),
    )
    return db.session.scalar(query.where(Application.reference == reference))


def application_to(call: Call, person: Person) -> Application | None:
    query = select(Application).where(
        Application.call_id == call.id, Application.person_id == person.id
    )
    return db.session.scalar(query)


def applications_of(person: Person) -> Sequence[Application]:
    """Return a person's own applications, the latest first."""
    query = _applications().where(Application.person_id == person.id)
    return db.session.scalars(query.order_by(Application.id.desc())).all()


def page_of_applications(person: Person, call: Call, page: PageAsked) -> Page[Application]:
    """Return what was sent to a call, in the order of sending, without what is closed to them."""
    query = (
        _applications()
        .where(
            Application.call_id == call.id,
            Application.submitted_at.is_not(None),
            Application.person_id != person.id,
            Application.id.not_in(_closed_to(person)),
        )
        .order_by(Application.submitted_at, Application.id)
    )
    return paginate(db.session, query, page)


def page_of_champions(person: Person, page: PageAsked) -> Page[Application]:
    """Return who was appointed in the person's authorities, by name."""
    applicant = aliased(Person)
    query = (
        _applications()
        .join(applicant, applicant.id == Application.person_id)
        .join(Call, Call.id == Application.call_id)
        .where(
            Call.authority_code.in_(person.authorities_as(*READERS)),
            Application.status.in_(CHAMPIONS),
            Application.person_id != person.id,
            Application.id.not_in(_closed_to(person)),
        )
        .order_by(applicant.name, Application.id)
    )
    return paginate(db.session, query, page)


def concerning(person: Person) -> Sequence[Application]:
    """Return the live applications in which the person may have something to do."""
    sits = select(PanelMember.application_id).where(PanelMember.person_id == person.id)
    codes = person.authorities_as(*OFFICERS)
    of_officer = Application.call_id.in_(select(Call.id).where(Call.authority_code.in_(codes)))
    concerns = (Application.person_id == person.id) | Application.id.in_(sits)
    if codes:
        concerns |= of_officer
    live = Application.status.not_in((Status.WITHDRAWN, Status.STOOD_DOWN))
    query = _applications().where(concerns, live).order_by(Application.id)
    return db.session.scalars(query).all()


def earlier_panel(application: Application) -> Sequence[str]:
    """Return the e-mail addresses of the last panel named for this call, the chair first."""
    query = (
        select(PanelMember)
        .join(PanelMember.application)
        .where(
            Application.call_id == application.call_id,
            Application.id != application.id,
            PanelMember.turn == Application.turn,
            PanelMember.person_id != application.person_id,
            PanelMember.person_id.not_in(
                select(Declaration.person_id).where(Declaration.application_id == application.id)
            ),
        )
        .options(joinedload(PanelMember.person))
        .order_by(PanelMember.application_id.desc(), PanelMember.chairs.desc(), PanelMember.id)
    )
    found = db.session.scalars(query).all()
    return [one.person.email for one in found if one.application_id == found[0].application_id]


def referee_by_id(number: int) -> Referee | None:
    return db.session.get(Referee, number)


def training_by_id(number: int) -> Training | None:
    return db.session.get(Training, number)


def referees_to_remind() -> Sequence[Referee]:
    query = (
        select(Referee)
        .join(Referee.application)
        .where(
            Application.status == Status.REFERENCES,
            Referee.answered_at.is_(None),
            Referee.replaced_at.is_(None),
            Referee.reminded_at.is_(None),
            Referee.asked_at <= clock.now() - REMIND_REFEREE_AFTER,
        )
        .order_by(Referee.id)
    )
    return db.session.scalars(query).all()


def reviews_soon_due() -> Sequence[Application]:
    query = _applications().where(
        Application.status == Status.SERVING,
        Application.review_on <= clock.today() + REVIEW_SHOWN_BEFORE,
    )
    return db.session.scalars(query.order_by(Application.review_on, Application.id)).all()


def _closed_to(person: Person) -> Select[int]:
    return select(Declaration.application_id).where(Declaration.person_id == person.id)


def _applications() -> Select[Application]:
    return select(Application).options(
        joinedload(Application.call),
        joinedload(Application.person),
        joinedload(Application.designation).joinedload(Designation.provider),
        selectinload(Application.referees),
        selectinload(Application.checks),
        selectinload(Application.declarations),
        selectinload(Application.members).joinedload(PanelMember.person),
        selectinload(Application.trainings),
    )
