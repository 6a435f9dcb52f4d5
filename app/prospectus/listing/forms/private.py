"""What only signed-in schools, officers or the panel read, and what holds without a review."""

from __future__ import annotations

from typing import Any

from app.prospectus.facts import AVAILABILITY_WORDS, Availability
from app.prospectus.listing.forms.question import QuestionForm
from app.web.fields import LongText, NumberField, OneOf, PenceField, ShortText, Tick


class AvailabilityForm(QuestionForm):
    title = "When could you start?"
    about = "Change this whenever it changes. It needs no review."
    availability = OneOf(
        "Availability",
        choices=[(one.value, words) for one, words in AVAILABILITY_WORDS.items()],
        missing="Say when you could start",
    )

    def answers(self) -> dict[str, Any]:
        return {"availability": Availability(self.availability.data)}


class DaysForm(QuestionForm):
    title = "How many days a year can you give?"
    about = "For an academic year, September to August. Your home school is asked for this number."
    days = NumberField(
        "Days a year",
        missing="Enter the number of days, like 12",
        least=1,
        most=400,
        places=1,
        suffix="days",
    )


class ContactForm(QuestionForm):
    title = "How do schools reach you?"
    about = "Only schools that are signed in see this. A change holds at once."
    contact_name = ShortText("Name", missing="Enter the name of whom schools write to")
    contact_email = ShortText(
        "E-mail address",
        most=254,
        missing="Enter an e-mail address, like name@example.org",
    )
    contact_phone = ShortText("Telephone (optional)", most=40)

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        name, at, host = (self.contact_email.data or "").rpartition("@")
        if valid and not (name and at and "." in host and " " not in host + name):
            self.contact_email.errors = ["Enter an e-mail address, like name@example.org"]
            return False
        return valid


class RateForm(QuestionForm):
    title = "What does a day cost?"
    about = "Schools that are signed in see it. A change holds at once."
    rate_pence_per_day = PenceField("Rate for a day (optional)", hint="In pounds, without VAT")
    rate_is_public = Tick("Show the rate to everybody")


class EvidenceForm(QuestionForm):
    title = "What shows that your support works?"
    about = "Only the panel reads this."
    evidence = LongText(
        "Evidence",
        hint="What changed in schools you worked with, how it was measured and by whom. "
        "Do not name pupils.",
        missing="Give the panel your evidence",
        rows=8,
    )


class RefereesForm(QuestionForm):
    title = "Who can speak for your work?"
    about = "Only the panel reads this. Ask them before you name them."
    referees = LongText(
        "Two people",
        hint="Name, role, and how to reach them",
        missing="Name two people who can speak for your work",
        rows=4,
    )


class InterestsForm(QuestionForm):
    title = "Do you have interests that matter here?"
    about = "Only officers read this."
    interests = LongText(
        "Interests",
        hint="Relatives at schools, other posts, boards, firms. If you have none, write “None”.",
        missing="Say what interests you have, or write “None”",
        rows=4,
    )
