"""Requests and commissions that no database knows, in any status."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count

from app.commissions.facts import (
    Answer,
    CandidateVerdict,
    Direction,
    Party,
    Side,
)
from app.commissions.models import (
    ActionPlan,
    AgreementVersion,
    Candidate,
    Commission,
    Evaluation,
    Objective,
    Signature,
    StartingPoint,
    SupportRequest,
    Target,
)
from app.commissions.next_steps import (
    Actor,
    commission_next,
    request_next,
)
from app.commissions.plans.facts import PlanStatus
from app.commissions.statuses import (
    CommissionStatus,
    RequestStatus,
)

SCHOOL, HOST, PROVIDER = 900101, 900103, 7
LONG_AGO = date(2020, 9, 1)
# a Monday in term, and what is so many working days later
MOVED = datetime(2026, 11, 2, 9, tzinfo=UTC)
IN_2, IN_5, IN_10, IN_15 = (date(2026, 11, day) for day in (4, 9, 16, 23))
STARTS, ENDS = date(2027, 1, 11), date(2027, 6, 30)
IDS = count(1)


def request(
    status: RequestStatus, *verdicts: CandidateVerdict, found: datetime = MOVED
) -> SupportRequest:
    return SupportRequest(
        status=status,
        moved_at=MOVED,
        school_urn=SCHOOL,
        authority_code="384",
        requester_id=0,
        candidates=[Candidate(verdict=verdict, created_at=found) for verdict in verdicts],
    )


def commission(status: CommissionStatus, **facts: object) -> Commission:
    given: dict[str, object] = {
        "moved_at": MOVED,
        "school_urn": SCHOOL,
        "host_urn": HOST,
        "provider_id": PROVIDER,
        "authority_code": "384",
        "starts_on": STARTS,
        "ends_on": ENDS,
        "charge_pence": 0,
        "reimbursement_pence": 0,
        "fee_pence": 0,
        "vat_pence": 0,
        "request": request(RequestStatus.MATCHED),
    }
    return Commission(status=status, **(given | facts))


def complete() -> Commission:
    objective = Objective(
        position=1,
        direction=Direction.HIGHER,
        starting_point=StartingPoint(value=Decimal(58), taken_on=date(2026, 10, 1)),
        target=Target(value=Decimal(75), due_on=ENDS),
    )
    return commission(
        CommissionStatus.AGREEING,
        objectives=[objective],
        school_actions="Release the lead",
        provider_actions="Coach",
        pattern_of_visits="A day a fortnight",
        safeguarding_assured_by="Host head",
        safeguarding_assured_on=LONG_AGO,
    )


def signed_by(*parties: Party, **facts: object) -> Commission:
    signatures = [Signature(party=party, answer=Answer.SIGNED) for party in parties]
    version = AgreementVersion(number=1, signatures=signatures)
    return commission(CommissionStatus.SIGNING, versions=[version], **facts)


def under_way(**facts: object) -> Commission:
    plan = ActionPlan(number=1, status=PlanStatus.AGREED)
    return commission(CommissionStatus.ACTIVE, plans=[plan], **facts)


def evaluated_by(*sides: Side) -> Commission:
    done = [Evaluation(side=side, submitted_at=MOVED) for side in sides]
    return commission(CommissionStatus.EVALUATING, evaluations=done)


def turns(thing: Commission | SupportRequest) -> list[tuple[Actor, date | None]]:
    if isinstance(thing, Commission):
        return [(step.actor, step.due_on) for step in commission_next(thing)]
    return [(step.actor, step.due_on) for step in request_next(thing)]
