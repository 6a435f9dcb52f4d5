"""What a quality assurance lead answers, and what is wrong with an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.commissions.facts import Outcome
from app.core import clock
from app.quality.facts import EVIDENCE_WORDS, IMPACT_WORDS, Decision, Spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date


@dataclass(frozen=True)
class OutcomeAnswer:
    """The outcome of one objective. A date to look again belongs to "not yet measurable" alone."""

    outcome: Outcome
    reason: str
    look_again_on: date | None = None

    @property
    def faults(self) -> dict[str, str]:
        """Return messages by the name of the answer they belong to."""
        faults = {}
        if not self.reason.strip():
            faults["reason"] = "Say why you judge it so."
        if self.outcome is Outcome.NOT_YET:
            if self.look_again_on is None:
                faults["look_again_on"] = "Enter the date to look again."
            elif self.look_again_on <= clock.today():
                faults["look_again_on"] = "The date to look again must be in the future."
        elif self.look_again_on is not None:
            faults["look_again_on"] = (
                "A date to look again is only for what cannot be measured yet: leave it empty."
            )
        return faults


@dataclass(frozen=True)
class JudgementAnswers:
    decision: Decision
    quality_of_delivery: str
    strength_of_evidence: int
    impact_level: int
    value_for_money: str
    differences: str
    # by key of the objective
    outcomes: Mapping[int, OutcomeAnswer]
    sides: Spread | None = None
    conditions: str = ""
    conditions_due_on: date | None = None
    reasons: str = ""

    @property
    def faults(self) -> dict[str, str]:
        """Return messages by the name of the answer; those of an outcome as `reason_12`."""
        given = {
            "quality_of_delivery": "Say how good the delivery was.",
            "value_for_money": "Say whether it was worth the money.",
            "differences": "Say where you differ from the two sides, and why.",
        }
        faults = {name: words for name, words in given.items() if not getattr(self, name).strip()}
        faults |= self._faults_of_conditions
        if self.strength_of_evidence not in EVIDENCE_WORDS:
            faults["strength_of_evidence"] = "Choose how strong the evidence is."
        if self.impact_level not in IMPACT_WORDS:
            faults["impact_level"] = "Choose the highest level of impact that is evidenced."
        if self.sides is None:
            faults["sides"] = "Say how far apart the two sides are."
        if self.decision is Decision.NOT_ASSURED and not self.reasons.strip():
            faults["reasons"] = "Say why it is not assured."
        for key, answer in self.outcomes.items():
            faults.update({f"{name}_{key}": words for name, words in answer.faults.items()})
        return faults

    @property
    def _faults_of_conditions(self) -> dict[str, str]:
        if self.decision is not Decision.ASSURED_WITH_CONDITIONS:
            only = "Conditions go with “assured with conditions” only."
            return {"conditions": only} if self.conditions.strip() else {}
        faults = {}
        if not self.conditions.strip():
            faults["conditions"] = "Say what the conditions are."
        if self.conditions_due_on is None or self.conditions_due_on <= clock.today():
            faults["conditions_due_on"] = "Enter a day after today to look at the conditions."
        return faults

    def missing_outcomes(self, objective_ids: Iterable[int]) -> bool:
        """Tell whether the outcomes are not exactly one for each objective."""
        return set(self.outcomes) != set(objective_ids)
