"""How good the answers of the search are, by kind of question, and what the synonyms add.

`python -m tests.benchmarks.relevance_bench`
"""
# ruff: noqa: T201  # a benchmark prints its table

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.search.relevance import KINDS, engine, judged, score


def main() -> None:
    print("\nJudged questions over the demonstration's entries")
    print(f"{'':34}as asked   as typed, without synonyms and suggestions")
    print(
        f"{'':14}{'questions':>10}{'nDCG@10':>9}{'success@3':>11}{'nDCG@10':>12}{'success@3':>11}"
    )
    with tempfile.TemporaryDirectory() as folder:
        search = engine(Path(folder))
        tables = {kind: judged(kind) for kind in (*KINDS, "questions")}
        tables["all"] = [one for kind in KINDS for one in tables[kind]]
        for kind, table in tables.items():
            ours, typed = score(search, table), score(search, table, as_typed=True)
            print(
                f"{kind:14}{ours.questions:10}{ours.ndcg:9.3f}{ours.success:11.3f}"
                f"{typed.ndcg:12.3f}{typed.success:11.3f}"
            )


if __name__ == "__main__":
    main()
