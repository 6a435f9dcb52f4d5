"""What is asked in a review of governance. Choices arrive through the constructor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.accounts.roles import ROLE_WORDS, Role
from app.core import clock
from app.governance.reviews.facts import (
    ACT_ASKS,
    ACT_WORDS,
    FINDING_WORDS,
    MEETING_WORDS,
    OUTCOME_WORDS,
    OWNER_ROLES,
    RATING_WORDS,
    WARNED,
    BoardReviewAct,
    ReviewKind,
)
from app.web.fields import (
    DateField,
    LongText,
    OneFromList,
    OneOf,
    ShortText,
    SomeOf,
    Submit,
    Tick,
    not_after,
)
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.governance.reviews.models import GovernanceHeading

Choices = list[tuple[str, str]]
DAY = "For example, 27 3 2027"
NO_PUPILS = "Do not name pupils."
YES_NO = [("yes", "Yes"), ("no", "No")]
NONE, SOME = "none", "some"


class AskForm(Form):
    school = OneFromList("School", missing="Choose the school")
    kind = OneOf(
        "Which kind of review?",
        choices=[
            (ReviewKind.EXTERNAL, "External: somebody from outside looks at how the board works"),
            (ReviewKind.SELF, "Self-review: the board looks at itself, and owns what it writes"),
        ],
        missing="Choose the kind of review",
    )
    why = LongText(
        "Why is it wanted?",
        hint=f"Whoever sees the review reads this. {NO_PUPILS}",
        missing="Say why the review is wanted",
        rows=4,
    )
    head_takes_part = OneOf(
        "Does the headteacher take part from the start?",
        choices=YES_NO,
        hint="If not, the head sees the review when the report is shared.",
        missing="Say whether the headteacher takes part from the start",
    )
    submit = Submit("Ask for the review")

    def __init__(self, schools: Choices, *, officer: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.school.choices = schools if len(schools) == 1 else [("", "Choose"), *schools]
        if officer:
            del self.kind


class ArrangeForm(Form):
    lead = OneFromList("Who leads the review?")
    headings = SomeOf("What does it look at?", missing="Choose at least one heading")
    head_takes_part = OneOf(
        "Does the headteacher take part from the start?",
        choices=YES_NO,
        missing="Say whether the headteacher takes part from the start",
    )
    submit = Submit("Save")

    def __init__(
        self, leads: Choices | None, headings: Sequence[GovernanceHeading], **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.headings.choices = [(str(one.id), one.name) for one in headings]
        if leads is None:
            del self.lead
        else:
            self.lead.choices = [("", "Nobody yet"), *leads]


class InterestForm(Form):
    interest = OneOf(
        "Do you have an interest in this school or its board?",
        choices=[(NONE, "No"), (SOME, "Yes: I take no further part in this review")],
        hint="For example work, family or friends there, or a school that competes with it.",
        missing="Say whether you have an interest",
    )
    words = LongText("What is it?", hint="Only if you have one.", rows=3)
    submit = Submit("Record it")

    def faults(self) -> dict[str, str]:
        if self.interest.data == SOME and not (self.words.data or "").strip():
            return {"words": "Say what the interest is."}
        return {}

    @property
    def said(self) -> str:
        return (self.words.data or "") if self.interest.data == SOME else ""


def act_form(act: BoardReviewAct) -> Form:
    """Return the form that confirms a step, with its question if it has one."""
    fields: dict[str, Any] = {"submit": Submit(ACT_WORDS[act])}
    if act in ACT_ASKS:
        question, missing = ACT_ASKS[act]
        fields = {"words": LongText(question, missing=missing, hint=NO_PUPILS), **fields}
    made: Form = type("ActForm", (Form,), fields)()
    return made


def is_warned(act: BoardReviewAct) -> bool:
    return act in WARNED


class ConfirmForm(Form):
    submit = Submit("Confirm")

    def __init__(self, words: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.submit.label.text = words


def role_choices(*, with_head: bool) -> Choices:
    roles = [role for role in OWNER_ROLES if with_head or role is not Role.HEAD]
    return [(role.value, ROLE_WORDS[role]) for role in roles]


class PaperForm(Form):
    what = ShortText("Which paper?", missing="Say which paper you need")
    from_role = OneOf("Who sends it?", missing="Choose who sends it")
    due_on = DateField("By when?", hint=DAY, missing="Enter the date by which you need it")
    submit = Submit("Ask for the paper")

    def __init__(self, roles: Choices, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.from_role.choices = roles


class ReceivedForm(Form):
    received_on = DateField("When did it come?", hint=DAY, missing="Enter the date it came")
    note = LongText(
        "Where is it kept?",
        hint="Nothing is uploaded here.",
        rows=3,
        missing="Say where it is kept",
    )
    submit = Submit("Save")

    def validate_received_on(self, field: DateField) -> None:
        not_after(clock.today(), "Enter the day it came: today or earlier")(self, field)


class MeetingForm(Form):
    with_whom = OneOf(
        "Whom do you meet?",
        choices=list(MEETING_WORDS.items()),
        missing="Choose whom you meet",
    )
    held_on = DateField("On which day?", hint=DAY, missing="Enter the date of the meeting")
    submit = Submit("Book the meeting")


class MeetingKeptForm(Form):
    held_on = DateField("Day", hint=DAY, missing="Enter the date of the meeting")
    outcome = OneOf(
        "What became of it?",
        choices=list(OUTCOME_WORDS.items()),
        missing="Choose what became of it",
    )
    notes = LongText("Notes", hint=f"Only the reviewers read them. {NO_PUPILS}", rows=8)
    submit = Submit("Save")


class OwnViewForm(Form):
    rating = OneOf(
        "How well does the board do this?",
        choices=list(RATING_WORDS.items()),
        missing="Choose how well the board does this",
    )
    words = LongText("In your own words", hint=NO_PUPILS, rows=4, missing="Say it in your words")
    evidence = LongText("What shows it?", hint="Minutes, visits, reports or figures.", rows=3)
    submit = Submit("Save")


class FindingForm(Form):
    heading_id = OneFromList("Heading", missing="Choose the heading")
    kind = OneOf("What is it?", choices=list(FINDING_WORDS.items()), missing="Choose what it is")
    words = LongText("What did you find?", hint=NO_PUPILS, rows=4, missing="Say what you found")
    evidence = LongText("What shows it?", rows=3, missing="Say what shows it")
    recommendation = LongText("What do you recommend?", hint="Not needed for a strength.", rows=3)
    take_out = Tick("Take this finding out")
    submit = Submit("Save the finding")

    def __init__(self, headings: Choices, *, is_new: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.heading_id.choices = [("", "Choose"), *headings]
        if is_new:
            del self.take_out

    def faults(self) -> dict[str, str]:
        if self.kind.data != "strength" and not (self.recommendation.data or "").strip():
            return {"recommendation": "Say what you recommend."}
        return {}

    @property
    def takes_out(self) -> bool:
        return "take_out" in self and bool(self.take_out.data)


class CommentForm(Form):
    words = LongText(
        "What is wrong in the report?",
        hint=f"Facts, not opinions: say where, and what is right. {NO_PUPILS}",
        missing="Say what is wrong in the report",
    )
    submit = Submit("Send to the reviewers")


class HeadingForm(Form):
    name = ShortText("Heading", missing="Enter the heading")
    about = LongText("What do reviewers look for?", rows=3, missing="Say what reviewers look for")
    strand = OneFromList("Strand", hint="It leads from an action to help and training.")
    take_out = Tick("Retire it: no later review can choose it")
    submit = Submit("Save the heading")

    def __init__(self, strands: Choices, *, is_new: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.strand.choices = [("", "None"), *strands]
        if is_new:
            del self.take_out

    @property
    def retires(self) -> bool:
        return "take_out" in self and bool(self.take_out.data)
