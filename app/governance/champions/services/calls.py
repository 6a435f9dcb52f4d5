"""Writing a call, opening and closing it, and marking it as decided."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.errors import NotAllowed, NotOpen
from app.extensions import db
from app.governance.champions import queries
from app.governance.champions.facts import CallAct, CallStatus
from app.governance.champions.lifecycle import CALL_LIFECYCLE
from app.governance.champions.models import Call
from app.governance.champions.permissions import OFFICERS, can_write_call

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.accounts.models import Person

_SEED = Path(__file__).parent.parent / "data" / "call.toml"


@cache
def usual_call() -> Mapping[str, Any]:
    """Return what a new call starts with."""
    seed = tomllib.loads(_SEED.read_text("utf-8"))
    criteria = [f"{one['words']}: {one['guidance']}" for one in seed["criterion"]]
    return {
        "sought": seed["sought"],
        "places": seed["places"],
        "scale": "\n".join(seed["scale"]),
        "criteria": "\n".join(criteria),
        "checks": "\n".join(one["words"] for one in seed["check"]),
        "training": "\n".join(one["words"] for one in seed["training"]),
    }


def begin_call(*, by: Person, answers: Mapping[str, Any]) -> Call:
    """Keep a draft; gaps are allowed until it opens."""
    codes = by.authorities_as(*OFFICERS)
    if not codes:
        message = "Governor services write calls."
        raise NotAllowed(message)
    call = Call(authority_code=codes[0], made_by=by, **answers)
    db.session.add(call)
    db.session.flush()
    return call


def write_call(*, call: Call, by: Person, answers: Mapping[str, Any]) -> None:
    """Change a draft. Once it is open its words stay, for people are judged by them."""
    if not can_write_call(by, call):
        message = "Governor services write calls."
        raise NotAllowed(message)
    if call.status is not CallStatus.DRAFT:
        message = "The call has opened, so its words stay as they are."
        raise NotOpen(message)
    for name, value in answers.items():
        setattr(call, name, value)
    db.session.flush()


def take(*, call: Call, act: CallAct, by: Person | None) -> None:
    CALL_LIFECYCLE.move(call, act, by=by)
    db.session.flush()


def close_past_calls() -> None:
    """Close what is past its last day; the worker calls this."""
    for call in queries.calls_past_their_day():
        take(call=call, act=CallAct.CLOSE, by=None)
