"""A commission, in its states."""

from __future__ import annotations

from collections.abc import Callable

from tests.factories.world import World
from tests.rules.matrix.rows import (
    BOTH,
    BROKERS,
    SEE_THE_COMMISSION,
    SEE_THE_DELIVERY,
    WRITE_THE_AGREEMENT,
    WRITE_THE_REQUEST,
    Row,
    offered,
    only,
)
from tests.rules.world import Scene, at, visited


def the_commission(scene: Scene) -> dict[str, object]:
    return {"reference": scene.commission.reference}


def its_objective(scene: Scene) -> dict[str, object]:
    return the_commission(scene) | {"objective_id": scene.commission.objectives[0].id}


def its_version(scene: Scene) -> dict[str, object]:
    return the_commission(scene) | {"number": 1}


def its_condition(scene: Scene) -> dict[str, object]:
    return the_commission(scene) | {"position": 1}


def its_note(scene: Scene) -> dict[str, object]:
    return the_commission(scene) | {"note_id": scene.commission.visit_notes[0].id}


def of_commission(
    methods: str,
    endpoint: str,
    viewers: str,
    make: Callable[[World], Scene] = offered,
    of: Callable[[Scene], dict[str, object]] = the_commission,
    seen: str = SEE_THE_COMMISSION,
    case: str = "",
) -> tuple[Row, ...]:
    """Return rows about a commission, forbidden to those who only see it."""
    name = endpoint if "." in endpoint else f"commissions.{endpoint}"
    return only(methods, name, viewers, forbidden=seen, of=of, case=case, make=make)


COMMISSIONS = (
    *of_commission("GET", "show", SEE_THE_COMMISSION),
    *of_commission(BOTH, "interest", SEE_THE_COMMISSION),
    *of_commission(BOTH, "release", "host_head"),
    *of_commission(BOTH, "undo", f"{WRITE_THE_REQUEST} provider_lead host_head {BROKERS}"),
    *of_commission(BOTH, "refuse_release", "host_head"),
    *of_commission(BOTH, "accept", "provider_lead"),
    *of_commission(BOTH, "decline", "provider_lead host_head"),
    *of_commission(BOTH, "withdraw", f"{WRITE_THE_REQUEST} {BROKERS}"),
    *of_commission(BOTH, "agreement", WRITE_THE_AGREEMENT, at("agreeing")),
    *of_commission(BOTH, "add_objective", WRITE_THE_AGREEMENT, at("agreeing")),
    *of_commission("GET", "choose_measure", WRITE_THE_AGREEMENT, at("agreeing")),
    *of_commission(BOTH, "objective", WRITE_THE_AGREEMENT, at("complete"), its_objective),
    *of_commission(BOTH, "money", BROKERS, at("agreeing")),
    *of_commission(BOTH, "send", f"{BROKERS} provider_lead", at("complete")),
    *of_commission("GET", "version", SEE_THE_COMMISSION, at("signing"), its_version),
    *of_commission(BOTH, "sign", "head provider_lead host_head", at("signing")),
    *of_commission(BOTH, "reject", "head provider_lead host_head", at("signing")),
    *of_commission(BOTH, "approve", f"{BROKERS} approver", at("signed")),
    *of_commission(
        BOTH, "approve", "approver", at("signed", pence=200_000), case="above the brokers’ limit"
    ),
    *of_commission(BOTH, "send_back", f"{BROKERS} approver", at("signed")),
    *of_commission(BOTH, "recommend", BROKERS, at("signed")),
    *of_commission(BOTH, "ask_information", f"{BROKERS} approver", at("signed")),
    *of_commission(
        BOTH, "answer_information", "provider_lead", at("asked"), case="asked of the provider"
    ),
    *of_commission(
        BOTH, "approve", "second_broker approver", at("recommended"), case="after a recommendation"
    ),
    *of_commission(BOTH, "approve_with_conditions", f"{BROKERS} approver", at("signed")),
    *of_commission(
        BOTH, "report_condition", "provider_lead", at("conditional"), its_condition
    ),
    *of_commission(
        BOTH, "look_at_condition", f"{BROKERS} approver", at("conditional"), its_condition
    ),
    *of_commission(BOTH, "refuse", f"{BROKERS} approver", at("signed")),
    *of_commission(BOTH, "challenge", f"{WRITE_THE_REQUEST} provider_lead", at("refused")),
    *of_commission(BOTH, "let_stand", BROKERS, at("refused")),
    # not the approver, who refused it
    *of_commission(BOTH, "decide_challenge", BROKERS, at("challenged")),
    *of_commission(
        "GET", "checks", f"{BROKERS} approver quality", at("signed"), seen=""
    ),
    *of_commission(
        BOTH, "due_diligence", f"{BROKERS} approver", at("signed"), seen="quality"
    ),
    *of_commission(
        BOTH, "waive_designation", f"{BROKERS} approver", at("signed"), seen="quality"
    ),
    *of_commission(BOTH, "refuse_supporter", BROKERS, at("not_passed")),
    *of_commission(BOTH, "start", "provider_lead", at("approved")),
    *of_commission(BOTH, "visit", "provider_lead", at("active"), seen=SEE_THE_DELIVERY),
    *of_commission("GET", "visit_note", SEE_THE_DELIVERY, visited, its_note, SEE_THE_DELIVERY),
    *of_commission(
        "POST", "acknowledge", WRITE_THE_REQUEST, visited, its_note, SEE_THE_DELIVERY
    ),
    *of_commission(
        BOTH, "reading", f"{WRITE_THE_REQUEST} provider_lead",
        at("active"), its_objective, SEE_THE_DELIVERY,
    ),
    *of_commission(BOTH, "end", "provider_lead", visited, seen=SEE_THE_DELIVERY),
    *of_commission(
        BOTH, "evaluate", f"{WRITE_THE_REQUEST} provider_lead",
        at("evaluating"), seen=SEE_THE_DELIVERY,
    ),
    *of_commission(BOTH, "quality.judge", "quality", at("in_review")),
    *of_commission(BOTH, "quality.return_for_evidence", "quality", at("in_review")),
)  # fmt: skip
