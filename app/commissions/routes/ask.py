"""A school asks for support: one topic a page, kept at each step, checked, sent."""

from __future__ import annotations

from flask import abort, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.commissions import permissions as who
from app.commissions.enquiries.page import asked_of
from app.commissions.forms.ask import FORMS, ConsentForm, SectionForm, SendForm, StartForm
from app.commissions.models import SupportRequest
from app.commissions.queries import requests as queries
from app.commissions.routes import requests as blueprint
from app.commissions.routes.request_answers import SECTION_TITLES, answer_sections, gaps
from app.commissions.routes.schools import schools_to_ask_for
from app.commissions.same_need.page import other_lines
from app.commissions.same_need.queries import live_about_the_same
from app.commissions.services import ask, interests
from app.commissions.timings import WORKING_DAYS
from app.commissions.voices import is_of_board
from app.core.errors import DomainError
from app.prospectus.permissions import can_see_provider
from app.prospectus.queries import expertise_groups, provider_by_slug
from app.web import access, htmx
from app.web.commits import commits


@blueprint.route("/new", methods=["GET", "POST"])
@access.person(who.can_ask)
@commits
def new() -> ResponseReturnValue:
    person = access.current_person()
    schools = schools_to_ask_for(person)
    own, offered = schools.own, schools.offered
    form = StartForm()
    form.school.choices = schools.choices
    if form.school.data is None and len(offered) == 1:
        form.school.data = next(iter(map(str, offered)))
    slug = request.args.get("provider", "")
    provider = provider_by_slug(slug) if slug.isprintable() else None
    if provider is not None and not can_see_provider(person, provider):
        provider = None
    # an officer who has not found the school yet has nothing to choose from
    if offered and form.validate_on_submit():
        school = offered[int(form.school.data)]
        try:
            started = ask.start_request(
                school=school,
                by=person,
                on_behalf=school.urn not in own,
                preferred_provider=provider,
            )
        except DomainError as error:
            form.school.errors = [str(error)]
        else:
            return htmx.redirect(_section_url(started, "need"))
    page = render_template(
        "requests/new.html",
        form=form,
        provider=provider,
        schools=schools,
        target=url_for(".new", provider=request.args.get("provider"), q=schools.words or None),
    )
    return page, 422 if form.errors else 200


def _section_url(asked: SupportRequest, section: str) -> str:
    return url_for("requests.edit", reference=asked.reference, section=section)


@blueprint.route("/<reference>/edit/<section>", methods=["GET", "POST"])
@access.loads(
    queries.request_by_reference,
    name="asked",
    see=who.can_see_request,
    may=who.can_write_request,
)
@commits
def edit(asked: SupportRequest) -> ResponseReturnValue:
    section = str((request.view_args or {})["section"])
    if section not in FORMS or is_of_board(asked):
        abort(404)
    person = access.current_person()
    ask.check_may_write(asked, person)
    form = FORMS[section](obj=asked)
    form.fit(asked, expertise_groups())
    then = "check" if request.args.get("then") == "check" else None
    if form.validate_on_submit():
        form.refuse_if_stale(asked)
        try:
            _save(form, asked)
        except DomainError as error:
            form.submit.errors = [str(error)]
        else:
            return htmx.redirect(_after(asked, section, then))
    if not form.is_submitted():
        _fill_interest(form, asked)
    page = render_template(
        f"requests/edit_{section}.html",
        form=form,
        asked=asked,
        title=SECTION_TITLES[section],
        number=list(FORMS).index(section) + 1,
        total=len(FORMS),
        back=_before(asked, section, then),
        target=url_for(".edit", reference=asked.reference, section=section, then=then),
        interest_stays=who.has_interest(person, asked),
    )
    return page, 422 if form.errors else 200


def _save(form: SectionForm, asked: SupportRequest) -> None:
    person = access.current_person()
    ask.save_section(request=asked, by=person, answers=form.answers())
    if isinstance(form, ConsentForm) and (answer := form.interest_answer()):
        interests.declare_interest(
            matter=asked, by=person, answer=answer, detail=form.interest_detail.data or ""
        )


def _fill_interest(form: SectionForm, asked: SupportRequest) -> None:
    given = who.declarations_about(access.current_person(), asked)
    if isinstance(form, ConsentForm) and given:
        form.interest.data = given[-1].answer.value
        form.interest_detail.data = given[-1].detail


def _after(asked: SupportRequest, section: str, then: str | None) -> str:
    following = list(FORMS)[list(FORMS).index(section) + 1 :]
    if then or not following:
        return url_for(".check", reference=asked.reference)
    return _section_url(asked, following[0])


def _before(asked: SupportRequest, section: str, then: str | None) -> str:
    earlier = list(FORMS)[: list(FORMS).index(section)]
    if then:
        return url_for(".check", reference=asked.reference)
    if not earlier:
        return url_for(".show", reference=asked.reference)
    return _section_url(asked, earlier[-1])


@blueprint.route("/<reference>/check", methods=["GET", "POST"])
@access.loads(
    queries.request_by_reference,
    name="asked",
    see=who.can_see_request,
    may=who.can_write_request,
)
@commits
def check(asked: SupportRequest) -> ResponseReturnValue:
    person = access.current_person()
    if is_of_board(asked):
        abort(404)  # a board has questions of its own
    ask.check_may_write(asked, person)
    form, others = SendForm(obj=asked), live_about_the_same(asked, person)
    form.fit(others)
    missing = gaps(asked, person)
    if form.validate_on_submit() and not missing:
        form.refuse_if_stale(asked)
        ask.submit(request=asked, by=person, another_need=form.why_another())
        return htmx.redirect(url_for(".submitted", reference=asked.reference))
    page = render_template(
        "requests/check.html",
        form=form,
        asked=asked,
        sections=answer_sections(asked, editable=True),
        gaps=missing,
        others=other_lines(person, others),
        whom=asked_of(asked, person),
    )
    return page, 422 if form.is_submitted() else 200


@blueprint.get("/<reference>/submitted")
@access.loads(
    queries.request_by_reference,
    name="asked",
    see=who.can_see_request,
    may=who.can_write_request,
)
def submitted(asked: SupportRequest) -> ResponseReturnValue:
    if asked.submitted_at is None:
        flash("You have not sent this request yet.", "info")
        return htmx.redirect(url_for(".check", reference=asked.reference))
    return render_template("requests/submitted.html", asked=asked, match_days=WORKING_DAYS["match"])
