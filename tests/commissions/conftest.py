from __future__ import annotations

import pytest
from sqlalchemy.orm import Session, scoped_session

from tests.factories.world import World, make_world


@pytest.fixture
def world(session: scoped_session[Session]) -> World:
    return make_world()
