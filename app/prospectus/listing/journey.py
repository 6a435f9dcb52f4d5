"""The order of the questions, which of them apply, and where each leads."""

from __future__ import annotations

from collections.abc import Sequence

from flask import url_for

from app.prospectus.listing.claims import Claims

CASE_STUDIES = "case-studies"
SECTIONS: dict[str, Sequence[str]] = {
    "Who you are": ("name", "kind", "organisation-type", "host"),
    "What you offer": (
        "headline",
        "expertise",
        "notes",
        "phases",
        "modes",
        "areas",
        "summary",
        "experience",
        CASE_STUDIES,
    ),
    "When, and how to reach you": ("availability", "days", "contact", "rate"),
    "For the panel": ("evidence", "referees", "interests"),
}
QUESTIONS = [question for section in SECTIONS.values() for question in section]


def applies(question: str, claims: Claims) -> bool:
    if question == "organisation-type":
        return claims.is_organisation
    if question in {"kind", "host"}:
        return not claims.is_champion
    if question == "notes":
        return bool(claims.expertise)
    return True


def question_url(slug: str, question: str, then: str | None = None) -> str:
    if question == CASE_STUDIES:
        return url_for("listing.case_studies", slug=slug, then=then)
    return url_for("listing.edit", slug=slug, question=question, then=then)


def after(slug: str, question: str, claims: Claims, then: str | None) -> str:
    """Return where a saved answer leads: the next question, or where the reader came from."""
    if then == "own":
        return url_for("listing.show", slug=slug)
    following = [q for q in QUESTIONS[QUESTIONS.index(question) + 1 :] if applies(q, claims)]
    if then or not following:
        return url_for("listing.check", slug=slug)
    return question_url(slug, following[0])


def before(slug: str, question: str, claims: Claims, then: str | None) -> str:
    if then == "check":
        return url_for("listing.check", slug=slug)
    earlier = [q for q in QUESTIONS[: QUESTIONS.index(question)] if applies(q, claims)]
    if then or not earlier:
        return url_for("listing.show", slug=slug)
    return question_url(slug, earlier[-1])


def position(question: str, claims: Claims) -> tuple[int, int]:
    """Return which question it is, and of how many."""
    asked = [q for q in QUESTIONS if applies(q, claims)]
    return asked.index(question) + 1, len(asked)
