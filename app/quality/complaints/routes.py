"""Pages of complaints."""

from __future__ import annotations

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.commissions.concerns.permissions import handles_somewhere
from app.commissions.models import Commission
from app.commissions.permissions import can_see_commission
from app.commissions.queries.commissions import commission_by_reference
from app.quality.complaints import forms, queries, services
from app.quality.complaints import page as shown
from app.quality.complaints import permissions as who
from app.quality.complaints.facts import About, ComplaintAction, ComplaintOutcome, MadeFor
from app.quality.complaints.lifecycle import COMPLAINT_LIFECYCLE
from app.quality.complaints.models import Complaint
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file
from app.web.forms import Form
from app.web.template_names import ask_for_reader

blueprint = Blueprint("complaints", __name__, url_prefix="/complaints")


ask_for_reader(blueprint, complaints_of=shown.complaints_of)


@blueprint.get("")
@access.person(handles_somewhere)
def index() -> ResponseReturnValue:
    everything = request.args.get("show") == "all"
    page = queries.page_of_complaints(current_person(), page_asked(), also_settled=everything)
    if wants_file():
        return list_file("complaints", shown.HEADER, map(shown.export_row, page.items))
    return render_template(
        "complaints/index.html",
        page=page,
        rows=[shown.line_of(complaint) for complaint in page.items],
        everything=everything,
        files=file_links(lambda f: url_for(".index", show="all" if everything else None, format=f)),
        page_url=lambda number: url_for(
            ".index",
            show="all" if everything else None,
            page=None if number == 1 else number,
        ),
    )


@blueprint.route("/about/<reference>", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=who.can_complain
)
@commits
def make(commission: Commission) -> ResponseReturnValue:
    by = current_person()
    own = who.complains_for(by, commission)
    form = forms.ComplaintForm() if own else forms.OnBehalfForm()
    if form.validate_on_submit():
        complaint = services.make(
            commission=commission,
            by=by,
            about=About(form.about.data),
            words=form.words.data or "",
            wanted=form.wanted.data or "",
            made_for=None if own else MadeFor(form["made_for"].data),
            complainant="" if own else form["complainant"].data or "",
        )
        return _back(complaint, "The complaint is made. An officer acknowledges it.")
    html = render_template("complaints/make.html", commission=commission, form=form)
    return html, 422 if form.errors else 200


@blueprint.get("/<complaint>")
@access.loads(queries.complaint_by_reference, name="complaint", see=who.can_see_complaint)
def show(complaint: Complaint) -> ResponseReturnValue:
    page = shown.page_of_complaint(current_person(), complaint)
    return render_template("complaints/show.html", complaint=complaint, page=page)


@blueprint.route("/<complaint>/acknowledge", methods=["GET", "POST"])
@access.loads(
    queries.complaint_by_reference,
    name="complaint",
    see=who.can_see_complaint,
    may=who.can_handle,
)
@commits
def acknowledge(complaint: Complaint) -> ResponseReturnValue:
    form, by = forms.AcknowledgeForm(), current_person()
    COMPLAINT_LIFECYCLE.permit(complaint, ComplaintAction.ACKNOWLEDGE, by=by)
    if form.validate_on_submit():
        services.acknowledge(complaint=complaint, by=by, words=form.words.data or "")
        return _back(complaint, "Acknowledged. Choose now who investigates.")
    return _page("acknowledge", complaint, form)


@blueprint.route("/<complaint>/assign", methods=["GET", "POST"])
@access.loads(
    queries.complaint_by_reference,
    name="complaint",
    see=who.can_see_complaint,
    may=who.can_handle,
)
@commits
def assign(complaint: Complaint) -> ResponseReturnValue:
    form, by = forms.AssignForm(), current_person()
    COMPLAINT_LIFECYCLE.permit(complaint, ComplaintAction.ASSIGN, by=by)
    people = {str(person.id): person for person in queries.possible_investigators(complaint)}
    form.investigator.choices = [("", "Choose somebody")]
    form.investigator.choices += [(key, person.name) for key, person in people.items()]
    if not form.is_submitted():
        form.told.data = complaint.told_words
    if form.validate_on_submit():
        services.assign(
            complaint=complaint,
            by=by,
            investigator=people[form.investigator.data],
            told=form.told.data or "",
        )
        return _back(complaint, "The investigation has begun.")
    return _page("assign", complaint, form)


@blueprint.route("/<complaint>/decide", methods=["GET", "POST"])
@access.loads(
    queries.complaint_by_reference,
    name="complaint",
    see=who.can_see_complaint,
    may=who.investigates,
)
@commits
def decide(complaint: Complaint) -> ResponseReturnValue:
    form, by = forms.DecideForm(), current_person()
    COMPLAINT_LIFECYCLE.permit(complaint, ComplaintAction.DECIDE, by=by)
    if form.validate_on_submit():
        services.decide(
            complaint=complaint,
            by=by,
            findings=form.findings.data or "",
            outcome=ComplaintOutcome(form.outcome.data),
            reasons=form.reasons.data or "",
            told=form.told.data or "",
        )
        return _back(complaint, "The decision is recorded, and everybody is told their part.")
    return _page("decide", complaint, form)


@blueprint.route("/<complaint>/withdraw", methods=["GET", "POST"])
@access.loads(
    queries.complaint_by_reference,
    name="complaint",
    see=who.can_see_complaint,
    may=who.is_complainant,
)
@commits
def withdraw(complaint: Complaint) -> ResponseReturnValue:
    form, by = forms.WithdrawComplaintForm(), current_person()
    COMPLAINT_LIFECYCLE.permit(complaint, ComplaintAction.WITHDRAW, by=by)
    if form.validate_on_submit():
        services.withdraw(complaint=complaint, by=by)
        return _back(complaint, "The complaint is withdrawn.")
    return _page("withdraw", complaint, form)


def _back(complaint: Complaint, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for(".show", complaint=complaint.reference))


def _page(page: str, complaint: Complaint, form: Form) -> ResponseReturnValue:
    html = render_template(f"complaints/{page}.html", complaint=complaint, form=form)
    return html, 422 if form.errors else 200
