"""Answering: the same three pages by account and by the link in a letter."""

from __future__ import annotations

from flask import flash, render_template
from flask.typing import ResponseReturnValue

from app.governance.audits import asked as strands
from app.governance.audits import permissions as who
from app.governance.audits import queries
from app.governance.audits.answer_page import Way, after, overview, own_answers
from app.governance.audits.asked import AskedStrand, LinkedStrand
from app.governance.audits.forms import ActForm, answers_form
from app.governance.audits.links import invitation_of_token
from app.governance.audits.models import Invitation, SkillsAudit
from app.governance.audits.routes.blueprint import blueprint
from app.governance.audits.services import answering
from app.prospectus.models import ExpertiseArea
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits

of_link = access.loads(invitation_of_token, name="invitation", see=who.has_link, signed_out=True)


@blueprint.get("/<reference>/answer")
@access.loads(queries.audit_by_reference, name="audit", see=who.can_read_own)
def answer(audit: SkillsAudit) -> ResponseReturnValue:
    way = _way(audit)
    if who.can_answer(current_person(), audit):
        return _overview(way)
    parts = own_answers(way.invitation)
    return render_template("governance/audits/own.html", audit=audit, parts=parts)


@blueprint.route("/<reference>/answer/<strand>", methods=["GET", "POST"])
@access.loads(
    strands.strand_of_audit, name="asked", see=strands.sees_strand, may=strands.answers_strand
)
@commits
def answer_strand(asked: AskedStrand) -> ResponseReturnValue:
    return _strand(_way(asked.audit), asked.strand)


@blueprint.post("/<reference>/send")
@access.loads(queries.audit_by_reference, name="audit", see=who.can_read_own, may=who.can_answer)
@commits
def answer_send(audit: SkillsAudit) -> ResponseReturnValue:
    return _send(_way(audit))


@blueprint.get("/by-link/<token>")
@of_link
def link(invitation: Invitation) -> ResponseReturnValue:
    if not who.takes_answers(invitation.audit):
        return render_template("governance/audits/link_over.html")
    return _overview(Way(invitation, by_link=True))


@blueprint.route("/by-link/<token>/<strand>", methods=["GET", "POST"])
@access.loads(strands.strand_of_link, name="linked", see=strands.has_link, signed_out=True)
@commits
def link_strand(linked: LinkedStrand) -> ResponseReturnValue:
    way = Way(linked.invitation, by_link=True)
    if not who.takes_answers(linked.invitation.audit):
        return htmx.redirect(way.overview)
    return _strand(way, linked.strand)


@blueprint.post("/by-link/<token>/send")
@of_link
@commits
def link_send(invitation: Invitation) -> ResponseReturnValue:
    return _send(Way(invitation, by_link=True))


def _way(audit: SkillsAudit) -> Way:
    return Way(audit.invitations_of(current_person())[0], by_link=False)


def _overview(way: Way) -> ResponseReturnValue:
    return render_template("governance/audits/answer.html", view=overview(way), form=ActForm())


def _strand(way: Way, strand: ExpertiseArea) -> ResponseReturnValue:
    form = answers_form(way.invitation, strand)
    if form.validate_on_submit():
        form.refuse_if_stale(form.filled_from)
        form.show_faults(faults := form.faults())
        if not faults:
            answering.save(
                invitation=way.invitation,
                strand=strand,
                levels=form.levels,
                why=form["why"].data or "",
            )
            return htmx.redirect(after(way, strand))
    html = render_template("governance/audits/strand.html", way=way, strand=strand, form=form)
    return html, 422 if form.is_submitted() else 200


def _send(way: Way) -> ResponseReturnValue:
    if ActForm().validate_on_submit():
        answering.send(way.invitation)
        flash("Your answers are sent. Thank you.")
    return htmx.redirect(way.overview)
