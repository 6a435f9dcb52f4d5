"""The closing report, the officer's answer to it, and the lead's answer to what was asked."""

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions.models import Commission
from app.quality.closing import permissions as who
from app.quality.closing import queries, services
from app.quality.closing.facts import ClosingAction
from app.quality.closing.forms import AnswerForm, DecideForm
from app.quality.closing.lifecycle import CLOSING_LIFECYCLE
from app.quality.closing.models import ClosingReport
from app.quality.closing.page import state_of
from app.quality.closing.report import report_paper
from app.quality.models import QAJudgement
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form
from app.web.papers import pdf_response, wants_pdf
from app.web.template_names import give_templates

blueprint = Blueprint("closing_report", __name__, url_prefix="/commissions")


def _href(commission: Commission) -> str:
    return url_for("closing_report.show", reference=commission.reference)


give_templates(blueprint, closing_report_of=_href)


@blueprint.get("/<reference>/closing-report")
@access.loads(queries.closing_judgement, name="judgement", see=who.can_read)
def show(judgement: QAJudgement) -> ResponseReturnValue:
    report = queries.report_of(judgement.commission.reference)
    paper = report_paper(judgement, report)
    if wants_pdf():
        return pdf_response(paper)
    return render_template(
        "quality/closing/show.html",
        paper=paper,
        commission=judgement.commission,
        state=state_of(current_person(), report),
    )


@blueprint.route("/<reference>/closing-report/decide", methods=["GET", "POST"])
@access.loads(queries.report_of, name="report", see=who.can_see, may=who.can_decide)
@commits
def decide(report: ClosingReport) -> ResponseReturnValue:
    form, by = DecideForm(), current_person()
    CLOSING_LIFECYCLE.check(report, ClosingAction.ACCEPT, by=by)
    if form.validate_on_submit():
        if form.returns:
            services.send_back(report=report, by=by, reason=form.reason.data or "")
            return _back(report, "The closing report is returned. The quality leads are told.")
        services.accept(report=report, by=by)
        return _back(report, "The closing report is accepted.")
    return _page("decide", report, form)


@blueprint.route("/<reference>/closing-report/answer", methods=["GET", "POST"])
@access.loads(queries.report_of, name="report", see=who.can_see, may=who.can_answer)
@commits
def answer(report: ClosingReport) -> ResponseReturnValue:
    form, by = AnswerForm(), current_person()
    CLOSING_LIFECYCLE.check(report, ClosingAction.PUT_FORWARD, by=by)
    if form.validate_on_submit():
        services.put_forward(report=report, by=by, answer=form.answer.data or "")
        return _back(report, "The closing report is put forward again.")
    return _page("answer", report, form)


def _back(report: ClosingReport, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(_href(report.commission))


def _page(page: str, report: ClosingReport, form: Form) -> ResponseReturnValue:
    html = render_template(
        f"quality/closing/{page}.html", report=report, commission=report.commission, form=form
    )
    return html, 422 if form.is_submitted() else 200
