"""What officers read to see where the prospectus falls short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions.enquiries.facts import DECLINE_WORDS
from app.commissions.voices import OFFICERS
from app.reporting import gaps
from app.reporting.declines import declines_by_area
from app.web import access
from app.web.exports import file_links, list_file, wants_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.commissions.enquiries.facts import DeclineReason
    from app.reporting.declines import Declines

blueprint = Blueprint("reporting", __name__)

NEEDS = (
    "Requests in twelve months",
    "Unmet",
    "Waiting for a match",
    "Providers listed",
    "Available now",
)
HEADER = (
    "Area or phase",
    *NEEDS,
    *(f"Declined: {words}" for words in DECLINE_WORDS.values()),
)


@blueprint.get("/gaps")
@access.person(lambda person: person.holds(*OFFICERS))
def gaps_in_supply() -> ResponseReturnValue:
    authorities = gaps.authorities_of(access.current_person())
    asked = gaps.requests_of_the_year(authorities)
    areas, phases = gaps.gaps_by_area(asked), gaps.gaps_by_phase(asked)
    declines = declines_by_area(authorities)
    if wants_file():
        return list_file("gaps-in-supply", HEADER, _lines(areas, phases, declines))
    return render_template(
        "reporting/gaps.html",
        gaps=[gap for gap in areas if gap.is_gap],
        covered=[gap for gap in areas if not gap.is_gap],
        phases=phases,
        asked=len(asked),
        unmet=sum(map(gaps.is_unmet, asked)),
        searches=gaps.searches_without_result(),
        declines=declines,
        reasons=DECLINE_WORDS,
        files=file_links(lambda form: url_for(".gaps_in_supply", format=form)),
    )


def _lines(
    areas: Sequence[gaps.Gap], phases: Sequence[gaps.Gap], declines: Sequence[Declines]
) -> Iterator[list[object]]:
    """Yield areas, then phases, then areas of earlier lists in which somebody declined."""
    reasons = {one.area: one.by_reason for one in declines}
    for gap in areas:
        yield [*_needs(gap), *_declined(reasons.pop(gap.name, {}))]
    # what is not counted is empty, which is not 0
    yield from ([*_needs(gap), *[""] * len(DECLINE_WORDS)] for gap in phases)
    yield from ([area, *[""] * len(NEEDS), *_declined(given)] for area, given in reasons.items())


def _needs(gap: gaps.Gap) -> list[object]:
    return [gap.name, gap.requests, gap.unmet, gap.waiting, gap.providers, gap.available]


def _declined(given: Mapping[DeclineReason, int]) -> list[object]:
    return [given.get(reason, 0) for reason in DECLINE_WORDS]
