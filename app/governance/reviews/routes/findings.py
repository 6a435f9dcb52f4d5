"""Findings, the versions of the report, and what the board says of its facts."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from app.governance.reviews import permissions as who
from app.governance.reviews import queries
from app.governance.reviews.asking import ask, go_back
from app.governance.reviews.facts import FINDING_TONES, FINDING_WORDS, FindingKind
from app.governance.reviews.forms import CommentForm, FindingForm
from app.governance.reviews.models import (
    GovernanceFinding,
    GovernanceHeading,
    GovernanceReport,
    GovernanceReview,
)
from app.governance.reviews.report import report_paper
from app.governance.reviews.routes.blueprint import blueprint
from app.governance.reviews.services import steps
from app.web import access
from app.web.access import current_person
from app.web.commits import commits
from app.web.papers import pdf_response, wants_pdf

NUMBER = "<int(max=999999999):number>"


def headings_in(review: GovernanceReview) -> dict[str, GovernanceHeading]:
    return {str(part.heading_id): part.heading for part in review.scope}


@blueprint.get("/<reference>/findings")
@access.loads(queries.review_by_reference, name="review", see=who.can_read_findings)
def findings(review: GovernanceReview) -> ResponseReturnValue:
    return render_template(
        "governance/reviews/findings.html",
        review=review,
        words=FINDING_WORDS,
        tones=FINDING_TONES,
        may_write=who.can_write_findings(current_person(), review),
    )


@blueprint.route("/<reference>/findings/new", methods=["GET", "POST"])
@access.loads(
    queries.review_by_reference,
    name="review",
    see=who.can_read_findings,
    may=who.can_write_findings,
)
@commits
def new_finding(review: GovernanceReview) -> ResponseReturnValue:
    headings = headings_in(review)
    form = FindingForm([(key, one.name) for key, one in headings.items()], is_new=True)
    if form.validate_on_submit():
        form.show_faults(faults := form.faults())
        if not faults:
            _write(review, form, headings)
            return go_back(review, "The finding is saved.", "findings")
    return ask(review, form, "Add a finding", back="findings")


@blueprint.route(f"/<reference>/findings/{NUMBER}", methods=["GET", "POST"])
@access.loads(
    queries.finding_of, name="finding", see=who.can_see_finding, may=who.can_write_finding
)
@commits
def finding(finding: GovernanceFinding) -> ResponseReturnValue:
    review, headings = finding.review, headings_in(finding.review)
    form = FindingForm(
        [(key, one.name) for key, one in headings.items()],
        is_new=False,
        data={
            "heading_id": str(finding.heading_id),
            "kind": finding.kind,
            "words": finding.words,
            "evidence": finding.evidence,
            "recommendation": finding.recommendation,
            "version": finding.version,
        },
    )
    if form.validate_on_submit():
        form.refuse_if_stale(finding)
        if form.takes_out:
            steps.take_out_finding(finding=finding, by=current_person())
            return go_back(review, "The finding is taken out.", "findings")
        form.show_faults(faults := form.faults())
        if not faults:
            _write(review, form, headings, finding)
            return go_back(review, "The finding is saved.", "findings")
    return ask(review, form, "Change a finding", back="findings")


def _write(
    review: GovernanceReview,
    form: FindingForm,
    headings: dict[str, GovernanceHeading],
    finding: GovernanceFinding | None = None,
) -> None:
    steps.write_finding(
        review=review,
        by=current_person(),
        heading=headings[form.heading_id.data],
        kind=FindingKind(form.kind.data),
        words=form.words.data or "",
        evidence=form.evidence.data or "",
        recommendation=form.recommendation.data or "",
        finding=finding,
    )


@blueprint.get(f"/<reference>/report/{NUMBER}")
@access.loads(queries.report_of, name="report", see=who.can_see_report)
def report(report: GovernanceReport) -> ResponseReturnValue:
    paper = report_paper(report)
    if wants_pdf():
        return pdf_response(paper)
    return render_template(
        "governance/reviews/report.html",
        paper=paper,
        review=report.review,
        others=[one.number for one in report.review.reports if one.number != report.number],
        may_comment=who.can_comment(current_person(), report.review),
    )


@blueprint.route("/<reference>/comment", methods=["GET", "POST"])
@access.loads(queries.review_by_reference, name="review", see=who.can_see, may=who.can_comment)
@commits
def comment(review: GovernanceReview) -> ResponseReturnValue:
    form = CommentForm()
    if form.validate_on_submit():
        steps.comment(review=review, by=current_person(), words=form.words.data or "")
        return go_back(review, "The reviewers have your comment.")
    return ask(review, form, "What is wrong in the report")
