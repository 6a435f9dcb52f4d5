"""Questions a board asks itself: the meetings, one of them, and the answers strand by strand."""

from __future__ import annotations

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core import clock
from app.governance.audits.forms import ActForm
from app.governance.audits.permissions import BEGINNERS, has_business
from app.governance.audits.questions import asked as strands
from app.governance.audits.questions import page as pages
from app.governance.audits.questions import permissions as who
from app.governance.audits.questions import queries, services
from app.governance.audits.questions.asked import AskedStrand
from app.governance.audits.questions.facts import CheckAct
from app.governance.audits.questions.forms import (
    NewCheckForm,
    ReasonForm,
    ShareForm,
    strand_form,
)
from app.governance.audits.questions.lifecycle import CHECK_LIFECYCLE
from app.governance.audits.questions.models import SelfCheck
from app.schools.queries import schools_by_urns
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file
from app.web.forms import Form
from app.web.papers import pdf_response, wants_pdf

blueprint = Blueprint("audits_questions", __name__, url_prefix="/governance/audits/board-questions")
of_check = access.loads(queries.check_by_reference, name="check", see=who.can_see)
of_writer = access.loads(queries.check_by_reference, name="check", see=who.can_see, may=who.writes)


@blueprint.get("")
@access.person(has_business, hidden=True)
def index() -> ResponseReturnValue:
    person = current_person()
    page = queries.page_of_checks(person, page_asked())
    if wants_file():
        return list_file("board-questions", pages.HEADER, map(pages.export_row, page.items))
    return render_template(
        "governance/audits/questions/index.html",
        page=page,
        rows=[pages.check_row(check) for check in page.items],
        can_begin=who.writes_somewhere(person),
        files=file_links(lambda form: url_for(".index", format=form)),
        page_url=lambda n: url_for(".index", page=None if n == 1 else n),
    )


@blueprint.route("/new", methods=["GET", "POST"])
@access.person(who.writes_somewhere, hidden=True)
@commits
def new() -> ResponseReturnValue:
    person, form = current_person(), NewCheckForm()
    boards = {str(school.urn): school for school in schools_by_urns(person.schools_as(BEGINNERS))}
    form.offer(boards.values())
    if form.validate_on_submit():
        held_on = form.held_on.data
        if held_on > clock.today():
            form.show_faults({"held_on": services.FUTURE})
        else:
            check = services.begin(
                school=boards[form.board.data],
                by=person,
                held_on=held_on,
                took_part=form.took_part.data or "",
            )
            return htmx.redirect(url_for(".show", reference=check.reference))
    html = render_template("governance/audits/questions/new.html", form=form)
    return html, 422 if form.is_submitted() else 200


@blueprint.get("/<reference>")
@of_check
def show(check: SelfCheck) -> ResponseReturnValue:
    person = current_person()
    if who.writes_draft(person, check):
        return render_template(
            "governance/audits/questions/draft.html",
            check=check,
            tasks=pages.tasks(check),
            acts=pages.acts(person, check),
        )
    paper = pages.check_paper(check)
    if wants_pdf():
        return pdf_response(paper)
    return render_template(
        "governance/audits/questions/show.html",
        paper=paper,
        acts=pages.acts(person, check),
    )


@blueprint.route("/<reference>/<strand>", methods=["GET", "POST"])
@access.loads(strands.strand_of_check, name="asked", see=strands.can_see, may=strands.can_write)
@commits
def strand(asked: AskedStrand) -> ResponseReturnValue:
    check, form = asked.check, strand_form(asked.check, asked.answers)
    if form.validate_on_submit():
        form.refuse_if_stale(check)
        services.write(check=check, by=current_person(), answers=form.answers_to(asked.answers))
        following = pages.next_strand(check, asked.strand)
        if following is None:
            return htmx.redirect(url_for(".show", reference=check.reference))
        return htmx.redirect(url_for(".strand", reference=check.reference, strand=following.code))
    html = render_template("governance/audits/questions/strand.html", asked=asked, form=form)
    return html, 422 if form.is_submitted() else 200


@blueprint.get("/<reference>/comparison")
@of_check
def comparison(check: SelfCheck) -> ResponseReturnValue:
    earlier = queries.earlier_check(check)
    return render_template(
        "governance/audits/questions/comparison.html",
        check=check,
        earlier=earlier,
        found=pages.compared(check, earlier) if earlier else None,
    )


@blueprint.route("/<reference>/record", methods=["GET", "POST"])
@of_writer
@commits
def record(check: SelfCheck) -> ResponseReturnValue:
    form, by = ActForm(), current_person()
    CHECK_LIFECYCLE.check(check, CheckAct.RECORD, by=by)
    if form.validate_on_submit():
        services.record(check=check, by=by)
        return _back(check, "The answers are recorded. Your board can read them.")
    return _page("record", check, form)


@blueprint.route("/<reference>/reopen", methods=["GET", "POST"])
@of_writer
@commits
def reopen(check: SelfCheck) -> ResponseReturnValue:
    form, by = ReasonForm(), current_person()
    CHECK_LIFECYCLE.check(check, CheckAct.REOPEN, by=by)
    if form.validate_on_submit():
        services.reopen(check=check, by=by, reason=form.reason.data or "")
        return _back(check, "The answers are open again.")
    return _page("reopen", check, form)


@blueprint.route("/<reference>/discard", methods=["GET", "POST"])
@of_writer
@commits
def discard(check: SelfCheck) -> ResponseReturnValue:
    form, by = ActForm(), current_person()
    CHECK_LIFECYCLE.check(check, CheckAct.DISCARD, by=by)
    if form.validate_on_submit():
        services.discard(check=check, by=by)
        flash("The answers are discarded.")
        return htmx.redirect(url_for(".index"))
    return _page("discard", check, form)


@blueprint.route("/<reference>/share", methods=["GET", "POST"])
@access.loads(queries.check_by_reference, name="check", see=who.can_see, may=who.shares)
@commits
def share(check: SelfCheck) -> ResponseReturnValue:
    form = ShareForm(obj=check)
    if form.validate_on_submit():
        form.refuse_if_stale(check)
        services.share(
            check=check,
            by=current_person(),
            with_head=bool(form.shared_with_head.data),
            with_services=bool(form.shared_with_services.data),
        )
        return _back(check, "Saved.")
    return _page("share", check, form)


def _back(check: SelfCheck, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for(".show", reference=check.reference))


def _page(name: str, check: SelfCheck, form: Form) -> ResponseReturnValue:
    html = render_template(f"governance/audits/questions/{name}.html", check=check, form=form)
    return html, 422 if form.is_submitted() else 200
