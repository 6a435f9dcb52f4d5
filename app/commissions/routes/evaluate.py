"""Each side's evaluation."""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions import permissions as who
from app.commissions.delivery_page import objectives_of
from app.commissions.forms.evaluate import evaluation_form
from app.commissions.models import Commission
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.routes import commissions
from app.commissions.services import evaluate as evaluating
from app.commissions.statuses import CommissionStatus
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits


@commissions.route("/<reference>/evaluate", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=who.can_see_delivery, may=who.can_evaluate
)
@commits
def evaluate(commission: Commission) -> ResponseReturnValue:
    person = current_person()
    side = evaluating.check_open(commission=commission, by=person)
    before = evaluating.evaluation_of(commission, side)
    form = evaluation_form(commission, before)
    if form.validate_on_submit():
        evaluating.evaluate(
            commission=commission,
            by=person,
            overall=form["overall"].data,
            what_remains=form["what_remains"].data or "",
            findings=form.findings(),
        )
        both = commission.status is CommissionStatus.QUALITY_REVIEW
        flash(
            "Both evaluations are in. A quality assurance lead judges next."
            if both
            else "Your evaluation is in. You will read the other side’s once it is in too."
        )
        return htmx.redirect(url_for("commissions.show", reference=commission.reference))
    html = render_template(
        "commissions/evaluate.html",
        commission=commission,
        form=form,
        side=side,
        objectives=[
            (shown, form.fields_of(shown.progress.objective.id))
            for shown in objectives_of(person, commission)
        ],
        asked_for=commission.reason if before else "",
    )
    return html, 422 if form.is_submitted() else 200
