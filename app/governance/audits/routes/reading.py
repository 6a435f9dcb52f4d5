"""Reading what came of an audit: the heat map, gaps, comparison, individual answers."""

from __future__ import annotations

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from app.governance.audits import permissions as who
from app.governance.audits import queries, result_page
from app.governance.audits.answer_page import own_answers
from app.governance.audits.facts import LEAST_SHOWN
from app.governance.audits.models import Invitation, SkillsAudit
from app.governance.audits.routes.blueprint import blueprint
from app.web import access
from app.web.access import current_person

of_result = access.loads(
    queries.audit_by_reference, name="audit", see=who.can_see, may=who.can_see_result
)


@blueprint.get("/<reference>/result")
@access.loads(queries.audit_by_reference, name="audit", see=who.can_see, may=who.can_see_strands)
def result(audit: SkillsAudit) -> ResponseReturnValue:
    return render_template(
        "governance/audits/result.html",
        audit=audit,
        strands=result_page.heat_map(audit),
        counted_words=result_page.counted_words(audit),
        enough=(audit.result or {}).get("sent", 0) >= LEAST_SHOWN,
        whole=who.can_see_result(current_person(), audit),
    )


@blueprint.get("/<reference>/gaps")
@of_result
def gaps(audit: SkillsAudit) -> ResponseReturnValue:
    return render_template("governance/audits/gaps.html", audit=audit, gaps=result_page.gaps(audit))


@blueprint.get("/<reference>/comparison")
@of_result
def comparison(audit: SkillsAudit) -> ResponseReturnValue:
    every = queries.earlier_audits(audit)
    wanted = request.args.get("with")
    earlier = next((one for one in every if wanted in (None, one.reference)), None)
    if wanted is not None and earlier is None:
        abort(404)
    return render_template(
        "governance/audits/comparison.html",
        audit=audit,
        earlier=earlier,
        others=[one for one in every if one is not earlier],
        found=result_page.comparison(audit, earlier) if earlier else None,
    )


@blueprint.get("/<reference>/individual")
@access.loads(queries.audit_by_reference, name="audit", see=who.reads_individual)
def individual(audit: SkillsAudit) -> ResponseReturnValue:
    sent = [one for one in audit.invitations if one.sent_at is not None]
    return render_template("governance/audits/individual.html", audit=audit, sent=sent)


@blueprint.get("/<reference>/individual/<int(max=999999999):number>")
@access.loads(queries.invitation_of_audit, name="invitation", see=who.reads_answers_of)
def answers_of(invitation: Invitation) -> ResponseReturnValue:
    return render_template(
        "governance/audits/answers_of.html",
        audit=invitation.audit,
        invitation=invitation,
        parts=own_answers(invitation),
    )
