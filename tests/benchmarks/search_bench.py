"""The prospectus search beside a compiled engine, SQLite's FTS5 and Whoosh as its manual shows it.

Measured is the processor's time in all threads, which other work on the machine hardly changes.

`python -m tests.benchmarks.search_bench [SIZE…]`
"""

from __future__ import annotations

import random
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean, median, quantiles

import click
from tqdm import tqdm

from tests.benchmarks.contenders import CONTENDERS, WHAT_EACH_DOES, is_missing
from tests.benchmarks.contenders.bench import Answering
from tests.benchmarks.prepared import prepared
from tests.benchmarks.questions import KINDS, Question, questions

SIZES = (500, 5_000, 50_000)
ROUNDS = 4
# it takes seconds for a misspelt word, so it answers fewer questions, and once
SLOW = "plain Whoosh"
SLOW_EVERY = 10

# milliseconds of each round, by question
Taken = dict[int, list[float]]


def main(sizes: Sequence[int]) -> None:
    asked = questions()
    click.echo(
        f"\nSearch: {len(asked)} questions (no filter, one, three); top 20, marks, total, counts"
    )
    for name, what in WHAT_EACH_DOES.items():
        click.echo(f"  {name}: {what}")
    for size in sizes:
        bench, built = prepared(size)
        there = {name: opened for name, opened in CONTENDERS.items() if not is_missing(name)}
        answering = {name: opened(bench) for name, opened in there.items()}
        totals: dict[str, list[int]] = defaultdict(list)
        taken = _measured(answering, asked, size, totals)
        _tell(size, taken, built, totals, asked)


def _measured(
    answering: Mapping[str, Answering],
    asked: Sequence[Question],
    size: int,
    totals: dict[str, list[int]],
) -> dict[str, Taken]:
    """Let the contenders answer by turns, so that what slows the machine slows all of them."""
    dice = random.Random(2)  # noqa: S311
    taken: dict[str, Taken] = {name: defaultdict(list) for name in answering}
    turns = [(number, at) for number in range(ROUNDS) for at in range(len(asked))]
    for number, at in tqdm(turns, desc=f"{size:,}", disable=None, leave=False):
        for name in dice.sample(list(answering), len(answering)):
            if name == SLOW and (number or at % SLOW_EVERY):
                continue
            start = time.process_time()
            total = answering[name](asked[at])
            taken[name][at].append((time.process_time() - start) * 1000)
            if not number:
                totals[name].append(total)
    return taken


def _again(taken: Taken) -> list[float]:
    """Return for each question the median of the rounds after the first."""
    return [median(rounds[1:] or rounds) for rounds in taken.values()]


def _percentiles(values: Sequence[float]) -> tuple[float, float, float]:
    cuts = quantiles(values, n=100, method="inclusive")
    return cuts[49], cuts[94], cuts[98]


def _tell(
    size: int,
    taken: Mapping[str, Taken],
    built: Mapping[str, float],
    totals: Mapping[str, Sequence[int]],
    asked: Sequence[Question],
) -> None:
    click.echo(
        f"\n{size:,} entries, milliseconds of work (medians of {ROUNDS - 1} rounds; first time)"
    )
    click.echo(
        f"{'':14}{'p50':>9}{'p95':>9}{'p99':>9}{'first p50':>12}{'p95':>9}{'found':>9}"
        f"{'made in s':>11}"
    )
    found: dict[str, tuple[float, float, float]] = {}
    for name in CONTENDERS:
        if name not in taken:
            click.echo(f"{name:14}  missing: it could not be installed here")
            continue
        found[name] = _percentiles(_again(taken[name]))
        first = _percentiles([rounds[0] for rounds in taken[name].values()])
        click.echo(
            f"{name:14}{found[name][0]:9.2f}{found[name][1]:9.2f}{found[name][2]:9.2f}"
            f"{first[0]:12.2f}{first[1]:9.2f}{fmean(totals[name]):9.0f}{built[name]:11.1f}"
        )
    click.echo("p50 by kind of question")
    click.echo(f"{'':14}" + "".join(f"{kind:>11}" for kind in KINDS))
    for name, rounds in taken.items():
        by_kind = {
            kind: [median(t[1:] or t) for at, t in rounds.items() if asked[at].kind == kind]
            for kind in KINDS
        }
        click.echo(f"{name:14}" + "".join(f"{median(by_kind[kind]):11.2f}" for kind in KINDS))
    _goal("at most a third of SQLite FTS5", found, "SQLite FTS5", 1 / 3)
    _goal("within 1.5 times tantivy", found, "tantivy", 1.5)


def _goal(
    words: str, found: Mapping[str, tuple[float, float, float]], other: str, most: float
) -> None:
    if other not in found:
        click.echo(f"goal, {words}: not measured")
        return
    ratios = [found["ours"][at] / found[other][at] for at in (0, 1)]
    met = "met" if max(ratios) <= most else "NOT met"
    click.echo(f"goal, {words}: p50 {ratios[0]:.2f}, p95 {ratios[1]:.2f} times: {met}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
