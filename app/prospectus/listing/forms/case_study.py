"""One piece of past support, told with the school's written consent."""

from __future__ import annotations

from app.core import clock
from app.prospectus.listing.claims import CaseStudy
from app.web.fields import DateField, LongText, ShortText, Submit
from app.web.forms import Form


class CaseStudyForm(Form):
    title = ShortText(
        "In one line",
        hint="For example, a two-form primary in its first year of a new phonics programme",
        missing="Say in one line what the support was",
        most=120,
    )
    done = LongText("What did you do?", missing="Say what you did", rows=4)
    changed = LongText(
        "What changed, and how do you know?",
        hint="The value before and after, and who measured it. Do not name pupils.",
        missing="Say what changed and how you know",
        rows=4,
    )
    agreed_on = DateField(
        "When did the school agree in writing that you tell this?",
        hint="Keep what it wrote: the panel may ask. Name it only if it agreed to that.",
        missing="Enter the date on which the school agreed in writing",
    )
    submit = Submit("Save the example")

    def validate(self, extra_validators: object = None) -> bool:
        valid = bool(super().validate(extra_validators))
        if self.agreed_on.data and self.agreed_on.data > clock.today():
            self.agreed_on.errors = ["Enter a date that is not in the future"]
            return False
        return valid

    def study(self) -> CaseStudy:
        return CaseStudy(
            self.title.data or "",
            self.done.data or "",
            self.changed.data or "",
            self.agreed_on.data.isoformat(),
        )


class RemoveForm(Form):
    submit = Submit("Remove the example")
