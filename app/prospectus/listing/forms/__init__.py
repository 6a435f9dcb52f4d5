"""The questions of the listing journey, in their order. A page may be left with gaps."""

from app.prospectus.listing.forms.expertise import ExpertiseForm, NotesForm
from app.prospectus.listing.forms.private import (
    AvailabilityForm,
    ContactForm,
    DaysForm,
    EvidenceForm,
    InterestsForm,
    RateForm,
    RefereesForm,
)
from app.prospectus.listing.forms.public import (
    ExperienceForm,
    HeadlineForm,
    HostForm,
    KindForm,
    ModesForm,
    NameForm,
    OrganisationForm,
    PhasesForm,
    PlacesForm,
    SummaryForm,
)
from app.prospectus.listing.forms.question import QuestionForm

__all__ = ["FORMS", "QuestionForm"]

FORMS: dict[str, type[QuestionForm]] = {
    "name": NameForm,
    "kind": KindForm,
    "organisation-type": OrganisationForm,
    "host": HostForm,
    "headline": HeadlineForm,
    "expertise": ExpertiseForm,
    "notes": NotesForm,
    "phases": PhasesForm,
    "modes": ModesForm,
    "areas": PlacesForm,
    "summary": SummaryForm,
    "experience": ExperienceForm,
    "availability": AvailabilityForm,
    "days": DaysForm,
    "contact": ContactForm,
    "rate": RateForm,
    "evidence": EvidenceForm,
    "referees": RefereesForm,
    "interests": InterestsForm,
}
