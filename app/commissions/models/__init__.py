"""The tables of one piece of support, from the need to the judgement of both sides."""

from app.commissions.models import frozen  # noqa: F401  # its guards stand from here on
from app.commissions.models.agreement import AgreementVersion, Commission, Signature
from app.commissions.models.approval import ApprovalAct, ApprovalCondition
from app.commissions.models.board import Assignment, OfficerNote, Watch
from app.commissions.models.board_need import BoardNeed
from app.commissions.models.changes import EarlyEnd, LeadChange, Pause, SchoolMove
from app.commissions.models.check import ProviderCheck
from app.commissions.models.concern import Concern, ConcernAct
from app.commissions.models.delivery import (
    Evaluation,
    EvaluationFinding,
    Measurement,
    VisitNote,
)
from app.commissions.models.enquiry import Enquiry, EnquiryAnswer, NotAsked
from app.commissions.models.funding import FundingLine
from app.commissions.models.objective import Objective, StartingPoint, Target
from app.commissions.models.plan import ActionPlan, PlanStep
from app.commissions.models.preauthorised import PreauthorisedRule
from app.commissions.models.request import Candidate, ConflictDeclaration, SupportRequest
from app.commissions.models.review import ObjectiveRating, ReviewMeeting
from app.commissions.models.variation import Variation
from app.commissions.models.visit import CalendarFeed, Visit

__all__ = [
    "ActionPlan",
    "AgreementVersion",
    "ApprovalAct",
    "ApprovalCondition",
    "Assignment",
    "BoardNeed",
    "CalendarFeed",
    "Candidate",
    "Commission",
    "Concern",
    "ConcernAct",
    "ConflictDeclaration",
    "EarlyEnd",
    "Enquiry",
    "EnquiryAnswer",
    "Evaluation",
    "EvaluationFinding",
    "FundingLine",
    "LeadChange",
    "Measurement",
    "NotAsked",
    "Objective",
    "ObjectiveRating",
    "OfficerNote",
    "Pause",
    "PlanStep",
    "PreauthorisedRule",
    "ProviderCheck",
    "ReviewMeeting",
    "SchoolMove",
    "Signature",
    "StartingPoint",
    "SupportRequest",
    "Target",
    "Variation",
    "Visit",
    "VisitNote",
    "Watch",
]
