"""Reading a version, signing it, asking for changes instead."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.commissions.models import AgreementVersion, Signature
from app.commissions.services import sign
from app.commissions.statuses import CommissionStatus
from tests.client import LintingClient
from tests.factories import agreements
from tests.factories.agreements import no_interest, standing
from tests.factories.world import World


def count(session: Session, model: type) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


class TestSignPages:
    def test_from_sending_to_approval(
        self, world: World, client: LintingClient, session: Session
    ) -> None:
        commission = agreements.complete(world)
        url = f"/commissions/{commission.reference}"
        client.signed_in_as(world.provider_lead)
        assert client.submit(f"{url}/send").status_code == 303

        for person in (world.head, world.provider_lead, world.host_head):
            client.signed_in_as(person)
            page = client.get(f"{url}/sign")
            assert "58% on" in page.text
            assert client.submit(f"{url}/sign").status_code == 422
            assert client.submit(f"{url}/sign", {"agreed": "y"}).status_code == 303
            assert client.get(f"{url}/sign").status_code == 409
        no_interest(world.approver, commission)
        client.signed_in_as(world.approver)
        assert client.get(f"{url}/approve").status_code == 409
        agreements.checked(world, commission)
        assert client.submit(f"{url}/approve").status_code == 303

        assert commission.status is CommissionStatus.APPROVED
        assert count(session, Signature) == 3
        assert client.get(f"{url}/approve").status_code == 409

    def test_what_was_read_is_what_is_signed(self, world: World, client: LintingClient) -> None:
        """The page of version 1 is still open while version 2 takes its place."""
        commission = agreements.signing(world)
        old = standing(commission)
        shown = {"version_number": "1", "digest": old.digest, "agreed": "y"}
        agreements.reject_as(world.provider_lead, commission)
        sign.send_for_signature(commission=commission, by=world.provider_lead)
        url = f"/commissions/{commission.reference}"
        client.signed_in_as(world.head)

        assert client.post(f"{url}/sign", data=shown).status_code == 409
        assert client.post(f"{url}/reject", data=shown | {"reason": "No"}).status_code == 409
        # also where the form itself has an error
        assert client.post(f"{url}/sign", data=shown | {"agreed": ""}).status_code == 409
        assert standing(commission).signatures == []

    @pytest.mark.parametrize("data", [{}, {"version_number": "x", "digest": "\x00"}])
    def test_a_made_up_version_is_refused(
        self, world: World, client: LintingClient, data: dict[str, str]
    ) -> None:
        commission = agreements.signing(world)
        url = f"/commissions/{commission.reference}/sign"

        answer = client.signed_in_as(world.head).post(url, data=data | {"agreed": "y"})

        assert answer.status_code == 409

    def test_a_rejection_opens_the_agreement_again(
        self, world: World, client: LintingClient, session: Session
    ) -> None:
        commission = agreements.signing(world)
        url = f"/commissions/{commission.reference}"
        client.signed_in_as(world.head)

        assert client.submit(f"{url}/reject").status_code == 422
        assert client.submit(f"{url}/reject", {"reason": "Too steep"}).status_code == 303

        assert commission.status is CommissionStatus.AGREEING
        assert "Too steep" in client.get(url).text
        version = client.get(f"{url}/versions/1")
        assert "This version is void" in version.text
        assert count(session, AgreementVersion) == 1

    def test_a_tampered_text_shows(self, world: World, client: LintingClient) -> None:
        commission = agreements.signing(world)
        version = standing(commission)
        url = f"/commissions/{commission.reference}/versions/1"
        client.signed_in_as(world.head)
        assert "no longer the one that was signed" not in client.get(url).text

        table = AgreementVersion.__table__
        from app.extensions import db

        db.session.connection().execute(
            table.update().values(content=version.content | {"days": "9"})
        )

        assert "no longer the one that was signed" in client.get(url).text

    def test_an_officer_sends_back(self, world: World, client: LintingClient) -> None:
        commission = agreements.signed(world)
        url = f"/commissions/{commission.reference}/send-back"
        client.signed_in_as(world.approver)

        assert client.submit(url).status_code == 422
        assert client.submit(url, {"reason": "Split the cost"}).status_code == 303
        assert commission.status is CommissionStatus.AGREEING
