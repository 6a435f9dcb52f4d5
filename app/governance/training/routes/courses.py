"""Keeping the catalogue: courses, and which boards subscribe."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.roles import Role
from app.core.errors import NotReady
from app.core.paging import Whole
from app.governance.strands import strands
from app.governance.training import permissions as who
from app.governance.training.facts import COURSE_TONES, COURSE_WORDS, MODE_WORDS, CourseAct
from app.governance.training.forms.keeping import (
    ConfirmForm,
    CourseForm,
    EndSubscriptionForm,
    SubscriptionForm,
)
from app.governance.training.lifecycle import COURSE_LIFECYCLE
from app.governance.training.models import TrainingCourse, TrainingSubscription
from app.governance.training.page import next_words
from app.governance.training.queries import boards as of_boards
from app.governance.training.queries.catalogue import course_by_code, page_of_courses
from app.governance.training.routes.blueprint import WRITE, blueprint, form_page
from app.governance.training.services import catalogue as services
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file

HEADER = ("Code", "Course", "How", "Status", "Next session")
SUBSCRIPTION_HEADER = ("URN", "School", "First day", "Last day")


@blueprint.get("/courses")
@access.person(who.keeps_training)
def courses() -> ResponseReturnValue:
    page = page_of_courses(current_person().authorities_as(Role.GOVERNOR_SERVICES), page_asked())
    if wants_file():
        return list_file("courses", HEADER, map(_row, page.items))
    return render_template(
        "governance/training/courses.html",
        page=page,
        words=COURSE_WORDS,
        tones=COURSE_TONES,
        modes=MODE_WORDS,
        next_words=next_words,
        files=file_links(lambda form: url_for(".courses", format=form)),
        page_url=lambda n: url_for("training.courses", page=None if n == 1 else n),
    )


def _row(course: TrainingCourse) -> list[object]:
    return [
        course.code,
        course.title,
        MODE_WORDS[course.mode],
        COURSE_WORDS[course.status],
        next_words(course),
    ]


@blueprint.route("/courses/new", methods=WRITE)
@access.person(who.keeps_training)
@commits
def new_course() -> ResponseReturnValue:
    authority = current_person().authorities_as(Role.GOVERNOR_SERVICES)[0]
    form = _course_form()
    if form.validate_on_submit():
        facts = form.facts()
        form.show_faults(faults := services.faults_of_course(facts, None))
        if not faults:
            made = services.add_course(authority=authority, facts=facts)
            flash("The course is saved as a draft.")
            return _to(made)
    return form_page("course_form", form, course=None)


@blueprint.route("/courses/<code>/change", methods=WRITE)
@access.loads(course_by_code, name="course", see=who.can_see_course, may=who.runs)
@commits
def change_course(course: TrainingCourse) -> ResponseReturnValue:
    form = _course_form(course)
    if form.validate_on_submit():
        form.refuse_if_stale(course)
        facts = form.facts()
        form.show_faults(faults := services.faults_of_course(facts, course))
        if not faults:
            services.change_course(course=course, facts=facts)
            flash("The course is saved. Bookings keep the price and terms they were made under.")
            return _to(course)
    return form_page("course_form", form, course=course)


def _course_form(course: TrainingCourse | None = None) -> CourseForm:
    codes = current_person().authorities_as(Role.GOVERNOR_SERVICES)
    others = [one for one in page_of_courses(codes, Whole.LIST).items if one is not course]
    return CourseForm(strands(), others, obj=course)


@blueprint.route("/courses/<code>/publish", methods=WRITE)
@access.loads(course_by_code, name="course", see=who.can_see_course, may=who.runs)
@commits
def publish_course(course: TrainingCourse) -> ResponseReturnValue:
    COURSE_LIFECYCLE.check(course, CourseAct.PUBLISH, by=current_person())
    form = ConfirmForm()
    if form.validate_on_submit():
        services.publish(course=course, by=current_person())
        flash("The course is in the catalogue.")
        return _to(course)
    return form_page("publish", form, course=course)


@blueprint.route("/courses/<code>/retire", methods=WRITE)
@access.loads(course_by_code, name="course", see=who.can_see_course, may=who.runs)
@commits
def retire_course(course: TrainingCourse) -> ResponseReturnValue:
    COURSE_LIFECYCLE.check(course, CourseAct.RETIRE, by=current_person())
    form = ConfirmForm()
    if form.validate_on_submit():
        services.retire(course=course, by=current_person())
        flash("The course is out of the catalogue.")
        return _to(course)
    return form_page("retire", form, course=course)


@blueprint.route("/subscriptions", methods=WRITE)
@access.person(who.keeps_training)
@commits
def subscriptions() -> ResponseReturnValue:
    codes = current_person().authorities_as(Role.GOVERNOR_SERVICES)
    page = of_boards.page_of_subscriptions(codes, page_asked())
    if wants_file():
        return list_file("subscriptions", SUBSCRIPTION_HEADER, map(_subscription_row, page.items))
    schools = of_boards.schools_of(codes)
    form = SubscriptionForm(schools)
    if form.validate_on_submit():
        school = next(s for s in schools if str(s.urn) == form.school.data)
        first, last = form.starts_on.data, form.ends_on.data
        try:
            services.add_subscription(school=school, starts_on=first, ends_on=last)
        except NotReady as refusal:
            form.starts_on.errors = [str(refusal)]
        else:
            flash(f"{school.name} subscribes.")
            return htmx.redirect(url_for("training.subscriptions"))
    return form_page(
        "subscriptions",
        form,
        page=page,
        files=file_links(lambda kind: url_for(".subscriptions", format=kind)),
        page_url=lambda n: url_for("training.subscriptions", page=None if n == 1 else n),
    )


def _subscription_row(one: TrainingSubscription) -> list[object]:
    return [one.school_urn, one.school.name, one.starts_on, one.ends_on]


@blueprint.route("/subscriptions/<int(max=999999999):number>/end", methods=WRITE)
@access.loads(of_boards.subscription_by_number, name="subscription", see=who.keeps_subscription)
@commits
def end_subscription(subscription: TrainingSubscription) -> ResponseReturnValue:
    form = EndSubscriptionForm()
    if form.validate_on_submit():
        try:
            services.end_subscription(subscription=subscription, ends_on=form.ends_on.data)
        except NotReady as refusal:
            form.ends_on.errors = [str(refusal)]
        else:
            flash("Saved. Sessions after that day have the price for other boards.")
            return htmx.redirect(url_for("training.subscriptions"))
    return form_page("end_subscription", form, subscription=subscription)


def _to(course: TrainingCourse) -> ResponseReturnValue:
    return htmx.redirect(url_for("training.course", code=course.code))
