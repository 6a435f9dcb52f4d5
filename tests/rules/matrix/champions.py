"""Champions of governance: world.governor applies, world.provider_lead sits on the panel.

Nobody but the applicant reads a draft; nobody at all reads somebody else's application but
governor services, quality leads and, while it decides, the panel.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sqlalchemy import select

from app.extensions import db
from app.governance.champions.models import Application, Call, Referee, Training
from app.governance.champions.telling import LINKS
from tests.factories import champions
from tests.factories.world import World
from tests.rules.matrix.rows import ABSENT, BOTH, FORBIDDEN, OPEN, Row, everybody, only, signed_in
from tests.rules.world import Scene

OFFICER, READERS = "governor_services", "governor_services quality"
SEE_IT = f"governor {READERS}"
WITH_PANEL = f"{SEE_IT} provider_lead"


@cache
def at(state: str) -> Callable[[World], Scene]:
    """Return what makes the scene with the call or application in a state of its factories."""

    def make(world: World) -> Scene:
        getattr(champions, state)(world)
        return Scene(world)

    return make


def its_call(_scene: Scene) -> dict[str, object]:
    return {"reference": db.session.scalars(select(Call.reference)).one()}


def opening(scene: Scene) -> dict[str, object]:
    return its_call(scene) | {"act": "open"}


def it(_scene: Scene) -> dict[str, object]:
    return {"reference": db.session.scalars(select(Application.reference)).one()}


def its_question(scene: Scene) -> dict[str, object]:
    return it(scene) | {"question": "experience"}


def its_referee(scene: Scene) -> dict[str, object]:
    return it(scene) | {"number": db.session.scalars(select(Referee.id)).first()}


def its_training(scene: Scene) -> dict[str, object]:
    return it(scene) | {"number": db.session.scalars(select(Training.id)).first()}


def a_link(_scene: Scene) -> dict[str, object]:
    return {"token": LINKS.token(db.session.scalars(select(Referee.id)).first() or 0)}


def of_it(
    methods: str,
    endpoint: str,
    viewers: str,
    state: str,
    *,
    see: str = SEE_IT,
    of: Callable[[Scene], dict[str, object]] = it,
) -> tuple[Row, ...]:
    """Return rows about an application in one state, forbidden to those who only see it."""
    return only(
        methods, f"governance_champions.{endpoint}", viewers,
        forbidden=see, of=of, case=state, make=at(state),
    )  # fmt: skip


def of_call(
    methods: str, endpoint: str, of: Callable[[Scene], dict[str, object]] = its_call
) -> tuple[Row, ...]:
    return only(
        methods, f"governance_champions.{endpoint}", OFFICER,
        forbidden=READERS, of=of, case="draft", make=at("draft_call"),
    )  # fmt: skip


REFER, SHOW_CALL = "governance_champions.give_reference", "governance_champions.show_call"
CHAMPIONS = (
    everybody("GET", "governance_champions.index"),
    everybody("GET", "governance_champions.thanks"),
    *only("GET", "governance_champions.calls", READERS, others=FORBIDDEN),
    *only("GET", "governance_champions.register", READERS, others=FORBIDDEN),
    *only(BOTH, "governance_champions.new_call", OFFICER, others=FORBIDDEN),
    Row("GET", SHOW_CALL, OPEN, of=its_call, case="open", make=at("sent")),
    Row(
        "GET", SHOW_CALL, ABSENT, dict.fromkeys(READERS.split(), OPEN),
        its_call, "draft", at("draft_call"),
    ),
    *of_call(BOTH, "edit_call"),
    *of_call(BOTH, "call_act", opening),
    *(
        Row(one.method, one.endpoint, one.rest, one.answers, its_call, "open", at("sent"))
        for method in BOTH.split()
        for one in [signed_in(method, "governance_champions.apply_to")]
    ),
    *of_it("GET", "show", "governor", "complete", see=""),
    *of_it(BOTH, "answer", "governor", "complete", see="", of=its_question),
    *of_it(BOTH, "send", "governor", "complete", see=""),
    *of_it(BOTH, "withdraw", "governor", "sent"),
    *of_it("GET", "show", SEE_IT, "sent"),
    *of_it(BOTH, "eligibility", OFFICER, "sent"),
    *of_it(BOTH, "settle", OFFICER, "sent"),
    *of_it(BOTH, "interest", OFFICER, "sent"),
    *of_it(BOTH, "ask_references", OFFICER, "sent"),
    *of_it(BOTH, "appeal", "governor", "appealed"),
    *of_it(BOTH, "answer_appeal", OFFICER, "appealed"),
    *(
        Row(method, REFER, OPEN, of=a_link, case="asked", make=at("referred"))
        for method in BOTH.split()
    ),
    *of_it(BOTH, "replace_referee", f"governor {OFFICER}", "referred", of=its_referee),
    *of_it("GET", "show", WITH_PANEL, "interviewed"),
    *of_it("GET", "references", f"{OFFICER} provider_lead", "interviewed"),
    *of_it(BOTH, "panel", OFFICER, "interviewed", see=WITH_PANEL),
    *of_it(BOTH, "score", "provider_lead", "interviewed"),
    *of_it(BOTH, "decide", OFFICER, "interviewed", see=WITH_PANEL),
    *of_it(BOTH, "training", f"governor {OFFICER}", "trained", see=WITH_PANEL),
    *of_it(BOTH, "sign_off", OFFICER, "trained", see=WITH_PANEL, of=its_training),
    *of_it(BOTH, "designate", OFFICER, "trained", see=WITH_PANEL),
    *of_it("GET", "show", SEE_IT, "serving"),
    *of_it(BOTH, "review", OFFICER, "serving"),
    *of_it(BOTH, "stand_down", "governor", "serving"),
)  # fmt: skip
