"""Register files made for one test."""

import csv
from collections.abc import Mapping
from pathlib import Path

from click.testing import Result
from flask import Flask

DATA = Path(__file__).parent / "data"

SCHOOL = {
    "URN": "108134",
    "LA (code)": "384",
    "LA (name)": "Wakefield",
    "EstablishmentNumber": "1002",
    "EstablishmentName": "Harewood Centre Nursery School",
    "EstablishmentStatus (code)": "1",
    "EstablishmentStatus (name)": "Open",
    "CloseDate": "",
}
LINK = {
    "URN": "108136",
    "LinkURN": "108247",
    "LinkName": "Stanley St Peters",
    "LinkType": "Successor",
    "LinkEstablishedDate": "31-08-2000",
}


def write_csv(
    path: Path, *rows: Mapping[str, str], encoding: str = "utf-8", of: Mapping[str, str] = SCHOOL
) -> Path:
    """Write rows that are like the usual school but for what they name."""
    whole = [{**of, **row} for row in rows or ({},)]
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(name for row in whole for name in row)))
        writer.writeheader()
        writer.writerows(whole)
    return path


class Importer:
    """Runs the command as an operator does."""

    def __init__(self, app: Flask, folder: Path) -> None:
        self.app = app
        self.rejects = folder / "rejects.csv"

    def __call__(self, *paths: Path) -> Result:
        words = ["schools", "import", "--rejects", str(self.rejects), *map(str, paths)]
        return self.app.test_cli_runner().invoke(args=words)

    def counts(self, *paths: Path) -> str:
        """Return the last line that was printed."""
        result = self(*paths)
        assert result.exit_code == 0, result.output
        return result.output.strip().splitlines()[-1]

    def rejected(self) -> list[dict[str, str]]:
        with self.rejects.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
