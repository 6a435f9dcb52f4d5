"""The register's own words that the code depends on."""

from enum import Enum, StrEnum


class Status(StrEnum):
    """Codes of EstablishmentStatus. The last two are conversions in progress."""

    OPEN = "1"
    CLOSED = "2"
    PROPOSED_TO_CLOSE = "3"
    PROPOSED_TO_OPEN = "4"


STATUS_WORDS = {
    Status.OPEN: "Open",
    Status.CLOSED: "Closed",
    Status.PROPOSED_TO_CLOSE: "Open, but proposed to close",
    Status.PROPOSED_TO_OPEN: "Proposed to open",
}


class Gap(Enum):
    """Why a fact has no value, where the publisher says so. Silence is not among them."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    SUPPRESSED = "suppressed"
    NOT_PUBLISHED = "not_published"
    NO_VALUE = "no_value"


GAP_WORDS = {
    Gap.UNKNOWN: "The register says this is unknown",
    Gap.NOT_APPLICABLE: "Does not apply to this school",
    Gap.SUPPRESSED: "Withheld by the publisher because the number is small",
    Gap.NOT_PUBLISHED: "Not published",
    Gap.NO_VALUE: "The publisher gives no value",
}
