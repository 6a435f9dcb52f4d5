"""Delivery: the start, visit notes and the school's answers, readings, and the end."""

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions import delivery_permissions as rules
from app.commissions import permissions as who
from app.commissions.delivery_answers import days_noted
from app.commissions.delivery_page import delivery_of, evaluations_of, note_state
from app.commissions.facts import VISIT_MODE_WORDS, Acknowledgement
from app.commissions.for_boards.words import said_of
from app.commissions.forms.deliver import (
    AcknowledgeForm,
    EndForm,
    ReadingForm,
    StartForm,
    VisitForm,
)
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import Commission, Objective, VisitNote
from app.commissions.papers import note_paper
from app.commissions.plans.page import plan_summary
from app.commissions.progress import progress_of
from app.commissions.queries.commissions import commission_by_reference, objective_of_commission
from app.commissions.queries.delivery import note_of_commission
from app.commissions.reviews.page import reviews_of
from app.commissions.routes import commissions
from app.commissions.services import deliver
from app.commissions.statuses import BEING_MEASURED, CommissionAction
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form
from app.web.papers import pdf_response, wants_pdf
from app.web.template_names import ask_for_reader, give_templates

ask_for_reader(
    commissions,
    delivery_of=delivery_of,
    reviews_of=reviews_of,
    plan_of=plan_summary,
    evaluations_of=evaluations_of,
)
give_templates(commissions, said_of=said_of)


@commissions.route("/<reference>/start", methods=["GET", "POST"])
@access.loads(
    commission_by_reference,
    name="commission",
    see=who.can_see_commission,
    may=who.can_deliver,
)
@commits
def start(commission: Commission) -> ResponseReturnValue:
    COMMISSION_LIFECYCLE.check(commission, CommissionAction.START, by=current_person())
    form = StartForm(commission)
    if form.validate_on_submit():
        deliver.start(
            commission=commission,
            by=current_person(),
            start_meeting_on=form.start_meeting_on.data,
        )
        return _back(commission, "The support is under way. Write a note after each visit.")
    return _page("start", commission, form)


@commissions.route("/<reference>/visits/new", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=who.can_see_delivery, may=who.can_deliver
)
@commits
def visit(commission: Commission) -> ResponseReturnValue:
    deliver.check_may_write_note(commission=commission, by=current_person())
    form = VisitForm(commission)
    if form.validate_on_submit():
        note = deliver.add_visit_note(commission=commission, by=current_person(), **form.facts())
        flash("The note is saved. The school will be asked whether it is accurate.")
        return htmx.redirect(_url_of(note))
    return _page("visit", commission, form)


@commissions.get("/<reference>/visits/<int(max=999999999):note_id>")
@access.loads(note_of_commission, name="note", see=rules.can_see_note)
def visit_note(note: VisitNote) -> ResponseReturnValue:
    if wants_pdf():
        return pdf_response(note_paper(note))
    open_to_me = (
        note.acknowledgement is None
        and note.struck_at is None
        and note.commission.status in BEING_MEASURED
        and rules.can_answer_note(current_person(), note)
    )
    return _note_page(note, AcknowledgeForm() if open_to_me else None)


@commissions.post("/<reference>/visits/<int(max=999999999):note_id>/acknowledge")
@access.loads(note_of_commission, name="note", see=rules.can_see_note, may=rules.can_answer_note)
@commits
def acknowledge(note: VisitNote) -> ResponseReturnValue:
    deliver.check_unanswered(note)
    form = AcknowledgeForm()
    if form.validate_on_submit():
        deliver.acknowledge(
            note=note,
            by=current_person(),
            answer=Acknowledgement(form.answer.data),
            comment=form.comment.data or "",
        )
        flash("Your school’s answer is recorded.")
        return htmx.redirect(_url_of(note))
    return _note_page(note, form)


@commissions.route(
    "/<reference>/objectives/<int(max=999999999):objective_id>/readings/new",
    methods=["GET", "POST"],
)
@access.loads(
    objective_of_commission,
    name="objective",
    see=rules.can_see_readings,
    may=rules.can_add_reading,
)
@commits
def reading(objective: Objective) -> ResponseReturnValue:
    deliver.check_measured(objective.commission)
    form = ReadingForm(objective)
    if form.validate_on_submit():
        deliver.add_measurement(objective=objective, by=current_person(), **form.answers())
        return _back(objective.commission, "The reading is saved and drawn in the chart.")
    return _page(
        "reading",
        objective.commission,
        form,
        objective=objective,
        progress=progress_of(objective),
    )


@commissions.route("/<reference>/end", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=who.can_see_delivery, may=who.can_deliver
)
@commits
def end(commission: Commission) -> ResponseReturnValue:
    deliver.check_can_end(commission=commission, by=current_person())
    form = EndForm(commission, data={"days_used": days_noted(commission)})
    if form.validate_on_submit():
        deliver.end_delivery(
            commission=commission,
            by=current_person(),
            days_used=form.days_used.data,
            note=form.note.data or "",
        )
        return _back(commission, "Delivery has ended. Now both sides say what changed.")
    return _page("end", commission, form, noted=days_noted(commission))


def _url_of(note: VisitNote) -> str:
    return url_for("commissions.visit_note", reference=note.commission.reference, note_id=note.id)


def _back(commission: Commission, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for("commissions.show", reference=commission.reference))


def _page(page: str, commission: Commission, form: Form, **context: object) -> ResponseReturnValue:
    html = render_template(f"commissions/{page}.html", commission=commission, form=form, **context)
    return html, 422 if form.is_submitted() else 200


def _note_page(note: VisitNote, form: AcknowledgeForm | None) -> ResponseReturnValue:
    words, tone = note_state(current_person(), note)
    html = render_template(
        "commissions/visit_note.html",
        note=note,
        commission=note.commission,
        objectives=[o for o in note.commission.objectives if o.id in note.objective_ids],
        mode=VISIT_MODE_WORDS[note.mode],
        state_words=words,
        state_tone=tone,
        form=form,
    )
    return html, 422 if form is not None and form.is_submitted() else 200
