"""What a judge reads before judging, for the judgement and its moderation alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commissions.delivery_page import (
    counted_notes,
    days_words_of,
    evaluation_view,
    objectives_of,
)
from app.commissions.delivery_permissions import visible_evaluations
from app.quality import page as shown

if TYPE_CHECKING:
    from app.accounts.models import Person
    from app.commissions.models import Commission
    from app.quality.forms import JudgementForm


def judging_context(
    person: Person, commission: Commission, form: JudgementForm | None
) -> dict[str, Any]:
    """Return what the templates need; without a form the reader may not judge now."""
    objectives = objectives_of(person, commission)
    return {
        "commission": commission,
        "age": shown.working_days_waited(commission),
        "objectives": objectives,
        "evaluations": [evaluation_view(e) for e in visible_evaluations(person, commission)],
        "notes": counted_notes(commission),
        "days": days_words_of(commission),
        "form": form,
        "outcomes": [(one, form.fields_of(one.progress.objective.id)) for one in objectives]
        if form
        else [],
    }
