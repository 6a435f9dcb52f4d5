"""What a board is asked, a form a page. Every page but the first may be left with gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commissions.facts import FUNDING_WORDS, URGENCY_WORDS, FundingRoute, Interest, Urgency
from app.commissions.for_boards.facts import (
    BOARD_NEEDS,
    CLERK_WORDS,
    LAST_REVIEW_WORDS,
    MOST_MILES,
    ClerkInPlace,
    LastReview,
)
from app.commissions.forms.ask import member
from app.core import clock
from app.web.fields import (
    DateField,
    LongText,
    NumberField,
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
    from collections.abc import Mapping, Sequence

    from app.commissions.models import SupportRequest
    from app.prospectus.models import ExpertiseArea
    from app.schools.models import School

NO_NAMES = "Do not name pupils or staff, or record safeguarding details."
BOARD, CONFIDENCE = "board", "confidence"
# by name of the column; the asker need not tick their own
KNOWERS = {
    "chair_may_know": "The chair of governors",
    "clerk_may_know": "The clerk",
    "governors_may_know": "All other governors",
    "head_may_know": "The headteacher, and who acts for them",
}


class KnownForm(Form):
    """On whose behalf, and who at the school may know."""

    asking = OneOf(
        "Who is asking?",
        choices=[
            (BOARD, "The board: the chair and clerk you tick below can act on it too"),
            (CONFIDENCE, "I am, in confidence: only I act on it"),
        ],
        missing="Say whether you ask for the board or in confidence",
    )
    known_to = SomeOf(
        "Who else at your school may know?",
        choices=list(KNOWERS.items()),
        hint="Tick nobody if nobody should. Whoever you do not tick is not told, and finds no "
        "trace of it. Somebody with two of these roles may know only if you tick both.",
    )
    submit = Submit("Save and continue")

    def fit(self, asked: SupportRequest | None = None) -> None:
        """Fill it from what was said before."""
        need = asked.board_need if asked else None
        if need is not None and not self.is_submitted():
            self.asking.data = CONFIDENCE if need.in_confidence else BOARD
            self.known_to.data = [name for name in KNOWERS if getattr(need, name)]

    def answers(self) -> dict[str, Any]:
        ticked = set(self.known_to.data or ())
        told = {name: name in ticked for name in KNOWERS}
        return {"in_confidence": self.asking.data == CONFIDENCE, **told}


class StartForm(KnownForm):
    school = OneOf("Which board is it for?", missing="Choose the board")
    submit = Submit("Save and continue")

    def offer(self, boards: Mapping[str, School]) -> None:
        """Ask which board only where there are several."""
        self.only = next(iter(boards)) if len(boards) == 1 else None
        if self.only:
            del self.school
        else:
            self.school.choices = [(urn, school.name) for urn, school in boards.items()]

    def chosen(self) -> str:
        return self.only or str(self.school.data)


class SectionForm(Form):
    """One page; `answers` are the records' own names and values."""

    submit = Submit("Save and continue")

    def fit(self, asked: SupportRequest, strands: Sequence[ExpertiseArea]) -> None:
        """Fit the page to the request."""

    def answers(self) -> dict[str, Any]:
        return self.values()


class NeedForm(SectionForm):
    needs = SomeOf("What is it about?", choices=list(BOARD_NEEDS.items()))
    focus_id = OneFromList(
        "Which part of governance is nearest?", hint="We look for people who know it well"
    )
    title = ShortText(
        "Short title", hint="For example, a first year as chair. Do not name anybody.", most=120
    )
    need = LongText(
        "What do you need?", hint=f"What is happening, and what help you want. {NO_NAMES}"
    )

    def fit(self, asked: SupportRequest, strands: Sequence[ExpertiseArea]) -> None:
        known = {area.id: area.name for area in strands}
        if asked.focus is not None:
            known.setdefault(asked.focus.id, asked.focus.name)
        self.focus_id.choices = [
            ("", "Choose one"),
            *((str(key), words) for key, words in known.items()),
        ]

    def answers(self) -> dict[str, Any]:
        chosen = self.focus_id.data
        ticked = set(self.needs.data or ())
        return self.values() | {
            "needs": [code for code in BOARD_NEEDS if code in ticked],
            "focus_id": int(chosen) if chosen else None,
        }


class ContextForm(SectionForm):
    vacancies = NumberField(
        "How many places on the board are vacant? (optional)", most=30, places=0
    )
    clerk_in_place = OneOf(
        "Does the board have a clerk?", choices=[(c, w) for c, w in CLERK_WORDS.items()]
    )
    last_review = OneOf(
        "Has anybody from outside reviewed the board?",
        choices=[(c, w) for c, w in LAST_REVIEW_WORDS.items()],
    )
    last_review_on = DateField("If so, when was the last time? (optional)")

    def validate(self, extra_validators: Any = None) -> bool:
        self.last_review_on.validators = [
            *self.last_review_on.validators,
            not_after(clock.today(), "Enter a date that is not in the future"),
        ]
        return bool(super().validate(extra_validators))

    def answers(self) -> dict[str, Any]:
        last = member(LastReview, self.last_review.data)
        return self.values() | {
            "clerk_in_place": member(ClerkInPlace, self.clerk_in_place.data),
            "last_review": last,
            "last_review_on": self.last_review_on.data if last is LastReview.DONE else None,
        }


class OutcomeForm(SectionForm):
    expected_outcome = LongText(
        "What should be different afterwards?",
        hint=f"For example, every meeting is quorate. {NO_NAMES}",
    )
    urgency = OneOf("How soon do you need it?", choices=[(u, w) for u, w in URGENCY_WORDS.items()])
    wanted_from = DateField("When should it start?", hint="For example, 11 1 2027")
    furthest_miles = NumberField(
        "How far away may a helper live or work? (optional)",
        hint="Nearer is handier; further away nobody knows your school",
        least=1,
        most=MOST_MILES,
        places=0,
        suffix="miles",
    )

    def answers(self) -> dict[str, Any]:
        return self.values() | {"urgency": member(Urgency, self.urgency.data)}


class SharingForm(SectionForm):
    funding_route = OneOf(
        "How will it be paid for?",
        hint="If the school pays, those who look after its money will see that it does",
        choices=[(r, w) for r, w in FUNDING_WORDS.items()],
    )
    interest = OneOf(
        "Do you know of a link between the board and somebody who might help?",
        hint="For example a relative, a friend, or work together. “No” is recorded too.",
        choices=[(Interest.NONE, "No"), (Interest.DECLARED, "Yes")],
    )
    interest_detail = LongText("If yes, who is it and what is the link?", rows=3)
    consent_to_share = Tick(
        "I agree that governor services share the request with possible helpers, "
        "without naming the school"
    )

    def validate(self, extra_validators: Any = None) -> bool:
        valid = bool(super().validate(extra_validators))
        if self.interest.data == Interest.DECLARED and not self.interest_detail.data:
            self.interest_detail.errors = ["Say who it is and what the link is"]
            return False
        return valid

    def interest_answer(self) -> Interest | None:
        return member(Interest, self.interest.data)

    def answers(self) -> dict[str, Any]:
        return {
            "funding_route": member(FundingRoute, self.funding_route.data),
            "consent_to_share": bool(self.consent_to_share.data),
        }


FORMS: dict[str, type[SectionForm]] = {
    "need": NeedForm,
    "context": ContextForm,
    "outcome": OutcomeForm,
    "sharing": SharingForm,
}
