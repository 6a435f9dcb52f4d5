"""What is written during a piece of support, as papers: agreement, visit note, review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.agreement_text import agreement_text
from app.commissions.facts import ACKNOWLEDGEMENT_WORDS, VISIT_MODE_WORDS
from app.commissions.page import signature_views
from app.commissions.reviews.page import rating_views, review_rows, review_title
from app.commissions.strikes.words import struck_words
from app.web.filters import date_words, days_words, moment_words, number_words
from app.web.papers import Paper, PaperRow, PaperSection

if TYPE_CHECKING:
    from app.commissions.models import AgreementVersion, Commission, ReviewMeeting, VisitNote

NOT_ANSWERED = "The school has not said whether it is accurate."


def agreement_paper(version: AgreementVersion) -> Paper:
    """Return the frozen text of a version with its signatures so far."""
    commission, text, signed = version.commission, agreement_text(version.content), []
    sent = f"Sent for signature by {version.made_by.name}, {moment_words(version.created_at)}."
    for one in signature_views(version):
        reason = f": “{one.reason}”" if one.reason else ""
        signed.append(f"{one.words}, {moment_words(one.at)}{reason}")
    void = f"This version is void: “{version.void_reason}”" if version.voided_at else ""
    at = [version.created_at, version.voided_at, *(s.created_at for s in version.signatures)]
    return Paper(
        kind="agreement",
        number=f"{commission.reference}-version-{version.number}",
        title=f"Agreement, version {version.number}",
        caption=_caption(commission),
        dated=max(moment for moment in at if moment is not None),
        lead=void,
        intro=[sent],
        sections=[
            *(
                PaperSection(part.title, [PaperRow(line.key, line.value) for line in part.lines])
                for part in text.sections
            ),
            PaperSection("What always holds", [PaperRow(c.key, c.value) for c in text.clauses]),
            PaperSection("Signatures", paragraphs=signed or ["Nobody has signed yet."]),
        ],
        foot=f"Fingerprint of this text (SHA-256): {version.digest}",
    )


def note_paper(note: VisitNote) -> Paper:
    commission = note.commission
    objectives = [o for o in commission.objectives if o.id in note.objective_ids]
    rows = [
        PaperRow("How", VISIT_MODE_WORDS[note.mode]),
        PaperRow("Hours", number_words(note.hours)),
        PaperRow("Days used", days_words(note.days_used)),
        PaperRow("Worked with", note.roles_seen),
        PaperRow("Objectives", "\n".join(f"{o.position}. {o.change_sought}" for o in objectives)),
        PaperRow("What was done", note.activity),
        PaperRow("Progress seen", note.progress),
        PaperRow("What shows it", note.evidence),
        PaperRow("What happens next", note.next_steps),
        PaperRow("Next visit", date_words(note.next_visit_on)),
        PaperRow("In the way", note.concerns),
    ]
    return Paper(
        kind="visit-note",
        number=f"{commission.reference}-{note.held_on.isoformat()}",
        title=f"Visit on {date_words(note.held_on)}",
        caption=_caption(commission),
        dated=note.struck_at or note.acknowledged_at or note.created_at,
        lead=f"{struck_words(note)} It does not count." if note.struck_at else "",
        intro=[f"Written by {note.author.name}, {moment_words(note.created_at)}."],
        sections=[PaperSection("The visit", [row for row in rows if row.value]), _answer(note)],
    )


def review_paper(review: ReviewMeeting) -> Paper:
    return Paper(
        kind="review",
        number=f"{review.commission.reference}-{review.held_on.isoformat()}",
        title=review_title(review),
        caption=_caption(review.commission),
        dated=review.acknowledged_at or review.created_at,
        intro=[f"Written by {review.author.name}, {moment_words(review.created_at)}."],
        sections=[
            PaperSection("The review", [PaperRow(r.key, r.value) for r in review_rows(review)]),
            *(
                PaperSection(
                    one.title,
                    [
                        PaperRow("Rating", one.state, one.tone),
                        PaperRow("Change sought", one.change_sought),
                        *(PaperRow(row.key, row.value) for row in one.rows),
                    ],
                )
                for one in rating_views(review)
            ),
            _answer(review),
        ],
    )


def _answer(written: VisitNote | ReviewMeeting) -> PaperSection:
    """Return what the school said of the record, in its own words."""
    if written.acknowledgement is None or written.acknowledged_by is None:
        return PaperSection("The school’s answer", paragraphs=[NOT_ANSWERED])
    words = [
        f"{ACKNOWLEDGEMENT_WORDS[written.acknowledgement]}.",
        f"“{written.school_comment}”" if written.school_comment else "",
        f"{written.acknowledged_by.name}, {moment_words(written.acknowledged_at)}",
    ]
    return PaperSection("The school’s answer", paragraphs=[text for text in words if text])


def _caption(commission: Commission) -> str:
    return f"{commission.request.title}, {commission.reference}"
