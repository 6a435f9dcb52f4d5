"""Believable entries in any number, and the questions to ask of them; alike in every run.

Sentences, headlines and notes are the demonstration's; names of people, schools and places are
made of syllables. An entry has 80 to 200 words besides what its areas of expertise bring along.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.core import clock
from app.demonstration.files import tables
from app.prospectus.facts import (
    Availability,
    DesignationStatus,
    ListingStatus,
    Mode,
    Phase,
    ProviderKind,
)
from app.prospectus.models import (
    Designation,
    DesignationType,
    ExpertiseArea,
    Provider,
    ProviderExpertise,
    ProviderStamp,
)
from app.prospectus.places import all_places
from app.prospectus.seeds import load_reference_data
from app.schools.models import FIRST_INVENTED_URN, Authority, School

AUTHORITY = "384"
AT_ONCE = 2_000
_STARTS = "Wen Cal Brad Thorn Oak Hart Ald Fen Crof Lang Mer Stan Wyth Bram Kel Dun Hol Sel Ack Tar"
_MIDDLES = "ing er le ow ins en al or un est"
_ENDS = "ford ley dale wick ham ton by shaw worth field"
_FIRST_NAMES = "Amara Beth Callum Dina Errol Farah Gwen Hamid Isla Jonas Kezia Lewis Mina Noor Owen"


class Texts:
    """What the demonstration's entries say, in pieces that any entry may say."""

    def __init__(self) -> None:
        entries = tables("provider", "providers_people", "providers_organisations")
        self.headlines = [entry["headline"] for entry in entries]
        self.experience = [entry["experience"] for entry in entries if entry.get("experience")]
        self.notes = [
            area["note"] for entry in entries for area in entry["expertise"] if area.get("note")
        ]
        self.sentences = [
            sentence
            for entry in entries
            for sentence in re.split(r"(?<=[.?!])\s+", entry["summary"].strip())
        ]


def invented_names() -> list[str]:
    """Return 2,000 names; a few entries each have one, so that they are the rare words."""
    return [
        f"{start}{middle}{end}"
        for start in _STARTS.split()
        for middle in _MIDDLES.split()
        for end in _ENDS.split()
    ]


def fill(session: Session, count: int) -> None:
    """Write so many published entries with their host schools, in an empty database."""
    dice = random.Random(count)  # noqa: S311  # the same entries in every run
    session.add(Authority(code=AUTHORITY, name="Wakefield"))
    session.flush()
    load_reference_data()
    hosts = _hosts(dice, max(10, count // 25))
    session.execute(insert(School), hosts)
    types = list(session.scalars(select(DesignationType.id)))
    areas = list(
        session.scalars(select(ExpertiseArea.id).where(ExpertiseArea.parent_id.is_not(None)))
    )
    texts, names = Texts(), invented_names()
    for start in range(0, count, AT_ONCE):
        numbers = range(start + 1, min(start + AT_ONCE, count) + 1)
        session.execute(
            insert(Provider), [_provider(dice, number, texts, names, hosts) for number in numbers]
        )
        session.execute(
            insert(ProviderStamp),
            [{"provider_id": number, "stamp": "written at once"} for number in numbers],
        )
        session.execute(
            insert(ProviderExpertise),
            [
                {"provider_id": number, "area_id": area, "note": note}
                for number in numbers
                for area, note in _expertise(dice, areas, texts)
            ],
        )
        session.execute(
            insert(Designation),
            [_designation(dice, number, types) for number in numbers if dice.random() < 0.8],
        )
    session.commit()


def _hosts(dice: random.Random, count: int) -> list[dict[str, Any]]:
    kinds = ("Primary School", "Academy", "Junior School", "High School", "School")
    names = invented_names()
    return [
        {
            "urn": FIRST_INVENTED_URN + number,
            "invented": True,
            "name": f"{dice.choice(names)} {dice.choice(kinds)}",
            "authority_code": AUTHORITY,
            "town": dice.choice(all_places()),
            "latitude": 53.68 + dice.uniform(-0.15, 0.15),
            "longitude": -1.5 + dice.uniform(-0.2, 0.2),
            "gaps": {},
        }
        for number in range(count)
    ]


def _provider(
    dice: random.Random, number: int, texts: Texts, names: list[str], hosts: list[dict[str, Any]]
) -> dict[str, Any]:
    today = clock.today()
    is_person = dice.random() < 0.75
    name = dice.choice(names)
    return {
        "id": number,
        "slug": f"entry-{number}",
        "name": f"{dice.choice(_FIRST_NAMES.split())} {name}" if is_person else f"{name} Trust",
        "kind": ProviderKind.PERSON if is_person else ProviderKind.ORGANISATION,
        "organisation_type": "" if is_person else dice.choice(("trust", "teaching school hub")),
        "authority_code": AUTHORITY,
        "host_urn": dice.choice(hosts)["urn"],
        "headline": dice.choice(texts.headlines),
        "summary": _summary(dice, texts, names),
        "experience": dice.choice(texts.experience),
        "phases": _some(dice, list(Phase), 3),
        "modes": _some(dice, list(Mode), 2),
        "areas": _some(dice, list(all_places()), 5),
        "availability": dice.choice(list(Availability)),
        "listing": ListingStatus.PUBLISHED,
        "published_on": today - timedelta(days=dice.randint(100, 500)),
        "confirmed_on": today - timedelta(days=dice.randint(0, 99)),
        "version": 1,
    }


def _summary(dice: random.Random, texts: Texts, names: list[str]) -> str:
    wanted, said = dice.randint(60, 170), [f"We have worked with {dice.choice(names)} before."]
    while sum(len(sentence.split()) for sentence in said) < wanted:
        said.append(dice.choice(texts.sentences))
    return " ".join(said)


def _some(dice: random.Random, values: list[str], most: int) -> list[str]:
    return [str(value) for value in dice.sample(values, dice.randint(1, most))]


def _expertise(dice: random.Random, areas: list[int], texts: Texts) -> Iterator[tuple[int, str]]:
    for area in dice.sample(areas, dice.randint(2, 6)):
        yield area, dice.choice(texts.notes) if dice.random() < 0.4 else ""


def _designation(dice: random.Random, number: int, types: list[int]) -> dict[str, Any]:
    return {
        "provider_id": number,
        "type_id": dice.choice(types),
        "standing": DesignationStatus.ACTIVE,
        "awarded_on": date(2024, 9, 1),
        "ends_on": date(2028, 8, 31),
    }
