"""The command `flask --app wsgi schools import FILE…`."""

import csv
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import SQLAlchemyError
from tqdm import tqdm

from app.extensions import db
from app.schools.figures.importing.around import school_year
from app.schools.importing.reading import Rejection, UnreadableFile
from app.schools.importing.run import import_files
from app.schools.importing.writing import Outcome

cli = click.Group("schools", help="The register of schools.")


class RejectsFile:
    """Rows and cells that were not taken, with line and reason; never with their contents."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.cells = 0

    def __enter__(self) -> Self:
        self._file = self.path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(["file", "line", "record", "not taken", "reason"])
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._file.close()

    def add(self, path: Path, rejection: Rejection) -> None:
        self.cells += not rejection.whole_row
        what = "row" if rejection.whole_row else "cell"
        self._writer.writerow([path.name, rejection.line, rejection.key, what, rejection.reason])


@cli.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--rejects",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to list what was not taken (default: instance/rejected-rows.csv)",
)
@click.option(
    "--year",
    callback=lambda _context, _option, words: _school_year(words),
    metavar="YEARS",
    help="School year of figures whose file does not say it, like 2018-2019",
)
@with_appcontext
def import_command(files: tuple[Path, ...], rejects: Path | None, year: int | None) -> None:
    """Import the register (establishments, links, groups, membership) and published figures.

    Figures: key stage 2, key stage 4, census, absence, inspections; what a file holds is told from
    its header. All files or none: an import that stops half way leaves everything as it was.
    """
    rejects = rejects or Path(current_app.instance_path) / "rejected-rows.csv"
    try:
        rejects.parent.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            listed = stack.enter_context(RejectsFile(rejects))
            size = sum(path.stat().st_size for path in files)
            # None: no bar when the output is not a terminal
            bar = stack.enter_context(tqdm(total=size, unit="B", unit_scale=True, disable=None))
            counts = import_files(
                db.session(), files, on_rejection=listed.add, on_bytes=bar.update, year=year
            )
            db.session.commit()
    except (UnreadableFile, OSError, SQLAlchemyError) as error:
        db.session.rollback()
        message = f"Nothing was imported. {_in_one_line(error)}"
        raise click.ClickException(message) from error
    if counts[Outcome.REJECTED] or listed.cells:
        rows, cells = counts[Outcome.REJECTED], listed.cells
        click.echo(f"{rows} rows and {cells} single cells were not taken: see {rejects}")
    click.echo(", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome))


def _school_year(words: str | None) -> int | None:
    if words is None:
        return None
    year = school_year(words)
    if year is None:
        message = "write the school year like 2018-2019"
        raise click.BadParameter(message)
    return year


def _in_one_line(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    # SQLAlchemy's own text repeats the statement and its values
    text = str(getattr(error, "orig", None) or error)
    return text.splitlines()[0] if text else type(error).__name__
