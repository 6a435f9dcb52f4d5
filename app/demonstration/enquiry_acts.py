"""The acts around an enquiry, as the demonstration's files write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.enquiries.facts import DeclineReason, Leaning, Part, PartAnswer, WhyNot
from app.commissions.enquiries.services import answering, naming

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.accounts.models import Person
    from app.commissions.models import Enquiry
    from app.demonstration.cast import Cast
    from app.demonstration.files import Table


def name_providers(cast: Cast, by: Person, *, ref: str, table: Table, step: Table) -> None:
    naming.name_providers(
        request=cast.requests[ref],
        by=by,
        asked=[cast.providers[slug] for slug in step["asked"]],
        passed_over=[
            naming.PassedOver(
                cast.providers[one["provider"]], WhyNot(one["reason"]), one.get("words", "")
            )
            for one in step.get("passed_over", [])
        ],
    )


def answer_enquiry(cast: Cast, by: Person, *, ref: str, table: Table, step: Table) -> None:
    answers = {
        Part(part): (PartAnswer(given["answer"]), given.get("words", ""))
        for part, given in step["answers"].items()
    }
    answering.answer(enquiry=_enquiry(cast, ref, step), by=by, answers=answers)


def decline_enquiry(cast: Cast, by: Person, *, ref: str, table: Table, step: Table) -> None:
    answering.decline(
        enquiry=_enquiry(cast, ref, step),
        by=by,
        reason=DeclineReason(step["reason"]),
        words=step.get("words", ""),
    )


def weigh_answer(cast: Cast, by: Person, *, ref: str, table: Table, step: Table) -> None:
    answering.weigh(
        enquiry=_enquiry(cast, ref, step),
        by=by,
        leaning=Leaning(step["leaning"]),
        why=WhyNot(step["why"]) if "why" in step else None,
        words=step.get("words", ""),
    )


def _enquiry(cast: Cast, ref: str, step: Table) -> Enquiry:
    provider = cast.providers[step["provider"]]
    return next(e for e in cast.requests[ref].enquiries if e.provider is provider)


ACTS: dict[str, Callable[..., None]] = {
    "name_providers": name_providers,
    "answer_enquiry": answer_enquiry,
    "decline_enquiry": decline_enquiry,
    "weigh_answer": weigh_answer,
}
