"""A request, in its states."""

from __future__ import annotations

from collections.abc import Callable

from tests.rules.matrix.rows import (
    BOTH,
    BROKERS,
    FORBIDDEN,
    SEE_THE_REQUEST,
    WRITE_THE_REQUEST,
    Row,
    only,
    the_provider,
    the_request,
)
from tests.rules.world import Scene, request_at


def its_need(scene: Scene) -> dict[str, object]:
    return the_request(scene) | {"section": "need"}


def the_provider_for_it(scene: Scene) -> dict[str, object]:
    return the_request(scene) | the_provider(scene)


def its_candidate(scene: Scene) -> dict[str, object]:
    return the_request(scene) | {"candidate": scene.asked.candidates[0].id}


def of_request(
    methods: str,
    endpoint: str,
    viewers: str,
    state: str,
    of: Callable[[Scene], dict[str, object]] = the_request,
) -> tuple[Row, ...]:
    """Return rows about a request in one state, forbidden to those who only see it."""
    seen = SEE_THE_REQUEST if state != "draft" else "head deputy chair"
    return only(
        methods, f"requests.{endpoint}", viewers,
        forbidden=seen, of=of, case=state, make=request_at(state),
    )  # fmt: skip


REQUESTS = (
    *only(BOTH, "requests.new", "head deputy other_head host_head head_leader broker "
          "second_broker other_broker", others=FORBIDDEN),
    *of_request("GET", "show", "head deputy chair", "draft"),
    *of_request("GET", "show", SEE_THE_REQUEST, "submitted"),
    # the shortlisted provider reads it without the school (tests/commissions says what is left)
    *of_request("GET", "show", f"{SEE_THE_REQUEST} provider_lead", "shortlisted"),
    *only("GET", "requests.show", f"{SEE_THE_REQUEST} provider_lead", of=the_request,
          case="matched"),
    *of_request(BOTH, "edit", WRITE_THE_REQUEST, "draft", its_need),
    *of_request(BOTH, "check", WRITE_THE_REQUEST, "draft"),
    *of_request("GET", "submitted", WRITE_THE_REQUEST, "submitted"),
    *of_request(BOTH, "withdraw", WRITE_THE_REQUEST, "submitted"),
    *of_request(BOTH, "undo", f"{WRITE_THE_REQUEST} {BROKERS}", "withdrawn"),
    *of_request(BOTH, "interest", f"{BROKERS} approver", "submitted"),
    *of_request("POST", "start_matching", BROKERS, "submitted"),
    *of_request(BOTH, "return_for_more", BROKERS, "submitted"),
    *of_request(BOTH, "decline", BROKERS, "submitted"),
    *of_request(BOTH, "signpost", BROKERS, "submitted"),
    *of_request("GET", "candidates", BROKERS, "matching"),
    *of_request(BOTH, "consider", BROKERS, "matching", the_provider_for_it),
    *of_request("POST", "choose", WRITE_THE_REQUEST, "shortlisted", its_candidate),
    *of_request(BOTH, "offer", BROKERS, "chosen"),
)  # fmt: skip
