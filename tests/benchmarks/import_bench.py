"""Importing a register of national size, beside reading the same file with csv alone.

Each size runs in a process of its own, so that its peak of memory is its own.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

ROOT = Path(__file__).parents[2]
NATIONAL_LAYOUT = ROOT / "tests" / "schools" / "data" / "leeds-140-columns-cp1252.csv"
WAKEFIELD = ROOT / "app" / "schools" / "data" / "wakefield-establishments.csv"
SIZES = (5_000, 50_000)
FIRST_URN = 200_000


def write_national_file(path: Path, count: int) -> None:
    """Write `count` rows of the 140 national columns, filled from the published extracts."""
    with NATIONAL_LAYOUT.open(encoding="cp1252", newline="") as file:
        layout = csv.DictReader(file)
        patterns, columns = list(layout), list(layout.fieldnames or ())
    with WAKEFIELD.open(encoding="utf-8", newline="") as file:
        schools = list(csv.DictReader(file))
    with path.open("w", encoding="cp1252", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        for number in range(count):
            known = {name: cell for name, cell in schools[number % len(schools)].items() if cell}
            pattern = patterns[number % len(patterns)]
            writer.writerow({**pattern, **known, "URN": FIRST_URN + number})


def read_alone(path: Path) -> float:
    start = time.perf_counter()
    with path.open(encoding="cp1252", newline="") as file:
        for _row in csv.reader(file):
            pass
    return time.perf_counter() - start


def measure(count: int) -> dict[str, float]:
    """Import twice into an empty database; return seconds, and memory in megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "national.csv"
        write_national_file(path, count)
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite"
        os.environ["SECRET_KEY"] = "only for measuring"
        from app import create_app
        from app.extensions import db

        app = create_app()
        with app.app_context():
            db.create_all()
        before = _peak()
        alone = min(read_alone(path) for _ in range(3))
        seconds = []
        for expected in (f"{count} added", f"{count} unchanged"):
            start = time.perf_counter()
            words = ["schools", "import", "--rejects", f"{folder}/rejects.csv", str(path)]
            result = app.test_cli_runner().invoke(args=words)
            seconds.append(time.perf_counter() - start)
            if expected not in result.output:
                raise SystemExit(result.output)
        return {
            "rows": count,
            "megabytes": path.stat().st_size / 1e6,
            "alone": alone,
            "first": seconds[0],
            "second": seconds[1],
            "before": before,
            "peak": _peak(),
        }


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    click.echo("Import of the register (SQLite), beside reading the file with csv alone")
    click.echo("ratio: time beside csv alone; peak: megabytes of the process (before importing)")
    click.echo("    rows  file MB csv alone first import      rows/s  ratio  again ratio     peak")
    for count in SIZES:
        run = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.import_bench", str(count)],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        found = json.loads(run.stdout)
        click.echo(
            f"{found['rows']:8,} {found['megabytes']:8.1f} {found['alone']:9.2f}s "
            f"{found['first']:12.2f}s {found['rows'] / found['first']:11,.0f} "
            f"{found['first'] / found['alone']:6.1f} {found['second']:5.2f}s "
            f"{found['second'] / found['alone']:5.1f} {found['peak']:8.0f} ({found['before']:.0f})"
        )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        click.echo(json.dumps(measure(int(sys.argv[1]))))
    else:
        main()
