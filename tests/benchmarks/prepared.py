"""The files of all contenders for one size, made once and kept between runs in `instance/bench`.

They are made anew when the rules change that they were made by.
"""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import blake2b
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path

import click
from tqdm import tqdm

from app.search.documents import Document
from tests.benchmarks.contenders import fts5, plain_whoosh, tantivy_engine
from tests.benchmarks.contenders.bench import Bench

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "instance" / "bench"
MADE_BY = (
    "app/search/analysis.py",
    "app/search/documents.py",
    "app/search/vocabulary.py",
    "app/search/whoosh_engine/storage.py",
    "app/prospectus/documents.py",
    "app/prospectus/models/*.py",
    "app/demonstration/data/providers_*.toml",
    "tests/benchmarks/listings.py",
    "tests/benchmarks/contenders/*.py",
)


def prepared(size: int) -> tuple[Bench, dict[str, float]]:
    """Return the files, and how many seconds each contender's took to make."""
    folder = KEPT / _fingerprint() / str(size)
    seconds = folder / "seconds.json"
    if not seconds.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _forget_others(folder.parent)
        seconds.write_text(json.dumps(_make(folder, size)))
    return Bench(folder), json.loads(seconds.read_text())


def environment(bench: Bench) -> dict[str, str]:
    """Return the settings of a portal on these files."""
    return {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{bench.database}",
        "SEARCH_INDEX_DIR": str(bench.index),
        "OUTBOX_DIR": str(bench.folder / "outbox"),
        "SECRET_KEY": "only for measuring",
        "BASE_URL": "http://127.0.0.1",
    }


def _fingerprint() -> str:
    rules = blake2b(digest_size=8)
    for pattern in MADE_BY:
        for path in sorted(ROOT.glob(pattern)):
            rules.update(path.read_bytes())
    return rules.hexdigest()


def _forget_others(mine: Path) -> None:
    for folder in KEPT.iterdir():
        if folder != mine:
            shutil.rmtree(folder)


def _make(folder: Path, size: int) -> dict[str, float]:
    click.echo(f"making {size:,} entries and an index of each kind; they are kept for the next run")
    bench = Bench(folder)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        processes.submit(_fill, bench, size).result()
        both = processes.submit(_index, bench, size), processes.submit(_others, bench)
        return {name: taken for made in both for name, taken in made.result().items()}


def _fill(bench: Bench, size: int) -> None:
    os.environ.update(environment(bench))
    from app import create_app
    from app.extensions import db
    from tests.benchmarks.listings import fill

    with create_app().app_context():
        db.create_all()
        fill(db.session(), size)


def _index(bench: Bench, size: int) -> dict[str, float]:
    os.environ.update(environment(bench))
    from app import create_app
    from app.extensions import db
    from app.search.pending import heal

    def shown(documents: Iterable[Document]) -> Iterator[Document]:
        yield from tqdm(documents, total=size, desc="our index", disable=None)

    app = create_app()
    start = time.perf_counter()
    with app.app_context():
        heal(app.extensions["search"], db.engine, shown=shown)
    return {"ours": time.perf_counter() - start}


def _others(bench: Bench) -> dict[str, float]:
    os.environ.update(environment(bench))
    from app import create_app
    from app.extensions import db
    from app.prospectus.documents import documents

    with create_app().app_context():
        filled = Bench(bench.folder, tuple(documents(db.session(), None)))
    makers: dict[str, Callable[[Bench], None]] = {
        "SQLite FTS5": fts5.build,
        "plain Whoosh": plain_whoosh.build,
    }
    if find_spec("tantivy"):
        makers["tantivy"] = tantivy_engine.build
    return {name: _seconds(partial(make, filled)) for name, make in makers.items()}


def _seconds(make: Callable[[], None]) -> float:
    start = time.perf_counter()
    make()
    return time.perf_counter() - start
