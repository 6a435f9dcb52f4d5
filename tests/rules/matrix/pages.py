"""Pages for everybody, and lists."""

from __future__ import annotations

from app.prospectus.freshness import token_for
from app.prospectus.identifiers import id_of_entry, identifier
from tests.rules.matrix.rows import (
    ABSENT,
    BOTH,
    BROKERS,
    FORBIDDEN,
    Row,
    everybody,
    only,
    signed_in,
    the_provider,
)
from tests.rules.world import Scene


def the_school(scene: Scene) -> dict[str, object]:
    return {"urn": scene.school.urn}


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


PAGES = (
    everybody("GET", "accounts.sign_in"),
    everybody("POST", "accounts.sign_in"),
    everybody("POST", "accounts.sign_out"),
    everybody("GET", "pages.home"),
    everybody("GET", "governance.index"),
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
    *only(
        "GET",
        "commissions.approvals",
        f"{BROKERS} approver other_broker governor_services",
        others=FORBIDDEN,
    ),
    *only("GET", "reporting.gaps_in_supply", f"{BROKERS} approver other_broker", others=FORBIDDEN),
    *only("GET", "quality.index", "quality", others=FORBIDDEN),
)
