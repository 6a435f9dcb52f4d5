"""An import that stops half way, and what the operator reads."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from flask import Flask
from sqlalchemy import func, select

from app.extensions import db
from app.schools.importing import run
from app.schools.models import ImportRun, School
from tests.schools.files import Importer, write_csv

DIES_IN_THE_SECOND_BATCH = """
import os, signal, sys
from app import create_app
from app.schools.importing.writing import Writer

write, calls = Writer.write, []

def write_or_die(self, entries):
    calls.append(1)
    if len(calls) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return write(self, entries)

Writer.write = write_or_die
words = ["schools", "import", sys.argv[1], "--rejects", sys.argv[2]]
create_app().test_cli_runner().invoke(args=words)
"""


def many_schools(path: Path, count: int, suffix: str = "") -> Path:
    rows = [
        {"URN": str(200_000 + number), "EstablishmentName": f"School {number}{suffix}"}
        for number in range(count)
    ]
    return write_csv(path, *rows)


def names(app: Flask) -> list[str]:
    with app.app_context():
        return list(db.session.scalars(select(School.name).order_by(School.urn)))


class TestDeathHalfWay:
    def test_a_kill_in_the_second_batch_leaves_the_register_as_it_was(
        self, own_app: Flask, tmp_path: Path
    ) -> None:
        Importer(own_app, tmp_path)(many_schools(tmp_path / "first.csv", 5))
        before = names(own_app)
        larger = many_schools(tmp_path / "second.csv", run.BATCH * 2 + 500, " renamed")
        environment = {
            **os.environ,
            "DATABASE_URL": own_app.config["SQLALCHEMY_DATABASE_URI"],
            "SECRET_KEY": "only for tests",
        }
        died = subprocess.run(
            [sys.executable, "-c", DIES_IN_THE_SECOND_BATCH, larger, tmp_path / "rejects.csv"],
            env=environment,
            cwd=Path(__file__).parents[2],
            check=False,
        )
        assert died.returncode == -signal.SIGKILL
        assert names(own_app) == before
        with own_app.app_context():
            assert db.session.scalar(select(func.count()).select_from(ImportRun)) == 1
        # and the register takes the file afterwards
        assert Importer(own_app, tmp_path).counts(larger) == (
            f"{run.BATCH * 2 + 495} added, 5 changed, 0 unchanged, 0 rejected"
        )

    def test_one_bad_file_among_good_ones_imports_none(
        self, own_app: Flask, tmp_path: Path
    ) -> None:
        good, bad = write_csv(tmp_path / "good.csv"), tmp_path / "bad.csv"
        bad.write_text("a,b\n1,2\n")
        result = Importer(own_app, tmp_path)(good, bad)
        assert result.exit_code == 1
        assert names(own_app) == []


class TestMessages:
    def test_a_missing_file_is_named_in_one_line(self, importer: Importer, tmp_path: Path) -> None:
        result = importer(tmp_path / "nowhere.csv")
        assert result.exit_code == 1
        assert result.output.strip().count("\n") == 0
        assert "nowhere.csv: No such file or directory" in result.output

    def test_a_folder_an_empty_file_and_a_picture_are_refused_in_one_line(
        self, importer: Importer, tmp_path: Path
    ) -> None:
        empty, picture = tmp_path / "empty.csv", tmp_path / "picture.csv"
        empty.write_bytes(b"")
        picture.write_bytes(bytes(range(256)) * 100)
        for path in (tmp_path, empty, picture):
            result = importer(path)
            assert result.exit_code == 1
            assert result.output.strip().count("\n") == 0
            assert str(path) in result.output

    def test_the_operator_is_told_where_rejected_rows_are_listed(
        self, importer: Importer, tmp_path: Path
    ) -> None:
        result = importer(write_csv(tmp_path / "a.csv", {"URN": ""}))
        assert str(importer.rejects) in result.output
        assert result.output.strip().endswith("0 added, 0 changed, 0 unchanged, 1 rejected")

    def test_every_byte_of_the_file_is_reported_to_the_progress_bar(
        self, app: Flask, session: object, tmp_path: Path
    ) -> None:
        path = many_schools(tmp_path / "a.csv", 50)
        seen: list[int] = []
        run.import_files(db.session(), [path], on_rejection=lambda *_: None, on_bytes=seen.append)
        assert sum(seen) == path.stat().st_size
        assert len(seen) > 50
