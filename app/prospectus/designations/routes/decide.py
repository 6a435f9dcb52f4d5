"""A provider's designations, and the decisions on them."""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core import clock
from app.prospectus import queries as prospectus
from app.prospectus.designations import queries, services, terms
from app.prospectus.designations.facts import DesignationAct
from app.prospectus.designations.forms.decide import (
    FORMS,
    AwardForm,
    DecisionForm,
    ReviewForm,
    told_by,
)
from app.prospectus.designations.lifecycle import DESIGNATION_LIFECYCLE
from app.prospectus.designations.page import act_words, sections_of
from app.prospectus.designations.permissions import (
    can_decide,
    can_record,
    can_see_designation,
    can_see_designations,
)
from app.prospectus.designations.routes import blueprint
from app.prospectus.designations.services.decide import faults_of_award, faults_of_decision
from app.prospectus.models import Designation, Provider
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits

CHOOSE = "prospectus/designations/choose.html"
AWARD = "prospectus/designations/award.html"


@dataclass(frozen=True)
class ActOn:
    """What one page decides."""

    designation: Designation
    act: DesignationAct


def act_on(slug: str, number: int, act: str) -> ActOn | None:
    designation = queries.designation_of(slug, number)
    return ActOn(designation, DesignationAct(act)) if designation and act in FORMS else None


def address_of(designation: Designation) -> str:
    return url_for("designations.index", slug=designation.provider.slug)


@blueprint.get("/<slug>/designations")
@access.loads(queries.provider_with_decisions, name="provider", see=can_see_designations)
def index(provider: Provider) -> ResponseReturnValue:
    return render_template(
        "prospectus/designations/index.html",
        provider=provider,
        sections=sections_of(provider, current_person()),
        may_award=can_record(current_person(), provider),
    )


@blueprint.route("/<slug>/designations/award", methods=["GET", "POST"])
@access.loads(
    queries.provider_with_decisions, name="provider", see=can_see_designations, may=can_record
)
@commits
def award(provider: Provider) -> ResponseReturnValue:
    kinds = terms.open_kinds(provider, prospectus.designation_types())
    kind = next((one for one in kinds if one.code == request.args.get("type")), None)
    if kind is None:
        html = render_template(CHOOSE, provider=provider, kinds=kinds)
        return html, 422 if request.method == "POST" else 200
    today = clock.today()
    form = AwardForm(awarded_on=today, ends_on=terms.usual_last_day(kind, today))
    if form.validate_on_submit():
        answers = form.answers()
        form.show_faults(faults := faults_of_award(provider, kind, **answers))
        if not faults:
            person = current_person()
            services.award(provider=provider, by=person, type_code=kind.code, **answers)
            flash(f"{kind.name} is awarded.")
            return htmx.redirect(url_for("designations.index", slug=provider.slug))
    html = render_template(AWARD, provider=provider, kind=kind, form=form)
    return html, 422 if form.is_submitted() else 200


@blueprint.route("/<slug>/designations/<int(max=999999999):number>/<act>", methods=["GET", "POST"])
@access.loads(
    act_on,
    name="asked",
    see=lambda person, asked: can_see_designation(person, asked.designation),
    may=lambda person, asked: can_decide(person, asked.designation),
)
@commits
def decide(asked: ActOn) -> ResponseReturnValue:
    designation, act = asked.designation, asked.act
    DESIGNATION_LIFECYCLE.check(designation, act, by=current_person())
    form = form_for(act)
    if form.validate_on_submit():
        answers = told_by(form)
        form.show_faults(faults := faults_of_decision(designation, act, **answers))
        if not faults:
            services.decide(designation=designation, act=act, by=current_person(), **answers)
            flash(f"The decision on {designation.type.name} is recorded.")
            return htmx.redirect(address_of(designation))
    html = render_template(
        "prospectus/designations/decide.html",
        designation=designation,
        act=act,
        words=act_words(designation, act),
        form=form,
    )
    return html, 422 if form.is_submitted() else 200


def form_for(act: DesignationAct) -> DecisionForm:
    form = FORMS[act]
    return form(look_again_on=terms.usual_review_day()) if form is ReviewForm else form()
