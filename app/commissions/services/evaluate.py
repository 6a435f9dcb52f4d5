"""Each side's own judgement at the end; the second one sends both to quality review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commissions.delivery_permissions import both_in, side_of
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import Evaluation, EvaluationFinding
from app.commissions.services.agree import hold
from app.commissions.statuses import CommissionAction, CommissionStatus
from app.core import clock
from app.core.audit_label import label_change
from app.core.errors import NotAllowed, NotOpen, NotReady
from app.extensions import db

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.accounts.models import Person
    from app.commissions.facts import Side
    from app.commissions.models import Commission

NO_SIDE = "Only the supported school and the provider evaluate, each for their own side."


def evaluation_of(commission: Commission, side: Side) -> Evaluation | None:
    return next((e for e in commission.evaluations if e.side is side), None)


def check_open(*, commission: Commission, by: Person) -> Side:
    """Return the side the person evaluates for, or raise NotOpen or NotAllowed."""
    if commission.status is not CommissionStatus.EVALUATING:
        message = "Evaluations are written once delivery has ended and until both are in."
        raise NotOpen(message)
    side = side_of(by, commission)
    if side is None:
        raise NotAllowed(NO_SIDE)
    own = evaluation_of(commission, side)
    if own is not None and own.submitted_at is not None:
        message = "Your side has already handed in its evaluation."
        raise NotOpen(message)
    return side


def evaluate(
    *,
    commission: Commission,
    by: Person,
    overall: str,
    what_remains: str = "",
    findings: Mapping[int, tuple[str, str]],
) -> Evaluation:
    """Hand in one side's evaluation: `findings` are impact and evidence by key of the objective.

    After a return for evidence the same evaluation is handed in again.
    """
    # two sides that hand in at one moment: the second waits here and sees the first
    hold(commission)
    side = check_open(commission=commission, by=by)
    _refuse_gaps(commission, overall, findings)
    evaluation = evaluation_of(commission, side)
    if evaluation is None:
        evaluation = Evaluation(side=side)
        commission.evaluations.append(evaluation)
    else:
        label_change(evaluation, "submit")
    evaluation.author = by
    evaluation.overall = overall.strip()
    evaluation.what_remains = what_remains.strip()
    evaluation.submitted_at = clock.now()
    _write_findings(evaluation, findings)
    db.session.flush()
    if both_in(commission):
        COMMISSION_LIFECYCLE.move(commission, CommissionAction.TO_QUALITY_REVIEW, by=by)
        db.session.flush()
    return evaluation


def _refuse_gaps(
    commission: Commission, overall: str, findings: Mapping[int, tuple[str, str]]
) -> None:
    gaps = [] if overall.strip() else ["Say what the support came to overall."]
    for objective in commission.objectives:
        impact, _evidence = findings.get(objective.id, ("", ""))
        if not impact.strip():
            gaps.append(f"Say what changed for objective {objective.position}.")
    if set(findings) - {objective.id for objective in commission.objectives}:
        gaps.append("Evaluate only the objectives of this agreement.")
    if gaps:
        raise NotReady(gaps)


def _write_findings(evaluation: Evaluation, findings: Mapping[int, tuple[str, str]]) -> None:
    held = {finding.objective_id: finding for finding in evaluation.findings}
    for objective_id, (impact, evidence) in findings.items():
        finding = held.get(objective_id)
        if finding is None:
            finding = EvaluationFinding(objective_id=objective_id)
            evaluation.findings.append(finding)
        finding.impact = impact.strip()
        finding.evidence = evidence.strip()
