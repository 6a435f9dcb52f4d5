"""What schools will read, a question a page; the panel reviews it."""

from __future__ import annotations

from typing import Any

from app.prospectus.facts import KIND_WORDS, MODE_WORDS, PHASE_WORDS, WHOLE_DISTRICT, ProviderKind
from app.prospectus.listing.claims import Claims
from app.prospectus.listing.forms.question import QuestionForm
from app.prospectus.models import Provider
from app.prospectus.places import area_words, places_served
from app.prospectus.queries import ExpertiseGroup
from app.web.fields import LongText, OneOf, ShortText, SomeOf, Submit
from app.web.forms import Form

NO_SCHOOL = "none"


class StartForm(Form):
    name = ShortText(
        "What should the entry be called?",
        hint="Your own name if you give the support yourself, else the organisation’s name",
        missing="Enter the name of the entry",
        most=120,
    )
    submit = Submit("Start")


class NameForm(QuestionForm):
    title = "What should the entry be called?"
    name = ShortText(
        "Name of the entry",
        hint="Your own name if you give the support yourself, else the organisation’s name",
        missing="Enter the name of the entry",
        most=120,
    )


class KindForm(QuestionForm):
    title = "Who gives the support?"
    kind = OneOf(
        "Who gives the support?",
        choices=[
            (kind.value, words)
            for kind, words in KIND_WORDS.items()
            # nobody makes themselves a champion: that is an appointment
            if kind is not ProviderKind.CHAMPION
        ],
        missing="Say whether a person or an organisation gives the support",
    )


class OrganisationForm(QuestionForm):
    title = "What kind of organisation is it?"
    organisation_type = ShortText(
        "Kind of organisation",
        hint="For example teaching school hub, alliance, trust, school, governance service",
        missing="Say what kind of organisation it is",
        most=80,
    )


class HostForm(QuestionForm):
    """The choices come from the search beside it."""

    title = "Which school is it based at?"
    about = "Its head is asked to release you before the panel looks at the entry."
    host = OneOf("Home school", missing="Choose the school it is based at")

    def answers(self) -> dict[str, Any]:
        urn = None if self.host.data == NO_SCHOOL else int(self.host.data)
        return {"host_urn": urn, "host_answered": True}


class HeadlineForm(QuestionForm):
    title = "What do you offer, in one line?"
    headline = ShortText(
        "In one line",
        hint="For example, phonics from Reception to Year 2, with a plan for the Year 1 check",
        missing="Say in one line what you offer",
        most=160,
    )


class PhasesForm(QuestionForm):
    title = "Which phases do you work with?"
    phases = SomeOf(
        "Phases",
        choices=[(phase.value, words) for phase, words in PHASE_WORDS.items()],
        missing="Choose at least one phase",
    )


class ModesForm(QuestionForm):
    title = "How do you work with a school?"
    modes = SomeOf(
        "Ways of working",
        choices=[(mode.value, words) for mode, words in MODE_WORDS.items()],
        missing="Choose at least one way of working",
    )


class PlacesForm(QuestionForm):
    title = "Where do you work?"
    areas = SomeOf("Places", missing="Choose at least one place")

    def fit(self, provider: Provider, claims: Claims, groups: list[ExpertiseGroup]) -> None:  # noqa: ARG002
        everywhere = places_served(provider.authority_code, [WHOLE_DISTRICT])
        places = dict.fromkeys([WHOLE_DISTRICT, *sorted({*everywhere, *claims.areas})])
        self.areas.choices = [(place, area_words(place)) for place in places]


class SummaryForm(QuestionForm):
    title = "Describe what you offer"
    summary = LongText(
        "What a school gets from you",
        hint="How you begin, what you do in school, what is different afterwards. "
        "Do not name schools or pupils.",
        missing="Describe what you offer",
        rows=10,
    )


class ExperienceForm(QuestionForm):
    title = "What is your experience?"
    experience = LongText(
        "Experience",
        hint="Posts you held, schools you helped (how many, not which), training",
        missing="Describe your experience",
    )
