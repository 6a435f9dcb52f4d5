"""The answers given so far, in words, for the page that checks them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.core.money import pounds
from app.prospectus.facts import (
    AVAILABILITY_WORDS,
    KIND_WORDS,
    MODE_WORDS,
    PHASE_WORDS,
    ProviderKind,
)
from app.prospectus.listing.claims import Claims
from app.prospectus.listing.journey import SECTIONS, applies, question_url
from app.prospectus.models import Edition, Provider
from app.prospectus.places import area_words
from app.prospectus.queries import ExpertiseGroup
from app.schools.queries import school_by_urn
from app.web.filters import days_words


@dataclass(frozen=True)
class Section:
    title: str
    rows: list[dict[str, str]]


@dataclass(frozen=True)
class _Answers:
    provider: Provider
    edition: Edition
    claims: Claims
    areas: Mapping[str, str]


def answer_sections(
    edition: Edition, groups: list[ExpertiseGroup], *, changeable: bool = True
) -> list[Section]:
    """Return every question that applies with its answer and, for who writes, the way to it."""
    claims = Claims.from_json(edition.content)
    areas = {area.code: area.name for group in groups for area in group.areas}
    answers = _Answers(edition.provider, edition, claims, areas)
    slug = edition.provider.slug
    return [
        Section(
            title,
            [
                {
                    "key": KEYS[question],
                    "value": WORDS[question](answers),
                    "href": question_url(slug, question, then="check") if changeable else "",
                }
                for question in questions
                if applies(question, claims)
            ],
        )
        for title, questions in SECTIONS.items()
    ]


def _host(answers: _Answers) -> str:
    if answers.claims.host_urn is not None:
        school = school_by_urn(answers.claims.host_urn)
        return school.name if school else f"URN {answers.claims.host_urn}"
    return "None" if answers.claims.host_answered else ""


def _expertise(answers: _Answers) -> str:
    return "\n".join(answers.areas.get(code, code) for code in answers.claims.expertise)


def _notes(answers: _Answers) -> str:
    return "\n".join(
        f"{answers.areas.get(code, code)}: {note}"
        for code, note in answers.claims.expertise.items()
        if note
    )


def _contact(answers: _Answers) -> str:
    private = answers.provider.private
    given = (private.contact_name, private.contact_email, private.contact_phone)
    return "\n".join(line for line in given if line)


def _rate(answers: _Answers) -> str:
    private = answers.provider.private
    if private.rate_pence_per_day is None:
        return ""
    seen = "everybody sees it" if private.rate_is_public else "signed-in schools see it"
    return f"{pounds(private.rate_pence_per_day)} a day; {seen}"


def _days(answers: _Answers) -> str:
    days = answers.edition.days
    return "" if days is None else f"{days_words(days)} an academic year"


KEYS = {
    "name": "Name",
    "kind": "Who gives the support",
    "organisation-type": "Kind of organisation",
    "host": "Home school",
    "headline": "In one line",
    "expertise": "Areas of expertise",
    "notes": "What exactly",
    "phases": "Phases",
    "modes": "Ways of working",
    "areas": "Places",
    "summary": "What you offer",
    "experience": "Experience",
    "case-studies": "Examples",
    "availability": "Availability",
    "days": "Days",
    "contact": "Contact",
    "rate": "Rate",
    "evidence": "Evidence",
    "referees": "People who can speak for your work",
    "interests": "Interests",
}
WORDS: dict[str, Callable[[_Answers], str]] = {
    "name": lambda a: a.claims.name,
    "kind": lambda a: KIND_WORDS[ProviderKind(a.claims.kind)] if a.claims.kind else "",
    "organisation-type": lambda a: a.claims.organisation_type,
    "host": _host,
    "headline": lambda a: a.claims.headline,
    "expertise": _expertise,
    "notes": _notes,
    "phases": lambda a: ", ".join(w for p, w in PHASE_WORDS.items() if p in a.claims.phases),
    "modes": lambda a: ", ".join(w for m, w in MODE_WORDS.items() if m in a.claims.modes),
    "areas": lambda a: ", ".join(area_words(area) for area in a.claims.areas),
    "summary": lambda a: a.claims.summary,
    "experience": lambda a: a.claims.experience,
    "case-studies": lambda a: "\n".join(one.title for one in a.claims.case_studies) or "None",
    "availability": lambda a: AVAILABILITY_WORDS[a.provider.availability],
    "days": _days,
    "contact": _contact,
    "rate": _rate,
    "evidence": lambda a: a.edition.evidence,
    "referees": lambda a: a.edition.referees,
    "interests": lambda a: a.provider.private.interests,
}
