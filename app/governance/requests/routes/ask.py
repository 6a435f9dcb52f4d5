"""A governor asks for support: who may know first, then one topic a page, checked, sent."""

from __future__ import annotations

from flask import abort, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.models import Person
from app.commissions import permissions as who
from app.commissions.enquiries.page import asked_of
from app.commissions.for_boards.answers import BOARD_TITLES, knowers_in_words
from app.commissions.for_boards.words import said_of
from app.commissions.forms.ask import SendForm
from app.commissions.models import SupportRequest
from app.commissions.routes.request_answers import answer_sections
from app.commissions.same_need.page import other_lines
from app.commissions.same_need.queries import live_about_the_same
from app.commissions.services import ask, interests
from app.commissions.timings import WORKING_DAYS
from app.commissions.voices import BOARD_ROLES, is_asker
from app.core.errors import DomainError
from app.governance.requests import permissions as may
from app.governance.requests import services
from app.governance.requests.forms import FORMS, KnownForm, SectionForm, SharingForm, StartForm
from app.governance.requests.page import Answers, gaps, steps_of
from app.governance.requests.queries import board_request, boards_of
from app.governance.requests.routes.blueprint import blueprint
from app.governance.strands import strands
from app.web import access, htmx
from app.web.commits import commits
from app.web.template_names import ask_for_reader


@blueprint.route("/new", methods=["GET", "POST"])
@access.person(may.can_ask_for_a_board)
@commits
def new() -> ResponseReturnValue:
    person = access.current_person()
    boards = {str(one.urn): one for one in boards_of(person, BOARD_ROLES)}
    strand = next((one for one in strands() if one.code == request.args.get("strand")), None)
    form = StartForm()
    form.offer(boards)
    if form.validate_on_submit():
        school = boards[form.chosen()]
        try:
            asked = services.start_request(
                school=school, by=person, known=form.answers(), strand=strand
            )
        except DomainError as error:
            form.asking.errors = [str(error)]
        else:
            return htmx.redirect(_section_url(asked, "need"))
    page = render_template("governance/requests/new.html", form=form, strand=strand)
    return page, 422 if form.errors else 200


def _knowers(person: Person, asked: SupportRequest) -> str:
    asker = "you" if is_asker(person, asked) else "whoever asked"
    return knowers_in_words(services.need_of(asked), asker)


ask_for_reader(blueprint, knowers=_knowers, chooses_who_knows=may.can_choose_who_knows)


def _section_url(asked: SupportRequest, section: str) -> str:
    return url_for("governance_requests.edit", reference=asked.reference, section=section)


@blueprint.route("/<reference>/edit/<section>", methods=["GET", "POST"])
@access.loads(board_request, name="asked", see=may.can_see, may=may.can_write)
@commits
def edit(asked: SupportRequest) -> ResponseReturnValue:
    section = str((request.view_args or {})["section"])
    person = access.current_person()
    if section == "who":
        return htmx.redirect(url_for(".who_may_know", reference=asked.reference))
    if section not in FORMS:
        abort(404)
    ask.check_may_write(asked, person)
    record = Answers(asked)
    form = FORMS[section](obj=record)
    form.fit(asked, strands())
    then = "check" if request.args.get("then") == "check" else None
    if form.validate_on_submit():
        form.refuse_if_stale(record)
        _save(form, asked)
        return htmx.redirect(steps_of(asked, section, then).following)
    if isinstance(form, SharingForm) and not form.is_submitted():
        _fill_interest(form, asked)
    page = render_template(
        f"governance/requests/edit_{section}.html",
        form=form,
        asked=asked,
        title=BOARD_TITLES[section],
        steps=steps_of(asked, section, then),
        target=url_for(".edit", reference=asked.reference, section=section, then=then),
    )
    return page, 422 if form.errors else 200


def _save(form: SectionForm, asked: SupportRequest) -> None:
    person = access.current_person()
    services.save_answers(request=asked, by=person, answers=form.answers())
    if isinstance(form, SharingForm) and (answer := form.interest_answer()):
        interests.declare_interest(
            matter=asked, by=person, answer=answer, detail=form.interest_detail.data or ""
        )


def _fill_interest(form: SharingForm, asked: SupportRequest) -> None:
    given = who.declarations_about(access.current_person(), asked)
    if given:
        form.interest.data = given[-1].answer.value
        form.interest_detail.data = given[-1].detail


@blueprint.route("/<reference>/who-may-know", methods=["GET", "POST"])
@access.loads(board_request, name="asked", see=may.can_see, may=may.can_choose_who_knows)
@commits
def who_may_know(asked: SupportRequest) -> ResponseReturnValue:
    """Stays open to whoever asked as long as the request lives: trust may grow or end."""
    record = Answers(asked)
    form = KnownForm(obj=record)
    form.fit(asked)
    if form.validate_on_submit():
        form.refuse_if_stale(record)
        known = form.answers()
        services.tell_more_people(request=asked, by=access.current_person(), known=known)
        flash("Who may know is saved.")
        return htmx.redirect(url_for("requests.show", reference=asked.reference))
    page = render_template("governance/requests/who_may_know.html", form=form, asked=asked)
    return page, 422 if form.errors else 200


@blueprint.route("/<reference>/check", methods=["GET", "POST"])
@access.loads(board_request, name="asked", see=may.can_see, may=may.can_write)
@commits
def check(asked: SupportRequest) -> ResponseReturnValue:
    person = access.current_person()
    ask.check_may_write(asked, person)
    record = Answers(asked)
    form, others = SendForm(obj=record), live_about_the_same(asked, person)
    form.fit(others)
    if "another_need" in form:
        form.another_need.description = said_of(asked, form.another_need.description)
    missing = gaps(asked, person)
    if form.validate_on_submit() and not missing:
        form.refuse_if_stale(record)
        ask.submit(request=asked, by=person, another_need=form.why_another())
        return htmx.redirect(url_for(".submitted", reference=asked.reference))
    page = render_template(
        "governance/requests/check.html",
        form=form,
        asked=asked,
        sections=answer_sections(asked, editable=True),
        gaps=missing,
        others=other_lines(person, others),
        whom=asked_of(asked, person),
    )
    return page, 422 if form.is_submitted() else 200


@blueprint.get("/<reference>/submitted")
@access.loads(board_request, name="asked", see=may.can_see, may=may.can_write)
def submitted(asked: SupportRequest) -> ResponseReturnValue:
    if asked.submitted_at is None:
        flash("You have not sent this request yet.", "info")
        return htmx.redirect(url_for(".check", reference=asked.reference))
    return render_template(
        "governance/requests/submitted.html", asked=asked, match_days=WORKING_DAYS["match"]
    )
