"""The applicant's pages: begin, one question a page, send, withdraw, appeal; where it stands."""

from __future__ import annotations

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.governance.champions import permissions as who
from app.governance.champions import queries
from app.governance.champions.facts import Act
from app.governance.champions.forms.apply import (
    AppealForm,
    AvailabilityForm,
    ExperienceForm,
    InterestsForm,
    RefereesForm,
    RolesForm,
    SendForm,
    StrandsForm,
    evidence_form,
)
from app.governance.champions.lifecycle import LIFECYCLE
from app.governance.champions.lists import url_of
from app.governance.champions.models import Application, Call
from app.governance.champions.page import QUESTIONS, answers_of, show_page
from app.governance.champions.routes.blueprint import (
    APPLICATION,
    blueprint,
    done,
    loads_application,
    page,
)
from app.governance.champions.services import apply as services
from app.governance.champions.timeline import timeline_of
from app.governance.strands import strands
from app.prospectus.facts import PHASE_WORDS
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form


@blueprint.route("/calls/<reference>/apply", methods=["GET", "POST"])
@access.loads(queries.call_by_reference, name="call", see=who.can_see_call, may=who.can_apply)
@commits
def apply_to(call: Call) -> ResponseReturnValue:
    person, form = current_person(), Form()
    if (known := queries.application_to(call, person)) is not None:
        return htmx.redirect(url_of(known))
    if form.validate_on_submit():
        return htmx.redirect(url_of(services.begin(call=call, by=person)))
    back = url_for(".show_call", reference=call.reference)
    return render_template("governance/champions/apply.html", call=call, form=form, back=back)


@blueprint.get(APPLICATION)
@loads_application()
def show(application: Application) -> ResponseReturnValue:
    person = current_person()
    return render_template(
        "governance/champions/show.html",
        timeline=timeline_of(person, application),
        **show_page(person, application),
    )


@blueprint.route(f"{APPLICATION}/answer/<question>", methods=["GET", "POST"])
@access.loads(
    lambda reference, question: (
        queries.application_by_reference(reference) if question in QUESTIONS else None
    ),
    name="application",
    see=who.can_see,
    may=who.can_answer,
)
@commits
def answer(application: Application) -> ResponseReturnValue:
    question = str(_question())
    form = _form_for(question, application)
    if form.validate_on_submit():
        form.refuse_if_stale(application)
        _keep(question, application, form)
        return htmx.redirect(_after(question, application))
    return page(
        "answer", application, form, question=question, title=QUESTIONS[question],
        number=list(QUESTIONS).index(question) + 1, total=len(QUESTIONS),
    )  # fmt: skip


def _question() -> str:
    return str((request.view_args or {})["question"])


def _form_for(question: str, application: Application) -> Form:
    given: dict[str, Any] = {"version": application.version}
    if question == "roles":
        for number, told in enumerate(application.roles, start=1):
            given |= {f"{part}_{number}": words for part, words in told.items()}
        return RolesForm(data=given)
    if question == "evidence":
        given |= {f"evidence_{key}": words for key, words in application.evidence.items()}
        return evidence_form(application.call)(data=given)
    if question == "referees":
        for number, one in enumerate(application.asked, start=1):
            told = {"name": one.name, "email": one.email, "knows": one.knows}
            given |= {f"{part}_{number}": words for part, words in told.items()}
        return RefereesForm(data=given)
    form = {
        "experience": ExperienceForm,
        "strands": StrandsForm,
        "availability": AvailabilityForm,
        "interests": InterestsForm,
    }[question](obj=application)
    if isinstance(form, StrandsForm):
        form.strands.choices = [(area.code, area.name) for area in strands()]
        form.phases.choices = [(phase.value, words) for phase, words in PHASE_WORDS.items()]
    return form


def _keep(question: str, application: Application, form: Form) -> None:
    by = current_person()
    if isinstance(form, RefereesForm):
        services.name_referees(application=application, by=by, people=form.people())
        return
    if isinstance(form, RolesForm):
        answers = form.answers()
    elif question == "evidence":
        told = form.values().items()
        answers = {"evidence": {key.partition("_")[2]: words or "" for key, words in told}}
    else:
        answers = form.values()
    services.answer(application=application, by=by, answers=answers)


def _after(question: str, application: Application) -> str:
    following = list(QUESTIONS)[list(QUESTIONS).index(question) + 1 :]
    if not following:
        return url_of(application)
    return url_of(application, "answer", question=following[0])


@blueprint.route(f"{APPLICATION}/send", methods=["GET", "POST"])
@loads_application(who.can_answer)
@commits
def send(application: Application) -> ResponseReturnValue:
    missing = LIFECYCLE.missing(current_person(), application, Act.SUBMIT)
    form = SendForm()
    if form.validate_on_submit():
        services.submit(application=application, by=current_person())
        return done(application, "Your application is sent. This page says what happens next.")
    rows = answers_of(application, changeable=True)
    return page("send", application, form, rows=rows, missing=missing)


@blueprint.route(f"{APPLICATION}/withdraw", methods=["GET", "POST"])
@loads_application(who.is_applicant)
@commits
def withdraw(application: Application) -> ResponseReturnValue:
    LIFECYCLE.check(application, Act.WITHDRAW, by=current_person())
    form = Form()
    if form.validate_on_submit():
        services.withdraw(application=application, by=current_person())
        return done(application, "Your application is withdrawn.")
    return page("withdraw", application, form)


@blueprint.route(f"{APPLICATION}/appeal", methods=["GET", "POST"])
@loads_application(who.is_applicant)
@commits
def appeal(application: Application) -> ResponseReturnValue:
    LIFECYCLE.check(application, Act.APPEAL, by=current_person())
    form = AppealForm()
    if form.validate_on_submit():
        words = form.words.data or ""
        services.appeal(application=application, by=current_person(), words=words)
        return done(application, "Your appeal is sent. An officer who took no part answers it.")
    return page("appeal", application, form)
