"""Editions of entries, brought through the services to where a test needs them.

Who is who: world.deputy offers support, world.head releases, world.broker and world.quality rate.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from app.accounts.models import Person
from app.prospectus.facts import Availability
from app.prospectus.listing.claims import CaseStudy
from app.prospectus.listing.facts import Rating
from app.prospectus.listing.queries import open_edition
from app.prospectus.listing.services import panel, release, write
from app.prospectus.models import Edition
from tests.factories.world import World

ANSWERS: dict[str, Any] = {
    "kind": "person",
    "headline": "Writing in Year 3 and Year 4",
    "expertise": {"phonics": "Year 1 check"},
    "phases": ["primary"],
    "modes": ["in_person"],
    "areas": ["Ossett"],
    "summary": "Sits beside teachers.",
    "experience": "Deputy for six years.",
    "availability": Availability.NOW,
    "days": Decimal(12),
    "contact_name": "Dee",
    "contact_email": "dee@test.example",
    "evidence": "Two schools, moderated.",
    "referees": "A head and another.",
    "interests": "None",
}
CRITERIA = [panel.Finding("Evidence", Rating.GREEN, ""), panel.Finding("Fit", Rating.GREEN, "")]


def begun(world: World, name: str = "Dee Puty") -> Edition:
    """Return an edition with nothing but its name."""
    provider = write.start_entry(by=world.deputy, name=name)
    edition = open_edition(provider)
    assert edition
    return edition


def complete(world: World, **answers: Any) -> Edition:
    """Return an edition in which every question is answered, at world.school."""
    edition = begun(world)
    host = {"host_urn": world.school.urn, "host_answered": True}
    given = ANSWERS | host | answers
    write.answer(provider=edition.provider, by=world.deputy, answers=given)
    return edition


def with_example(world: World) -> Edition:
    example = CaseStudy("A primary", "Six mornings", "From 41 % to 60 %", "2026-09-03")
    return complete(world, case_studies=[example])


def asking_for_release(world: World) -> Edition:
    edition = complete(world)
    write.send(edition=edition, by=world.deputy)
    return edition


def before_panel(world: World) -> Edition:
    edition = asking_for_release(world)
    release.grant(edition=edition, by=world.head)
    return edition


def rate(edition: Edition, by: Person, rating: Rating = Rating.GREEN) -> None:
    panel.rate(edition=edition, by=by, findings=CRITERIA, rating=rating, reason="Read it.")


def rated(world: World, *ratings: Rating) -> Edition:
    """Return an edition that the broker and the quality lead have rated."""
    edition = before_panel(world)
    first, second = ratings or (Rating.GREEN, Rating.GREEN)
    rate(edition, world.broker, first)
    rate(edition, world.quality, second)
    return edition


def published(world: World) -> Edition:
    edition = rated(world)
    panel.decide(edition=edition, by=world.quality, decision=panel.Decision(Rating.GREEN))
    return edition


def conditional(world: World) -> Edition:
    edition = rated(world, Rating.GREEN, Rating.AMBER)
    decision = panel.Decision(Rating.AMBER, "Thin", "Add an example", date(2099, 3, 26))
    panel.decide(edition=edition, by=world.quality, decision=decision)
    return edition
