"""What a side or the broker fills in to propose a change, and what is answered to it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.commissions.changes.agreed import AgreedStart, AgreedTarget, AgreedTerms, terms_now
from app.commissions.changes.requirements import start_faults, target_faults, terms_faults
from app.commissions.changes.services.vary import capacity_faults
from app.commissions.forms.agree import LARGEST, MoneyForm
from app.commissions.forms.deliver import CheckedForm
from app.commissions.forms.sign import VersionForm
from app.core.calendar import financial_years
from app.web.fields import DateField, LongText, NumberField, OneOf, ShortText, Submit
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.commissions.models import Commission, Objective

NO_NAMES = "Do not name pupils or record safeguarding details."
A_YEAR = timedelta(days=366)
APPROVE, NOT_APPROVE = "approve", "not_approve"


def _why() -> LongText:
    return LongText(
        "Why does it change?",
        hint=f"Stays beside both values for ever. {NO_NAMES}",
        missing="Say why it changes",
        rows=3,
    )


class TermsForm(CheckedForm):
    """Days and dates; the money stays, for only the broker sets it."""

    ends_on = DateField("Last day", missing="Enter the last day")
    days = NumberField("Days in all", places=1, most=365, missing="Enter the days, like 6 or 6.5")
    reason = _why()
    submit = Submit("Propose the change")

    def __init__(self, commission: Commission, **kwargs: Any) -> None:
        super().__init__(obj=terms_now(commission), **kwargs)
        self.commission = commission

    def terms(self) -> AgreedTerms:
        now = terms_now(self.commission)
        given = {"days": self.days.data, "ends_on": self.ends_on.data}
        return AgreedTerms(**{**vars(now), **given})

    def faults(self) -> Mapping[str, str]:
        terms = self.terms()
        return terms_faults(self.commission, terms) or capacity_faults(self.commission, terms)


class TermsAndMoneyForm(MoneyForm):
    ends_on = DateField("Last day", missing="Enter the last day")
    days = NumberField("Days in all", places=1, most=365, missing="Enter the days, like 6 or 6.5")
    reason = _why()
    submit = Submit("Propose the change")

    def __init__(self, commission: Commission, **kwargs: Any) -> None:
        super().__init__(obj=terms_now(commission), **kwargs)
        self.commission = commission
        # an extension may reach into the next
        self.years = financial_years(commission.starts_on, commission.ends_on + A_YEAR)
        self.offer_years(self.years)
        if not self.is_submitted():
            self.show(terms_now(commission).money)

    def terms(self) -> AgreedTerms:
        money = self.answers()
        return AgreedTerms(days=self.days.data, ends_on=self.ends_on.data, **vars(money))

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        if not super().validate(extra_validators):
            return False
        terms = self.terms()
        faults = terms_faults(self.commission, terms) or capacity_faults(self.commission, terms)
        self.show_faults(faults)
        return not faults


class TargetForm(CheckedForm):
    value = NumberField(
        "Value to reach", least=-LARGEST, most=LARGEST, missing="Enter the value to reach"
    )
    due_on = DateField("By when", missing="Enter the date by which to reach it")
    reason = _why()
    submit = Submit("Propose the change")

    def __init__(self, objective: Objective, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.objective = objective

    def target(self) -> AgreedTarget:
        return AgreedTarget(value=self.value.data, due_on=self.due_on.data)

    def faults(self) -> Mapping[str, str]:
        return target_faults(self.objective, self.target())


class StartForm(CheckedForm):
    value = NumberField(
        "Value at the start", least=-LARGEST, most=LARGEST, missing="Enter the value at the start"
    )
    taken_on = DateField("Date it was measured", missing="Enter the date of the starting value")
    cohort = ShortText(
        "Who was measured?",
        hint="For example, “Year 1 pupils”. Never names.",
        missing="Say who was measured, like “Year 1 pupils”",
    )
    cohort_size = NumberField("How many were measured?", least=1, most=100_000, places=0)
    source = ShortText(
        "Where does the value come from?", missing="Say where the starting value comes from"
    )
    evidence = LongText(
        "What evidence is there, and where is it kept?", hint=f"Optional. {NO_NAMES}", rows=3
    )
    reason = LongText(
        "What was wrong, and how do you know?",
        hint=f"Stays beside both values for ever. {NO_NAMES}",
        missing="Say what was wrong",
        rows=3,
    )
    submit = Submit("Propose the correction")

    def __init__(self, objective: Objective, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.objective = objective

    def start(self) -> AgreedStart:
        size = self.cohort_size.data
        return AgreedStart(
            value=self.value.data,
            taken_on=self.taken_on.data,
            cohort=self.cohort.data or "",
            cohort_size=None if size is None else int(size),
            source=self.source.data or "",
            evidence=self.evidence.data or "",
        )

    def faults(self) -> Mapping[str, str]:
        return start_faults(self.objective, self.start())


class RejectChangeForm(VersionForm):
    reason = LongText(
        "Why do you not agree?",
        hint=f"Everybody who signs will read this. {NO_NAMES}",
        missing="Say why you do not agree",
    )
    submit = Submit("Do not agree")


class WithdrawChangeForm(Form):
    reason = LongText(
        "Why is it taken back?",
        hint=f"Both sides read it. {NO_NAMES}",
        missing="Say why it is taken back",
        rows=3,
    )
    submit = Submit("Take it back")


class DecideChangeForm(VersionForm):
    outcome = OneOf(
        "What do you decide?",
        choices=[
            (APPROVE, "Approve it: it takes effect at once"),
            (NOT_APPROVE, "Do not approve it: the agreement stays as it is"),
        ],
        missing="Say whether you approve it",
    )
    words = LongText(
        "Reason",
        hint=f"Needed if you do not approve it. Both sides read it. {NO_NAMES}",
        rows=3,
    )
    submit = Submit("Record your decision")

    def validate(self, extra_validators: Any = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if self.outcome.data == NOT_APPROVE and not (self.words.data or "").strip():
            self.words.errors = ["Say why it is not approved"]
            return False
        return True
