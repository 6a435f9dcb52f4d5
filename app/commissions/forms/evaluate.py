"""One side's evaluation: the same two questions for each objective, then the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.commissions.forms.deliver import NO_PUPILS
from app.web.fields import LongText, Submit
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.commissions.models import Commission, Evaluation


@dataclass(frozen=True)
class ObjectiveFields:
    objective_id: int
    impact: Any
    evidence: Any


class EvaluationForm(Form):
    """Made by `evaluation_form`, for the objectives differ from one commission to the next."""

    objective_ids: Sequence[int] = ()

    def fields_of(self, objective_id: int) -> ObjectiveFields:
        return ObjectiveFields(
            objective_id, self[f"impact_{objective_id}"], self[f"evidence_{objective_id}"]
        )

    def findings(self) -> dict[int, tuple[str, str]]:
        return {
            fields.objective_id: (fields.impact.data or "", fields.evidence.data or "")
            for fields in map(self.fields_of, self.objective_ids)
        }


def evaluation_form(commission: Commission, before: Evaluation | None) -> EvaluationForm:
    """Return an empty form, or one filled with what was handed in before."""
    fields: dict[str, Any] = {}
    for objective in commission.objectives:
        fields[f"impact_{objective.id}"] = LongText(
            "What changed?",
            hint=f"Compared with the starting point. {NO_PUPILS}",
            rows=4,
            missing=f"Say what changed for objective {objective.position}",
        )
        fields[f"evidence_{objective.id}"] = LongText(
            "What shows it? (optional)",
            hint=f"For example data, books, lesson visits, what staff say. {NO_PUPILS}",
            rows=3,
        )
    fields["overall"] = LongText(
        "What did the support come to overall?",
        hint=f"What worked, what did not, and why. {NO_PUPILS}",
        missing="Say what the support came to overall",
    )
    fields["what_remains"] = LongText("What remains to be done? (optional)", hint=NO_PUPILS, rows=4)
    fields["submit"] = Submit("Hand in the evaluation")
    fields["objective_ids"] = [objective.id for objective in commission.objectives]
    form_class: type[EvaluationForm] = type("BoundEvaluationForm", (EvaluationForm,), fields)
    return form_class(data=_answers(before) if before else None)


def _answers(evaluation: Evaluation) -> dict[str, str]:
    answers = {"overall": evaluation.overall, "what_remains": evaluation.what_remains}
    for finding in evaluation.findings:
        answers[f"impact_{finding.objective_id}"] = finding.impact
        answers[f"evidence_{finding.objective_id}"] = finding.evidence
    return answers
