"""An entry that is written, released, reviewed and decided."""

from __future__ import annotations

from collections.abc import Callable

from tests.rules.matrix.rows import BOTH, FORBIDDEN, Row, only, signed_in
from tests.rules.world import Scene, entry_at

# deputy leads the entry, head releases it
OFFICERS = "broker second_broker approver quality governor_services"
REVIEWERS = "broker second_broker approver quality governor_services"
SEE_IT = f"deputy {OFFICERS}"
WRITE_IT = "deputy broker second_broker governor_services"
MAY_BEGIN = (
    "head deputy chair governor clerk provider_lead other_provider_lead host_head broker "
    "second_broker governor_services head_leader other_head other_broker"
)


def the_entry(scene: Scene) -> dict[str, object]:
    assert scene.entry
    return {"slug": scene.entry.slug}


def its_headline(scene: Scene) -> dict[str, object]:
    return the_entry(scene) | {"question": "headline"}


def its_example(scene: Scene) -> dict[str, object]:
    return the_entry(scene) | {"number": 1}


def of_entry(
    methods: str,
    endpoint: str,
    viewers: str,
    state: str,
    of: Callable[[Scene], dict[str, object]] = the_entry,
) -> tuple[Row, ...]:
    """Return rows about an entry in one state, forbidden to those who only see it."""
    return only(
        methods, f"listing.{endpoint}", viewers,
        forbidden=SEE_IT, of=of, case=state, make=entry_at(state),
    )  # fmt: skip


LISTING = (
    signed_in("GET", "listing.index"),
    *only(BOTH, "listing.new", MAY_BEGIN, others=FORBIDDEN),
    *of_entry("GET", "show", SEE_IT, "begun"),
    *of_entry(BOTH, "edit", WRITE_IT, "begun", its_headline),
    *of_entry("GET", "case_studies", WRITE_IT, "begun"),
    *of_entry(BOTH, "add_case_study", WRITE_IT, "begun"),
    *of_entry(BOTH, "case_study", WRITE_IT, "with_example", its_example),
    *of_entry(BOTH, "remove_case_study", WRITE_IT, "with_example", its_example),
    *of_entry(BOTH, "check", WRITE_IT, "complete"),
    *of_entry("GET", "preview", SEE_IT, "complete"),
    *of_entry(BOTH, "take_back", WRITE_IT, "asking_for_release"),
    *of_entry(BOTH, "discard", WRITE_IT, "complete"),
    *only(
        BOTH, "listing.release", "head chair",
        of=the_entry, case="asked", make=entry_at("asking_for_release"),
    ),
    *of_entry("GET", "panel", REVIEWERS, "before_panel"),
    *of_entry(BOTH, "rate", REVIEWERS, "before_panel"),
    *of_entry(BOTH, "decide", "broker quality", "rated"),
    *of_entry(BOTH, "conditions", REVIEWERS, "conditional"),
)  # fmt: skip
