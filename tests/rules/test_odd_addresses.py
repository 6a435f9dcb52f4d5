"""What nobody's link leads to is a page that is not there, on both databases."""

from __future__ import annotations

import pytest

from tests.client import LintingClient
from tests.factories.world import World

HUGE = 10**30


@pytest.mark.parametrize(
    "address",
    [
        "/prospectus/a%00b",
        "/prospectus/a%00b/days",
        "/prospectus/a%00b/designations",
        f"/prospectus/ada-marsh/designations/{HUGE}/review",
        f"/criteria/{HUGE}",
        f"/designation-types/{HUGE}",
        "/listing/a%00b",
        "/listing/a%00b/check",
        "/listing/a%00b/panel",
        "/listing/a%00b/release",
        f"/listing/ada-marsh/examples/{HUGE}",
        "/governance/champions/applications/a%00b",
        f"/governance/champions/applications/CHA-22222/referees/{HUGE}/replace",
        "/governance/champions/reference/forged",
    ],
)
def test_is_not_there(address: str, client: LintingClient, world: World) -> None:
    client.signed_in_as(world.quality)

    assert client.get(address).status_code == 404
