"""What is open on an officer's board, read with a number of statements that no card adds to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from app.commissions.board.permissions import works_on
from app.commissions.models import (
    Assignment,
    Commission,
    OfficerNote,
    SupportRequest,
    Watch,
)
from app.commissions.queries.sides import acted_on, officers_of
from app.commissions.queries.waiting import live_commissions, live_requests
from app.commissions.statuses import ENDED_COMMISSIONS, ENDED_REQUESTS, RequestStatus
from app.commissions.voices import OFFICERS
from app.core.paging import Page, PageAsked, paginate
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.accounts.models import Person

    Matter: TypeAlias = SupportRequest | Commission


@dataclass(frozen=True)
class OnBoard:
    """One open request or commission, with what officers keep about it."""

    matter: Matter
    request: SupportRequest
    officer: Person | None
    watched: bool
    notes: int


def open_matters(person: Person) -> list[OnBoard]:
    """Return what is open and this officer works on, the longest at its step first."""
    codes = person.authorities_as(*OFFICERS)
    requests = live_requests(
        acted_on(person, SupportRequest), SupportRequest.status != RequestStatus.DRAFT
    )
    commissions = live_commissions(acted_on(person, Commission))
    # kept until the end: what nobody holds is forgotten, and would be read one by one
    filled = _with_what_the_rules_read(person)
    officers, watched, notes = _officers(codes), watched_by(person), _notes(codes)
    matters: list[Matter] = [*requests, *commissions]
    found = []
    for matter in sorted(matters, key=lambda one: (one.moved_at, one.reference)):
        request = matter.request if isinstance(matter, Commission) else matter
        if request in filled and works_on(person, request):
            officer, number = officers.get(request.id), notes.get(request.id, 0)
            found.append(OnBoard(matter, request, officer, request.id in watched, number))
    return found


def _with_what_the_rules_read(person: Person) -> set[SupportRequest]:
    live = select(Commission.request_id).where(Commission.status.not_in(ENDED_COMMISSIONS))
    ended = [*ENDED_REQUESTS, RequestStatus.MATCHED]
    query = (
        select(SupportRequest)
        .where(
            acted_on(person, SupportRequest),
            SupportRequest.status.not_in(ended) | SupportRequest.id.in_(live),
        )
        .options(
            joinedload(SupportRequest.school),
            joinedload(SupportRequest.focus),
            joinedload(SupportRequest.broker),
            selectinload(SupportRequest.declarations),
            selectinload(SupportRequest.candidates),
            selectinload(SupportRequest.enquiries),
            selectinload(SupportRequest.commissions).selectinload(Commission.declarations),
        )
    )
    return set(db.session.scalars(query).unique())


def _officers(codes: Sequence[str]) -> Mapping[int, Person]:
    query = (
        select(Assignment)
        .join(Assignment.request)
        .where(SupportRequest.authority_code.in_(codes), Assignment.officer_id.is_not(None))
        .options(joinedload(Assignment.officer))
    )
    return {a.request_id: a.officer for a in db.session.scalars(query) if a.officer}


def watched_by(person: Person) -> set[int]:
    """Return the keys of the requests that this person watches."""
    return set(db.session.scalars(select(Watch.request_id).where(Watch.person_id == person.id)))


def _notes(codes: Sequence[str]) -> Mapping[int, int]:
    query = (
        select(OfficerNote.request_id, func.count())
        .join(OfficerNote.request)
        .where(SupportRequest.authority_code.in_(codes))
        .group_by(OfficerNote.request_id)
    )
    return {one: number for one, number, *_ in db.session.execute(query)}


def assignment_of(request: SupportRequest) -> Assignment | None:
    query = select(Assignment).where(Assignment.request_id == request.id)
    return db.session.scalar(query.options(joinedload(Assignment.officer)))


def watches(person: Person, request: SupportRequest) -> bool:
    query = select(Watch.id).where(Watch.person_id == person.id, Watch.request_id == request.id)
    return db.session.scalar(query) is not None


def officers_for(request: SupportRequest) -> list[Person]:
    """Return who may work on it, by name."""
    return [officer for officer in officers_of(request) if works_on(officer, request)]


def page_of_notes(request: SupportRequest, page: PageAsked) -> Page[OfficerNote]:
    """Return the officers' notes, the latest first."""
    query = (
        select(OfficerNote)
        .where(OfficerNote.request_id == request.id)
        .options(joinedload(OfficerNote.author))
        .order_by(OfficerNote.created_at.desc(), OfficerNote.id.desc())
    )
    return paginate(db.session, query, page)
