"""The tables of one piece of support, from the need to the judgement of both sides."""

from app.commissions.models import frozen  # noqa: F401  # its guards stand from here on
from app.commissions.models.agreement import (
    AgreementVersion,
    Commission,
    FundingLine,
    Objective,
    Signature,
    StartingPoint,
    Target,
)
from app.commissions.models.approval import ApprovalAct, ApprovalCondition
from app.commissions.models.changes import EarlyEnd, LeadChange, Pause, SchoolMove
from app.commissions.models.delivery import (
    Evaluation,
    EvaluationFinding,
    Measurement,
    VisitNote,
)
from app.commissions.models.enquiry import Enquiry, EnquiryAnswer, NotAsked
from app.commissions.models.request import Candidate, ConflictDeclaration, SupportRequest
from app.commissions.models.variation import Variation

__all__ = [
    "AgreementVersion",
    "ApprovalAct",
    "ApprovalCondition",
    "Candidate",
    "Commission",
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
    "Pause",
    "SchoolMove",
    "Signature",
    "StartingPoint",
    "SupportRequest",
    "Target",
    "Variation",
    "VisitNote",
]
