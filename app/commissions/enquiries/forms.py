"""Whom to ask, what a provider answers, what the school thinks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commissions.enquiries.facts import (
    DECLINE_WORDS,
    LEANING_WORDS,
    MOST_ASKED,
    PART_ANSWER_WORDS,
    WHY_NOT_WORDS,
    DeclineReason,
    Leaning,
    Part,
    PartAnswer,
    WhyNot,
)
from app.commissions.enquiries.requirements import CHOOSE_REASON, SAY_REASON, parts_asked
from app.commissions.enquiries.services.answering import SAY_WHY_NOT
from app.commissions.enquiries.services.naming import PassedOver
from app.core.money import pounds
from app.web.fields import LongText, OneFromList, OneOf, ShortText, SomeOf, Submit
from app.web.filters import date_words
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.commissions.models import SupportRequest
    from app.prospectus.models import Provider

REASONS = [("", "Choose a reason"), *((why, words) for why, words in WHY_NOT_WORDS.items())]
THOSE_TICKED, BROKERS_CHOOSE = "ticked", "brokers"


class WhomForm(Form):
    """Made for the entries of one shortlist by `whom_form`: each not ticked needs a reason."""

    choice = OneOf(
        "Who should be asked?",
        choices=[
            (THOSE_TICKED, "The providers I tick below"),
            (BROKERS_CHOOSE, "Let the brokerage team choose"),
        ],
        missing="Say whether you name providers or leave it to the brokerage team",
        default=THOSE_TICKED,
    )
    asked = SomeOf("Providers to ask")
    entries: Sequence[Provider] = ()
    # asked already, so they count and cannot be taken back
    sent = 0

    @property
    def names_providers(self) -> bool:
        return bool(self.choice.data == THOSE_TICKED)

    @property
    def ticked(self) -> list[Provider]:
        chosen = set(self.asked.data or ()) if self.names_providers else set()
        return [provider for provider in self.entries if provider.slug in chosen]

    @property
    def passed_over(self) -> list[PassedOver]:
        """Return the others with their reasons; none where the brokerage team chooses."""
        if not self.names_providers:
            return []
        others = [provider for provider in self.entries if provider not in self.ticked]
        return [
            PassedOver(p, WhyNot(self[f"why_{p.id}"].data), self[f"words_{p.id}"].data or "")
            for p in others
        ]

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        if not self.names_providers:
            return valid
        count = len(self.ticked) + self.sent
        if not self.ticked or count > MOST_ASKED:
            self.asked.errors = [_how_many(self.sent)]
            return False
        for provider in self.entries:
            if provider in self.ticked:
                continue
            why, words = self[f"why_{provider.id}"], self[f"words_{provider.id}"]
            if not why.data:
                why.errors = [f"Say why you do not ask {provider.name}"]
                valid = False
            elif why.data == WhyNot.OTHER and not words.data:
                words.errors = [f"Say in a few words why you do not ask {provider.name}"]
                valid = False
        return valid


def _how_many(sent: int) -> str:
    if sent:
        most = f"at most {MOST_ASKED} in all. {sent} cannot be taken back"
        return f"Tick those to ask besides, {most}"
    return f"Tick 1 to {MOST_ASKED} providers, or let the brokerage team choose"


def whom_form(
    entries: Sequence[Provider], schools: Sequence[tuple[str, str]] = (), sent: int = 0
) -> WhomForm:
    """Return the form for these entries; `schools` are offered where the request is new."""
    fields: dict[str, Any] = {"entries": entries, "sent": sent}
    if schools:
        fields["school"] = OneOf(
            "Which school is it for?", choices=schools, missing="Choose the school"
        )
    for provider in entries:
        fields[f"why_{provider.id}"] = OneFromList("Reason, if you do not ask", choices=REASONS)
        fields[f"words_{provider.id}"] = ShortText("In a few words (optional)")
    fields["submit"] = Submit("Save and continue")
    form: WhomForm = type("WhomFormOfOneList", (WhomForm,), fields)()
    form.asked.choices = [(provider.slug, provider.name) for provider in entries]
    return form


class AnswerForm(Form):
    """Made for one request by `answer_form`: a question and a line of words for each part."""

    parts: Sequence[Part] = ()

    def answers(self) -> dict[Part, tuple[PartAnswer, str]]:
        return {
            part: (PartAnswer(self[part].data), self[f"{part}_words"].data or "")
            for part in self.parts
        }


def answer_form(request: SupportRequest) -> AnswerForm:
    parts = parts_asked(request)
    fields: dict[str, Any] = {"parts": parts}
    for part in parts:
        fields[part.value] = OneOf(
            question_of(part, request),
            choices=list(PART_ANSWER_WORDS.items()),
            missing=f"Answer: {question_of(part, request)}",
        )
        fields[f"{part}_words"] = ShortText("In a few words (optional)")
    fields["submit"] = Submit("Send your answer")
    form: AnswerForm = type("AnswerFormOfOneRequest", (AnswerForm,), fields)()
    return form


def question_of(part: Part, request: SupportRequest) -> str:
    """Return the question with what the provider may know, and nothing that names the school."""
    match part:
        case Part.FOCUS:
            area = request.focus.name if request.focus else "this area"
            return f"Can you help with {area[:1].lower()}{area[1:]}?"
        case Part.STAFF:
            return "Can you work with staff of this phase?"
        case Part.START:
            day = date_words(request.wanted_from)
            return f"Can you start on {day}?" if day else "Can you start then?"
        case Part.WAY:
            return "Have you days free for it, working as your entry says?"
        case Part.COST:
            return f"Can you do it for at most {pounds(request.ceiling_pence or 0)}?"


class DeclineEnquiryForm(Form):
    reason = OneOf(
        "Why can you not help?",
        choices=list(DECLINE_WORDS.items()),
        missing=CHOOSE_REASON.rstrip("."),
    )
    words = LongText(
        "In a few words",
        hint="Needed for another reason. The school and the brokerage team read this.",
        rows=3,
    )
    submit = Submit("Decline")

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        if self.reason.data == DeclineReason.OTHER and not self.words.data:
            self.words.errors = [SAY_REASON.rstrip(".")]
            return False
        return valid


class WeighForm(Form):
    leaning = OneOf(
        "What do you think of this answer?",
        choices=list(LEANING_WORDS.items()),
        missing="Say whether you are interested",
    )
    why = OneFromList("Reason, if you are not interested or undecided", choices=REASONS)
    words = LongText(
        "In your own words (optional)",
        hint="Only your school and the brokerage team read these words.",
        rows=3,
    )
    submit = Submit("Save")

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        if self.leaning.data == Leaning.NOT_INTERESTED and not self.why.data:
            self.why.errors = [SAY_WHY_NOT.rstrip(".")]
            valid = False
        if self.why.data == WhyNot.OTHER and not self.words.data:
            self.words.errors = [SAY_REASON.rstrip(".")]
            valid = False
        return valid


class SendEnquiryForm(Form):
    submit = Submit("Ask the provider")
