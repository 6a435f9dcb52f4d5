"""Usual timings, in working days from the last step; an authority changes them here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core import clock
from app.core.calendar import add_working_days

if TYPE_CHECKING:
    from datetime import date, datetime

WORKING_DAYS = {
    "answer_information": 10,
    "answer_enquiry": 5,
    "match": 2,
    "choose": 5,
    "answer_offer": 5,
    "agree": 10,
    "sign": 5,
    "answer_question": 5,
    "approve": 5,
    # how long a refusal may be challenged, and until when another officer decides
    "challenge": 10,
    "decide_challenge": 10,
    "propose_plan": 10,
    "answer_plan": 5,
    "note_after_visit": 5,
    # a concern: until somebody acts, until it is settled, and until it is settled once escalated
    "act_on_concern": 5,
    "settle_concern": 20,
    "settle_escalated_concern": 10,
    # a complaint: the last runs from the acknowledgement
    "acknowledge_complaint": 3,
    "assign_complaint": 5,
    "investigate_complaint": 20,
    "answer_review": 5,
    # a step taken by mistake
    "undo": 5,
    "evaluate": 15,
    "judge": 10,
    # until the authority accepts it, or the lead answers what was asked
    "closing_report": 10,
}


def due(moment: datetime, timing: str) -> date:
    return add_working_days(clock.in_london(moment).date(), WORKING_DAYS[timing])


def add_to_today(timing: str) -> date:
    return add_working_days(clock.today(), WORKING_DAYS[timing])
