from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.commissions.facts import OUTCOME_WORDS, Outcome
from app.commissions.forms.deliver import NO_PUPILS, CheckedForm
from app.quality.answers import JudgementAnswers, OutcomeAnswer
from app.quality.facts import (
    DECISION_WORDS,
    EVIDENCE_WORDS,
    IMPACT_WORDS,
    SPREAD_WORDS,
    Decision,
    Spread,
)
from app.web.fields import DateField, LongText, OneOf, Submit
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.commissions.models import Commission

READERS = "Officers and quality assurance leads read this."
BOTH_SIDES = "The school and the provider read this."


@dataclass(frozen=True)
class OutcomeFields:
    outcome: Any
    reason: Any
    look_again_on: Any


class JudgementForm(CheckedForm):
    """Made by `judgement_form`, for the objectives differ from one commission to the next."""

    objective_ids: Sequence[int] = ()

    def fields_of(self, objective_id: int) -> OutcomeFields:
        return OutcomeFields(
            self[f"outcome_{objective_id}"],
            self[f"reason_{objective_id}"],
            self[f"look_again_on_{objective_id}"],
        )

    def answers(self) -> JudgementAnswers:
        outcomes = {}
        for key in self.objective_ids:
            fields = self.fields_of(key)
            outcomes[key] = OutcomeAnswer(
                Outcome(fields.outcome.data), fields.reason.data, fields.look_again_on.data
            )
        return JudgementAnswers(
            decision=Decision(self["decision"].data),
            quality_of_delivery=self["quality_of_delivery"].data,
            strength_of_evidence=int(self["strength_of_evidence"].data),
            impact_level=int(self["impact_level"].data),
            value_for_money=self["value_for_money"].data,
            differences=self["differences"].data,
            outcomes=outcomes,
            sides=Spread(self["sides"].data),
            conditions=self["conditions"].data or "",
            conditions_due_on=self["conditions_due_on"].data,
            reasons=self["reasons"].data or "",
        )

    def faults(self) -> Mapping[str, str]:
        return self.answers().faults


def judgement_form(commission: Commission, more: Mapping[str, Any] | None = None) -> JudgementForm:
    """Return the form; `more` are fields of a moderation, and go over those of a judgement."""
    fields: dict[str, Any] = {}
    for objective in commission.objectives:
        name = f"objective {objective.position}"
        fields[f"outcome_{objective.id}"] = OneOf(
            "Outcome",
            choices=[(outcome, OUTCOME_WORDS[outcome]) for outcome in Outcome],
            missing=f"Choose the outcome of {name}",
        )
        fields[f"reason_{objective.id}"] = LongText(
            "Why?",
            hint=f"{BOTH_SIDES} {NO_PUPILS}",
            rows=3,
            missing=f"Say why you judge {name} so",
        )
        fields[f"look_again_on_{objective.id}"] = DateField(
            "Look again on",
            hint="Only if it is not yet measurable. For example, 9 7 2027",
        )
    fields |= {**_fields_of_the_whole(), **(more or {})}
    fields["objective_ids"] = [objective.id for objective in commission.objectives]
    form_class: type[JudgementForm] = type("BoundJudgementForm", (JudgementForm,), fields)
    return form_class()


def _fields_of_the_whole() -> dict[str, Any]:
    return {
        "quality_of_delivery": LongText(
            "How good was the delivery?",
            hint=READERS,
            rows=3,
            missing="Say how good the delivery was",
        ),
        "strength_of_evidence": OneOf(
            "How strong is the evidence?",
            choices=[(str(n), f"{n}: {words}") for n, words in EVIDENCE_WORDS.items()],
            missing="Choose how strong the evidence is",
        ),
        "impact_level": OneOf(
            "What is the highest level of impact that is evidenced?",
            choices=[(str(n), f"{n}: {words}") for n, words in IMPACT_WORDS.items()],
            missing="Choose the highest level of impact that is evidenced",
        ),
        "value_for_money": LongText(
            "Was it worth the money?",
            hint=READERS,
            rows=3,
            missing="Say whether it was worth the money",
        ),
        "sides": OneOf(
            "How far apart are the two sides?",
            choices=list(SPREAD_WORDS.items()),
            missing="Say how far apart the two sides are",
        ),
        "differences": LongText(
            "Where do you differ from the two sides, and why?",
            hint=f"If nowhere, say so. {READERS}",
            rows=3,
            missing="Say where you differ from the two sides, and why",
        ),
        "decision": OneOf(
            "Decision",
            choices=[(decision, DECISION_WORDS[decision]) for decision in Decision],
            missing="Choose your decision",
        ),
        "conditions": LongText(
            "Conditions", hint=f"Only if it is assured with conditions. {BOTH_SIDES}", rows=3
        ),
        "conditions_due_on": DateField(
            "Look at the conditions by",
            hint="Only if it is assured with conditions. For example, 9 7 2027",
        ),
        "reasons": LongText(
            "Reasons for the decision", hint=f"Needed if it is not assured. {READERS}", rows=3
        ),
        "submit": Submit("Record the judgement"),
    }


class ReturnForm(Form):
    reason = LongText(
        "What evidence is missing, and who should give it?",
        hint=f"{BOTH_SIDES} {NO_PUPILS}",
        missing="Say what evidence is missing",
    )
    submit = Submit("Return for more evidence")
