from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session, scoped_session

from tests.schools.files import Importer


@pytest.fixture
def importer(app: Flask, session: scoped_session[Session], tmp_path: Path) -> Importer:
    return Importer(app, tmp_path)
