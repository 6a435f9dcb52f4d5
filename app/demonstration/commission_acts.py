"""The acts of a commission, as the demonstration's files write them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.commissions.facts import (
    Asked,
    Direction,
    Interest,
)
from app.commissions.gates import services as gates
from app.commissions.gates.facts import CheckResult
from app.commissions.offers import OfferTerms
from app.commissions.services import agree, approve, match, refuse, respond, sign
from app.commissions.services.answers import ObjectiveAnswers, Terms
from app.commissions.services.interests import declare_interest
from app.demonstration.cast import objective_of
from app.demonstration.files import Table, pence

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.accounts.models import Person
    from app.demonstration.cast import Cast


def confirm_choice(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    request = cast.requests[table["request"]]
    provider = cast.providers[table["provider"]]
    candidate = next(c for c in request.candidates if c.provider is provider)
    match.choose(request=request, candidate=candidate, by=by)


def offer(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    request = cast.requests[table["request"]]
    provider = cast.providers[table["provider"]]
    candidate = next(c for c in request.candidates if c.provider is provider)
    cast.commissions[table["ref"]] = match.offer(
        request=request,
        candidate=candidate,
        by=by,
        terms=OfferTerms(
            days=Decimal(str(table["days"])),
            starts_on=table["start_on"],
            ends_on=table["end_on"],
            charge_pence=pence(table["client_charge_pounds"]) or 0,
            reimbursement_pence=pence(table["reimbursement_pounds"]) or 0,
            fee_pence=pence(table["brokerage_fee_pounds"]) or 0,
            vat_pence=pence(table["vat_pounds"]) or 0,
            funding=[(f["name"], pence(f["pounds"]) or 0) for f in table.get("funder", [])],
        ),
    )


def declare_request(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    _declare(cast, by, table, step, about_request=True)


def declare_commission(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    _declare(cast, by, table, step, about_request=False)


def _declare(cast: Cast, by: Person, table: Table, step: Table, *, about_request: bool) -> None:
    commission = cast.commissions.get(table["ref"])
    matter = cast.requests[table["request"]] if about_request else commission
    if matter is None:  # the choice is confirmed, and interests asked, just before the offer
        return
    none = step["interest"] == "none"
    declare_interest(
        matter=matter,
        by=by,
        answer=Interest.NONE if none else Interest.DECLARED,
        detail="" if none else step["interest"],
    )


def host_release(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    respond.release(commission=cast.commission(table), by=by)


def accept(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    respond.accept(commission=cast.commission(table), by=by)


def decline(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    respond.decline(commission=cast.commission(table), by=by, reason=step["reason"])


def withdraw(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    respond.withdraw(commission=cast.commission(table), by=by, reason=step["reason"])


def write_objectives(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    commission = cast.commission(table)
    for objective in table["objective"]:
        agree.add_objective(
            commission=commission, by=by, answers=_answers(objective, first_version=True)
        )
    agree.set_terms(
        commission=commission,
        by=by,
        terms=Terms(
            school_actions=table.get("school_actions", ""),
            provider_actions=table.get("provider_actions", ""),
            pattern_of_visits=table.get("pattern_of_visits", ""),
            safeguarding_assured_by=table.get("safeguarding_assured_by", ""),
            safeguarding_assured_on=table.get("safeguarding_assured_on"),
        ),
    )


def _answers(table: Table, *, first_version: bool) -> ObjectiveAnswers:
    sought = ObjectiveAnswers(
        change_sought=table["change_sought"],
        measure=table["measure"],
        unit=table["unit"],
        direction=Direction(table["direction"]),
        success_measure=table.get("success_measure", ""),
    )
    if "starting_value" not in table:
        return sought
    due = table["target_on"]
    return replace(
        sought,
        starting_value=Decimal(str(table["starting_value"])),
        starting_on=table["starting_on"],
        cohort=table["cohort"],
        cohort_size=table["cohort_size"],
        source=table["starting_source"],
        evidence=table.get("starting_evidence", ""),
        target_value=Decimal(str(table["target_value"])),
        target_on=table.get("target_on_in_version_1", due) if first_version else due,
    )


def send_for_signature(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    commission = cast.commission(table)
    if step.get("version", 1) > 1:
        for objective in table["objective"]:
            agree.change_objective(
                objective=objective_of(commission, objective["key"]),
                by=by,
                answers=_answers(objective, first_version=False),
            )
    sign.send_for_signature(commission=commission, by=by)


def put_signature(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    version = cast.commission(table).versions[-1]
    sign.sign(
        commission=version.commission,
        by=by,
        version_number=version.number,
        digest=version.digest,
    )


def reject(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    version = cast.commission(table).versions[-1]
    sign.reject(
        commission=version.commission,
        by=by,
        version_number=version.number,
        digest=version.digest,
        reason=step["reason"],
    )


def recommend(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    approve.recommend(commission=cast.commission(table), by=by, words=step["reason"])


def ask_information(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    approve.ask(
        commission=cast.commission(table), by=by, of=Asked(step["asked"]), question=step["reason"]
    )


def answer_information(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    approve.answer(commission=cast.commission(table), by=by, words=step["reason"])


def check_provider(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    gates.record_check(
        commission=cast.commission(table),
        by=by,
        result=CheckResult(step["result"]),
        checked_on=step["on"],
        sources=step["sources"],
        reason=step.get("reason", ""),
    )


def refuse_supporter(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    gates.refuse_supporter(commission=cast.commission(table), by=by, reason=step["reason"])


def put_approval(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    conditions = [(c["words"], c["on"]) for c in step.get("condition", [])]
    approve.approve(commission=cast.commission(table), by=by, conditions=conditions)


def put_refusal(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    refuse.refuse(commission=cast.commission(table), by=by, reason=step["reason"])


def challenge(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    refuse.challenge(commission=cast.commission(table), by=by, grounds=step["reason"])


def uphold(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    refuse.uphold_challenge(commission=cast.commission(table), by=by, reason=step["reason"])


def not_uphold(cast: Cast, by: Person, *, table: Table, step: Table) -> None:
    refuse.reject_challenge(commission=cast.commission(table), by=by, reason=step["reason"])


ACTS: dict[str, Callable[..., None]] = {
    "declare_request": declare_request,
    "confirm_choice": confirm_choice,
    "offer": offer,
    "declare_commission": declare_commission,
    "host_release": host_release,
    "accept": accept,
    "decline": decline,
    "withdraw": withdraw,
    "write_objectives": write_objectives,
    "send_for_signature": send_for_signature,
    "sign": put_signature,
    "reject": reject,
    "check_provider": check_provider,
    "refuse_supporter": refuse_supporter,
    "recommend": recommend,
    "ask_information": ask_information,
    "answer_information": answer_information,
    "approve": put_approval,
    "refuse": put_refusal,
    "challenge": challenge,
    "uphold": uphold,
    "not_uphold": not_uphold,
}
