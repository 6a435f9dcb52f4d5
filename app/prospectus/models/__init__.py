"""The tables of the prospectus: entries, what they hold, and the lists they choose from."""

from app.prospectus.models.criterion import Criterion
from app.prospectus.models.designation import (
    Designation,
    DesignationAppeal,
    DesignationDecision,
    DesignationType,
)
from app.prospectus.models.edition import (
    CriterionFinding,
    Edition,
    HostRelease,
    PanelReview,
)
from app.prospectus.models.expertise import ExpertiseArea, ExpertiseVersion
from app.prospectus.models.provider import (
    Capacity,
    Provider,
    ProviderExpertise,
    ProviderPrivate,
    ProviderRecord,
    ProviderStamp,
)
from app.prospectus.models.shortlist import ShortlistItem

__all__ = [
    "Capacity",
    "Criterion",
    "CriterionFinding",
    "Designation",
    "DesignationAppeal",
    "DesignationDecision",
    "DesignationType",
    "Edition",
    "ExpertiseArea",
    "ExpertiseVersion",
    "HostRelease",
    "PanelReview",
    "Provider",
    "ProviderExpertise",
    "ProviderPrivate",
    "ProviderRecord",
    "ProviderStamp",
    "ShortlistItem",
]
