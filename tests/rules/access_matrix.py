"""Who gets what at every address: one row for each endpoint and method, read as a sentence.

A row names the viewers who get something else than the rest. Several rows for one address show
it in several states: `make` puts another scene than an offer (see tests/rules/world.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from tests.rules.world import ANONYMOUS, VIEWERS, Scene, at


class Answer(Enum):
    OPEN = "is let in"
    SIGN_IN = "is sent to sign in"
    FORBIDDEN = "may see it but not do it (403)"
    ABSENT = "is not told that it exists (404)"


OPEN, SIGN_IN, FORBIDDEN, ABSENT = Answer
offered = at("offered")


def nothing(_scene: Scene) -> dict[str, object]:
    return {}


def the_school(scene: Scene) -> dict[str, object]:
    return {"urn": scene.school.urn}


def the_provider(scene: Scene) -> dict[str, object]:
    return {"slug": scene.provider.slug}


def the_request(scene: Scene) -> dict[str, object]:
    return {"reference": scene.request.reference}


def the_commission(scene: Scene) -> dict[str, object]:
    return {"reference": scene.commission.reference}


@dataclass(frozen=True)
class Row:
    method: str
    endpoint: str
    rest: Answer
    answers: dict[str, Answer] = field(default_factory=dict)
    of: Callable[[Scene], dict[str, object]] = nothing
    case: str = ""
    make: Callable[[], Scene] = offered

    @property
    def key(self) -> tuple[str, str]:
        return self.method, self.endpoint

    def answer_for(self, viewer: str) -> Answer:
        return self.answers.get(viewer, self.rest)

    def __str__(self) -> str:
        return " ".join(filter(None, (self.method, self.endpoint, self.case)))


def everybody(
    method: str, endpoint: str, of: Callable[[Scene], dict[str, object]] = nothing
) -> Row:
    return Row(method, endpoint, OPEN, of=of)


def only(  # the columns of the table
    method: str,
    endpoint: str,
    viewers: str,
    *,
    others: Answer = ABSENT,
    forbidden: str = "",
    of: Callable[[Scene], dict[str, object]] = nothing,
    case: str = "",
    make: Callable[[], Scene] = offered,
) -> Row:
    """Open to the named viewers; whoever is not signed in is sent to sign in."""
    answers = {ANONYMOUS: SIGN_IN}
    answers |= dict.fromkeys(forbidden.split(), FORBIDDEN)
    answers |= dict.fromkeys(viewers.split(), OPEN)
    if unknown := set(answers) - set(VIEWERS):
        message = f"{endpoint}: no such viewers: {sorted(unknown)}"
        raise ValueError(message)
    return Row(method, endpoint, others, answers, of, case, make)


def signed_in(
    method: str, endpoint: str, of: Callable[[Scene], dict[str, object]] = nothing
) -> Row:
    return Row(method, endpoint, OPEN, {ANONYMOUS: SIGN_IN}, of)


ROWS: tuple[Row, ...] = (
    everybody("GET", "accounts.sign_in"),
    everybody("POST", "accounts.sign_in"),
    everybody("POST", "accounts.sign_out"),
    everybody("GET", "pages.home"),
    everybody("GET", "pages.accessibility"),
    everybody("GET", "pages.cookies"),
    everybody("GET", "pages.privacy"),
    everybody("GET", "pages.healthz"),
    everybody("GET", "pages.readyz"),
    everybody("GET", "prospectus.search"),
    everybody("GET", "prospectus.provider", the_provider),
    everybody("GET", "schools.index"),
    everybody("GET", "schools.show", the_school),
)
