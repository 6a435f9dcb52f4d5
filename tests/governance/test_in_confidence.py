"""Who may not know of a board's request finds no trace of it, wherever they look."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from app.accounts.models import Person
from app.accounts.roles import Role
from app.commissions import telling
from app.commissions.models import Commission, SupportRequest
from app.core import clock
from app.quality.complaints.facts import About
from tests.client import LintingClient
from tests.factories import agreements, board_requests, bookings, complaints, concerns
from tests.factories.world import World, make_person

# what it shows has nothing to do with who asked for what: help, the register, the entries
ELSEWHERE = (
    "/accessibility", "/cookies", "/privacy", "/help", "/healthz", "/readyz", "/sign", "/static",
    "/prospectus", "/schools", "/openreferral", "/criteria", "/designation-types", "/feed",
    "/listing", "/shortlist", "/requests/new",
    # numbers only, which brokers may know
    "/governance/requests/summary",
)  # fmt: skip

TAGS = re.compile(r"<[^>]*>")


def addresses(client: LintingClient, world: World) -> list[str]:
    """Return every address without a variable, the files of lists, and what names the school."""
    rules = client.application.url_map.iter_rules()
    plain = sorted(
        rule.rule
        for rule in rules
        if not rule.arguments
        and "GET" in (rule.methods or ())
        and not rule.rule.startswith(ELSEWHERE)
        and not rule.rule.endswith(("/new", "/off", "/compare", "/rules"))
    )
    lists = (
        "/requests",
        "/commissions",
        "/commissions/approvals",
        "/quality",
        "/governance/requests",
    )
    return [
        *plain,
        *(f"{path}?format=csv" for path in lists),
        f"/schools/{world.school.urn}",
    ]


def words(client: LintingClient, address: str) -> str:
    """Return what is between the tags: what is in them differs with every copy of a form."""
    response = client.get(address)
    return f"{response.status} {TAGS.sub(' ', response.text)}"


@pytest.fixture
def other_governor(world: World) -> Person:
    """A governor of the same school, who is also an officer and judges for the authority."""
    return make_person(
        "Other governor",
        (Role.GOVERNOR, {"school_urn": world.school.urn}),
        (Role.GOVERNOR_SERVICES, {"authority_code": "384"}),
        (Role.QUALITY_LEAD, {"authority_code": "384"}),
    )


def secrets(world: World) -> Iterator[SupportRequest | Commission]:
    yield board_requests.draft(world)
    yield board_requests.matching(world)
    yield board_requests.signed(world)
    under_way = board_requests.active(world)
    yield under_way
    bookings.booked(world, under_way)
    concerns.about(under_way, world.governor)
    complaints.services.make(
        commission=under_way,
        by=world.governor,
        about=About.PROVIDER,
        words="Nobody came",
        wanted="The days again",
    )
    yield board_requests.closed(world)


def remind_a_year_later() -> None:
    with clock.at(clock.now().replace(year=clock.now().year + 1)):
        telling.remind_all()


def test_nobody_else_finds_a_trace(
    world: World, client: LintingClient, other_governor: Person
) -> None:
    usual = agreements.signed(world)
    outsiders = [world.head, world.chair, world.broker, other_governor]
    places = addresses(client, world)

    def seen() -> dict[tuple[str, str], str]:
        found = {}
        for person in outsiders:
            client.signed_in_as(person)
            found |= {(person.name, place): words(client, place) for place in places}
        return found

    remind_a_year_later()
    before = seen()
    made = list(secrets(world))
    remind_a_year_later()
    client.commit()

    after = seen()

    assert usual.reference in after["Broker", "/commissions"]
    assert [key for key, page in after.items() if page != before[key]] == []
    for person in outsiders:
        client.signed_in_as(person)
        for matter in made:
            folder = "commissions" if isinstance(matter, Commission) else "requests"
            assert client.get(f"/{folder}/{matter.reference}").status_code == 404
