"""Which column of which published file holds which measure.

Names of columns stay here, out of the database: they change from year to year, measures do not.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.schools.figures.facts import (
    CENSUS_TOTALS,
    ENGLAND,
    ENGLAND_ALL,
    of_authority,
    of_school,
)
from app.schools.figures.importing.around import Around
from app.schools.importing import cells

Cell = Callable[[str], str]


class NotTaken(Exception):
    """The row is about nothing that is kept here; the message says why."""


@dataclass(frozen=True)
class Column:
    """A measure's column, and the column that says how many were counted."""

    measure: str
    header: str
    counted: str = ""


@dataclass(frozen=True)
class Difference:
    """A measure that is the first column less the second."""

    measure: str
    header: str
    less: str
    counted: str = ""


@dataclass(frozen=True)
class Layout:
    name: str
    required: frozenset[str]
    absent: frozenset[str]
    about: Callable[[Cell, Around], str]
    columns: tuple[Column | Difference, ...]
    # the column with the school year; empty where only the file's name says it
    year: str = ""


def _performance_tables(state_schools: str) -> Callable[[Cell, Around], str]:
    """Tell a school from a total of its file: of the authority, or of England.

    `state_schools` is the RECTYPE of England's state-funded schools, which differs by key stage.
    """

    def about(cell: Cell, around: Around) -> str:
        urn = cells.urn(cell("URN"))
        if urn is not None:
            return _school(urn, around)
        if cell("ESTAB").strip():
            message = "no URN, although the row names a school"
            raise NotTaken(message)
        if code := cells.code(cell("LEA")):
            return _authority(code, around)
        return ENGLAND if cells.code(cell("RECTYPE")) == state_schools else ENGLAND_ALL

    return about


def _census(cell: Cell, around: Around) -> str:
    urn = cells.urn(cell("URN"))
    if urn is not None:
        return _school(urn, around)
    if total := CENSUS_TOTALS.get(cell("ESTAB").strip().upper()):
        return total
    message = "neither a school with a URN nor a total that is known"
    raise NotTaken(message)


def _by_level(cell: Cell, around: Around) -> str:
    level = cell("geographic_level").strip().lower()
    if level == "school":
        urn = cells.urn(cell("school_urn"))
        if urn is None:
            message = "no school_urn"
            raise NotTaken(message)
        return _school(urn, around)
    # a row for girls or for boys is about a part of the pupils
    if cell("gender").strip().lower() not in {"", "total"}:
        message = "of one gender only: the totals are taken"
        raise NotTaken(message)
    if level == "local authority":
        return _authority(cells.code(cell("old_la_code")), around)
    if level == "national":
        return ENGLAND
    message = "of a region, which nothing here is compared with"
    raise NotTaken(message)


def _school(urn: int, around: Around) -> str:
    if urn not in around.urns:
        message = "no school with this URN is in the register here"
        raise NotTaken(message)
    return of_school(urn)


def _authority(code: str, around: Around) -> str:
    if code not in around.authorities:
        message = "no school of this authority is in the register here"
        raise NotTaken(message)
    return of_authority(code)


_RWM, _DISADVANTAGED, _OTHERS = "TELIG", "TFSM6CLA1A", "TNotFSM6CLA1A"
_RWM_DISADVANTAGED, _RWM_OTHERS = "PTRWM_EXP_FSM6CLA1A", "PTRWM_EXP_NotFSM6CLA1A"

LAYOUTS = (
    Layout(
        "key stage 2",
        frozenset({"rectype", "urn", "ptrwm_exp"}),
        frozenset(),
        _performance_tables(state_schools="5"),
        (
            Column("ks2_rwm_expected", "PTRWM_EXP", _RWM),
            Column("ks2_rwm_expected_disadvantaged", _RWM_DISADVANTAGED, _DISADVANTAGED),
            Column("ks2_rwm_expected_others", _RWM_OTHERS, _OTHERS),
            # not DIFFN_RWM_EXP, which compares with other pupils in England
            Difference(
                "ks2_rwm_expected_gap", _RWM_DISADVANTAGED, less=_RWM_OTHERS, counted=_DISADVANTAGED
            ),
            Column("ks2_rwm_higher", "PTRWM_HIGH", _RWM),
            Column("ks2_reading_expected", "PTREAD_EXP", _RWM),
            Column("ks2_writing_expected", "PTWRITTA_EXP", _RWM),
            Column("ks2_maths_expected", "PTMAT_EXP", _RWM),
            Column("ks2_gps_expected", "PTGPS_EXP", _RWM),
            Column("ks2_reading_score", "READ_AVERAGE", _RWM),
            Column("ks2_maths_score", "MAT_AVERAGE", _RWM),
            Column("ks2_reading_progress", "READPROG", _RWM),
            Column("ks2_writing_progress", "WRITPROG", _RWM),
            Column("ks2_maths_progress", "MATPROG", _RWM),
        ),
    ),
    Layout(
        "ks2 authorities",
        frozenset({"time_period", "geographic_level", "pt_rwm_met_expected_standard"}),
        frozenset(),
        _by_level,
        (
            Column("ks2_rwm_expected", "pt_rwm_met_expected_standard", "t_rwm_eligible_pupils"),
            Column("ks2_rwm_higher", "pt_rwm_met_higher_standard", "t_rwm_eligible_pupils"),
            Column(
                "ks2_reading_expected", "pt_read_met_expected_standard", "t_read_eligible_pupils"
            ),
            Column(
                "ks2_writing_expected",
                "pt_writta_met_expected_standard",
                "t_writta_eligible_pupils",
            ),
            Column("ks2_maths_expected", "pt_mat_met_expected_standard", "t_mat_eligible_pupils"),
            Column("ks2_gps_expected", "pt_gps_met_expected_standard", "t_gps_eligible_pupils"),
            Column("ks2_reading_score", "avg_read_scaled_score", "t_read_eligible_pupils"),
            Column("ks2_maths_score", "avg_mat_scaled_score", "t_mat_eligible_pupils"),
        ),
        year="time_period",
    ),
    Layout(
        "key stage 4",
        frozenset({"rectype", "urn", "att8scr"}),
        frozenset(),
        _performance_tables(state_schools="7"),
        (
            Column("ks4_attainment8", "ATT8SCR", "TPUP"),
            Column("ks4_attainment8_disadvantaged", "ATT8SCR_FSM6CLA1A", _DISADVANTAGED),
            Column("ks4_attainment8_others", "ATT8SCR_NFSM6CLA1A", _OTHERS),
            Difference(
                "ks4_attainment8_gap",
                "ATT8SCR_FSM6CLA1A",
                less="ATT8SCR_NFSM6CLA1A",
                counted=_DISADVANTAGED,
            ),
            Column("ks4_progress8", "P8MEA", "TPUP"),
            Column("ks4_basics_5", "PTL2BASICS_95", "TPUP"),
            Column("ks4_basics_4", "PTL2BASICS_94", "TPUP"),
            Column("ks4_basics_5_disadvantaged", "PTFSM6CLA1ABASICS_95", _DISADVANTAGED),
        ),
    ),
    Layout(
        "key stage 4 info",
        frozenset({"time_period", "geographic_level", "school_urn", "diffn_att8"}),
        frozenset(),
        _by_level,
        (
            Column("ks4_attainment8_national_difference", "diffn_att8", "t_disadvantaged"),
            Column("ks4_progress8_national_difference", "diffn_p8mea", "t_disadvantaged"),
        ),
        year="time_period",
    ),
    Layout(
        "census",
        frozenset({"urn", "nor", "pnumfsmever"}),
        frozenset(),
        _census,
        (
            Column("census_pupils", "NOR"),
            Column("census_fsm_six_years", "PNUMFSMEVER", "NORFSMEVER"),
            Column("census_eal", "PNUMEAL", "NOR"),
            Column("census_sen_support", "PSENELK", "NOR"),
            Column("census_sen_plan", "PSENELSE", "NOR"),
        ),
    ),
    Layout(
        "absence",
        frozenset({"urn", "perctot", "ppersabs10"}),
        frozenset(),
        _census,
        (
            Column("absence", "PERCTOT"),
            Column("persistent_absence", "PPERSABS10"),
        ),
    ),
)
