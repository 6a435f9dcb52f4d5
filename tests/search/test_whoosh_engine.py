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
from app.search.documents import FIELD_WEIGHTS, Document
from app.search.engine import SearchUnavailableError
from app.search.query import Matching
from app.search.whoosh_engine import WhooshEngine
from tests.search.entries import ask, entry, filled, ids

ENTRIES = [
    entry(
        "ada",
        "Ada Northfield",
        expertise="Phonics and early reading",
        description="Mentors teachers of Year 1. IT support on request.",
        facets={"kind": ("person",), "phase": ("primary",)},
        sort={"name": "Ada Northfield", "confirmed": 3.0},
    ),
    entry(
        "bea",
        "Bea Southgate",
        expertise="Mathematics mastery",
        description="Worked beside phonics leads in Year 1; it supports planning.",
        facets={"kind": ("person",), "phase": ("primary", "secondary")},
        sort={"name": "bea Southgate", "confirmed": 1.0},
    ),
    entry(
        "cedar",
        "Cedar Phonics Alliance",
        expertise="Phonics; early reading; Year 1 screening check",
        designations="Teaching school hub",
        description="Phonics phonics phonics.",
        facets={"kind": ("organisation",), "phase": ("primary",)},
        sort={"name": "Cedar Phonics Alliance"},
    ),
    entry(
        "dene",
        "Dene Trust",
        expertise="Governance",
        description="Reviews of governance by experienced governors.",
        facets={"kind": ("organisation",), "phase": ("secondary",)},
        sort={"name": "Dene Trust", "confirmed": 2.0},
    ),
]


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

        found = {hit.id: hit.score for hit in ask(engine, word).hits}
        assert found == pytest.approx(expected, abs=1e-5)

    def test_equal_entries_stand_in_the_order_of_their_lots_not_of_their_names(
        self, tmp_path: Path
    ) -> None:
        alike = [entry(f"id{number}", "Same Name") for number in range(40)]
        first = ids(ask(filled(tmp_path / "one", alike), "name", limit=40))
        second = ids(ask(filled(tmp_path / "two", alike[::-1]), "name", limit=40))

        assert first == second
        assert first != sorted(first)

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


class TestWriting:
    def test_an_index_that_was_never_made_says_so(self, tmp_path: Path) -> None:
        engine = WhooshEngine(tmp_path / "index")

        assert not engine.ready()
        with pytest.raises(SearchUnavailableError):
            ask(engine)
        with pytest.raises(SearchUnavailableError), engine.writing():
            pass

    def test_an_empty_index_is_ready(self, tmp_path: Path) -> None:
        engine = filled(tmp_path / "index", [])

        assert engine.ready()
        assert ask(engine, "phonics").total == 0

    def test_a_grown_index_answers_like_one_made_at_once(self, tmp_path: Path) -> None:
        grown = filled(tmp_path / "grown", [entry("old", "phonics"), entry("ada", "maths")])
        for document in ENTRIES:
            with grown.writing() as writer:
                writer.put(document)
        with grown.writing() as writer:
            writer.remove("old")
        made = filled(tmp_path / "made", ENTRIES)

        assert grown.digests() == made.digests()
        for words in ("", "phonics", "phonics year 1", '"early reading"', "-maths", "it support"):
            assert ask(grown, words, kind="person") == ask(made, words, kind="person")

    def test_a_failed_change_leaves_everything_as_it_was(self, engine: WhooshEngine) -> None:
        before = engine.digests()

        def change_and_fail() -> None:
            with engine.writing() as writer:
                writer.put(entry("new", "New"))
                writer.remove("ada")
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            change_and_fail()

        assert engine.digests() == before
        with engine.writing() as writer:  # and the lock is free
            writer.remove("ada")
        assert "ada" not in engine.digests()

    def test_the_same_document_twice_in_one_change_is_refused(self, engine: WhooshEngine) -> None:
        with engine.writing() as writer:
            writer.put(entry("new", "New"))
            with pytest.raises(ValueError, match="twice"):
                writer.put(entry("new", "Newer"))

    def test_a_change_of_nothing_makes_no_commit(self, engine: WhooshEngine) -> None:
        before = engine._directory.last_commit()
        with engine.writing():
            pass

        assert engine._directory.last_commit() == before

    def test_who_waits_too_long_for_the_lock_is_told(self, engine: WhooshEngine) -> None:
        other = WhooshEngine(engine._directory.path)
        with engine.writing(), pytest.raises(SearchUnavailableError), other.writing(timeout=0.1):
            pass

    def test_an_index_of_older_rules_is_not_read(
        self, engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("app.search.whoosh_engine.storage.SCHEMA_VERSION", 99)

        assert not WhooshEngine(engine._directory.path).ready()


class TestDamage:
    @pytest.mark.parametrize("ending", [".toc", ".seg"])
    @pytest.mark.parametrize("damage", ["cut", "scrambled", "deleted"])
    def test_a_damaged_index_is_noticed_and_can_be_made_anew(
        self, engine: WhooshEngine, ending: str, damage: str
    ) -> None:
        [path] = engine._directory.path.glob(f"*{ending}")
        content = path.read_bytes()
        if damage == "cut":
            path.write_bytes(content[: len(content) // 3])
        elif damage == "scrambled":
            path.write_bytes(bytes(255 - byte for byte in content))
        else:
            path.unlink()
        fresh = WhooshEngine(engine._directory.path)

        assert not fresh.ready()
        with fresh.writing(afresh=True) as writer:
            for document in ENTRIES:
                writer.put(document)
        assert fresh.ready()
        assert ids(ask(fresh, "phonics year 1")) == ["cedar", "ada", "bea"]
        # and a process that had read the damaged one sees the new one
        assert ids(ask(engine, "phonics year 1")) == ["cedar", "ada", "bea"]

    def test_damage_met_in_the_middle_of_a_search_makes_it_not_ready(
        self, engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_args: object) -> None:
            raise OSError

        monkeypatch.setattr("whoosh.reading.SegmentReader.postings", broken)

        assert engine.ready()
        with pytest.raises(SearchUnavailableError):
            ask(engine, "phonics")
        assert not engine.ready()
