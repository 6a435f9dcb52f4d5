"""Bringing two judgements together, and keeping the rules."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from app.commissions.judging_permissions import is_judge_of
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.services.agree import hold
from app.commissions.services.respond import given_reason
from app.commissions.statuses import CommissionAction
from app.core import clock
from app.core.errors import NotAllowed, NotReady
from app.extensions import db
from app.quality.facts import Part
from app.quality.second.facts import HAS_VALUE, MOST, MOST_OF_OTHERS, RuleKey
from app.quality.second.models import QualityRule
from app.quality.second.permissions import keeps_rules
from app.quality.second.queries import judgements_of_parts, rules_of
from app.quality.services import close_with, write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.quality.answers import JudgementAnswers
    from app.quality.models import QAJudgement

USUAL = Path(__file__).parent.parent / "data" / "rules.toml"


def moderate(
    *,
    commission: Commission,
    by: Person,
    answers: JudgementAnswers,
    words: str,
    met_on: date | None = None,
) -> QAJudgement:
    """Judge for the two who differed: a third lead, or one of them after both have met.

    Both judgements stay beside it as they were given.
    """
    hold(commission)
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.MODERATE, by=by)
    reason = given_reason(words, "Say how the two judgements were brought together.")
    if faults := faults_of_meeting(commission, by, met_on):
        raise NotReady(list(faults.values()))
    moderated = write(commission, by, answers, Part.MODERATED)
    moderated.moderation = reason
    moderated.met_on = met_on
    close_with(moderated, CommissionAction.MODERATE, by=by)
    return moderated


def faults_of_meeting(commission: Commission, by: Person, met_on: date | None) -> Mapping[str, str]:
    """Nobody moderates their own judgement alone: then both judges have met, on a day."""
    if met_on is None:
        alone = is_judge_of(by, commission)
        return {"met_on": "Enter the day on which both judges met."} if alone else {}
    if met_on > clock.today():
        return {"met_on": "Enter the day of the meeting: today or earlier."}
    second = judgements_of_parts(commission)[Part.SECOND]
    if met_on < clock.in_london(second.decided_at).date():
        return {"met_on": "Enter a day after both had judged."}
    return {}


def start_rules(*, authority_code: str, by: Person) -> list[QualityRule]:
    """Give an authority those of the usual rules that it lacks; it keeps its own."""
    if not keeps_rules(by, authority_code):
        message = "Only a quality assurance lead of the authority keeps its rules."
        raise NotAllowed(message)
    known = {rule.key for rule in rules_of(authority_code)}
    for row in tomllib.loads(USUAL.read_text())["rule"]:
        key, value = RuleKey(row["key"]), row.get("value", 0)
        if key not in known:
            db.session.add(QualityRule(authority_code=authority_code, key=key, value=value))
    db.session.flush()
    return rules_of(authority_code)


def change_rule(*, rule: QualityRule, value: int | None, in_force: bool) -> None:
    """Take effect from the next judgement on; what was sampled before keeps its reasons."""
    if faults := faults_of_rule(rule.key, value):
        raise NotReady(list(faults.values()))
    if rule.key in HAS_VALUE and value is not None:
        rule.value = value
    rule.in_force = in_force
    db.session.flush()


def faults_of_rule(key: RuleKey, value: int | None) -> Mapping[str, str]:
    most = MOST.get(key, MOST_OF_OTHERS)
    if key in HAS_VALUE and (value is None or not 1 <= value <= most):
        return {"value": f"Enter a whole number from 1 to {most:,}."}
    return {}
