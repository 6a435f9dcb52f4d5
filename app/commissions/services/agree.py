"""Writing the agreement: objectives with starting points and targets, terms and money."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.commissions.facts import MOST_OBJECTIVES
from app.commissions.models import Commission, FundingLine, Objective, StartingPoint, Target
from app.commissions.permissions import brokers, can_write_agreement
from app.commissions.services.answers import Payment
from app.commissions.statuses import BEING_WRITTEN
from app.commissions.strikes.requirements import check_stands
from app.core.calendar import financial_years
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.accounts.models import Person
    from app.commissions.services.answers import Money, ObjectiveAnswers, Terms

CLOSED = "The agreement is not being written now, so nothing in it can be changed."


def hold(commission: Commission) -> None:
    """Lock the agreement until the transaction ends and read it afresh.

    Whoever comes second waits here, then finds what the first made of it: nobody sends for
    signature what somebody else is changing.
    """
    db.session.flush()
    # by a query of its own: a page's query has outer joins, which PostgreSQL cannot lock
    db.session.execute(select(Commission.id).filter_by(id=commission.id).with_for_update())
    db.session.expire_all()


def check_writable(*, commission: Commission, by: Person) -> None:
    """Raise NotOpen once the agreement is written, NotAllowed for who takes no part in it."""
    if commission.status not in BEING_WRITTEN:
        raise NotOpen(CLOSED)
    if not can_write_agreement(by, commission):
        message = "Only the two sides and their broker write the agreement."
        raise NotAllowed(message)


def add_objective(*, commission: Commission, by: Person, answers: ObjectiveAnswers) -> Objective:
    hold(commission)
    check_writable(commission=commission, by=by)
    _refuse_faults(answers.faults)
    if len(commission.objectives) >= MOST_OBJECTIVES:
        message = f"An agreement has at most {MOST_OBJECTIVES} objectives. Strike out one first."
        raise NotReady([message])
    objective = Objective(commission=commission, position=len(commission.objectives) + 1)
    _write(objective, answers)
    db.session.add(objective)
    db.session.flush()
    return objective


def change_objective(*, objective: Objective, by: Person, answers: ObjectiveAnswers) -> None:
    hold(objective.commission)
    check_writable(commission=objective.commission, by=by)
    check_stands(objective)
    _refuse_faults(answers.faults)
    _write(objective, answers)
    db.session.flush()


def set_terms(*, commission: Commission, by: Person, terms: Terms) -> None:
    hold(commission)
    check_writable(commission=commission, by=by)
    _refuse_faults(terms.faults)
    for name, value in asdict(terms).items():
        setattr(commission, name, value)
    db.session.flush()


def set_money(*, commission: Commission, by: Person, money: Money) -> None:
    """Write the figures and the split; only the broker does."""
    hold(commission)
    check_writable(commission=commission, by=by)
    if not brokers(by, commission):
        message = "Only the broker sets the money."
        raise NotAllowed(message)
    _refuse_faults(money.faults)
    commission.charge_pence = money.charge_pence
    commission.reimbursement_pence = money.reimbursement_pence
    commission.fee_pence = money.fee_pence
    commission.vat_pence = money.vat_pence
    write_funders(commission, money.funders)
    db.session.flush()


def write_funders(commission: Commission, funders: Sequence[Payment]) -> None:
    years = financial_years(commission.starts_on, commission.ends_on)
    paid = [replace(one, year=years[0] if one.year is None else one.year) for one in funders]
    if any(one.year not in years for one in paid):
        raise NotReady(["Choose a financial year in which the support runs."])
    if paid != [Payment(line.funder, line.pence, line.year) for line in commission.funding]:
        commission.funding = [
            FundingLine(funder=one.funder, pence=one.pence, financial_year=one.year) for one in paid
        ]


def _write(objective: Objective, answers: ObjectiveAnswers) -> None:
    objective.change_sought = answers.change_sought.strip()
    objective.measure = answers.measure.strip()
    objective.unit = answers.unit.strip()
    objective.direction = answers.direction
    objective.success_measure = answers.success_measure
    if answers.starting_value is None or answers.starting_on is None:
        objective.starting_point = None
    else:
        start = objective.starting_point or StartingPoint(objective=objective)
        start.value, start.taken_on = answers.starting_value, answers.starting_on
        start.cohort, start.cohort_size = answers.cohort, answers.cohort_size
        start.source, start.evidence = answers.source, answers.evidence
    if answers.target_value is None or answers.target_on is None:
        objective.target = None
    else:
        target = objective.target or Target(objective=objective)
        target.value, target.due_on = answers.target_value, answers.target_on


def _refuse_faults(faults: dict[str, str]) -> None:
    if faults:
        raise NotReady([f"{fault}." for fault in faults.values()])
