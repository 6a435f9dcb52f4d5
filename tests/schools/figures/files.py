"""Files of figures made for one test, in the published layouts."""

KS2 = {
    "RECTYPE": "1",
    "LEA": "384",
    "ESTAB": "2004",
    "URN": "108134",
    "TELIG": "31",
    "TFSM6CLA1A": "13",
    "TNotFSM6CLA1A": "18",
    "PTRWM_EXP": "58%",
    "PTRWM_EXP_FSM6CLA1A": "38%",
    "PTRWM_EXP_NotFSM6CLA1A": "72%",
    "DIFFN_RWM_EXP": "-33",
    "READPROG": "-1.2",
}
AUTHORITY = {"RECTYPE": "3", "LEA": "384", "ESTAB": " ", "URN": " ", "PTRWM_EXP": "62%"}
ENGLAND = {"RECTYPE": "5", "LEA": " ", "ESTAB": " ", "URN": " ", "PTRWM_EXP": "65"}
ENGLAND_WITH_INDEPENDENT = {**ENGLAND, "RECTYPE": "4", "PTRWM_EXP": "64"}
CENSUS = {"URN": "108134", "ESTAB": "2004", "NOR": "228", "PNUMFSMEVER": "25.00%"}
REPORT_CARD = {
    "URN": "108134",
    "Inspection start date": "06/01/2026",
    "URN at time of latest full inspection": "108134",
    "Inclusion": "Needs attention",
    "Inclusion - date of judgement": "06/01/2026",
    "Curriculum and teaching": "Expected standard",
    "Curriculum and teaching - date of judgement": "06/01/2026",
    "Post-16 provision (where applicable)": "Not applicable",
    "Post-16 provision - date of judgement": "06/01/2026",
    "Category of concern": "",
    "Inspection start date of latest OEIF graded inspection": "20/06/2019",
    "URN at time of latest OEIF graded inspection": "108136",
    "School name at time of latest OEIF graded inspection": "Third School",
    "Latest OEIF overall effectiveness": "Not judged",
    "Latest OEIF quality of education": "2",
    "Latest OEIF early years provision (where applicable)": "9",
    "Date of latest ungraded inspection": "NULL",
    "Ungraded inspection overall outcome": "NULL",
}
GRADE = {"URN": "108134", "rating": "2", "lastInspectionDate": "2022-07-05T23:00:00.000Z"}
