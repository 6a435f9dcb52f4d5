"""What an edition needs before it is sent: the public answers and those for the panel."""

from __future__ import annotations

from dataclasses import dataclass

from app.prospectus.listing.claims import Claims
from app.prospectus.models import Edition


@dataclass(frozen=True)
class Gap:
    question: str
    words: str


def missing(edition: Edition) -> list[Gap]:
    """Return the questions that are open, in their order."""
    private = edition.provider.private
    wanted = {
        "days": (edition.days, "Say how many days a year you can give"),
        "contact": (private.contact_email, "Enter an e-mail address that schools can write to"),
        "evidence": (edition.evidence, "Give the panel your evidence"),
        "referees": (edition.referees, "Name two people who can speak for your work"),
        "interests": (private.interests, "Say what interests you have, or that you have none"),
    }
    gaps = Claims.from_json(edition.content).gaps
    gaps |= {question: words for question, (given, words) in wanted.items() if not given}
    return [Gap(question, words) for question, words in gaps.items()]
