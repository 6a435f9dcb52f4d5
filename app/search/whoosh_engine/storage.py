"""Whoosh's part: the schema, the directory, the lock. All that touches its files is here.

Whoosh unpickles what it finds in the directory, so whoever may write there may run code as us.
"""

from __future__ import annotations

import fcntl
import os
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any

from app.search import analysis, vocabulary
from app.search.analysis import surface_words
from app.search.documents import FIELD_WEIGHTS, Document
from app.search.engine import SearchUnavailableError

with warnings.catch_warnings():
    # Whoosh 2.7.4 is older than Python's stricter look at literals; it would be said at each start
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    # Whoosh itself imports this one only later, out of our hands
    import whoosh.codec.whoosh3  # noqa: F401
    from whoosh.analysis import Analyzer, Token
    from whoosh.fields import ID, STORED, TEXT, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.filedb.structfile import BufferFile
    from whoosh.formats import Positions
    from whoosh.index import EmptyIndexError, LockError
    from whoosh.writing import CLEAR

SCHEMA_VERSION = 4
LOCK_POLL_SECONDS = 0.05
FORGOTTEN_SECONDS = 24 * 60 * 60

# its number, and its time because the numbers begin again when a damaged index is replaced
Commit = tuple[int, int]


class SectorAnalyzer(Analyzer):
    """Our analysis in the shape that Whoosh asks for; several tokens may share a position."""

    def __call__(
        self, value: str, *, positions: bool = False, start_pos: int = 0, **_unused: Any
    ) -> Iterator[Token]:
        token = Token(positions=positions, boost=1.0)
        for number, position in enumerate(analysis.index_positions(value), start_pos):
            for text in position.tokens:
                token.text = text
                token.pos = number
                yield token


# as Whoosh's writer takes it: the token, how often, its weight, and where, in Whoosh's own form
Posting = tuple[bytes, int, float, bytes]


class SectorText(TEXT):
    """A field of texts that counts its tokens itself: Whoosh has an object passed on for each."""

    def __init__(self) -> None:
        super().__init__(analyzer=SectorAnalyzer(), phrase=True)

    def index(self, value: str, **_unused: Any) -> Iterator[Posting]:
        places: dict[str, list[int]] = {}
        for number, position in enumerate(analysis.index_positions(value)):
            for token in position.tokens:
                places.setdefault(token, []).append(number)
        for token, numbers in places.items():
            often = len(numbers)
            yield token.encode(), often, float(often), _in_whooshs_form(tuple(numbers))


@lru_cache(maxsize=10_000)
def _in_whooshs_form(places: tuple[int, ...]) -> bytes:
    form: bytes = Positions().encode(places)
    return form


def _schema() -> Schema:
    texts = {name: SectorText() for name in FIELD_WEIGHTS}
    return Schema(
        id=ID(unique=True, stored=True),
        digest=STORED(),
        facets=STORED(),
        sort=STORED(),
        # as they are written: the texts' tokens are stems, and suggestions need words. Kept, not
        # indexed: nobody asks which entries have them, and they are nearly half of all postings
        words=STORED(),
        **texts,
    )


def _index_name() -> str:
    """Name the index after the rules that made it: other rules never read what these have kept."""
    rules = blake2b(str(SCHEMA_VERSION).encode(), digest_size=4)
    for module in (analysis, vocabulary):
        rules.update(Path(str(module.__file__)).read_bytes())
    return f"entries-{rules.hexdigest()}"


def stored_form(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "digest": document.digest,
        "facets": {facet: tuple(values) for facet, values in document.facets.items()},
        "sort": dict(document.sort),
        "words": " ".join(surface_words("\n".join(document.text.values()))),
        **{name: text for name, text in document.text.items() if text},
    }


class WholeFiles(FileStorage):
    """Reads a file at once and closes it.

    So nothing stays open when a snapshot is dropped, a file deleted after a commit cannot vanish
    under a reader, and one overwritten by a restored backup is an error, not (as with a memory
    map) the end of the process.
    """

    def open_file(self, name: str, **_unused: Any) -> BufferFile:
        return BufferFile((Path(self.folder) / name).read_bytes(), name=name)


def commit(writer: Any, *, afresh: bool) -> None:
    """Put in place what the writer has; afresh, without all that was there before."""
    if afresh:
        writer.commit(mergetype=CLEAR)
    else:
        writer.commit()


def _taken(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


class IndexDirectory:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = _index_name()
        self._storage = WholeFiles(str(path), supports_mmap=False)

    def last_commit(self) -> Commit | None:
        """Return which commit is the last, or None when nothing has been put in yet."""
        start, end = f"_{self.name}_", ".toc"
        try:
            with os.scandir(self.path) as entries:
                commits = [
                    (int(entry.name[len(start) : -len(end)]), entry.stat().st_mtime_ns)
                    for entry in entries
                    if entry.name.startswith(start) and entry.name.endswith(end)
                ]
        except FileNotFoundError:
            # no directory yet, or a commit replaced by the next one while we looked
            return None
        last = max(commits, default=(0, 0))
        return last if last[0] > 0 else None

    def reader(self) -> Any:
        """Return a new reader of the last commit; never refresh() one: that revives the deleted."""
        return self._storage.open_index(indexname=self.name).reader()

    @contextmanager
    def locked(self, timeout: float) -> Iterator[None]:
        """Be the only writer of all processes; the system frees the locks of one that was killed.

        Whoever waits stands at a gate that opens one by one, so that a writer who comes again and
        again cannot keep the others out.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        deadline = time.monotonic() + timeout
        gate, lock = (self.path / f"{self.name}{end}" for end in (".gate.lock", ".lock"))
        with gate.open("w") as waiting, lock.open("w") as writing:
            for file in (waiting, writing):
                while not _taken(file):
                    if time.monotonic() > deadline:
                        message = f"another process has been writing the index for {timeout} s"
                        raise SearchUnavailableError(message)
                    time.sleep(LOCK_POLL_SECONDS)
            fcntl.flock(waiting, fcntl.LOCK_UN)
            yield

    def writer(self, *, afresh: bool, memory_megabytes: int = 128) -> Any:
        """Return Whoosh's writer; only under `locked`. Afresh it also replaces a damaged index."""
        try:
            index = self._storage.open_index(indexname=self.name)
        except EmptyIndexError:
            index = self._storage.create_index(_schema(), indexname=self.name)
        except Exception:
            # damaged files fail in any manner they like
            if not afresh:
                raise
            self._delete_files(lambda name: self.name in name and not name.endswith(".lock"))
            index = self._storage.create_index(_schema(), indexname=self.name)
        try:
            return index.writer(timeout=LOCK_POLL_SECONDS, limitmb=memory_megabytes)
        except LockError as problem:
            message = "a writer of the search index has not let go"
            raise SearchUnavailableError(message) from problem

    def delete_forgotten(self) -> None:
        """Delete the indexes of older rules, unless a release that uses them may still run."""
        before = time.time() - FORGOTTEN_SECONDS
        self._delete_files(
            lambda name: (
                "entries-" in name
                and self.name not in name
                and (self.path / name).stat().st_mtime < before
            )
        )

    def _delete_files(self, chosen: Callable[[str], bool]) -> None:
        for name in os.listdir(self.path):  # noqa: PTH208
            if chosen(name):
                (self.path / name).unlink(missing_ok=True)
