"""Writing the agreement. The services' own rules speak at the fields they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commissions.facts import DIRECTION_WORDS, Direction
from app.commissions.services.answers import Money, ObjectiveAnswers, Payment, Terms
from app.core.calendar import financial_year_words
from app.web.fields import (
    DateField,
    LongText,
    NumberField,
    OneFromList,
    OneOf,
    PenceField,
    ShortText,
    Submit,
)
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NO_NAMES = "Do not name pupils or record safeguarding details."
LARGEST = 1_000_000
FUNDERS = 4


class AgreementForm(Form):
    """A form whose answers know what is wrong with them."""

    def answers(self) -> ObjectiveAnswers | Terms | Money:
        raise NotImplementedError

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        if not super().validate(extra_validators):
            return False
        faults = self.answers().faults
        for name, message in faults.items():
            self[name].errors = [message]
        return not faults


class ObjectiveForm(AgreementForm):
    change_sought = LongText(
        "What should change?",
        hint=f"One change, in one or two sentences. {NO_NAMES}",
        missing="Say what should change",
        rows=3,
    )
    measure = ShortText(
        "What will you measure?",
        hint="Name what is counted, and of whom. For example, “Year 1 pupils meeting the phonics "
        "standard”, not “reading will improve”",
        missing="Say what you will measure",
    )
    unit = ShortText(
        "Unit",
        hint="For example, % or words a minute",
        missing="Enter the unit, like % or words a minute",
        most=40,
        render_kw={"params": {"classes": "govuk-input--width-10"}},
    )
    direction = OneOf(
        "Which way is better?",
        choices=[(value.value, words) for value, words in DIRECTION_WORDS.items()],
        missing="Choose which way is better",
    )
    success_measure = LongText(
        "How will both sides know it has worked?",
        hint="Optional, in words. For example, “Three in four pupils, in every class”",
        rows=3,
    )
    starting_value = NumberField("Value at the start", least=-LARGEST, most=LARGEST)
    starting_on = DateField("Date it was measured", hint="For example, 27 9 2026")
    cohort = ShortText("Who was measured?", hint="For example, “Year 1 pupils”. Never names.")
    cohort_size = NumberField("How many were measured?", least=1, most=100_000, places=0)
    source = ShortText(
        "Where does the value come from?", hint="For example, “Phonics screening check, June 2026”"
    )
    evidence = LongText(
        "What evidence is there, and where is it kept?", hint=f"Optional. {NO_NAMES}", rows=3
    )
    target_value = NumberField("Value to reach", least=-LARGEST, most=LARGEST)
    target_on = DateField("By when", hint="For example, 27 3 2027")
    submit = Submit("Save the objective")

    def answers(self) -> ObjectiveAnswers:
        return ObjectiveAnswers(
            change_sought=self.change_sought.data or "",
            measure=self.measure.data or "",
            unit=self.unit.data or "",
            direction=Direction(self.direction.data),
            success_measure=self.success_measure.data or "",
            starting_value=self.starting_value.data,
            starting_on=self.starting_on.data,
            cohort=self.cohort.data or "",
            cohort_size=self.cohort_size.data,
            source=self.source.data or "",
            evidence=self.evidence.data or "",
            target_value=self.target_value.data,
            target_on=self.target_on.data,
        )


class TermsForm(AgreementForm):
    school_actions = LongText(
        "What will the school do?",
        hint=f"For example, release teachers, run the weekly check. {NO_NAMES}",
        rows=4,
    )
    provider_actions = LongText(
        "What will the provider do?",
        hint=f"For example, train, coach, review plans. {NO_NAMES}",
        rows=4,
    )
    pattern_of_visits = ShortText("How often will the provider visit?", hint="“A day a fortnight”")
    safeguarding_assured_by = ShortText(
        "Who confirmed the safeguarding checks?",
        hint="Name and role, or the employer. Do not enter certificate numbers.",
    )
    safeguarding_assured_on = DateField("When did they confirm it?", hint="For example, 9 11 2026")
    submit = Submit("Save")

    def answers(self) -> Terms:
        day = self.safeguarding_assured_on.data
        texts = {k: v or "" for k, v in self.values().items() if k != "safeguarding_assured_on"}
        return Terms(**texts, safeguarding_assured_on=day)


class MoneyForm(AgreementForm):
    charge_pence = PenceField("Charge", missing="Enter the charge, or 0 if it is free")
    reimbursement_pence = PenceField(
        "Of which, to the provider", missing="Enter the provider’s part, or 0"
    )
    fee_pence = PenceField("Of which, brokerage fee", missing="Enter the fee, or 0")
    vat_pence = PenceField("VAT on top of the charge", missing="Enter the VAT, or 0")
    funder_1 = ShortText("First funder", hint="For example, the school’s name or the authority")
    pence_1 = PenceField("First funder pays")
    year_1 = OneFromList("In the financial year")
    funder_2 = ShortText("Second funder", hint="Optional")
    pence_2 = PenceField("Second funder pays")
    year_2 = OneFromList("In the financial year")
    funder_3 = ShortText("Third funder", hint="Optional")
    pence_3 = PenceField("Third funder pays")
    year_3 = OneFromList("In the financial year")
    funder_4 = ShortText("Fourth funder", hint="Optional")
    pence_4 = PenceField("Fourth funder pays")
    year_4 = OneFromList("In the financial year")
    submit = Submit("Save the money")

    def offer_years(self, years: Sequence[int]) -> None:
        """Let each row be of one of these financial years, the first unless another is chosen."""
        for number in range(1, FUNDERS + 1):
            field = self[f"year_{number}"]
            field.choices = [(str(year), financial_year_words(year)) for year in years]
            if not field.data:
                field.data = str(years[0])

    def show(self, money: Money) -> None:
        """Fill in the rows of the funders, which are no fields of their own in the record."""
        for number, payment in enumerate(money.funders[:FUNDERS], start=1):
            self[f"funder_{number}"].data = payment.funder
            self[f"pence_{number}"].data = payment.pence
            self[f"year_{number}"].data = str(payment.year)

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        valid = super().validate(extra_validators)
        for number in range(1, FUNDERS + 1):
            name, pence = self[f"funder_{number}"], self[f"pence_{number}"]
            if pence.data and not name.data:
                name.errors = ["Say who pays this part"]
                valid = False
            if name.data and pence.data is None and not pence.errors:
                pence.errors = ["Enter how much this funder pays"]
                valid = False
        return valid

    def answers(self) -> Money:
        rows = [
            Payment(self[f"funder_{n}"].data, self[f"pence_{n}"].data or 0, self._year(n))
            for n in range(1, FUNDERS + 1)
        ]
        return Money(
            charge_pence=self.charge_pence.data,
            reimbursement_pence=self.reimbursement_pence.data,
            fee_pence=self.fee_pence.data,
            vat_pence=self.vat_pence.data,
            funders=tuple(row for row in rows if row.funder),
        )

    def _year(self, number: int) -> int | None:
        chosen = self[f"year_{number}"].data
        return int(chosen) if chosen else None
