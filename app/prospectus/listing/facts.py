"""The fixed words around an edition of an entry: where it stands, how the panel rates it."""

from __future__ import annotations

from enum import StrEnum


class EditionStatus(StrEnum):
    DRAFT = "draft"
    RELEASE = "release"
    PANEL = "panel"
    PUBLISHED = "published"
    CONDITIONAL = "conditional"
    RETURNED = "returned"
    SUPERSEDED = "superseded"
    DISCARDED = "discarded"


class EditionAction(StrEnum):
    ASK_RELEASE = "ask_release"
    TO_PANEL = "to_panel"
    TAKE_BACK = "take_back"
    DISCARD = "discard"
    GRANT_RELEASE = "grant_release"
    REFUSE_RELEASE = "refuse_release"
    PUBLISH = "publish"
    PUBLISH_WITH_CONDITIONS = "publish_with_conditions"
    RETURN = "return"
    CONDITIONS_MET = "conditions_met"
    CONDITIONS_NOT_MET = "conditions_not_met"
    SUPERSEDE = "supersede"
    # by the panel that appointed a champion of governance
    APPOINT = "appoint"


class Rating(StrEnum):
    """From the best to the worst."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


BEING_WRITTEN = frozenset({EditionStatus.DRAFT, EditionStatus.RETURNED})
# the editions the public does not read yet; an entry has one of them at most
OPEN_EDITIONS = BEING_WRITTEN | {EditionStatus.RELEASE, EditionStatus.PANEL}
IN_FORCE = frozenset({EditionStatus.PUBLISHED, EditionStatus.CONDITIONAL})
# how many must have rated an edition before anybody can decide on it
PANEL_SIZE = 2

EDITION_WORDS = {
    EditionStatus.DRAFT: "Being written",
    EditionStatus.RELEASE: "Waiting for the home school",
    EditionStatus.PANEL: "With the panel",
    EditionStatus.PUBLISHED: "Published",
    EditionStatus.CONDITIONAL: "Published with conditions",
    EditionStatus.RETURNED: "Returned",
    EditionStatus.SUPERSEDED: "Replaced by a later edition",
    EditionStatus.DISCARDED: "Dropped",
}
EDITION_TONES = {
    EditionStatus.DRAFT: "neutral",
    EditionStatus.RELEASE: "waiting",
    EditionStatus.PANEL: "waiting",
    EditionStatus.PUBLISHED: "good",
    EditionStatus.CONDITIONAL: "warning",
    EditionStatus.RETURNED: "bad",
    EditionStatus.SUPERSEDED: "neutral",
    EditionStatus.DISCARDED: "neutral",
}
RATING_WORDS = {
    Rating.GREEN: "Green: meets it",
    Rating.AMBER: "Amber: meets it in part",
    Rating.RED: "Red: does not meet it yet",
}
DECISION_WORDS = {
    Rating.GREEN: "Green: publish it",
    Rating.AMBER: "Amber: publish it with conditions",
    Rating.RED: "Red: return it and say what is missing",
}
RATING_TONES = {Rating.GREEN: "good", Rating.AMBER: "warning", Rating.RED: "bad"}
