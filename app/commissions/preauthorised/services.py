"""Keeping the rules for small commissions, and approving by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.facts import ApprovalKind
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import PreauthorisedRule
from app.commissions.preauthorised.rules import rule_for, rule_words
from app.commissions.services.agree import hold
from app.commissions.services.approve import record_act
from app.commissions.statuses import CommissionAction
from app.core import clock
from app.core.errors import NotOpen, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from app.accounts.models import Person
    from app.commissions.models import Commission


@dataclass(frozen=True)
class RuleFacts:
    name: str
    limit_pence: int
    most_days: Decimal
    kinds: tuple[str, ...]
    starts_on: date
    ends_on: date | None = None

    @property
    def faults(self) -> dict[str, str]:
        """Return messages by the name of the fact."""
        faults = {}
        if not self.limit_pence:
            faults["limit_pence"] = "Enter an amount above £0."
        if not self.most_days:
            faults["most_days"] = "Enter at least half a day."
        if not self.kinds:
            faults["kinds"] = "Tick the kinds of designation the rule is for."
        if self.ends_on is not None and self.ends_on < self.starts_on:
            faults["ends_on"] = "Enter a last day that is not before the first."
        return faults


def add_rule(*, authority: str, facts: RuleFacts) -> PreauthorisedRule:
    rule = PreauthorisedRule(authority_code=authority)
    change_rule(rule=rule, facts=facts)
    return rule


def change_rule(*, rule: PreauthorisedRule, facts: RuleFacts) -> None:
    """What was approved by it before keeps the words of its day."""
    if facts.faults:
        raise NotReady(list(facts.faults.values()))
    rule.name, rule.kinds = facts.name.strip(), list(facts.kinds)
    rule.limit_pence, rule.most_days = facts.limit_pence, facts.most_days
    rule.starts_on, rule.ends_on = facts.starts_on, facts.ends_on
    db.session.add(rule)
    db.session.flush()


def approve_by_rule(*, commission: Commission, by: Person) -> None:
    """Approve a small commission in one step; the record says by which rule, as it reads today."""
    hold(commission)
    rule = rule_for(commission)
    COMMISSION_LIFECYCLE.move(commission, CommissionAction.APPROVE_BY_RULE, by=by)
    if rule is None:
        message = "No rule for small commissions covers this one any more."
        raise NotOpen(message)
    commission.approved_by, commission.approved_at = by, clock.now()
    commission.approved_under = rule_words(rule)
    record_act(commission, by, ApprovalKind.APPROVED, f"By the rule {commission.approved_under}")
