"""The list, one audit, and what is said of it before it opens."""

from __future__ import annotations

from typing import Any

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.governance.audits import page as pages
from app.governance.audits import permissions as who
from app.governance.audits import queries
from app.governance.audits.facts import Rule
from app.governance.audits.forms import (
    ActForm,
    AuditForm,
    GuestForm,
    NewAuditForm,
    needs_form,
)
from app.governance.audits.models import Invitation, SkillsAudit
from app.governance.audits.routes.blueprint import blueprint
from app.governance.audits.services import running
from app.governance.audits.words.permissions import keeps_words
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file
from app.web.forms import Form

of_audit = access.loads(queries.audit_by_reference, name="audit", see=who.can_see)
of_draft = access.loads(
    queries.audit_by_reference, name="audit", see=who.can_see, may=who.runs_draft
)
of_running = access.loads(
    queries.audit_by_reference, name="audit", see=who.can_see, may=who.runs_before_end
)


@blueprint.get("")
@access.person(who.has_business, hidden=True)
def index() -> ResponseReturnValue:
    person = current_person()
    page = queries.page_of_audits(person, page_asked())
    if wants_file():
        return list_file("skills-audits", pages.HEADER, map(pages.export_row, page.items))
    return render_template(
        "governance/audits/index.html",
        page=page,
        rows=[pages.audit_row(audit) for audit in page.items],
        can_begin=who.can_begin_somewhere(person),
        keeps_words=keeps_words(person),
        files=file_links(lambda form: url_for(".index", format=form)),
        page_url=lambda n: url_for(".index", page=None if n == 1 else n),
    )


@blueprint.route("/new", methods=["GET", "POST"])
@access.person(who.can_begin_somewhere, hidden=True)
@commits
def new() -> ResponseReturnValue:
    person, form = current_person(), NewAuditForm(data={"rule": Rule.TOTALS})
    boards = {str(school.urn): school for school in queries.boards_to_begin_for(person)}
    form.offer(boards.values())
    if form.validate_on_submit():
        facts = form.facts()
        form.show_faults(faults := _faults(facts))
        if not faults:
            school = boards[form.board.data]
            audit = running.begin(school=school, by=person, **facts)
            flash("The audit is prepared. Look at who is asked, then open it.")
            return htmx.redirect(url_for(".show", reference=audit.reference))
    html = render_template(
        "governance/audits/facts.html", title="Prepare a skills audit", form=form
    )
    return html, 422 if form.is_submitted() else 200


@blueprint.get("/<reference>")
@of_audit
def show(audit: SkillsAudit) -> ResponseReturnValue:
    return render_template(
        "governance/audits/show.html", view=pages.audit_view(current_person(), audit)
    )


@blueprint.route("/<reference>/edit", methods=["GET", "POST"])
@of_draft
@commits
def edit(audit: SkillsAudit) -> ResponseReturnValue:
    form = AuditForm(obj=audit)
    if form.validate_on_submit():
        form.refuse_if_stale(audit)
        facts = form.facts()
        form.show_faults(faults := _faults(facts))
        if not faults:
            running.change(audit=audit, by=current_person(), **facts)
            return _back(audit, "Saved.")
    return _page("facts", "Change the audit", audit, form)


@blueprint.route("/<reference>/people", methods=["GET", "POST"])
@access.loads(queries.audit_by_reference, name="audit", see=who.can_see, may=who.runs)
@commits
def people(audit: SkillsAudit) -> ResponseReturnValue:
    person = current_person()
    form = GuestForm() if who.runs_before_end(person, audit) else None
    if form is not None and form.validate_on_submit():
        known = {one.email for one in audit.invitations}
        if (form.email.data or "").lower() in known:
            form.show_faults({"email": "Enter another address. This person is asked already."})
        else:
            running.ask(
                audit=audit, by=person, name=form.name.data or "", email=form.email.data or ""
            )
            flash("The person is added.")
            return htmx.redirect(url_for(".people", reference=audit.reference))
    return _page("people", "Who is asked", audit, form)


@blueprint.route("/<reference>/people/<int(max=999999999):number>/remove", methods=["GET", "POST"])
@access.loads(
    queries.invitation_of_audit, name="invitation", see=who.manages, may=who.may_take_back
)
@commits
def remove(invitation: Invitation) -> ResponseReturnValue:
    form, audit = ActForm(), invitation.audit
    if form.validate_on_submit():
        running.take_back(invitation=invitation, by=current_person())
        flash("This person is asked no more.")
        return htmx.redirect(url_for(".people", reference=audit.reference))
    html = render_template(
        "governance/audits/remove.html", audit=audit, invitation=invitation, form=form
    )
    return html, 422 if form.is_submitted() else 200


@blueprint.route("/<reference>/needs", methods=["GET", "POST"])
@of_running
@commits
def needs(audit: SkillsAudit) -> ResponseReturnValue:
    form = needs_form(audit)
    if form.validate_on_submit():
        form.refuse_if_stale(audit)
        numbers = {item.id: form[f"needed_{item.id}"].data for item in audit.items}
        running.set_needed(audit=audit, by=current_person(), numbers=numbers)
        return _back(audit, "The numbers are saved.")
    return _page("needs", "What your board needs", audit, form)


def _faults(facts: dict[str, Any]) -> dict[str, str]:
    keys = ("closes_on", "rule", "agreed_on")
    return dict(running.faults_of_facts(**{key: facts[key] for key in keys}))


def _back(audit: SkillsAudit, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for(".show", reference=audit.reference))


def _page(name: str, title: str, audit: SkillsAudit, form: Form | None) -> ResponseReturnValue:
    html = render_template(f"governance/audits/{name}.html", title=title, audit=audit, form=form)
    return html, 422 if form is not None and form.is_submitted() else 200
