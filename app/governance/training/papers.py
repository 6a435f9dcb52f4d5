"""The certificate of somebody who came."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.governance.strands import strands
from app.governance.training.facts import MODE_WORDS, Attendance
from app.governance.training.page import span_words
from app.web.filters import date_words, number_words
from app.web.papers import Paper, PaperRow, PaperSection

if TYPE_CHECKING:
    from app.governance.training.models import TrainingBooking, TrainingSession

SECONDS = 3600


def certificate(booking: TrainingBooking) -> Paper:
    session = booking.session
    course = session.course
    names = {area.code: area.name for area in strands()}
    stayed = "Left early" if booking.attendance is Attendance.LEFT_EARLY else "To the end"
    return Paper(
        kind="certificate",
        number=booking.reference,
        title="Certificate of attendance",
        caption="Training for governors",
        lead=booking.person.name,
        intro=[f"attended “{course.title}” on {date_words(session.day)}."],
        dated=booking.marked_at or session.ends_at,
        sections=[
            PaperSection(
                "What it was",
                [
                    PaperRow("Course", f"{course.title} ({course.code})"),
                    PaperRow("When", "\n".join(_parts(session))),
                    PaperRow("Hours", number_words(hours_of(session))),
                    PaperRow("How", MODE_WORDS[course.mode]),
                    PaperRow("Led by", session.trainer),
                    PaperRow("About", ", ".join(names[c] for c in course.strands if c in names)),
                    PaperRow("Attendance", stayed),
                ],
            ),
            PaperSection("What it covered", paragraphs=[course.covers]),
        ],
    )


def hours_of(session: TrainingSession) -> Decimal:
    """Return how long all parts take together, in hours."""
    spans = (part.ends_at - part.starts_at for part in session.parts)
    seconds = sum(span.total_seconds() for span in spans)
    return (Decimal(seconds) / SECONDS).quantize(Decimal("0.1"))


def _parts(session: TrainingSession) -> list[str]:
    return [span_words(part.starts_at, part.ends_at) for part in session.parts]
