"""The index as it lies on disk: all or nothing, never half made, replaced when damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.search.engine import SearchUnavailableError
from app.search.whoosh_engine import WhooshEngine
from tests.search.entries import ENTRIES, ask, entry, filled, ids


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    return filled(tmp_path / "index", ENTRIES)


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
