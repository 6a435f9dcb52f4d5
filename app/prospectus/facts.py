"""The fixed words of a prospectus entry: what a listing may choose from."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class ProviderKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    # a person whom the authority appointed to support governing boards; nobody lends them
    CHAMPION = "champion"

    @property
    def is_person(self) -> bool:
        return self is not ProviderKind.ORGANISATION

    @property
    def holder(self) -> str:
        """Return who may hold a designation, in the words of its kind: person or organisation."""
        return "person" if self.is_person else "organisation"


class ListingStatus(StrEnum):
    """Only a published entry is public; lifecycle.py says what leads from one to the next."""

    DRAFT = "draft"
    PUBLISHED = "published"
    HIDDEN = "hidden"


class ListingAction(StrEnum):
    PUBLISH = "publish"
    HIDE = "hide"
    SHOW = "show"


class HiddenBy(StrEnum):
    """Who took an entry out of sight, for that decides who may show it again."""

    # nobody confirmed it for so long that it counts as out of date
    TIME = "time"
    LEAD = "lead"
    OFFICER = "officer"
    # a review of the provider decided so; only another review brings it back
    REVIEW = "review"


class Phase(StrEnum):
    EARLY_YEARS = "early_years"
    PRIMARY = "primary"
    SECONDARY = "secondary"
    POST_16 = "post_16"
    SPECIAL = "special"
    ALTERNATIVE_PROVISION = "alternative_provision"


class Mode(StrEnum):
    IN_PERSON = "in_person"
    REMOTE = "remote"


class Availability(StrEnum):
    NOW = "now"
    NEXT_TERM = "next_term"
    WAITING_LIST = "waiting_list"


class DesignationStatus(StrEnum):
    ACTIVE = "active"
    CONDITIONAL = "conditional"
    SUSPENDED = "suspended"
    UNDER_REVIEW = "under_review"
    ENDED = "ended"
    LAPSED = "lapsed"


KIND_WORDS = {
    ProviderKind.PERSON: "A person",
    ProviderKind.ORGANISATION: "An organisation",
    ProviderKind.CHAMPION: "A champion of governance",
}
PHASE_WORDS = {
    Phase.EARLY_YEARS: "Early years",
    Phase.PRIMARY: "Primary",
    Phase.SECONDARY: "Secondary",
    Phase.POST_16: "Post-16",
    Phase.SPECIAL: "Special",
    Phase.ALTERNATIVE_PROVISION: "Alternative provision",
}
MODE_WORDS = {Mode.IN_PERSON: "In person", Mode.REMOTE: "Remote"}
AVAILABILITY_WORDS = {
    Availability.NOW: "Available now",
    Availability.NEXT_TERM: "From next term",
    Availability.WAITING_LIST: "Waiting list",
}
DESIGNATION_STATUS_WORDS = {
    DesignationStatus.ACTIVE: "Active",
    DesignationStatus.CONDITIONAL: "Active with conditions",
    DesignationStatus.SUSPENDED: "Suspended",
    DesignationStatus.UNDER_REVIEW: "Under review",
    DesignationStatus.ENDED: "Ended",
    DesignationStatus.LAPSED: "Lapsed",
}
# a designation in one of these may be relied on while its dates hold
STANDING = frozenset(
    {DesignationStatus.ACTIVE, DesignationStatus.CONDITIONAL, DesignationStatus.UNDER_REVIEW}
)
# one or two commissions would tell whose outcome it was
COMMISSIONS_UNTIL_SHOWN = 3
# serves every place that the authority lists in data/places.toml
WHOLE_DISTRICT = "whole district"


def is_in_date(
    standing: DesignationStatus, awarded_on: date, ends_on: date | None, day: date
) -> bool:
    """Tell whether a designation may be relied on that day."""
    ended = ends_on is not None and ends_on < day
    return standing in STANDING and awarded_on <= day and not ended


def standing_on(standing: DesignationStatus, ends_on: date | None, day: date) -> DesignationStatus:
    """Return the standing that day: a term that ran out has lapsed, whatever was recorded."""
    if standing in STANDING and ends_on is not None and ends_on < day:
        return DesignationStatus.LAPSED
    return standing


def assured_in_public(commissions: int) -> int:
    """Return how many commissions quality assured may be told: none while there are too few."""
    return commissions if commissions >= COMMISSIONS_UNTIL_SHOWN else 0
