from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from app.commissions.statuses import CommissionStatus
from tests.factories import agreements
from tests.factories.world import make_world


def test_smoke(session: Session) -> None:
    world = make_world()
    commission = agreements.approved(world)
    assert commission.status is CommissionStatus.APPROVED
