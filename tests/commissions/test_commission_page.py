from __future__ import annotations

from sqlalchemy.orm import Session

from tests.client import LintingClient
from tests.factories import agreements
from tests.factories.world import make_world


def test_smoke(session: Session, client: LintingClient) -> None:
    world = make_world()
    c = agreements.offered(world)
    ref = c.reference
    for who in (world.head, world.provider_lead, world.host_head, world.broker, world.quality):
        assert client.signed_in_as(who).get(f"/commissions/{ref}").status_code == 200
    client.signed_in_as(world.host_head)
    assert client.submit(f"/commissions/{ref}/release").status_code == 303
    client.signed_in_as(world.provider_lead)
    assert client.submit(f"/commissions/{ref}/accept").status_code == 303
    for page in ("objectives/add", "agreement", "interest", ""):
        assert client.get(f"/commissions/{ref}/{page}".rstrip("/")).status_code == 200, page
    assert client.signed_in_as(world.broker).get(f"/commissions/{ref}/money").status_code == 200
    for who in (world.head, world.provider_lead, world.host_head, world.broker, world.quality):
        assert client.signed_in_as(who).get(f"/commissions/{ref}").status_code == 200
        assert client.signed_in_as(who).get(f"/commissions").status_code == 200
    assert client.signed_in_as(world.approver).get(f"/approvals").status_code == 200
