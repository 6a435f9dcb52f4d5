"""Who takes over: the school's successor, another lead of the provider."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commissions.changes.services.lead import LeadAnswers, leads_of
from app.commissions.forms.deliver import CheckedForm
from app.web.fields import DateField, LongText, OneOf, ShortText, Submit
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.commissions.models import Commission
    from app.schools.models import School

NOBODY = "nobody"


class MoveForm(Form):
    urn = OneOf("Who takes it over?", missing="Choose who takes it over")
    submit = Submit("Move the support")

    def __init__(self, successors: Sequence[School], **kwargs: Any) -> None:
        if len(successors) == 1:
            kwargs.setdefault("data", {"urn": str(successors[0].urn)})
        super().__init__(**kwargs)
        self.urn.choices = [(str(s.urn), f"{s.name} (URN {s.urn})") for s in successors]


class LeadForm(CheckedForm):
    email = ShortText(
        "E-mail address of who leads it now",
        hint="Of an account in this portal",
        missing="Enter the e-mail address of who leads it now",
    )
    from_on = DateField("From which day?", missing="Enter the day from which they lead")
    left = OneOf("Does somebody stop leading?", missing="Say whether somebody stops leading")
    reason = LongText(
        "Why does it change?",
        hint="Both sides read it. Nothing about a person’s health or conduct.",
        missing="Say why the lead changes",
        rows=3,
    )
    submit = Submit("Record who leads")

    def __init__(self, commission: Commission, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.commission = commission
        self.left.choices = [
            *((str(person.id), f"{person.name} stops") for person in leads_of(commission)),
            (NOBODY, "Nobody: they lead it together"),
        ]

    def answers(self) -> LeadAnswers:
        return LeadAnswers(
            email=self.email.data or "",
            from_on=self.from_on.data,
            left_id=None if self.left.data == NOBODY else int(self.left.data),
            reason=self.reason.data or "",
        )

    def faults(self) -> Mapping[str, str]:
        return self.answers().faults(self.commission)
