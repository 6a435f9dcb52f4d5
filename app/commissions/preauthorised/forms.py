"""A rule for small commissions, and an approval by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commissions.preauthorised.services import RuleFacts
from app.web.fields import (
    DateField,
    NumberField,
    OneFromList,
    PenceField,
    ShortText,
    SomeOf,
    Submit,
)
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Mapping


class RuleForm(Form):
    name = ShortText(
        "Name of the rule",
        hint="Stands in the timeline of what is approved by it. For example, “A day from an LLE”",
        missing="Give the rule a name",
    )
    limit_pence = PenceField(
        "Most it may cost", hint="Charge and VAT together", missing="Enter the most it may cost"
    )
    most_days = NumberField("Most days", missing="Enter the most days", places=1, most=99)
    kinds = SomeOf(
        "The provider holds one of these",
        missing="Tick the kinds of designation the rule is for",
    )
    starts_on = DateField(
        "In force from", hint="For example, 1 9 2026", missing="Enter the first day of the rule"
    )
    ends_on = DateField("Until (optional)", hint="The last day. Enter it to end the rule.")
    submit = Submit("Save the rule")

    def facts(self) -> RuleFacts:
        return RuleFacts(
            name=self.name.data or "",
            limit_pence=self.limit_pence.data,
            most_days=self.most_days.data,
            kinds=tuple(self.kinds.data or ()),
            starts_on=self.starts_on.data,
            ends_on=self.ends_on.data,
        )

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        if not super().validate(extra_validators):
            return False
        faults = self.facts().faults
        self.show_faults({name: words.rstrip(".") for name, words in faults.items()})
        return not faults


class NewRuleForm(RuleForm):
    authority = OneFromList("Authority", missing="Choose the authority")


class ApproveByRuleForm(Form):
    submit = Submit("Approve")
