"""A process of its own that writes an index: `python -m tests.search.indexing_process FOLDER HOW`.

`steady` puts documents until it is ended; `stuck` stops in the middle of a commit, before the new
state is in place, and says so; there it can be killed.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from app.search.whoosh_engine import WhooshEngine
from tests.search.entries import entry

ROUNDS = 10_000


def write(folder: Path, how: str) -> None:
    engine = WhooshEngine(folder)
    if how == "stuck":
        from whoosh.index import TOC

        def wait_for_the_end(*_args: object) -> None:
            print("in mid-commit", flush=True)  # noqa: T201  # the test waits for this line
            time.sleep(60)

        TOC.write = wait_for_the_end
    for number in range(ROUNDS):
        with engine.writing() as writer:
            for place in range(3):
                writer.put(entry(f"shared{place}", f"phonics round{number}"))
        print(number, flush=True)  # noqa: T201


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2])
