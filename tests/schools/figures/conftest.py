from pathlib import Path

import pytest

from tests.schools.files import Importer, write_csv


@pytest.fixture
def register(importer: Importer, tmp_path: Path) -> Importer:
    """Put three schools of Wakefield into the register, and return the importer."""
    importer.counts(
        write_csv(
            tmp_path / "register.csv",
            {},
            {"URN": "108135", "EstablishmentName": "Second School"},
            {"URN": "108136", "EstablishmentName": "Third School"},
        )
    )
    return importer
