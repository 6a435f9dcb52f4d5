"""What a row of the matrix is, and the words that rows are written with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from tests.factories.world import World
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


def the_provider(scene: Scene) -> dict[str, object]:
    return {"slug": scene.provider.slug}


def the_request(scene: Scene) -> dict[str, object]:
    return {"reference": scene.asked.reference}


@dataclass(frozen=True)
class Row:
    method: str
    endpoint: str
    rest: Answer
    answers: dict[str, Answer] = field(default_factory=dict)
    of: Callable[[Scene], dict[str, object]] = nothing
    case: str = ""
    make: Callable[[World], Scene] = offered

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
    methods: str,
    endpoint: str,
    viewers: str,
    *,
    others: Answer = ABSENT,
    forbidden: str = "",
    of: Callable[[Scene], dict[str, object]] = nothing,
    case: str = "",
    make: Callable[[World], Scene] = offered,
) -> tuple[Row, ...]:
    """Open to the named viewers; whoever is not signed in is sent to sign in.

    `forbidden` are those who may see the thing; to whoever of them is named, it is open.
    """
    answers = {ANONYMOUS: SIGN_IN}
    answers |= dict.fromkeys(forbidden.split(), FORBIDDEN)
    answers |= dict.fromkeys(viewers.split(), OPEN)
    if unknown := set(answers) - set(VIEWERS):
        message = f"{endpoint}: no such viewers: {sorted(unknown)}"
        raise ValueError(message)
    return tuple(
        Row(method, endpoint, others, answers, of, case, make) for method in methods.split()
    )


def signed_in(
    method: str, endpoint: str, of: Callable[[Scene], dict[str, object]] = nothing
) -> Row:
    return Row(method, endpoint, OPEN, {ANONYMOUS: SIGN_IN}, of)


# whom section 5 of the product page lets see the thing itself
SEE_THE_REQUEST = "head deputy chair broker second_broker approver quality"
SEE_THE_COMMISSION = f"{SEE_THE_REQUEST} provider_lead host_head"
SEE_THE_DELIVERY = f"{SEE_THE_REQUEST} provider_lead"
WRITE_THE_REQUEST = "head deputy"
WRITE_THE_AGREEMENT = "head deputy provider_lead broker second_broker"
BROKERS = "broker second_broker"
BOTH = "GET POST"
