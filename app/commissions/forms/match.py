from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commissions.facts import CandidateVerdict
from app.commissions.for_boards.words import said_of
from app.commissions.offers import OfferTerms
from app.web.fields import DateField, LongText, NumberField, OneOf, PenceField, Submit
from app.web.forms import Form

if TYPE_CHECKING:
    from app.commissions.models import SupportRequest
    from app.commissions.offers import Fault


VERDICTS = (
    (CandidateVerdict.SHORTLISTED, "Shortlist it for the school"),
    (CandidateVerdict.NOT_SUITABLE, "Not suitable"),
)


class CandidateForm(Form):
    """The broker's verdict on one provider."""

    verdict = OneOf(
        "Does this provider fit?",
        choices=VERDICTS,
        missing="Say whether the provider fits",
    )
    reason = LongText(
        "Reason",
        hint="The school reads it. For example, days left, phase, or why not",
        missing="Give the reason for or against this provider",
        rows=2,
    )
    submit = Submit("Save")

    def fit(self, asked: SupportRequest) -> None:
        """Speak of whoever reads it."""
        self.reason.description = said_of(asked, self.reason.description)
        self.verdict.choices = [(value, said_of(asked, words)) for value, words in VERDICTS]


class OfferForm(Form):
    days = NumberField(
        "Days of support",
        hint="Half days count, like 2.5",
        missing="Enter the number of days",
        most=200,
        places=1,
        suffix="days",
    )
    starts_on = DateField("First day", missing="Enter the day it starts")
    ends_on = DateField("Last day", missing="Enter the day it ends")
    charge = PenceField(
        "Charge",
        hint="What the support costs before VAT. Enter 0 if it is free",
        missing="Enter the charge, or 0",
    )
    reimbursement = PenceField(
        "Provider’s part",
        hint="The part of the charge that goes to the provider or its home school",
        missing="Enter the provider’s part, or 0",
    )
    fee = PenceField("Brokerage fee", hint="The part of the charge that the authority keeps")
    vat = PenceField("VAT", hint="On top of the charge, where it applies")
    school_pays = PenceField("The school pays", hint="With VAT")
    authority_pays = PenceField("The authority pays", hint="With VAT")
    waiver_reason = LongText(
        "Reason for a waiver",
        hint="Only if no designation is in date: why this provider may do the work all the same",
        rows=3,
    )
    submit = Submit("Check the offer")

    def terms(self, school: str, authority: str) -> OfferTerms:
        """Return what was entered; `school` and `authority` are the funders' names."""
        paid = ((school, self.school_pays.data), (authority, self.authority_pays.data))
        return OfferTerms(
            days=self.days.data,
            starts_on=self.starts_on.data,
            ends_on=self.ends_on.data,
            charge_pence=self.charge.data or 0,
            reimbursement_pence=self.reimbursement.data or 0,
            fee_pence=self.fee.data or 0,
            vat_pence=self.vat.data or 0,
            funding=[(funder, pence) for funder, pence in paid if pence],
            waiver_reason=self.waiver_reason.data or "",
        )

    def show(self, faults: list[Fault]) -> None:
        """Put each fault at the field it is about."""
        for fault in faults:
            field: Any = self["school_pays" if fault.term == "funding" else fault.term]
            field.errors = [*field.errors, fault.words]
