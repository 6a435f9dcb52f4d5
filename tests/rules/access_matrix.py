"""Who gets what at every address: one row for each endpoint and method, read as a sentence.

A row names the viewers who get something else than the rest. Several rows for one address show
it in several states: `make` puts another scene than an offer (see tests/rules/world.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from app.prospectus.freshness import token_for
from app.prospectus.identifiers import id_of_entry, identifier
from tests.factories.world import World
from tests.rules.world import ANONYMOUS, VIEWERS, Scene, at, request_at, visited


class Answer(Enum):
    OPEN = "is let in"
    SIGN_IN = "is sent to sign in"
    FORBIDDEN = "may see it but not do it (403)"
    ABSENT = "is not told that it exists (404)"


OPEN, SIGN_IN, FORBIDDEN, ABSENT = Answer
offered = at("offered")


def nothing(_scene: Scene) -> dict[str, object]:
    return {}


def the_school(scene: Scene) -> dict[str, object]:
    return {"urn": scene.school.urn}


def the_provider(scene: Scene) -> dict[str, object]:
    return {"slug": scene.provider.slug}


def its_service(scene: Scene) -> dict[str, object]:
    return {"name": id_of_entry(scene.provider)}


def its_service_at_location(scene: Scene) -> dict[str, object]:
    urn = scene.provider.host_urn
    return {"name": identifier("service_at_location", id_of_entry(scene.provider), urn)}


def a_taxonomy(_scene: Scene) -> dict[str, object]:
    return {"name": identifier("taxonomy", "kind")}


def a_term(_scene: Scene) -> dict[str, object]:
    return {"name": identifier("term", "kind", "person")}


def the_link_to_confirm(scene: Scene) -> dict[str, object]:
    return {"token": token_for(scene.provider)}


def the_request(scene: Scene) -> dict[str, object]:
    return {"reference": scene.asked.reference}


def its_need(scene: Scene) -> dict[str, object]:
    return the_request(scene) | {"section": "need"}


def the_provider_for_it(scene: Scene) -> dict[str, object]:
    return the_request(scene) | the_provider(scene)


def its_candidate(scene: Scene) -> dict[str, object]:
    return the_request(scene) | {"candidate": scene.asked.candidates[0].id}


def the_commission(scene: Scene) -> dict[str, object]:
    return {"reference": scene.commission.reference}


def its_objective(scene: Scene) -> dict[str, object]:
    return the_commission(scene) | {"objective_id": scene.commission.objectives[0].id}


def its_version(scene: Scene) -> dict[str, object]:
    return the_commission(scene) | {"number": 1}


def its_note(scene: Scene) -> dict[str, object]:
    return the_commission(scene) | {"note_id": scene.commission.visit_notes[0].id}


@dataclass(frozen=True)
class Row:
    method: str
    endpoint: str
    rest: Answer
    answers: dict[str, Answer] = field(default_factory=dict)
    of: Callable[[Scene], dict[str, object]] = nothing
    case: str = ""
    make: Callable[[World], Scene] = offered

    @property
    def key(self) -> tuple[str, str]:
        return self.method, self.endpoint

    def answer_for(self, viewer: str) -> Answer:
        return self.answers.get(viewer, self.rest)

    def __str__(self) -> str:
        return " ".join(filter(None, (self.method, self.endpoint, self.case)))


def everybody(
    method: str, endpoint: str, of: Callable[[Scene], dict[str, object]] = nothing
) -> Row:
    return Row(method, endpoint, OPEN, of=of)


def only(  # the columns of the table
    methods: str,
    endpoint: str,
    viewers: str,
    *,
    others: Answer = ABSENT,
    forbidden: str = "",
    of: Callable[[Scene], dict[str, object]] = nothing,
    case: str = "",
    make: Callable[[World], Scene] = offered,
) -> tuple[Row, ...]:
    """Open to the named viewers; whoever is not signed in is sent to sign in.

    `forbidden` are those who may see the thing; to whoever of them is named, it is open.
    """
    answers = {ANONYMOUS: SIGN_IN}
    answers |= dict.fromkeys(forbidden.split(), FORBIDDEN)
    answers |= dict.fromkeys(viewers.split(), OPEN)
    if unknown := set(answers) - set(VIEWERS):
        message = f"{endpoint}: no such viewers: {sorted(unknown)}"
        raise ValueError(message)
    return tuple(
        Row(method, endpoint, others, answers, of, case, make) for method in methods.split()
    )


def signed_in(
    method: str, endpoint: str, of: Callable[[Scene], dict[str, object]] = nothing
) -> Row:
    return Row(method, endpoint, OPEN, {ANONYMOUS: SIGN_IN}, of)


# whom section 5 of the product page lets see the thing itself
SEE_THE_REQUEST = "head deputy chair broker second_broker approver quality"
SEE_THE_COMMISSION = f"{SEE_THE_REQUEST} provider_lead host_head"
SEE_THE_DELIVERY = f"{SEE_THE_REQUEST} provider_lead"
WRITE_THE_REQUEST = "head deputy"
WRITE_THE_AGREEMENT = "head deputy provider_lead broker second_broker"
BROKERS = "broker second_broker"
BOTH = "GET POST"

PAGES = (
    everybody("GET", "accounts.sign_in"),
    everybody("POST", "accounts.sign_in"),
    everybody("POST", "accounts.sign_out"),
    everybody("GET", "pages.home"),
    everybody("GET", "pages.accessibility"),
    everybody("GET", "pages.cookies"),
    everybody("GET", "pages.privacy"),
    everybody("GET", "pages.healthz"),
    everybody("GET", "pages.readyz"),
    everybody("GET", "prospectus.search"),
    everybody("GET", "prospectus.feed"),
    everybody("GET", "prospectus.provider", the_provider),
    everybody("GET", "openreferral.about"),
    everybody("GET", "openreferral.services"),
    everybody("GET", "openreferral.service", its_service),
    everybody("GET", "openreferral.service_at_locations"),
    everybody("GET", "openreferral.service_at_location", its_service_at_location),
    everybody("GET", "openreferral.taxonomies"),
    everybody("GET", "openreferral.taxonomy", a_taxonomy),
    everybody("GET", "openreferral.taxonomy_terms"),
    everybody("GET", "openreferral.taxonomy_term", a_term),
    Row("GET", "openreferral.nothing", ABSENT, of=lambda _scene: {"_rest": "unknown"}),
    *(everybody(method, "prospectus.confirm", the_link_to_confirm) for method in BOTH.split()),
    everybody("GET", "schools.index"),
    everybody("GET", "schools.show", the_school),
    signed_in("GET", "requests.index"),
    signed_in("GET", "commissions.index"),
    signed_in("GET", "notifications.index"),
    signed_in("POST", "notifications.read"),
    *only("GET", "commissions.approvals", f"{BROKERS} approver other_broker", others=FORBIDDEN),
    *only("GET", "reporting.gaps_in_supply", f"{BROKERS} approver other_broker", others=FORBIDDEN),
    *only("GET", "quality.index", "quality", others=FORBIDDEN),
)


def of_request(
    methods: str,
    endpoint: str,
    viewers: str,
    state: str,
    of: Callable[[Scene], dict[str, object]] = the_request,
) -> tuple[Row, ...]:
    """Return rows about a request in one state, forbidden to those who only see it."""
    seen = SEE_THE_REQUEST if state != "draft" else "head deputy chair"
    return only(
        methods, f"requests.{endpoint}", viewers,
        forbidden=seen, of=of, case=state, make=request_at(state),
    )  # fmt: skip


REQUESTS = (
    *only(BOTH, "requests.new", "head deputy other_head host_head head_leader broker "
          "second_broker other_broker", others=FORBIDDEN),
    *of_request("GET", "show", "head deputy chair", "draft"),
    *of_request("GET", "show", SEE_THE_REQUEST, "submitted"),
    # the shortlisted provider reads it without the school (tests/commissions says what is left)
    *of_request("GET", "show", f"{SEE_THE_REQUEST} provider_lead", "shortlisted"),
    *only("GET", "requests.show", f"{SEE_THE_REQUEST} provider_lead", of=the_request,
          case="matched"),
    *of_request(BOTH, "edit", WRITE_THE_REQUEST, "draft", its_need),
    *of_request(BOTH, "check", WRITE_THE_REQUEST, "draft"),
    *of_request("GET", "submitted", WRITE_THE_REQUEST, "submitted"),
    *of_request(BOTH, "withdraw", WRITE_THE_REQUEST, "submitted"),
    *of_request(BOTH, "interest", f"{BROKERS} approver", "submitted"),
    *of_request("POST", "start_matching", BROKERS, "submitted"),
    *of_request(BOTH, "return_for_more", BROKERS, "submitted"),
    *of_request(BOTH, "decline", BROKERS, "submitted"),
    *of_request(BOTH, "signpost", BROKERS, "submitted"),
    *of_request("GET", "candidates", BROKERS, "matching"),
    *of_request(BOTH, "consider", BROKERS, "matching", the_provider_for_it),
    *of_request("POST", "choose", WRITE_THE_REQUEST, "shortlisted", its_candidate),
    *of_request(BOTH, "offer", BROKERS, "chosen"),
)  # fmt: skip


def of_commission(
    methods: str,
    endpoint: str,
    viewers: str,
    make: Callable[[World], Scene] = offered,
    of: Callable[[Scene], dict[str, object]] = the_commission,
    seen: str = SEE_THE_COMMISSION,
    case: str = "",
) -> tuple[Row, ...]:
    """Return rows about a commission, forbidden to those who only see it."""
    name = endpoint if "." in endpoint else f"commissions.{endpoint}"
    return only(methods, name, viewers, forbidden=seen, of=of, case=case, make=make)


COMMISSIONS = (
    *of_commission("GET", "show", SEE_THE_COMMISSION),
    *of_commission(BOTH, "interest", SEE_THE_COMMISSION),
    *of_commission(BOTH, "release", "host_head"),
    *of_commission(BOTH, "refuse_release", "host_head"),
    *of_commission(BOTH, "accept", "provider_lead"),
    *of_commission(BOTH, "decline", "provider_lead host_head"),
    *of_commission(BOTH, "withdraw", f"{WRITE_THE_REQUEST} {BROKERS}"),
    *of_commission(BOTH, "agreement", WRITE_THE_AGREEMENT, at("agreeing")),
    *of_commission(BOTH, "add_objective", WRITE_THE_AGREEMENT, at("agreeing")),
    *of_commission(BOTH, "objective", WRITE_THE_AGREEMENT, at("complete"), its_objective),
    *of_commission(BOTH, "remove_objective", WRITE_THE_AGREEMENT, at("complete"), its_objective),
    *of_commission(BOTH, "money", BROKERS, at("agreeing")),
    *of_commission(BOTH, "send", f"{BROKERS} provider_lead", at("complete")),
    *of_commission("GET", "version", SEE_THE_COMMISSION, at("signing"), its_version),
    *of_commission(BOTH, "sign", "head provider_lead host_head", at("signing")),
    *of_commission(BOTH, "reject", "head provider_lead host_head", at("signing")),
    *of_commission(BOTH, "approve", f"{BROKERS} approver", at("signed")),
    *of_commission(
        BOTH, "approve", "approver", at("signed", pence=200_000), case="above the brokers’ limit"
    ),
    *of_commission(BOTH, "send_back", f"{BROKERS} approver", at("signed")),
    *of_commission(BOTH, "start", "provider_lead", at("approved")),
    *of_commission(BOTH, "visit", "provider_lead", at("active"), seen=SEE_THE_DELIVERY),
    *of_commission("GET", "visit_note", SEE_THE_DELIVERY, visited, its_note, SEE_THE_DELIVERY),
    *of_commission(
        "POST", "acknowledge", WRITE_THE_REQUEST, visited, its_note, SEE_THE_DELIVERY
    ),
    *of_commission(
        BOTH, "reading", f"{WRITE_THE_REQUEST} provider_lead",
        at("active"), its_objective, SEE_THE_DELIVERY,
    ),
    *of_commission(BOTH, "end", "provider_lead", visited, seen=SEE_THE_DELIVERY),
    *of_commission(
        BOTH, "evaluate", f"{WRITE_THE_REQUEST} provider_lead",
        at("evaluating"), seen=SEE_THE_DELIVERY,
    ),
    *of_commission(BOTH, "quality.judge", "quality", at("in_review")),
    *of_commission(BOTH, "quality.return_for_evidence", "quality", at("in_review")),
)  # fmt: skip

ROWS: tuple[Row, ...] = (*PAGES, *REQUESTS, *COMMISSIONS)
