"""The report: what a version freezes, and how it reads on the page and as a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.governance.reviews.facts import (
    FINDING_TONES,
    FINDING_WORDS,
    KIND_WORDS,
    RATING_WORDS,
    FindingKind,
)
from app.web.filters import moment_words
from app.web.papers import Paper, PaperRow, PaperSection

if TYPE_CHECKING:
    from app.governance.reviews.models import GovernanceReport, GovernanceReview, ScopePart


def lead_words(review: GovernanceReview) -> str:
    """Return who leads it, in words."""
    if review.provider is not None:
        return review.provider.name
    if review.officer is not None:
        return f"{review.officer.name}, governor services"
    return "The chair of the board" if review.kind == "self" else "Nobody yet"


def content_of(review: GovernanceReview) -> dict[str, Any]:
    """Return the text of a version; whatever is edited later leaves it alone."""
    return {
        "kind": KIND_WORDS[review.kind],
        "lead": lead_words(review),
        "why": review.why,
        "headings": [_heading(review, part) for part in review.scope],
    }


def _heading(review: GovernanceReview, part: ScopePart) -> dict[str, Any]:
    sent = review.own_view_sent_at is not None and part.rating is not None
    return {
        "name": part.heading.name,
        "about": part.heading.about,
        "own_rating": RATING_WORDS[part.rating] if sent and part.rating else "",
        "own_words": part.words if sent else "",
        "findings": [
            {
                "kind": finding.kind.value,
                "words": finding.words,
                "evidence": finding.evidence,
                "recommendation": finding.recommendation,
            }
            for finding in review.findings
            if finding.heading_id == part.heading_id
        ],
    }


def report_paper(report: GovernanceReport) -> Paper:
    review, content = report.review, report.content
    comments = [
        f"{comment.author.name}, {moment_words(comment.created_at)}: “{comment.words}”"
        for comment in report.comments
    ]
    return Paper(
        kind="review-of-governance",
        number=f"{review.reference}-version-{report.number}",
        title=f"Review of governance, version {report.number}",
        caption=f"{review.school.name}, {review.reference}",
        dated=max([report.shared_at, *(comment.created_at for comment in report.comments)]),
        intro=[
            f"{content['kind']}, led by {content['lead']}.",
            f"Shared by {report.shared_by.name}, {moment_words(report.shared_at)}.",
            f"Why it was wanted: {content['why']}",
        ],
        sections=[
            *(PaperSection(part["name"], _rows(part)) for part in content["headings"]),
            PaperSection(
                "What the board says of the facts",
                paragraphs=comments or ["The board has not commented on this version."],
            ),
        ],
    )


def _rows(part: dict[str, Any]) -> list[PaperRow]:
    rows = [PaperRow("We looked for", part["about"])] if part["about"] else []
    if part["own_rating"]:
        rows.append(PaperRow("The board’s own view", f"{part['own_rating']}. {part['own_words']}"))
    for one in part["findings"]:
        kind = FindingKind(one["kind"])
        rows.append(PaperRow("Finding", FINDING_WORDS[kind], FINDING_TONES[kind]))
        rows.append(PaperRow("What we found", one["words"]))
        if one["evidence"]:
            rows.append(PaperRow("What shows it", one["evidence"]))
        if one["recommendation"]:
            rows.append(PaperRow("We recommend", one["recommendation"]))
    return rows
