"""Good answers stay good: floors below what was measured, over questions judged by reading."""

from __future__ import annotations

import pytest

from app.search.whoosh_engine import WhooshEngine
from tests.search import relevance
from tests.search.relevance import KINDS, Judged, judged, ndcg, score, succeeds

# a little below what was measured: nDCG@10, and the part with a good choice among the first three
FLOORS = {
    "acronyms": (0.93, 0.97),
    "plain": (0.91, 0.97),
    "misspellings": (0.9, 0.96),
    "inspection": (0.82, 0.93),
    "names": (0.98, 1.0),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> WhooshEngine:
    return relevance.engine(tmp_path_factory.mktemp("index"))


class TestJudgedQuestions:
    def test_there_are_enough_of_every_kind_and_all_name_entries_that_exist(self) -> None:
        slugs = {document.id for document in relevance.corpus()}
        tables = {kind: judged(kind) for kind in (*KINDS, "questions")}

        assert sum(len(tables[kind]) for kind in KINDS) >= 150
        assert min(map(len, tables.values())) >= 20
        for one in (one for table in tables.values() for one in table):
            assert one.grades.keys() <= slugs, one.query
            assert set(one.grades.values()) <= {1, 2, 3}, one.query

    @pytest.mark.parametrize("kind", KINDS)
    def test_answers_are_no_worse_than_they_were(self, engine: WhooshEngine, kind: str) -> None:
        measured = score(engine, judged(kind))

        least_ndcg, least_success = FLOORS[kind]
        assert measured.ndcg >= least_ndcg
        assert measured.success >= least_success

    @pytest.mark.parametrize("one", judged("questions"), ids=lambda one: one.query)
    def test_a_plain_question_has_a_good_choice_among_the_first_three(
        self, engine: WhooshEngine, one: Judged
    ) -> None:
        assert succeeds(relevance.first_ten(engine, one.query), one.grades)


class TestMeasures:
    def test_the_best_order_gains_one_and_a_worse_one_less(self) -> None:
        grades = {"best": 3, "fair": 2, "some": 1}

        assert ndcg(["best", "fair", "some"], grades) == 1
        assert 0 < ndcg(["other", "some", "fair", "best"], grades) < 0.7
        assert ndcg(["other"], grades) == 0

    def test_the_fourth_is_too_late_and_a_faint_choice_no_success(self) -> None:
        assert succeeds(["a", "b", "good"], {"good": 2})
        assert not succeeds(["a", "b", "c", "good"], {"good": 2})
        assert not succeeds(["faint"], {"faint": 1})

    def test_an_engine_that_answers_by_name_falls_below_every_floor(
        self, engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        everybody = sorted(document.id for document in relevance.corpus())
        monkeypatch.setattr(relevance, "first_ten", lambda _engine, _query: everybody[:10])

        for kind, (least_ndcg, least_success) in FLOORS.items():
            measured = score(engine, judged(kind))
            assert measured.ndcg < least_ndcg
            assert measured.success < least_success
