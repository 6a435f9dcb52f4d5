"""The quality assurance lead's list, the judgement, and the return for more evidence."""

from flask import Blueprint, Response, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.roles import Role
from app.commissions.concerns.requirements import no_open_concern
from app.commissions.judging_permissions import awaits_moderation, can_return
from app.commissions.lifecycle import COMMISSION_LIFECYCLE
from app.commissions.models import Commission
from app.commissions.permissions import assures_quality, can_see_commission, has_declared_none
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.statuses import CommissionAction, CommissionStatus
from app.core.errors import NotOpen
from app.quality import page as shown
from app.quality import queries, services
from app.quality.facts import DECISION_WORDS, Decision
from app.quality.forms import JudgementForm, ReturnForm, judgement_form
from app.quality.judging_page import judging_context
from app.quality.permissions import (
    JUDGED_OR_TO_BE,
    is_quality_lead,
    is_quality_lead_for,
    why_not_judge,
)
from app.quality.queries import LONGEST_SEARCH, QualitySearch, Show
from app.quality.second.page import stage_words
from app.quality.second.queries import authorities_lacking_rules
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.exports import file_links, list_file, wants_file
from app.web.fields import tidy
from app.web.template_names import ask_for_reader

JUDGED_AND_CLOSED = "The judgement is recorded and the commission is closed."
JUDGED_WAITS = "The judgement is recorded. Another lead judges it too before it counts."
blueprint = Blueprint("quality", __name__, url_prefix="/quality")


ask_for_reader(blueprint, outcome_of=shown.outcome_of)


@blueprint.get("")
@access.person(is_quality_lead)
def index() -> ResponseReturnValue:
    person, search = current_person(), _search_from_url()
    if wants_file():
        return _file(queries.all_of_quality(person, search))
    found = queries.page_of_quality(person, search, request.args.get("page"))
    judgements = queries.judgements_of(found.items)
    return render_template(
        "quality/index.html",
        search=search,
        page=found,
        rows=[shown.list_row(person, commission, judgements) for commission in found.items],
        waiting=search.show is Show.WAITING,
        no_rules=bool(authorities_lacking_rules(person.authorities_as(Role.QUALITY_LEAD))),
        decisions=DECISION_WORDS,
        waiting_url=url_for("quality.index"),
        judged_url=url_for("quality.index", show=Show.JUDGED.value),
        page_url=lambda number: _url_of(search, page=None if number == 1 else number),
        files=file_links(lambda form: _url_of(search, format=form)),
    )


@blueprint.route("/<reference>", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=is_quality_lead_for
)
@commits
def judge(commission: Commission) -> ResponseReturnValue:
    if commission.status not in JUDGED_OR_TO_BE:
        message = "There is nothing to judge before both sides have evaluated."
        raise NotOpen(message)
    form = judgement_form(commission)
    if request.method == "POST":
        COMMISSION_LIFECYCLE.check(commission, CommissionAction.CLOSE, by=current_person())
        if form.validate():
            services.judge_and_close(
                commission=commission, by=current_person(), answers=form.answers()
            )
            closed = commission.status is CommissionStatus.CLOSED
            flash(JUDGED_AND_CLOSED if closed else JUDGED_WAITS)
            return htmx.redirect(url_for("quality.judge", reference=commission.reference))
    return _judge_page(commission, form)


@blueprint.route("/<reference>/return", methods=["GET", "POST"])
@access.loads(
    commission_by_reference, name="commission", see=can_see_commission, may=assures_quality
)
@commits
def return_for_evidence(commission: Commission) -> ResponseReturnValue:
    COMMISSION_LIFECYCLE.check(
        commission, CommissionAction.RETURN_FOR_EVIDENCE, by=current_person()
    )
    form = ReturnForm()
    if form.validate_on_submit():
        services.return_for_evidence(
            commission=commission, by=current_person(), reason=form.reason.data or ""
        )
        flash("Returned. Both sides are asked to complete their evaluations.")
        return htmx.redirect(url_for("quality.index"))
    html = render_template("quality/return.html", commission=commission, form=form)
    return html, 422 if form.is_submitted() else 200


def _judge_page(commission: Commission, form: JudgementForm) -> ResponseReturnValue:
    person = current_person()
    waits = commission.status is CommissionStatus.QUALITY_REVIEW
    why_not = why_not_judge(person, commission) if waits else ""
    asks_interest = waits and not why_not and not has_declared_none(person, commission)
    concerns = no_open_concern(person, commission) if waits and not why_not else []
    moderated = waits and awaits_moderation(commission)
    opens = waits and not (why_not or asks_interest or concerns)
    html = render_template(
        "quality/judge.html",
        waits=waits,
        why_not=why_not,
        asks_interest=asks_interest,
        concerns=concerns,
        stage=stage_words(person, commission) if waits else "",
        may_moderate=opens and moderated,
        may_return=opens and can_return(person, commission),
        **judging_context(person, commission, form if opens and not moderated else None),
    )
    return html, 422 if request.method == "POST" else 200


def _file(commissions: list[Commission]) -> Response:
    judgements = queries.judgements_of(commissions)
    rows = [shown.export_row(commission, judgements) for commission in commissions]
    return list_file("quality", shown.HEADER, rows)


def _search_from_url() -> QualitySearch:
    """Read the query string; what means nothing is left out."""
    args = request.args
    show, decision = args.get("show", ""), args.get("decision", "")
    return QualitySearch(
        show=Show(show) if show in set(Show) else Show.WAITING,
        words=" ".join((tidy(args.get("q")) or "").split())[:LONGEST_SEARCH],
        decision=Decision(decision) if decision in set(Decision) else None,
    )


def _url_of(search: QualitySearch, **more: object) -> str:
    return url_for(
        "quality.index",
        show=None if search.show is Show.WAITING else search.show.value,
        q=search.words or None,
        decision=search.decision.value if search.decision else None,
        **more,  # type: ignore[arg-type]
    )
