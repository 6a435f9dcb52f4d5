"""Several processes on one index: readers never meet a half-made state, a killed writer no harm."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from app.search.whoosh_engine import WhooshEngine
from tests.search.entries import ask, entry, filled, ids

ROOT = Path(__file__).parents[2]
FIRST = [entry(f"shared{number}", "phonics round") for number in range(3)]


@contextmanager
def writer_process(folder: Path, how: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.search.indexing_process", str(folder), how],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def next_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_readers_see_whole_commits_while_two_processes_write(tmp_path: Path) -> None:
    engine = filled(tmp_path, FIRST)
    problems: list[str] = []
    until = time.monotonic() + 4

    def read() -> None:
        while time.monotonic() < until:
            results = ask(engine, "phonics")
            digests = set(engine.digests().values())
            if results.total != len(FIRST) or len(digests) != 1:
                problems.append(f"{results.total} hits, {len(digests)} states")

    with writer_process(tmp_path, "steady") as one, writer_process(tmp_path, "steady") as two:
        readers = [Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        written = [next_line(one), next_line(two)]
        assert one.poll() is None
        assert two.poll() is None

    assert problems == []
    assert written == ["0", "0"]


def test_a_writer_killed_in_mid_commit_leaves_the_last_state_and_a_free_lock(
    tmp_path: Path,
) -> None:
    engine = filled(tmp_path, FIRST)
    before = engine.digests()
    with writer_process(tmp_path, "stuck") as process:
        assert next_line(process) == "in mid-commit"
        process.kill()
        process.wait()

    fresh = WhooshEngine(tmp_path)
    assert fresh.digests() == before
    with fresh.writing(timeout=1) as writer:
        writer.put(entry("after", "phonics"))
    assert len(ids(ask(engine, "phonics"))) == len(FIRST) + 1


def test_writers_killed_at_any_moment_never_damage_the_index(tmp_path: Path) -> None:
    engine = filled(tmp_path, FIRST)
    for pause in (0.0, 0.05):
        with writer_process(tmp_path, "steady") as process:
            next_line(process)
            time.sleep(pause)
        fresh = WhooshEngine(tmp_path)
        assert fresh.ready()
        assert len(set(fresh.digests().values())) == 1
        assert ask(fresh, "phonics").total == ask(engine, "phonics").total == len(FIRST)
