"""The whole search page over HTTP beside Datasette, an empty answer and a page from memory.

`python -m tests.benchmarks.page_bench [SIZE…]`
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from statistics import median
from urllib.parse import urlencode

import click
from tqdm import tqdm

from tests.benchmarks.contenders import fts5
from tests.benchmarks.contenders.bench import Bench
from tests.benchmarks.prepared import ROOT, environment, prepared
from tests.benchmarks.questions import COMMON
from tests.benchmarks.throughput import free_port, rate, served

SIZES = (500, 5_000, 50_000)
ROUNDS = 5
SECONDS = 3.0
WORDS = COMMON[:12]
CHOSEN = {"kind": "person", "availability": "now"}
# as it is served by default, and without what it does besides: guessing at further facets
DATASETTE = {"Datasette": (), "Datasette, lean": ("--setting", "suggest_facets", "off")}
WHAT_EACH_DOES = {
    "search page": f"GET /prospectus?q=…&{urlencode(CHOSEN)}, signed out: the whole page of 20",
    "drawn from memory": "the same template with what was found before: no search, no database",
    "kept text": "the same page as ready bytes, from a bare Flask",
    "empty answer": "a bare Flask",
    "Datasette": "its table page: the same words, the same two facets chosen and counted, 20 rows",
    "Datasette, lean": "the same with suggest_facets off",
}


@dataclass(frozen=True)
class Target:
    port: int
    addresses: Sequence[str]


def main(sizes: Sequence[int]) -> None:
    click.echo("\nPages over HTTP: gunicorn with two workers, eight connections, requests a second")
    for name, what in WHAT_EACH_DOES.items():
        click.echo(f"  {name}: {what}")
    for size in sizes:
        bench, _seconds = prepared(size)
        with _all_served(bench) as targets:
            _tell(size, _rates(targets, size))


@contextmanager
def _all_served(bench: Bench) -> Iterator[Mapping[str, Target]]:
    asked = [f"/prospectus?{urlencode({'q': word, **CHOSEN})}" for word in WORDS]
    with ExitStack() as servers:
        port = free_port()
        command = [sys.executable, "-m", "gunicorn", "--workers", "2", "--chdir", str(ROOT)]
        servers.enter_context(
            served(
                [*command, "--bind", f"127.0.0.1:{port}", "tests.benchmarks.memory_pages:app"],
                port,
                {**environment(bench), "BENCH_ADDRESS": asked[0]},
            )
        )
        targets = {
            "search page": Target(port, asked),
            "drawn from memory": Target(port, ["/drawn-from-memory"]),
            "kept text": Target(port, ["/bench/kept"]),
            "empty answer": Target(port, ["/bench/empty"]),
        }
        for name, settings in DATASETTE.items():
            if find_spec("datasette"):
                port = free_port()
                command = [sys.executable, "-m", "datasette", "serve", str(fts5.file_of(bench))]
                limits = ("--setting", "facet_time_limit_ms", "20000")
                more = ("--setting", "sql_time_limit_ms", "20000", "--port", str(port))
                servers.enter_context(
                    served([*command, *limits, *more, *settings], port, environment(bench))
                )
                targets[name] = Target(port, [_datasette(word) for word in WORDS])
        yield targets


def _datasette(word: str) -> str:
    asked = [("_search", word), *CHOSEN.items(), *(("_facet", facet) for facet in CHOSEN)]
    return f"/fts/entry?{urlencode([*asked, ('_size', '20')])}"


def _rates(targets: Mapping[str, Target], size: int) -> dict[str, float]:
    """Measure by turns, so that what slows the machine slows all; the first round only warms."""
    found: dict[str, list[float]] = {name: [] for name in targets}
    turns = [(number, name) for number in range(ROUNDS + 1) for name in targets]
    for number, name in tqdm(turns, desc=f"{size:,}", disable=None, leave=False):
        target = targets[name]
        got = rate(target.port, target.addresses, SECONDS)
        if number:
            found[name].append(got)
    return {name: median(rates) for name, rates in found.items()}


def _tell(size: int, rates: Mapping[str, float]) -> None:
    click.echo(f"\n{size:,} entries, median of {ROUNDS} rounds")
    for name in WHAT_EACH_DOES:
        if name in rates:
            times = rates["search page"] / rates[name]
            click.echo(
                f"{name:18}{rates[name]:9.1f} a second; the search page is {times:.2f} times"
            )
        else:
            click.echo(f"{name:18}  missing: it could not be installed here")
    _goal("half of a page from memory", rates, "drawn from memory", 0.5)
    _goal("twenty times Datasette", rates, "Datasette", 20)


def _goal(words: str, rates: Mapping[str, float], other: str, least: float) -> None:
    if other not in rates:
        click.echo(f"goal, {words}: not measured")
        return
    times = rates["search page"] / rates[other]
    click.echo(f"goal, {words}: {times:.2f} times: {'met' if times >= least else 'NOT met'}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
