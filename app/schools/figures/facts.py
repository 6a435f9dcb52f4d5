"""Whom a measure counts, whose figure it is, and how a missing value is worded."""

from enum import StrEnum

from app.core.audit import name_of
from app.schools.facts import GAP_WORDS, Gap


class Counted(StrEnum):
    """Who is counted: a measure of staff must not be read as one of pupils."""

    PUPILS = "pupils"
    STAFF = "staff"
    BOARD = "board"


class Collection(StrEnum):
    """What a measure is published with: a page shows the figures of one together."""

    KEY_STAGE_2 = "key_stage_2"
    KEY_STAGE_4 = "key_stage_4"
    ABSENCE = "absence"
    CENSUS = "census"
    OTHER = "other"


COLLECTION_WORDS = {
    Collection.KEY_STAGE_2: "Key stage 2",
    Collection.KEY_STAGE_4: "Key stage 4",
    Collection.ABSENCE: "Absence",
    Collection.CENSUS: "School census",
    Collection.OTHER: "Other national measures",
}

ENGLAND = "england"
ENGLAND_ALL = "england:all"
ENGLAND_PRIMARY = "england:primary"
ENGLAND_SECONDARY = "england:secondary"
ENGLAND_SPECIAL = "england:special"
# what the school census calls the kinds of school in its totals
CENSUS_TOTALS = {"PRI": ENGLAND_PRIMARY, "SEC": ENGLAND_SECONDARY, "SPE": ENGLAND_SPECIAL}


def of_school(urn: int) -> str:
    return name_of("school", urn)


def of_authority(code: str) -> str:
    return name_of("authority", code)


# as the guidance to the performance tables explains their marks
_MARK_WORDS = {
    "lowcov": "Not given: too few of the pupils could be included",
    "u": "Not given: too unreliable, because few pupils are counted",
    "ne": "No pupils entered",
    "new": "Not published: the school was new",
    "x": "Not published for this year",
}


def missing_words(gap: Gap, mark: str) -> str:
    """Return why there is no value; never nought, never silence."""
    return _MARK_WORDS.get(mark.lower(), GAP_WORDS[gap])


class Framework(StrEnum):
    """How inspectors worded their judgements at the time."""

    REPORT_CARD = "report_card"
    GRADED = "graded"
    UNGRADED = "ungraded"


FRAMEWORK_WORDS = {
    Framework.REPORT_CARD: "Report card",
    Framework.GRADED: "Graded inspection",
    Framework.UNGRADED: "Ungraded inspection",
}
# the four-point scale of graded inspections until 2025
GRADE_WORDS = {
    "1": "Outstanding",
    "2": "Good",
    "3": "Requires improvement",
    "4": "Inadequate",
}
