from __future__ import annotations

import csv
import io
import re

from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.commissions.models import SupportRequest
from app.core.paging import PER_PAGE
from tests.cases import Case
from tests.client import LintingClient
from tests.factories import concerns, deliveries
from tests.factories import quality as after
from tests.factories.world import World


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


class TestListsAsFiles:
    def test_hold_the_whole_list_and_are_linked_from_it(
        self, world: World, client: LintingClient, case: Case
    ) -> None:
        commission = deliveries.active(world)
        for _one in range(PER_PAGE + 1):
            concerns.about(commission, world.head)

        with case("csv"):
            page = client.signed_in_as(world.broker).get("/commissions/concerns").text
            links = re.findall(r'href="([^"]+format=\w+)"', page)
            rows = read(client.get("/commissions/concerns?format=csv&page=2").text)

            assert [link.rpartition("=")[2] for link in links] == ["csv", "xlsx"]
            assert rows[0][0] == "Concern"
            assert len(rows) == PER_PAGE + 2
        with case("xlsx"):
            file = client.signed_in_as(world.broker).get("/commissions/concerns?format=xlsx")
            assert file.data.startswith(b"PK")
            assert re.search(r"=concerns-[\d-]+\.xlsx$", file.headers["Content-Disposition"])
        with case("not for those who do not see the list"):
            head = client.signed_in_as(world.head)
            assert head.get("/commissions/concerns?format=xlsx").status_code == 403

    def test_of_every_kind(
        self,
        world: World,
        client: LintingClient,
        session: scoped_session[Session],
        case: Case,
    ) -> None:
        after.reviewed(world)
        (asked,) = session.scalars(select(SupportRequest).limit(1))
        lists = {
            "/complaints": ["Complaint"],
            "/quality/reviews": ["Provider", world.provider.name],
            f"/prospectus/{world.provider.slug}/days": ["Academic year"],
            f"/prospectus/{world.provider.slug}/days/2026": ["Support"],
            "/approvals": ["Waits"],
            "/prospectus/designations": ["Provider", world.provider.name],
            "/listing": ["Entry"],
            "/schools": ["URN"],
            "/messages": ["When"],
            "/commissions/rules": ["Rule"],
            f"/board/{asked.reference}/notes": ["When"],
        }
        for address, first in lists.items():
            with case(address):
                rows = read(client.signed_in_as(world.broker).get(f"{address}?format=csv").text)
                assert [row[0] for row in rows][: len(first)] == first
        with case("criteria"):
            lead = client.signed_in_as(world.quality)
            assert read(lead.get("/criteria?format=csv").text)[0][0] == "Asked of"
