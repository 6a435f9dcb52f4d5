"""The embedded engine: what it finds, in which order, and what it counts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import query
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from app.search.analysis import index_positions
from app.search.documents import FIELD_WEIGHTS, SINKS, Document
from app.search.query import Matching
from app.search.whoosh_engine import WhooshEngine
from tests.search.entries import ENTRIES, ask, entry, filled, ids


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    return filled(tmp_path / "index", ENTRIES)


class TestFinding:
    def test_a_name_weighs_more_than_expertise_and_that_more_than_description(
        self, engine: WhooshEngine
    ) -> None:
        assert ids(ask(engine, "phonics year 1")) == ["cedar", "ada", "bea"]

    def test_all_words_are_needed(self, engine: WhooshEngine) -> None:
        results = ask(engine, "phonics mastery")

        assert ids(results) == ["bea"]
        assert results.matching is Matching.ALL

    def test_when_nobody_has_all_words_half_of_them_are_enough_and_it_is_said(
        self, engine: WhooshEngine
    ) -> None:
        results = ask(engine, "phonics mastery unheardof")

        assert (ids(results), results.matching) == (["bea"], Matching.SOME)

    def test_when_nobody_has_half_of_the_words_one_is_enough(self, engine: WhooshEngine) -> None:
        results = ask(engine, "governance unheardof unseen unread")

        assert (ids(results), results.matching) == (["dene"], Matching.SOME)

    def test_words_around_the_question_need_not_be_found(self, engine: WhooshEngine) -> None:
        results = ask(engine, "someone who would help us with governors")

        assert (ids(results), results.matching) == (["dene"], Matching.ALL)

    def test_an_excluded_word_leaves_entries_out(self, engine: WhooshEngine) -> None:
        assert ids(ask(engine, "phonics -mastery -alliance")) == ["ada"]
        assert set(ids(ask(engine, "-phonics"))) == {"dene"}

    def test_a_phrase_asks_for_words_in_a_row_within_one_field(self, engine: WhooshEngine) -> None:
        assert ids(ask(engine, '"early reading"')) == ["ada", "cedar"]
        assert ids(ask(engine, '"reading early"')) == []
        assert ids(ask(engine, '"southgate mathematics"')) == []

    def test_it_says_which_words_matched_in_which_fields(self, engine: WhooshEngine) -> None:
        hit = ask(engine, "help with Phonics year 1").hits[0]

        assert hit.id == "cedar"
        assert dict(hit.matched) == {
            "Phonics": ("name", "expertise", "description"),
            "year 1": ("expertise",),
        }

    @pytest.mark.parametrize("words", ["zzz", "*", "w*", '"', "' OR 1=1", "\x00\ud800", "%" * 500])
    def test_nonsense_is_answered(self, engine: WhooshEngine, words: str) -> None:
        assert ask(engine, words).total in {0, len(ENTRIES)}


class TestOrder:
    @pytest.mark.parametrize("word", ["phonics", "year 1", "reading", "governors", "planning"])
    def test_scores_are_those_of_whoosh(self, engine: WhooshEngine, word: str) -> None:
        token = index_positions(word)[0].tokens[0]
        fields = [query.Term(name, token, boost=weight) for name, weight in FIELD_WEIGHTS.items()]

        with Searcher(engine._directory.reader(), weighting=BM25F()) as whoosh:
            expected = {hit["id"]: hit.score for hit in whoosh.search(query.Or(fields))}

        found = {hit.id: hit.score for hit in ask(engine, word, exact=True).hits}
        assert found == pytest.approx(expected, abs=1e-5)

    def test_equal_entries_stand_in_the_order_of_their_lots_not_of_their_names(
        self, tmp_path: Path
    ) -> None:
        alike = [entry(f"id{number}", "Same Name") for number in range(40)]
        first = ids(ask(filled(tmp_path / "one", alike), "name", limit=40))
        second = ids(ask(filled(tmp_path / "two", alike[::-1]), "name", limit=40))

        assert first == second
        assert first != sorted(first)

    def test_who_sinks_comes_after_worse_matches_but_keeps_its_place_by_a_key(
        self, tmp_path: Path
    ) -> None:
        documents = [
            entry(f"id{n}", "phonics " * (n % 3 + 1), sort={"name": f"{n:02}"} | sinks)
            for n in range(12)
            for sinks in ([{SINKS: 1}] if n % 4 == 0 else [{}])
        ]
        engine = filled(tmp_path / "index", documents)

        for words in ("phonics", ""):
            pages = [ids(ask(engine, words, offset=start, limit=5)) for start in (0, 5, 10)]
            found = [name for page in pages for name in page]
            assert set(found[-3:]) == {"id0", "id4", "id8"}
            assert len(set(found)) == 12
        assert ids(ask(engine, sort="name"))[0] == "id0"

    def test_nobody_is_found_among_those_who_sink(self, tmp_path: Path) -> None:
        engine = filled(tmp_path, [entry("one", "phonics", sort={SINKS: 1})])

        for words in ("astronomy", "-phonics", "maths reading"):
            assert ask(engine, words).total == 0

    def test_pages_join_without_gap_or_repetition(self, tmp_path: Path) -> None:
        engine = filled(
            tmp_path / "index", [entry(f"id{n}", "phonics " * (n % 3 + 1)) for n in range(50)]
        )
        pages = [ids(ask(engine, "phonics", offset=start, limit=7)) for start in range(0, 56, 7)]

        assert [name for page in pages for name in page] == ids(ask(engine, "phonics", limit=50))
        assert ask(engine, "phonics", offset=1000).hits == ()

    def test_it_sorts_by_a_key_with_entries_without_it_last(self, engine: WhooshEngine) -> None:
        assert ids(ask(engine, sort="name")) == ["ada", "bea", "cedar", "dene"]
        assert ids(ask(engine, sort="-name")) == ["dene", "cedar", "bea", "ada"]
        assert ids(ask(engine, sort="confirmed")) == ["bea", "dene", "ada", "cedar"]
        assert ids(ask(engine, sort="-confirmed")) == ["ada", "dene", "bea", "cedar"]
        assert len(ids(ask(engine, sort="nobody-has-this"))) == len(ENTRIES)


facet_values = st.sets(st.sampled_from("abcd"), max_size=3).map(
    lambda values: tuple(sorted(values))
)
some_entries = st.lists(
    st.tuples(
        st.sampled_from(["phonics", "maths", "phonics maths", ""]), facet_values, facet_values
    ),
    max_size=12,
)
some_filters = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.lists(st.sampled_from("abcdz"), max_size=2),
        "phase": st.lists(st.sampled_from("abcdz"), max_size=2),
        "unknown": st.lists(st.just("a"), max_size=1),
    },
)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(some_entries, some_filters, st.sampled_from(["", "phonics", "-phonics"]), st.data())
def test_facets_count_as_the_rule_says(
    made: list[tuple[str, tuple[str, ...], tuple[str, ...]]],
    filters: dict[str, list[str]],
    words: str,
    data: st.DataObject,
) -> None:
    documents = [
        entry(str(number), name, facets={"kind": kinds, "phase": phases})
        for number, (name, kinds, phases) in enumerate(made)
    ]
    gone = data.draw(st.sets(st.sampled_from(range(len(made))))) if made else set()
    left = [document for number, document in enumerate(documents) if number not in gone]

    with TemporaryDirectory() as folder:
        engine = filled(Path(folder), documents)
        with engine.writing() as writer:
            for number in gone:
                writer.remove(str(number))
        results = ask(engine, words, **filters)  # type: ignore[arg-type]

    def fits(document: Document, leaving_out: str | None = None) -> bool:
        said = "phonics" in document.text["name"]
        return (not words or said == (words == "phonics")) and all(
            set(values) & set(document.facets.get(facet, ()))
            for facet, values in filters.items()
            if values and facet != leaving_out
        )

    assert set(ids(results)) == {document.id for document in left if fits(document)}
    assert results.total == len(results.hits)
    for facet in ("kind", "phase"):
        counted = Counter(
            value for d in left if fits(d, leaving_out=facet) for value in d.facets[facet]
        )
        known = {value for document in left for value in document.facets[facet]}
        assert results.facets.get(facet, {}) == {value: counted[value] for value in known}
