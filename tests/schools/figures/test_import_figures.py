"""Published figures through the command: what is kept of a file, and what is not."""

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, scoped_session

from app.core.audit_verify import verify
from app.schools.facts import Gap
from app.schools.figures.facts import of_school
from app.schools.figures.models import InspectionJudgement, Measure, PublishedFigure
from tests.cases import Case
from tests.schools.figures.files import (
    AUTHORITY,
    CENSUS,
    ENGLAND,
    ENGLAND_WITH_INDEPENDENT,
    GRADE,
    KS2,
    REPORT_CARD,
)
from tests.schools.files import Importer, write_csv

SessionFixture = scoped_session[Session]
SCHOOL = of_school(108134)


def figures(session: SessionFixture, about: str = SCHOOL) -> dict[str, Decimal | Gap]:
    """Return what is held of the measures about somebody, values and gaps alike."""
    rows = session.scalars(select(PublishedFigure).filter_by(about=about))
    return {
        row.measure_key: Gap(row.gap) if row.value is None else row.value
        for row in rows
        if row.gap or row.value is not None
    }


def judged(session: SessionFixture) -> dict[str, tuple[str | None, str, int | None]]:
    rows = session.scalars(select(InspectionJudgement))
    return {row.aspect: (row.words, f"{row.judged_on}", row.judged_urn) for row in rows}


class TestKeyStage2:
    def test_figures_gaps_and_totals(
        self, register: Importer, session: SessionFixture, tmp_path: Path, case: Case
    ) -> None:
        path = tmp_path / "2018-2019_384_ks2final.csv"
        withheld = {"URN": "108135", "PTRWM_EXP": "SUPP", "PTRWM_EXP_FSM6CLA1A": "SUPP"}
        totals = (AUTHORITY, ENGLAND, ENGLAND_WITH_INDEPENDENT)
        write_csv(path, {}, withheld, *totals, of=KS2)
        assert register.counts(path) == "5 added, 0 changed, 0 unchanged, 0 rejected"

        with case("the gap inside the school, not the difference with England"):
            assert figures(session) == {
                "ks2_rwm_expected": 58,
                "ks2_rwm_expected_disadvantaged": 38,
                "ks2_rwm_expected_others": 72,
                "ks2_rwm_expected_gap": -34,
                "ks2_reading_progress": Decimal("-1.2"),
            }
        with case("year, cohort and catalogue come along"):
            row = session.get_one(PublishedFigure, (SCHOOL, "ks2_rwm_expected_gap", 2018))
            assert (row.cohort_size, row.measure.unit) == (13, "percentage points")
        with case("withheld is kept as withheld, and what follows from it is withheld too"):
            held = figures(session, of_school(108135))
            assert held["ks2_rwm_expected"] is Gap.SUPPRESSED
            assert held["ks2_rwm_expected_gap"] is Gap.SUPPRESSED
            assert held["ks2_rwm_expected_others"] == 72
        with case("totals are kept as what they are totals of"):
            assert figures(session, "authority:384")["ks2_rwm_expected"] == 62
            assert figures(session, "england")["ks2_rwm_expected"] == 65
            assert figures(session, "england:all")["ks2_rwm_expected"] == 64
        with case("a second import changes nothing and says so"):
            assert register.counts(path) == "0 added, 0 changed, 5 unchanged, 0 rejected"
            assert verify(session()) == []
        with case("one changed figure is one changed row, and a silent cell wipes nothing"):
            write_csv(path, {"PTRWM_EXP_FSM6CLA1A": "40%", "READPROG": ""}, of=KS2)
            assert register.counts(path) == "0 added, 1 changed, 0 unchanged, 0 rejected"
            held = figures(session)
            assert held["ks2_rwm_expected_gap"] == -32
            assert held["ks2_reading_progress"] == Decimal("-1.2")

    def test_rows_and_cells_that_are_not_taken(
        self, register: Importer, session: SessionFixture, tmp_path: Path, case: Case
    ) -> None:
        path = tmp_path / "2018-2019.csv"
        with case("each with its line and reason"):
            write_csv(
                path,
                {"PTRWM_EXP": "580%"},
                {"PTRWM_EXP": "60%"},
                {"URN": "999999"},
                {"URN": ""},
                {**AUTHORITY, "LEA": "936"},
                of=KS2,
            )
            assert register.counts(path) == "1 added, 0 changed, 0 unchanged, 4 rejected"
            assert [(row["line"], row["not taken"]) for row in register.rejected()] == [
                ("2", "cell"),
                ("3", "row"),
                ("4", "row"),
                ("5", "row"),
                ("6", "row"),
            ]
            assert "line 2" in register.rejected()[1]["reason"]
        with case("a short row is padded, and headers match in any order and case"):
            path.write_text("ptrwm_exp , Rectype,URN,PTREAD_EXP\n58%,1,108134\n", encoding="cp1252")
            assert register.counts(path).startswith("1 added")
            assert figures(session) == {"ks2_rwm_expected": 58}
        with case("a file that does not say its year is refused as a whole"):
            nameless = write_csv(tmp_path / "ks2.csv", of=KS2)
            assert "add --year" in register(nameless).output
            assert figures(session) == {}

    def test_an_invented_school_takes_no_published_figure(
        self, register: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        path = write_csv(tmp_path / "2018-2019.csv", {"URN": "900001"}, of=KS2)
        assert register.counts(path).endswith("1 rejected")


class TestOtherLayouts:
    def test_census_and_its_totals_by_kind_of_school(
        self, register: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        path = tmp_path / "census-2022-2023.csv"
        total = {"URN": "NAT", "ESTAB": "PRI", "NOR": "4647851"}
        write_csv(path, {"PNUMFSMEVER": "NA"}, total, of=CENSUS)
        assert register.counts(path).startswith("2 added")
        assert figures(session) == {
            "census_pupils": 228,
            "census_fsm_six_years": Gap.NOT_APPLICABLE,
        }
        assert figures(session, "england:primary")["census_pupils"] == 4_647_851

    def test_key_stage_4_and_authorities_say_their_own_year(
        self, register: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        level = {"time_period": "202324", "geographic_level": "School", "school_urn": "108134"}
        ks4 = write_csv(tmp_path / "a.csv", {**level, "diffn_att8": "-16.8"}, of={})
        wakefield = {
            "time_period": "202324",
            "geographic_level": "Local authority",
            "old_la_code": "384",
            "gender": "Total",
            "version": "Provisional",
            "pt_rwm_met_expected_standard": "62",
        }
        girls = {**wakefield, "gender": "Girls", "pt_rwm_met_expected_standard": "66"}
        region = {**wakefield, "geographic_level": "Regional"}
        ks2 = write_csv(tmp_path / "b.csv", girls, region, wakefield, of={})
        assert register.counts(ks4, ks2) == "2 added, 0 changed, 0 unchanged, 2 rejected"
        assert figures(session) == {"ks4_attainment8_national_difference": Decimal("-16.8")}
        row = session.get_one(PublishedFigure, ("authority:384", "ks2_rwm_expected", 2023))
        assert (row.value, row.provisional) == (62, True)

    def test_performance_tables_of_key_stage_4(
        self, register: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        row = {"RECTYPE": "1", "URN": "108134", "ATT8SCR": "45.1", "PTL2BASICS_95": "41%"}
        gap = {"ATT8SCR_FSM6CLA1A": "36.2", "ATT8SCR_NFSM6CLA1A": "50.0"}
        register.counts(write_csv(tmp_path / "2022-2023_ks4.csv", {**row, **gap}, of={}))
        held = figures(session)
        assert held["ks4_attainment8_gap"] == Decimal("-13.8")
        assert held["ks4_basics_5"] == 41


class TestInspections:
    def test_every_aspect_in_the_words_of_its_time(
        self, register: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        path = write_csv(tmp_path / "a.csv", of=REPORT_CARD)
        assert register.counts(path) == "1 added, 0 changed, 0 unchanged, 0 rejected"
        assert judged(session) == {
            "Inclusion": ("Needs attention", "2026-01-06", 108134),
            "Curriculum and teaching": ("Expected standard", "2026-01-06", 108134),
            "Post-16 provision": (None, "2026-01-06", 108134),
            "Overall effectiveness": ("Not judged", "2019-06-20", 108136),
            "Quality of education": ("Good", "2019-06-20", 108136),
            "Early years provision": (None, "2019-06-20", 108136),
        }
        assert register.counts(path) == "0 added, 0 changed, 1 unchanged, 0 rejected"

    def test_no_inspection_is_no_judgement(self, register: Importer, tmp_path: Path) -> None:
        nothing = dict.fromkeys(REPORT_CARD, "NULL") | {"URN": "108134"}
        assert register.counts(write_csv(tmp_path / "a.csv", nothing, of={})).endswith("1 rejected")

    def test_a_summer_midnight_in_universal_time_is_the_next_day_in_england(
        self, register: Importer, session: SessionFixture, tmp_path: Path
    ) -> None:
        winter = {"URN": "108135", "rating": "3", "lastInspectionDate": "2018-01-10T00:00:00.000Z"}
        register.counts(write_csv(tmp_path / "a.csv", {}, winter, of=GRADE))
        rows = session.scalars(select(InspectionJudgement).order_by(InspectionJudgement.about))
        assert [(row.words, f"{row.judged_on}") for row in rows] == [
            ("Good", "2022-07-06"),
            ("Requires improvement", "2018-01-10"),
        ]


def test_a_measure_that_was_edited_is_not_overwritten(
    register: Importer, session: SessionFixture, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "2018-2019.csv", of=KS2)
    register.counts(path)
    session.get_one(Measure, "ks2_rwm_expected").name = "In our words"
    session.commit()
    register.counts(path)
    session.expire_all()
    assert session.get_one(Measure, "ks2_rwm_expected").name == "In our words"


@pytest.mark.parametrize("words", ["2019", "2018-2020"])
def test_the_year_is_a_school_year(register: Importer, tmp_path: Path, words: str) -> None:
    path = write_csv(tmp_path / "ks2.csv", of=KS2)
    runner = register.app.test_cli_runner()
    result = runner.invoke(args=["schools", "import", "--year", words, str(path)])
    assert "like 2018-2019" in result.output
    assert result.exit_code != 0
