"""The index follows the database and mends itself, whatever was interrupted."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session, scoped_session

from app.extensions import db
from app.search import find, get_engine, pending
from app.search.collections import Collections
from app.search.documents import ENTRIES, Document, id_in
from app.search.models import IndexUpdate
from app.search.pending import apply_pending, heal, keep_up, register_source
from app.search.query import SearchRequest
from app.search.services import mark_changed
from app.search.whoosh_engine import WhooshEngine
from tests.search.entries import entry


class Truth:
    """Stands for the tables of a feature; what is in here should be found."""

    def __init__(self) -> None:
        self.entries = {"ada": "Phonics", "bea": "Maths", "cy": "Governance"}
        self.loads: list[Sequence[str] | None] = []

    def load(self, _session: Session, ids: Sequence[str] | None) -> Iterable[Document]:
        self.loads.append(ids)
        for name, words in self.entries.items():
            if ids is None or name in ids:
                yield entry(name, words)

    def digests(self) -> dict[str, str]:
        return {name: entry(name, words).digest for name, words in self.entries.items()}


@pytest.fixture
def truth(own_app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Truth]:
    made = Truth()
    monkeypatch.setattr(pending, "_sources", [])
    monkeypatch.setattr(pending, "SECONDS_BETWEEN_LOOKS", 0)
    register_source(made.load)
    with own_app.app_context():
        heal(get_engine(), db.engine)
        yield made


def entries_engine() -> WhooshEngine:
    engine = get_engine()
    assert isinstance(engine, Collections)
    found = engine.engines[ENTRIES]
    assert isinstance(found, WhooshEngine)
    return found


def notes() -> int:
    with Session(db.engine) as session:
        return session.scalars(select(func.count()).select_from(IndexUpdate)).one()


def change(truth: Truth, name: str, words: str | None) -> None:
    if words is None:
        del truth.entries[name]
    else:
        truth.entries[name] = words
    mark_changed(db.session(), [name])


def interrupted_change(truth: Truth, name: str, words: str | None) -> None:
    """Commit as a process does that is killed before the index hears of it."""
    change(truth, name, words)
    db.session.info.clear()
    db.session.commit()
    assert notes() > 0
    assert get_engine().digests() != truth.digests()


class TestAfterCommit:
    def test_the_index_follows_a_commit_and_the_notes_are_settled(self, truth: Truth) -> None:
        change(truth, "dee", "Attendance")
        change(truth, "ada", "Phonics and reading")
        change(truth, "bea", None)
        db.session.commit()

        assert get_engine().digests() == truth.digests()
        assert notes() == 0
        assert truth.loads[-1] == ["ada", "bea", "dee"]

    def test_a_rollback_leaves_the_index_alone(self, truth: Truth) -> None:
        before = get_engine().digests()
        change(truth, "dee", "Attendance")
        db.session.flush()
        db.session.rollback()
        db.session.commit()

        assert get_engine().digests() == before

    def test_a_savepoint_is_not_a_commit(self, truth: Truth) -> None:
        with db.session.begin_nested():
            change(truth, "dee", "Attendance")
        assert "dee" not in get_engine().digests()
        db.session.commit()

        assert "dee" in get_engine().digests()

    def test_a_change_is_kept_when_the_index_cannot_be_written(
        self, truth: Truth, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_args: object, **_options: object) -> None:
            message = "no space left on device"
            raise OSError(message)

        with monkeypatch.context() as patch:
            patch.setattr(WhooshEngine, "writing", full)
            change(truth, "dee", "Attendance")
            db.session.commit()
        assert notes() == 1

        keep_up(get_engine(), db.engine)
        assert get_engine().digests() == truth.digests()
        assert notes() == 0


class TestHealing:
    @pytest.mark.parametrize("words", ["Attendance", None])
    def test_the_worker_catches_up_after_an_interruption(
        self, truth: Truth, words: str | None
    ) -> None:
        interrupted_change(truth, "ada", words)

        keep_up(get_engine(), db.engine)

        assert get_engine().digests() == truth.digests()
        assert notes() == 0

    def test_a_search_catches_up_without_writing_to_the_database(self, truth: Truth) -> None:
        interrupted_change(truth, "ada", "Attendance")

        assert find(SearchRequest("attendance")).total == 1
        assert notes() == 1
        loads = len(truth.loads)
        find(SearchRequest("attendance"))
        assert len(truth.loads) == loads  # it does not look at the same note again

    def test_a_search_looks_only_every_few_seconds(
        self, truth: Truth, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        find(SearchRequest(""))
        monkeypatch.setattr(pending, "SECONDS_BETWEEN_LOOKS", 60)
        interrupted_change(truth, "ada", "Attendance")

        assert find(SearchRequest("attendance")).total == 0

    @pytest.mark.parametrize("how", ["search", "worker"])
    def test_a_lost_index_is_made_anew(self, truth: Truth, how: str) -> None:
        for path in entries_engine()._directory.path.iterdir():
            if path.is_file():
                path.unlink()

        if how == "search":
            assert find(SearchRequest("phonics")).total == 1
        else:
            keep_up(get_engine(), db.engine)
        assert get_engine().digests() == truth.digests()

    @pytest.mark.parametrize("ending", ["toc", "seg"])
    def test_a_damaged_index_is_made_anew_by_the_next_process_that_searches(
        self, truth: Truth, own_app: Flask, ending: str
    ) -> None:
        engine = entries_engine()
        for path in engine._directory.path.glob(f"*.{ending}"):
            path.write_bytes(b"damaged")
        own_app.extensions["search"] = Collections({ENTRIES: WhooshEngine(engine._directory.path)})

        assert find(SearchRequest("phonics")).total == 1
        assert get_engine().digests() == truth.digests()

    def test_every_difference_is_mended(self, truth: Truth) -> None:
        with get_engine().writing() as writer:
            writer.put(entry("stale", "Only in the index"))
            writer.put(entry("ada", "Old words"))
            writer.remove("bea")

        heal(get_engine(), db.engine)

        assert get_engine().digests() == truth.digests()

    def test_an_index_without_differences_is_left_alone(self, truth: Truth) -> None:
        engine = entries_engine()
        before = engine._directory.last_commit()
        heal(get_engine(), db.engine)

        assert engine._directory.last_commit() == before

    def test_nothing_pending_costs_no_lock(
        self, truth: Truth, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delattr(WhooshEngine, "writing")

        assert apply_pending(get_engine(), db.engine) == 0

    def test_whatever_was_interrupted_the_index_ends_equal(self, truth: Truth) -> None:
        """Every order of change, loss of the index and search, each followed by a worker's pass."""
        numbers = itertools.count()
        for words in ("Attendance", None, "Attendance"):
            if words is None:
                interrupted_change(truth, "ada", None)
            else:
                interrupted_change(truth, "ada", f"{words} {next(numbers)}")
            find(SearchRequest(""))
            assert get_engine().digests() == truth.digests()
        keep_up(get_engine(), db.engine)
        assert (get_engine().digests(), notes()) == (truth.digests(), 0)


def test_a_collection_is_searched_and_counted_by_itself(truth: Truth) -> None:
    course = id_in("training", 1)
    change(truth, course, "Phonics for governors")
    db.session.commit()

    courses = find(SearchRequest("phonics", collection="training"))
    entries = find(SearchRequest("phonics"))
    change(truth, course, None)
    db.session.commit()

    assert [hit.id for hit in courses.hits] == [course]
    assert [hit.id for hit in entries.hits] == ["ada"]
    assert find(SearchRequest("phonics", collection="training")).total == 0


def test_reindex_makes_the_index_anew_and_says_how_many_entries(
    truth: Truth, own_app: Flask
) -> None:
    with get_engine().writing() as writer:
        writer.put(entry("stale", "Only in the index"))

    result = own_app.test_cli_runner().invoke(args=["search", "reindex"])

    assert result.exit_code == 0
    assert result.output == "3 entries in the search index\n"
    assert get_engine().digests() == truth.digests()


def test_an_unknown_engine_is_refused_by_name(own_app: Flask) -> None:
    from app import search

    other = Flask("other")
    other.config.update(SEARCH_ENGINE="elastic", SEARCH_INDEX_DIR="index")
    with pytest.raises(ValueError, match="SEARCH_ENGINE must be one of whoosh, not 'elastic'"):
        search.init_app(other)


def test_inside_a_test_that_is_taken_back_the_index_sees_what_was_committed(
    app: Flask, session: scoped_session[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Truth()
    monkeypatch.setattr(pending, "_sources", [made.load])
    heal(get_engine(), session.get_bind())
    change(made, "dee", "Attendance")
    db.session.commit()

    assert get_engine().digests() == made.digests()
    # the folder is that of other tests, too
    made.entries.clear()
    heal(get_engine(), session.get_bind())
