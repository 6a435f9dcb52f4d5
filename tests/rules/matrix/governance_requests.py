"""A governor's request, in confidence and for the board, and the support that came of it."""

from __future__ import annotations

from tests.rules.matrix.requests import its_need
from tests.rules.matrix.rows import BOTH, FORBIDDEN, only, the_request
from tests.rules.world import Scene, asked_for_a_board


def its_commission(scene: Scene) -> dict[str, object]:
    return {"reference": scene.commission.reference}


# who knows of what was asked in confidence; the chair, the head and brokers are not told
THE_AUTHORITY = "quality governor_services"
CONFIDANTS = f"governor {THE_AUTHORITY}"
draft, submitted = asked_for_a_board("draft"), asked_for_a_board("submitted")
OPENLY = asked_for_a_board("submitted", "chair", "clerk", in_confidence=False)
TOLD = asked_for_a_board("submitted", "head")
GOVERNANCE_REQUESTS = (
    *only("GET", "governance_requests.index", f"chair clerk {CONFIDANTS}", others=FORBIDDEN),
    *only("GET", "governance_requests.summary",
          "broker second_broker other_broker approver governor_services", others=FORBIDDEN),
    *only(BOTH, "governance_requests.new", "chair governor clerk", others=FORBIDDEN),
    *only(BOTH, "governance_requests.edit", "governor", of=its_need, case="draft", make=draft),
    *only(BOTH, "governance_requests.check", "governor", of=the_request, case="draft", make=draft),
    *only("GET", "requests.show", "governor", of=the_request, case="of a board, draft",
          make=draft),
    *only("GET", "governance_requests.submitted", "governor", forbidden=THE_AUTHORITY,
          of=the_request, case="in confidence", make=submitted),
    *only(BOTH, "governance_requests.who_may_know", "governor", forbidden=THE_AUTHORITY,
          of=the_request, case="in confidence", make=submitted),
    *only("GET", "requests.show", CONFIDANTS, of=the_request, case="in confidence",
          make=submitted),
    *only(BOTH, "requests.interest", "governor_services", forbidden=CONFIDANTS, of=the_request,
          case="in confidence", make=submitted),
    *only("POST", "requests.start_matching", "governor_services", forbidden=CONFIDANTS,
          of=the_request, case="in confidence", make=submitted),
    *only(BOTH, "requests.withdraw", "governor", forbidden=CONFIDANTS, of=the_request,
          case="in confidence", make=submitted),
    # with the chair and the clerk both act; only whoever asked says who may know
    *only("GET", "requests.show", f"chair clerk {CONFIDANTS}", of=the_request,
          case="for the board", make=OPENLY),
    *only(BOTH, "requests.withdraw", "governor chair clerk", forbidden=THE_AUTHORITY,
          of=the_request, case="for the board", make=OPENLY),
    *only(BOTH, "governance_requests.who_may_know", "governor",
          forbidden=f"chair clerk {THE_AUTHORITY}", of=the_request, case="for the board",
          make=OPENLY),
    # a head who is told reads, and does nothing
    *only("GET", "requests.show", f"head deputy {CONFIDANTS}", of=the_request,
          case="in confidence, the head told", make=TOLD),
    *only(BOTH, "requests.withdraw", "governor", forbidden=f"head deputy {THE_AUTHORITY}",
          of=the_request, case="in confidence, the head told", make=TOLD),
    *only("GET", "commissions.show", f"{CONFIDANTS} provider_lead", of=its_commission,
          case="in confidence", make=asked_for_a_board("offered")),
    *only(BOTH, "commissions.sign", "governor provider_lead", forbidden=THE_AUTHORITY,
          of=its_commission, case="in confidence", make=asked_for_a_board("signing")),
)  # fmt: skip
