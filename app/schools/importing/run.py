"""Imports register files, whichever they are, within one transaction of the caller's."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from sqlalchemy.orm import Session

from app.core import clock
from app.schools.figures.importing import inspections, rows
from app.schools.figures.importing.around import Around
from app.schools.figures.importing.layouts import LAYOUTS
from app.schools.importing import establishments, groups, links
from app.schools.importing.drafts import Entry, Parsed, RowParser, parse_all
from app.schools.importing.reading import (
    Rejection,
    Table,
    UnreadableFile,
    read_table,
    sha256_of,
)
from app.schools.importing.writing import Outcome, Writer
from app.schools.models import ImportRun

BATCH = 1_000


@dataclass(frozen=True)
class Kind:
    """A published layout, recognised by the headers that only it has together."""

    name: str
    required: AbstractSet[str]
    absent: AbstractSet[str]
    parser: Callable[[dict[str, int]], RowParser]


KINDS = (
    Kind("establishments", establishments.REQUIRED, {"group uid"}, establishments.row_parser),
    Kind("links", links.REQUIRED, set(), links.row_parser),
    Kind("group membership", groups.REQUIRED_FOR_MEMBERSHIP, set(), groups.membership_row_parser),
    Kind("groups", groups.REQUIRED_FOR_GROUPS, {"urn"}, groups.group_row_parser),
)


def figure_kinds(around: Around) -> Iterator[Kind]:
    """Yield the layouts of figures, whose rows leave their year or their register unsaid."""
    for layout in LAYOUTS:
        parser = partial(rows.row_parser, layout, around)
        yield Kind(layout.name, layout.required, layout.absent, parser)
    for name, required, kinds in (
        ("inspections", inspections.REQUIRED_FOR_REPORT_CARDS, inspections.REPORT_CARDS),
        ("inspection grades", inspections.REQUIRED_FOR_GRADES, inspections.GRADES),
    ):
        yield Kind(name, required, set(), partial(inspections.row_parser, kinds, around))


OnBytes = Callable[[int], object]
OnRejection = Callable[[Path, Rejection], object]


def recognise(table: Table, around: Around) -> Kind:
    headers = set(table.positions)
    for kind in (*KINDS, *figure_kinds(around)):
        if kind.required <= headers and not kind.absent & headers:
            return kind
    message = (
        "its first line is not the header of the register's establishments, links, "
        "group membership or groups, nor of key stage 2, key stage 4, census, absence "
        "or inspection figures"
    )
    raise UnreadableFile(message)


def import_files(
    session: Session,
    paths: Sequence[Path],
    *,
    on_rejection: OnRejection,
    on_bytes: OnBytes,
    year: int | None = None,
) -> Counter[Outcome]:
    """Import every file or, when an error is raised and the caller rolls back, none.

    `year` is the school year of figures whose file does not say it. Raises UnreadableFile with a
    message that names the file.
    """
    totals: Counter[Outcome] = Counter()
    for path in paths:
        try:
            totals += _import_file(session, path, on_rejection, on_bytes, year)
        except OSError as error:
            message = f"{path}: cannot be read ({error.strerror or type(error).__name__})"
            raise UnreadableFile(message) from error
        except UnreadableFile as error:
            message = f"{path}: {error}"
            raise UnreadableFile(message) from error
    return totals


def _import_file(
    session: Session, path: Path, on_rejection: OnRejection, on_bytes: OnBytes, year: int | None
) -> Counter[Outcome]:
    with path.open("rb") as file:
        table = read_table(file, on_bytes)
        kind = recognise(table, Around(session, path.name, year))
        run = ImportRun(
            file_name=path.name[:255],
            sha256=sha256_of(path),
            kind=kind.name,
            started_at=clock.now(),
        )
        session.add(run)
        session.flush()
        writer = Writer(session, run.id)
        counts: Counter[Outcome] = Counter()
        for batch in _batches(parse_all(table.rows, kind.parser(table.positions))):
            entries: list[Entry] = []
            for parsed in batch:
                if isinstance(parsed, Rejection):
                    counts[Outcome.REJECTED] += 1
                    on_rejection(path, parsed)
                else:
                    entries.append(parsed)
                    for note in parsed.notes:
                        on_rejection(path, note)
            counts += writer.write(entries)
    run.added = counts[Outcome.ADDED]
    run.changed = counts[Outcome.CHANGED]
    run.unchanged = counts[Outcome.UNCHANGED]
    run.rejected = counts[Outcome.REJECTED]
    run.finished_at = clock.now()
    session.flush()
    session.expire_all()  # the bulk statements went past what the session remembers
    return counts


def _batches(parsed: Iterator[Parsed]) -> Iterator[list[Parsed]]:
    while batch := list(islice(parsed, BATCH)):
        yield batch
