"""After the appointment: training, the term, annual reviews, standing down."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from app.core.errors import NotOpen, NotReady
from app.governance.champions import permissions as who
from app.governance.champions import queries
from app.governance.champions.facts import Act, Status
from app.governance.champions.forms.apply import StandDownForm
from app.governance.champions.forms.decide import ReviewForm, TrainingForm
from app.governance.champions.lifecycle import LIFECYCLE
from app.governance.champions.models import Application, Training, lines_of
from app.governance.champions.routes.blueprint import (
    APPLICATION,
    blueprint,
    done,
    loads_application,
    page,
    show_reasons,
)
from app.governance.champions.services import serve as services
from app.web import access
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form

ELSE = "Something else"


@blueprint.route(f"{APPLICATION}/training", methods=["GET", "POST"])
@loads_application(who.can_add_training)
@commits
def training(application: Application) -> ResponseReturnValue:
    _in_service(application, Status.APPOINTED, Status.SERVING)
    form = TrainingForm()
    choices = [*lines_of(application.call.training), ELSE]
    form.what.choices = [(one, one) for one in choices]
    if form.validate_on_submit():
        what = form.other.data if form.what.data == ELSE else form.what.data
        try:
            services.add_training(
                application=application,
                by=current_person(),
                what=what or "",
                done_on=form.done_on.data,
                with_whom=form.with_whom.data or "",
            )
        except NotReady as error:
            show_reasons(form, "other" if not what else "done_on", error)
        else:
            return done(application, "The training is recorded.")
    return page("training", application, form)


def _training_of(reference: str, number: int) -> Training | None:
    training = queries.training_by_id(number)
    return training if training and training.application.reference == reference else None


@blueprint.route(
    f"{APPLICATION}/training/<int(max=999999999):number>/sign-off", methods=["GET", "POST"]
)
@access.loads(
    _training_of,
    name="training",
    see=lambda person, training: who.can_see(person, training.application),
    may=lambda person, training: who.is_officer(person, training.application),
)
@commits
def sign_off(training: Training) -> ResponseReturnValue:
    form, application = Form(), training.application
    if form.validate_on_submit():
        services.sign_off(training=training, by=current_person())
        return done(application, "The training is signed off.")
    return page("sign_off", application, form, training=training)


@blueprint.route(f"{APPLICATION}/designate", methods=["GET", "POST"])
@loads_application(who.is_officer)
@commits
def designate(application: Application) -> ResponseReturnValue:
    LIFECYCLE.check(application, Act.DESIGNATE, by=current_person())
    form = Form()
    if form.validate_on_submit():
        services.designate(application=application, by=current_person())
        return done(application, "The term has begun. The entry is in the prospectus.")
    return page("designate", application, form)


@blueprint.route(f"{APPLICATION}/review", methods=["GET", "POST"])
@loads_application(who.is_officer)
@commits
def review(application: Application) -> ResponseReturnValue:
    _in_service(application, Status.SERVING)
    designation = application.designation
    last_day = designation.ends_on if designation else None
    form = ReviewForm(ends_on=services.a_year_after(last_day) if last_day else None)
    if form.validate_on_submit():
        found = form.found()
        form.show_faults(faults := services.faults_of_review(application, found))
        if not faults:
            services.review(application=application, by=current_person(), found=found)
            return done(application, "The review is recorded. The champion is told.")
    return page("review", application, form)


@blueprint.route(f"{APPLICATION}/stand-down", methods=["GET", "POST"])
@loads_application(who.is_applicant)
@commits
def stand_down(application: Application) -> ResponseReturnValue:
    LIFECYCLE.check(application, Act.STAND_DOWN, by=current_person())
    form = StandDownForm()
    if form.validate_on_submit():
        reason = form.reason.data or ""
        services.stand_down(application=application, by=current_person(), reason=reason)
        return done(application, "You have stood down. Your entry is out of the prospectus.")
    return page("stand_down", application, form)


def _in_service(application: Application, *statuses: Status) -> None:
    if application.status not in statuses:
        message = "Training and reviews come after the appointment."
        raise NotOpen(message)
