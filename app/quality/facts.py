"""The fixed answers of a judgement, and the words they are shown in."""

from __future__ import annotations

from enum import StrEnum


class Decision(StrEnum):
    """What the quality assurance lead decides about the whole piece of support."""

    ASSURED = "assured"
    ASSURED_WITH_CONDITIONS = "assured_with_conditions"
    NOT_ASSURED = "not_assured"


class Part(StrEnum):
    """Which judgement it is. Each stays as it was given; one of them stands."""

    FIRST = "first"
    SECOND = "second"
    MODERATED = "moderated"


class Spread(StrEnum):
    """How far apart the two sides' evaluations are, in the eyes of a judge."""

    TOGETHER = "together"
    SOMEWHAT = "somewhat"
    FAR = "far"


PART_WORDS = {
    Part.FIRST: "First judgement",
    Part.SECOND: "Second judgement",
    Part.MODERATED: "Moderated judgement",
}
SPREAD_WORDS = {
    Spread.TOGETHER: "They agree",
    Spread.SOMEWHAT: "They differ in part",
    Spread.FAR: "They are far apart",
}
DECISION_WORDS = {
    Decision.ASSURED: "Quality assured",
    Decision.ASSURED_WITH_CONDITIONS: "Quality assured with conditions",
    Decision.NOT_ASSURED: "Not quality assured",
}
DECISION_TONES = {
    Decision.ASSURED: "good",
    Decision.ASSURED_WITH_CONDITIONS: "warning",
    Decision.NOT_ASSURED: "bad",
}
# these count in the provider's record
COUNTED = (Decision.ASSURED, Decision.ASSURED_WITH_CONDITIONS)

EVIDENCE_WORDS = {
    0: "No evidence",
    1: "Somebody says so",
    2: "A document or data",
    3: "Several sources agree, or somebody from outside checked",
}
IMPACT_WORDS = {
    1: "Reaction: people found it useful",
    2: "Learning: people know more",
    3: "Organisational change: the school supports the change",
    4: "New practice: people work differently",
    5: "Pupil outcomes: pupils do better",
}
