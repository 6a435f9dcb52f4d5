"""What officers read to see where the prospectus falls short."""

from flask import Blueprint, Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.commissions.enquiries.facts import DECLINE_WORDS
from app.commissions.permissions import OFFICERS
from app.core import clock
from app.core.exports import csv_text
from app.reporting import gaps
from app.reporting.declines import declines_by_area
from app.web import access

blueprint = Blueprint("reporting", __name__)

HEADER = (
    "Area or phase",
    "Requests in twelve months",
    "Unmet",
    "Waiting for a match",
    "Providers listed",
    "Available now",
)


@blueprint.get("/gaps")
@access.person(lambda person: person.holds(*OFFICERS))
def gaps_in_supply() -> ResponseReturnValue:
    authorities = gaps.authorities_of(access.current_person())
    asked = gaps.requests_of_the_year(authorities)
    areas, phases = gaps.gaps_by_area(asked), gaps.gaps_by_phase(asked)
    if request.args.get("format") == "csv":
        name = f"gaps-in-supply-{clock.today().isoformat()}.csv"
        return Response(
            csv_text(HEADER, [_line(gap) for gap in (*areas, *phases)]),
            mimetype="text/csv",
            headers={"Content-Disposition": f"attachment; filename={name}"},
        )
    return render_template(
        "reporting/gaps.html",
        gaps=[gap for gap in areas if gap.is_gap],
        covered=[gap for gap in areas if not gap.is_gap],
        phases=phases,
        asked=len(asked),
        unmet=sum(map(gaps.is_unmet, asked)),
        searches=gaps.searches_without_result(),
        declines=declines_by_area(authorities),
        reasons=DECLINE_WORDS,
        csv_url=url_for(".gaps_in_supply", format="csv"),
    )


def _line(gap: gaps.Gap) -> list[object]:
    return [gap.name, gap.requests, gap.unmet, gap.waiting, gap.providers, gap.available]
