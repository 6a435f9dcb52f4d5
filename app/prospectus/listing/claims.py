"""What an entry claims in public: read from an edition or an entry, and what it still lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from typing import Any

from app.prospectus.facts import ProviderKind
from app.prospectus.models import Provider


@dataclass(frozen=True)
class CaseStudy:
    """Support given to a school that agreed in writing, on that day, to be told of."""

    title: str
    done: str
    changed: str
    agreed_on: str

    @property
    def agreed_day(self) -> date:
        return date.fromisoformat(self.agreed_on)


@dataclass(frozen=True)
class Claims:
    """Answers may be missing while an edition is written: "" or nothing."""

    name: str = ""
    kind: str = ""
    organisation_type: str = ""
    host_urn: int | None = None
    # the question of the home school was answered, be it with "none"
    host_answered: bool = False
    headline: str = ""
    summary: str = ""
    experience: str = ""
    phases: Sequence[str] = ()
    modes: Sequence[str] = ()
    areas: Sequence[str] = ()
    # code of an area of expertise → a note or ""
    expertise: Mapping[str, str] = field(default_factory=dict)
    case_studies: Sequence[CaseStudy] = ()

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> Claims:
        known = {one.name for one in fields(cls)}
        told = {name: value for name, value in content.items() if name in known}
        told["case_studies"] = [CaseStudy(**one) for one in content.get("case_studies", ())]
        return cls(**told)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def with_answers(self, answers: Mapping[str, Any]) -> Claims:
        return replace(self, **answers)

    @property
    def is_organisation(self) -> bool:
        return self.kind == ProviderKind.ORGANISATION

    @property
    def is_champion(self) -> bool:
        return self.kind == ProviderKind.CHAMPION

    @property
    def gaps(self) -> dict[str, str]:
        """Return what must be answered before it is sent, by question."""
        wanted = {
            "name": (self.name, "Enter the name of the entry"),
            "kind": (self.kind, "Say whether a person or an organisation gives the support"),
            "organisation-type": (
                self.organisation_type or not self.is_organisation,
                "Say what kind of organisation it is",
            ),
            "host": (
                self.host_urn or (self.host_answered and self.is_organisation) or self.is_champion,
                "Choose the school it is based at",
            ),
            "headline": (self.headline, "Say in one line what you offer"),
            "expertise": (self.expertise, "Choose at least one area of expertise"),
            "phases": (self.phases, "Choose at least one phase"),
            "modes": (self.modes, "Say how you work"),
            "areas": (self.areas, "Say where you work"),
            "summary": (self.summary, "Describe what you offer"),
            "experience": (self.experience, "Describe your experience"),
        }
        return {question: words for question, (given, words) in wanted.items() if not given}


def claims_of(provider: Provider) -> Claims:
    """Return what the public reads of the entry now."""
    return Claims(
        name=provider.name,
        kind=provider.kind.value,
        organisation_type=provider.organisation_type,
        host_urn=provider.host_urn,
        host_answered=True,
        headline=provider.headline,
        summary=provider.summary,
        experience=provider.experience,
        phases=tuple(provider.phases),
        modes=tuple(provider.modes),
        areas=tuple(provider.areas),
        expertise={held.area.code: held.note for held in provider.expertise},
        case_studies=[CaseStudy(**one) for one in provider.case_studies or ()],
    )
