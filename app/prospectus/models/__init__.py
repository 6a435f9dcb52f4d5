"""The tables of the prospectus: entries, what they hold, and the lists they choose from."""

from app.prospectus.models.designation import Designation, DesignationType
from app.prospectus.models.expertise import ExpertiseArea, ExpertiseVersion
from app.prospectus.models.provider import (
    Capacity,
    Provider,
    ProviderExpertise,
    ProviderPrivate,
    ProviderRecord,
)
from app.prospectus.models.shortlist import ShortlistItem

__all__ = [
    "Capacity",
    "Designation",
    "DesignationType",
    "ExpertiseArea",
    "ExpertiseVersion",
    "Provider",
    "ProviderExpertise",
    "ProviderPrivate",
    "ProviderRecord",
    "ShortlistItem",
]
