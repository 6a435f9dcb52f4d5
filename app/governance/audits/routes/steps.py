"""Opening, closing, reopening and discarding an audit, and whom the board lets see it."""

from __future__ import annotations

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.governance.audits import permissions as who
from app.governance.audits import queries
from app.governance.audits.facts import RULE_PROMISES, AuditAct
from app.governance.audits.forms import ActForm, ReopenForm, ShareForm
from app.governance.audits.lifecycle import AUDIT_LIFECYCLE
from app.governance.audits.models import SkillsAudit
from app.governance.audits.requirements import fault_of_day
from app.governance.audits.routes.blueprint import blueprint
from app.governance.audits.services import running
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.forms import Form

of_runner = access.loads(queries.audit_by_reference, name="audit", see=who.can_see, may=who.runs)


@blueprint.route("/<reference>/open", methods=["GET", "POST"], endpoint="open")
@of_runner
@commits
def open_audit(audit: SkillsAudit) -> ResponseReturnValue:
    form, by = ActForm(), current_person()
    AUDIT_LIFECYCLE.check(audit, AuditAct.OPEN, by=by)
    if form.validate_on_submit():
        running.open_audit(audit=audit, by=by)
        return _back(audit, "The audit is open. Everybody is asked by e-mail.")
    return _page("open", audit, form, promise=RULE_PROMISES[audit.rule])


@blueprint.route("/<reference>/close", methods=["GET", "POST"])
@of_runner
@commits
def close(audit: SkillsAudit) -> ResponseReturnValue:
    form, by = ActForm(), current_person()
    AUDIT_LIFECYCLE.check(audit, AuditAct.CLOSE, by=by)
    if form.validate_on_submit():
        running.close(audit=audit, by=by)
        return _back(audit, "The audit is closed. The board can look at the result.")
    missing = sum(one.sent_at is None for one in audit.invitations)
    return _page("close", audit, form, missing=missing)


@blueprint.route("/<reference>/reopen", methods=["GET", "POST"])
@of_runner
@commits
def reopen(audit: SkillsAudit) -> ResponseReturnValue:
    form, by = ReopenForm(), current_person()
    AUDIT_LIFECYCLE.check(audit, AuditAct.REOPEN, by=by)
    if form.validate_on_submit():
        day = form.closes_on.data
        if fault := fault_of_day(day):
            form.show_faults({"closes_on": fault})
        else:
            reason = form.reason.data or ""
            running.reopen(audit=audit, by=by, reason=reason, closes_on=day)
            return _back(audit, "The audit is open again.")
    return _page("reopen", audit, form)


@blueprint.route("/<reference>/discard", methods=["GET", "POST"])
@of_runner
@commits
def discard(audit: SkillsAudit) -> ResponseReturnValue:
    form, by = ActForm(), current_person()
    AUDIT_LIFECYCLE.check(audit, AuditAct.DISCARD, by=by)
    if form.validate_on_submit():
        running.discard(audit=audit, by=by)
        flash("The audit is discarded. Nobody was told of it.")
        return htmx.redirect(url_for(".index"))
    return _page("discard", audit, form)


@blueprint.route("/<reference>/share", methods=["GET", "POST"])
@access.loads(queries.audit_by_reference, name="audit", see=who.can_see, may=who.shares)
@commits
def share(audit: SkillsAudit) -> ResponseReturnValue:
    form = ShareForm(obj=audit)
    if form.validate_on_submit():
        form.refuse_if_stale(audit)
        running.share(
            audit=audit,
            by=current_person(),
            with_head=bool(form.shared_with_head.data),
            with_services=bool(form.shared_with_services.data),
        )
        return _back(audit, "Saved.")
    return _page("share", audit, form)


def _back(audit: SkillsAudit, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(url_for(".show", reference=audit.reference))


def _page(name: str, audit: SkillsAudit, form: Form, **more: object) -> ResponseReturnValue:
    html = render_template(f"governance/audits/{name}.html", audit=audit, form=form, **more)
    return html, 422 if form.is_submitted() else 200
