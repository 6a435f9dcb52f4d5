"""The panel's pages: who sits, what each scores, the decision, the answer to an appeal."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from app.core.errors import NotReady
from app.governance.champions import permissions as who
from app.governance.champions import queries
from app.governance.champions.facts import Act, Status
from app.governance.champions.forms.decide import (
    YES,
    AnswerForm,
    DecideForm,
    PanelForm,
    score_form,
    scores_of,
)
from app.governance.champions.lifecycle import LIFECYCLE
from app.governance.champions.models import Application
from app.governance.champions.page import answers_of, scores_table
from app.governance.champions.routes.blueprint import (
    APPLICATION,
    blueprint,
    done,
    loads_application,
    page,
    show_reasons,
)
from app.governance.champions.services import panel as services
from app.web.access import current_person
from app.web.commits import commits


@blueprint.route(f"{APPLICATION}/panel", methods=["GET", "POST"])
@loads_application(who.can_name_panel)
@commits
def panel(application: Application) -> ResponseReturnValue:
    if application.status is not Status.INTERVIEW:
        LIFECYCLE.permit(application, Act.INVITE, by=current_person())
    sitting = sorted(application.panel, key=lambda one: (not one.chairs, one.id))
    emails = [one.person.email for one in sitting] or queries.earlier_panel(application)
    form = PanelForm(data={"emails": "\n".join(emails), "interview_on": application.interview_on})
    if form.validate_on_submit():
        try:
            services.name_panel(
                application=application,
                by=current_person(),
                emails=(form.emails.data or "").splitlines(),
                interview_on=form.interview_on.data,
            )
        except NotReady as error:
            show_reasons(form, "emails", error)
        else:
            return done(application, "The panel is named. Its members are told.")
    return page("panel", application, form)


@blueprint.route(f"{APPLICATION}/score", methods=["GET", "POST"])
@loads_application(who.can_score)
@commits
def score(application: Application) -> ResponseReturnValue:
    form = score_form(application)()
    if form.validate_on_submit():
        given = scores_of(form, application)
        services.score(application=application, by=current_person(), scores=given)
        return done(application, "Your scores are in. You can read the others’ now.")
    return page("score", application, form, call=application.call, rows=answers_of(application))


@blueprint.route(f"{APPLICATION}/decide", methods=["GET", "POST"])
@loads_application(who.can_decide)
@commits
def decide(application: Application) -> ResponseReturnValue:
    by = current_person()
    LIFECYCLE.permit(application, Act.APPOINT, by=by)
    form = DecideForm()
    if form.validate_on_submit():
        try:
            services.decide(
                application=application,
                by=by,
                appoint=form.appoint.data == YES,
                discussion=form.discussion.data or "",
                reason=form.reason.data or "",
            )
        except NotReady as error:
            show_reasons(form, "appoint", error)
        else:
            return done(application, "The decision is recorded. The applicant is told.")
    seen = who.can_read_scores(by, application)
    scores = scores_table(application) if seen else []
    return page("decide", application, form, scores=scores)


@blueprint.route(f"{APPLICATION}/answer-appeal", methods=["GET", "POST"])
@loads_application(who.can_answer_appeal)
@commits
def answer_appeal(application: Application) -> ResponseReturnValue:
    LIFECYCLE.permit(application, Act.UPHOLD, by=current_person())
    form = AnswerForm()
    if form.validate_on_submit():
        services.answer_appeal(
            application=application,
            by=current_person(),
            uphold=form.uphold.data == YES,
            words=form.words.data or "",
        )
        return done(application, "The appeal is answered. The applicant is told.")
    return page("answer_appeal", application, form)
