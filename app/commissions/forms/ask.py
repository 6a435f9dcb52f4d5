"""What a school is asked, a form a page. Every page may be left with gaps: a draft has them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from app.commissions.facts import FUNDING_WORDS, URGENCY_WORDS, FundingRoute, Interest, Urgency
from app.commissions.same_need.rules import SAY_WHY_ANOTHER
from app.web.fields import (
    DateField,
    LongText,
    OneFromList,
    OneOf,
    PenceField,
    ShortText,
    Submit,
    Tick,
)
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.commissions.models import SupportRequest
    from app.prospectus.queries import ExpertiseGroup

NO_PUPILS = "Do not name pupils or record safeguarding details."
YES_NO = (("True", "Yes"), ("False", "Not yet"))
E = TypeVar("E", bound=StrEnum)


def member(kind: type[E], value: str | None) -> E | None:
    """Return the answer that was offered; anything else is none."""
    return kind(value) if value in set(kind) else None


class StartForm(Form):
    school = OneOf("Which school is it for?", missing="Choose the school")
    submit = Submit("Start")


class SectionForm(Form):
    """One page of the request; `answers` are the record's own names and values."""

    submit = Submit("Save and continue")

    def fit(self, request: SupportRequest, areas: Sequence[ExpertiseGroup]) -> None:
        """Fit the page to the request: choices, and questions that do not apply."""

    def answers(self) -> dict[str, Any]:
        return self.values()


class NeedForm(SectionForm):
    title = ShortText(
        "Short title", hint="For example, phonics teaching in Reception and Year 1", most=120
    )
    focus_id = OneFromList(
        "What area do you need help with?", hint="The nearest one; you can say more below"
    )
    need = LongText(
        "What do you need?", hint=f"What is happening now, and what help you want. {NO_PUPILS}"
    )
    which_staff = ShortText(
        "Which staff is it for?", hint="Roles and numbers, for example two Year 1 teachers"
    )
    evidence_of_need = LongText(
        "How do you know?",
        hint=f"Results, reviews, visits or surveys, with their dates. {NO_PUPILS}",
        rows=3,
    )
    tried = LongText("What have you tried already? (optional)", rows=3)

    def fit(self, request: SupportRequest, areas: Sequence[ExpertiseGroup]) -> None:  # noqa: ARG002
        grouped = {"": [("", "Choose an area")]}
        grouped |= {g.name: [(str(area.id), area.name) for area in g.areas] for g in areas}
        self.focus_id.choices = grouped

    def answers(self) -> dict[str, Any]:
        chosen = self.focus_id.data
        return self.values() | {"focus_id": int(chosen) if chosen else None}


class OutcomeForm(SectionForm):
    expected_outcome = LongText(
        "What should be different afterwards?",
        hint=f"Something you could measure or see. {NO_PUPILS}",
    )
    urgency = OneOf("How soon do you need it?", choices=[(u, w) for u, w in URGENCY_WORDS.items()])
    wanted_from = DateField("When should it start?", hint="For example, 11 1 2027")
    constraints = LongText(
        "Is there anything to plan around? (optional)",
        hint="Days that do not suit, other support in place, travel",
        rows=3,
    )

    def answers(self) -> dict[str, Any]:
        return self.values() | {"urgency": member(Urgency, self.urgency.data)}


class PracticalForm(SectionForm):
    contact_in_school = ShortText(
        "Who in your school will lead this?", hint="Their role, for example the deputy head"
    )
    funding_route = OneOf(
        "How will it be paid for?", choices=[(r, w) for r, w in FUNDING_WORDS.items()]
    )
    ceiling_pence = PenceField("What is the most it may cost? (optional)", hint="In pounds")
    governing_body_aware = OneOf("Do your governors know about this request?", choices=YES_NO)
    drop_provider = Tick("Do not ask for this provider; let the brokerage team choose")

    def fit(self, request: SupportRequest, areas: Sequence[ExpertiseGroup]) -> None:  # noqa: ARG002
        if request.preferred_provider_id is None:
            del self.drop_provider

    def answers(self) -> dict[str, Any]:
        answers = self.values()
        aware = {"True": True, "False": False}.get(str(answers["governing_body_aware"]))
        answers |= {
            "funding_route": member(FundingRoute, self.funding_route.data),
            "governing_body_aware": aware,
        }
        if answers.pop("drop_provider", False):
            answers["preferred_provider_id"] = None
        return answers


class ConsentForm(SectionForm):
    interest = OneOf(
        "Does anyone at your school have an interest in a provider?",
        hint="For example a relative, a second job, or a seat on its board. “No” is recorded too.",
        choices=[(Interest.NONE, "No"), (Interest.DECLARED, "Yes")],
    )
    interest_detail = LongText("If yes, what is the interest and whose is it?", rows=3)
    consent_to_share = Tick(
        "I agree that the request is shared with shortlisted providers, without naming the school"
    )

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        if self.interest.data == Interest.DECLARED and not self.interest_detail.data:
            self.interest_detail.errors = ["Say what the interest is and whose it is"]
            return False
        return valid

    def interest_answer(self) -> Interest | None:
        return member(Interest, self.interest.data)

    def answers(self) -> dict[str, Any]:
        return {"consent_to_share": bool(self.consent_to_share.data)}


FORMS: dict[str, type[SectionForm]] = {
    "need": NeedForm,
    "outcome": OutcomeForm,
    "practical": PracticalForm,
    "interests": ConsentForm,
}


class SendForm(Form):
    another_need = LongText(
        "Why is this another need?",
        hint="For example, “It is about something else because other staff teach these pupils.” "
        f"The brokerage team reads it. {NO_PUPILS}",
        rows=3,
        missing=SAY_WHY_ANOTHER,
    )
    submit = Submit("Send the request")

    def fit(self, others: Sequence[SupportRequest]) -> None:
        """Ask only where the school has live requests about the same."""
        if not others:
            del self.another_need

    def why_another(self) -> str:
        return self.another_need.data or "" if "another_need" in self else ""


class ReasonForm(Form):
    """One compulsory text and a button: giving the reason confirms the act."""

    reason = LongText("Reason")
    submit = Submit("Confirm")

    def ask(self, label: str, hint: str, missing: str, button: str) -> None:
        self.reason.label.text = label
        self.reason.description = hint
        self.submit.label.text = button
        self.missing = missing

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        if valid and not self.reason.data:
            self.reason.errors = [self.missing]
            return False
        return valid
