import pytest
from sqlalchemy.orm import Session, scoped_session

from tests.factories.prospectus import make_reference_data


@pytest.fixture
def reference_data(session: scoped_session[Session]) -> None:
    make_reference_data()
