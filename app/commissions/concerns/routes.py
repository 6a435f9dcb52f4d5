"""Pages of concerns; they hang on the blueprint of commissions."""

from __future__ import annotations

from flask import flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.commissions.concerns import forms, services
from app.commissions.concerns import page as shown
from app.commissions.concerns import permissions as who
from app.commissions.concerns.facts import ConcernAction, ConcernKind
from app.commissions.concerns.lifecycle import CONCERN_LIFECYCLE
from app.commissions.concerns.queries import concern_of_commission, page_of_concerns
from app.commissions.models import Commission, Concern
from app.commissions.permissions import can_see_commission
from app.commissions.queries.commissions import commission_by_reference
from app.commissions.routes import commissions
from app.web import access, htmx
from app.web.access import current_person
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file
from app.web.forms import Form
from app.web.template_names import ask_for_reader

ask_for_reader(commissions, concerns_of=shown.concerns_of)


@commissions.get("/concerns")
@access.person(who.handles_somewhere)
def concerns() -> ResponseReturnValue:
    everything = request.args.get("show") == "all"
    page = page_of_concerns(current_person(), page_asked(), also_settled=everything)
    if wants_file():
        return list_file("concerns", shown.HEADER, map(shown.export_row, page.items))
    return render_template(
        "concerns/index.html",
        page=page,
        rows=[shown.line_of(concern) for concern in page.items],
        everything=everything,
        files=file_links(
            lambda f: url_for(".concerns", show="all" if everything else None, format=f)
        ),
        page_url=lambda number: url_for(
            ".concerns",
            show="all" if everything else None,
            page=None if number == 1 else number,
        ),
    )


@commissions.route("/<reference>/concerns/new", methods=["GET", "POST"])
@access.loads(commission_by_reference, name="commission", see=can_see_commission, may=who.can_raise)
@commits
def raise_concern(commission: Commission) -> ResponseReturnValue:
    form = forms.RaiseForm()
    if form.validate_on_submit():
        concern = services.raise_concern(
            commission=commission,
            by=current_person(),
            kind=ConcernKind(form.kind.data),
            words=form.words.data or "",
            in_confidence=form.sharing.data == forms.IN_CONFIDENCE,
        )
        return _back(concern, "Your concern is raised. An officer acts on it.")
    html = render_template("concerns/raise.html", commission=commission, form=form)
    return html, 422 if form.errors else 200


@commissions.get("/<reference>/concerns/<concern>")
@access.loads(concern_of_commission, name="concern", see=who.can_see_concern)
def concern(concern: Concern) -> ResponseReturnValue:
    page = shown.page_of_concern(current_person(), concern)
    return render_template(
        "concerns/show.html", concern=concern, commission=concern.commission, page=page
    )


@commissions.route("/<reference>/concerns/<concern>/act", methods=["GET", "POST"])
@access.loads(concern_of_commission, name="concern", see=who.can_see_concern, may=who.can_act_on)
@commits
def act_on_concern(concern: Concern) -> ResponseReturnValue:
    form, by = forms.ActForm(), current_person()
    CONCERN_LIFECYCLE.permit(concern, ConcernAction.ACT, by=by)
    if form.validate_on_submit():
        services.act(concern=concern, by=by, words=form.words.data or "", done_on=form.done_on.data)
        return _back(concern, "What was done is recorded.")
    return _page("act", concern, form)


@commissions.route("/<reference>/concerns/<concern>/share", methods=["GET", "POST"])
@access.loads(concern_of_commission, name="concern", see=who.can_see_concern, may=who.can_share)
@commits
def share_concern(concern: Concern) -> ResponseReturnValue:
    form = forms.ShareForm()
    if form.validate_on_submit():
        services.share(concern=concern, by=current_person(), words=form.words.data or "")
        return _back(concern, "Both sides can now read it.")
    return _page("share", concern, form)


@commissions.route("/<reference>/concerns/<concern>/escalate", methods=["GET", "POST"])
@access.loads(concern_of_commission, name="concern", see=who.can_see_concern, may=who.can_escalate)
@commits
def escalate_concern(concern: Concern) -> ResponseReturnValue:
    form, by = forms.EscalateForm(), current_person()
    CONCERN_LIFECYCLE.permit(concern, ConcernAction.ESCALATE, by=by)
    if form.validate_on_submit():
        services.escalate(concern=concern, by=by, tried=form.ticked(), words=form.words.data or "")
        return _back(concern, "Escalated. Somebody who has not dealt with it yet settles it.")
    return _page("escalate", concern, form)


@commissions.route("/<reference>/concerns/<concern>/resolve", methods=["GET", "POST"])
@access.loads(concern_of_commission, name="concern", see=who.can_see_concern, may=who.can_resolve)
@commits
def resolve_concern(concern: Concern) -> ResponseReturnValue:
    form, by = forms.ResolveForm(), current_person()
    CONCERN_LIFECYCLE.permit(concern, ConcernAction.RESOLVE, by=by)
    if form.validate_on_submit():
        services.resolve(concern=concern, by=by, words=form.words.data or "")
        return _back(concern, "The concern is resolved.")
    return _page("resolve", concern, form)


@commissions.route("/<reference>/concerns/<concern>/withdraw", methods=["GET", "POST"])
@access.loads(
    concern_of_commission,
    name="concern",
    see=who.can_see_concern,
    may=who.can_withdraw_concern,
)
@commits
def withdraw_concern(concern: Concern) -> ResponseReturnValue:
    form, by = forms.WithdrawConcernForm(), current_person()
    CONCERN_LIFECYCLE.permit(concern, ConcernAction.WITHDRAW, by=by)
    if form.validate_on_submit():
        services.withdraw(concern=concern, by=by, reason=form.words.data or "")
        return _back(concern, "The concern is withdrawn.")
    return _page("withdraw", concern, form)


def _back(concern: Concern, words: str) -> ResponseReturnValue:
    flash(words)
    return htmx.redirect(
        url_for(".concern", reference=concern.commission.reference, concern=concern.reference)
    )


def _page(page: str, concern: Concern, form: Form) -> ResponseReturnValue:
    html = render_template(
        f"concerns/{page}.html", concern=concern, commission=concern.commission, form=form
    )
    return html, 422 if form.errors else 200
