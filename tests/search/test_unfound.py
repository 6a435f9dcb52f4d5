"""Searches that found nothing are kept as words and days, and never by a GET in the database."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.core import clock
from app.search import unfound
from app.search.models import UnfoundSearch

DbSession = scoped_session[Session]


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    return tmp_path / "index.unfound"


def kept(session: DbSession) -> dict[str, int]:
    return {one.words: one.times for one in session.scalars(select(UnfoundSearch))}


class TestCounted:
    def test_the_way_to_a_longer_search_counts_for_nothing(self) -> None:
        day = date(2026, 11, 24)
        lines = [(day, words) for words in ("pho", "phon", "phonix", "phonix", "zumba")]

        assert unfound.counted(lines) == {(day, "phonix"): 2, (day, "zumba"): 1}

    def test_another_day_is_another_search(self) -> None:
        lines = [(date(2026, 11, 23), "pho"), (date(2026, 11, 24), "phonix")]

        assert len(unfound.counted(lines)) == 2


class TestGather:
    def test_moves_the_lines_into_the_table(self, session: DbSession, spool: Path) -> None:
        for words in ("Zumba  for heads", "zumba for heads", "harp"):
            unfound.note(spool, words)

        unfound.gather(session(), spool)
        unfound.forget(spool)
        unfound.note(spool, "harp")
        unfound.gather(session(), spool)

        assert kept(session) == {"zumba for heads": 2, "harp": 2}

    def test_without_a_search_there_is_nothing_to_do(self, session: DbSession, spool: Path) -> None:
        unfound.gather(session(), spool)
        unfound.forget(spool)

        assert kept(session) == {}

    def test_a_line_that_was_half_written_stops_nothing(
        self, session: DbSession, spool: Path
    ) -> None:
        spool.write_bytes(b'["2026-11-24", "har\n[1]\n\xff\n')
        unfound.note(spool, "harp")

        unfound.gather(session(), spool)

        assert kept(session) == {"harp": 1}

    def test_lines_left_by_a_killed_worker_come_first(
        self, session: DbSession, spool: Path
    ) -> None:
        unfound.note(spool, "harp")
        unfound.gather(session(), spool)
        session.rollback()
        unfound.note(spool, "zumba")

        unfound.gather(session(), spool)

        assert kept(session) == {"harp": 1}


class TestNote:
    @pytest.mark.parametrize("words", ["", "ab", "  "])
    def test_leaves_out_what_is_no_need(self, spool: Path, words: str) -> None:
        unfound.note(spool, words)

        assert not spool.exists()

    def test_stops_where_it_is_only_noise(
        self, spool: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(unfound, "MOST_BYTES", 100)
        for number in range(50):
            unfound.note(spool, f"noise {number}")

        assert spool.stat().st_size < 200

    def test_a_folder_that_is_not_there_breaks_no_search(self, tmp_path: Path) -> None:
        unfound.note(tmp_path / "missing" / "spool", "harp")


def test_old_days_are_forgotten(session: DbSession) -> None:
    session.add(UnfoundSearch(day=date(2020, 1, 1), words="harp", times=1))
    session.add(UnfoundSearch(day=clock.today(), words="zumba", times=1))
    session.flush()

    unfound.forget_before(session(), date(2026, 1, 1))

    assert kept(session) == {"zumba": 1}
