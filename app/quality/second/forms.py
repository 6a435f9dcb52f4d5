"""The moderated judgement, and the change of a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.quality.forms import READERS, JudgementForm, judgement_form
from app.quality.second.facts import HAS_VALUE, MOST_OF_OTHERS, QUESTIONS
from app.web.fields import DateField, LongText, NumberField, OneOf, Submit
from app.web.forms import Form

if TYPE_CHECKING:
    from app.commissions.models import Commission
    from app.quality.second.models import QualityRule

ON, OFF = "on", "off"


def moderation_form(commission: Commission, *, is_judge: bool) -> JudgementForm:
    """Return the form of a judgement, with how the two were brought together."""
    day_met = "Enter the day on which both judges met" if is_judge else None
    more: dict[str, Any] = {
        "moderation": LongText(
            "How were the two judgements brought together?",
            hint=f"Say where they differed, and what settled it. {READERS}",
            missing="Say how the two judgements were brought together",
        ),
        "met_on": DateField(
            "On which day did both judges meet?",
            hint="You judged it yourself, so both of you must have met."
            if is_judge
            else "Only if both judges met with you.",
            missing=day_met,
        ),
        "submit": Submit("Record the moderated judgement and close"),
    }
    return judgement_form(commission, more)


class RuleForm(Form):
    in_force = OneOf(
        "Is this rule in force?",
        choices=[(ON, "Yes"), (OFF, "No")],
        missing="Say whether the rule is in force",
    )
    value = NumberField("Number", least=1, most=MOST_OF_OTHERS, places=0)
    submit = Submit("Save the rule")

    def __init__(self, rule: QualityRule, **kwargs: Any) -> None:
        given = {"in_force": ON if rule.in_force else OFF, "value": rule.value}
        super().__init__(data={**given, "version": rule.version}, **kwargs)
        if rule.key not in HAS_VALUE:
            del self.value
            return
        self.value.label.text = QUESTIONS[rule.key]

    @property
    def number(self) -> int | None:
        return self.value.data if "value" in self else None
