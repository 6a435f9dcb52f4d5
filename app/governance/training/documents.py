"""From a course of the catalogue to what the search knows of it: public words only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.core import clock
from app.governance.training.facts import (
    AUDIENCE_WORDS,
    LEVEL_WORDS,
    MODE_WORDS,
    Audience,
    CourseStatus,
    SessionStatus,
)
from app.governance.training.models import TrainingCourse
from app.prospectus.models import ExpertiseArea
from app.search.documents import Document, collection_of, id_in

COLLECTION = "training"


def document_id(course: TrainingCourse) -> str:
    return id_in(COLLECTION, course.id)


def number_of(document: str) -> int:
    return int(document.rpartition("/")[2])


def documents(session: Session, ids: Sequence[str] | None) -> Iterator[Document]:
    """Yield the courses of the catalogue among `ids`, or all; a source of the search."""
    query = (
        select(TrainingCourse)
        .where(TrainingCourse.status == CourseStatus.PUBLISHED)
        .order_by(TrainingCourse.id)
        .options(selectinload(TrainingCourse.sessions))
    )
    if ids is not None:
        numbers = [number_of(name) for name in ids if collection_of(name) == COLLECTION]
        if not numbers:
            return
        query = query.where(TrainingCourse.id.in_(numbers))
    courses = session.scalars(query).all()
    if not courses:
        return
    codes = {code for course in courses for code in course.strands}
    areas = session.scalars(select(ExpertiseArea).where(ExpertiseArea.code.in_(codes)))
    strands = {area.code: area for area in areas}
    for course in courses:
        yield document_of(course, strands)


def document_of(course: TrainingCourse, strands: dict[str, ExpertiseArea]) -> Document:
    """Return the document of a course; only sessions to come have a month and a place."""
    now = clock.now()
    to_come = [s for s in course.sessions if s.status is SessionStatus.OPEN and s.starts_at > now]
    areas = [strands[code] for code in course.strands if code in strands]
    audiences = [AUDIENCE_WORDS[Audience(one)] for one in course.audiences]
    sort: dict[str, str | float] = {"title": course.title}
    if to_come:
        sort["next"] = to_come[0].starts_at.timestamp()
    places = list(dict.fromkeys(s.place for s in to_come))
    return Document(
        id=document_id(course),
        text={
            "name": f"{course.title}\n{course.code}",
            "organisation": "\n".join(audiences),
            "expertise": "\n".join(area.name for area in areas),
            "designations": f"{MODE_WORDS[course.mode]}\n{LEVEL_WORDS[course.level]}",
            "locality": "\n".join(places),
            "description": "\n".join([course.covers, *(area.hint for area in areas)]),
        },
        facets={
            "mode": (course.mode.value,),
            "audience": tuple(course.audiences),
            "level": (course.level.value,),
            "strand": tuple(course.strands),
            "month": tuple(dict.fromkeys(f"{s.day:%Y-%m}" for s in to_come)),
            "place": tuple(places),
        },
        sort=sort,
    )
