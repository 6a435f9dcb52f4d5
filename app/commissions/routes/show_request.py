"""The page of one request, and the acts that need no more than a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue

from app.commissions import permissions as who
from app.commissions.enquiries.page import asked_of, own_enquiries
from app.commissions.facts import Interest
from app.commissions.for_boards.words import said_of
from app.commissions.forms.ask import ReasonForm
from app.commissions.forms.interests import InterestForm
from app.commissions.lifecycle import REQUEST_LIFECYCLE
from app.commissions.models import SupportRequest
from app.commissions.queries import requests as queries
from app.commissions.routes import requests as blueprint
from app.commissions.routes.request_answers import (
    answer_sections,
    enquired_rows,
    redacted_rows,
)
from app.commissions.routes.request_page import request_page
from app.commissions.same_need.page import another_need_of
from app.commissions.services import ask, interests, match
from app.commissions.statuses import RequestAction
from app.commissions.timeline import request_timeline
from app.commissions.words import (
    COMMISSION_TONES,
    REQUEST_TONES,
    commission_status_words,
    request_status_words,
)
from app.core.errors import DomainError
from app.web import access, htmx
from app.web.commits import commits
from app.web.forms import Form

if TYPE_CHECKING:
    from collections.abc import Callable


@blueprint.get("/<reference>")
@access.loads(queries.request_by_reference, name="asked", see=who.can_see_request_in_some_form)
def show(asked: SupportRequest) -> ResponseReturnValue:
    person = access.current_person()
    if not who.can_see_request(person, asked):
        own = own_enquiries(asked, person)
        return render_template(
            "requests/redacted.html",
            asked=asked,
            rows=enquired_rows(asked) if own else redacted_rows(asked),
            own=own,
            is_shortlisted=who.is_shortlisted(person, asked),
        )
    return render_template(
        "requests/show.html",
        asked=asked,
        page=request_page(asked, person),
        status=request_status_words(asked, person),
        tone=REQUEST_TONES[asked.status],
        sections=answer_sections(asked),
        timeline=request_timeline(person, asked)[::-1],
        commission_words=lambda commission: commission_status_words(commission, person),
        commission_tones=COMMISSION_TONES,
        button=Form(),
        whom=asked_of(asked, person),
        another=another_need_of(person, asked),
    )


@blueprint.route("/<reference>/interest", methods=["GET", "POST"])
@access.loads(
    queries.request_by_reference,
    name="asked",
    see=who.can_see_request,
    may=who.is_officer_for,
)
@commits
def interest(asked: SupportRequest) -> ResponseReturnValue:
    form = InterestForm()
    person = access.current_person()
    if form.validate_on_submit():
        try:
            interests.declare_interest(
                matter=asked,
                by=person,
                answer=Interest(form.answer.data),
                detail=form.detail.data or "",
            )
        except DomainError as error:
            form.answer.errors = [str(error)]
        else:
            flash("Your answer is recorded.")
            return htmx.redirect(url_for(".show", reference=asked.reference))
    page = render_template(
        "requests/interest.html",
        form=form,
        asked=asked,
        given=who.declarations_about(person, asked),
    )
    return page, 422 if form.errors else 200


@dataclass(frozen=True)
class ReasonPage:
    """The words of a page on which giving the reason takes the step."""

    action: RequestAction
    heading: str
    label: str
    hint: str
    missing: str
    button: str
    done: str
    warning: bool
    service: Callable[..., None]


MAY_BE_UNDONE = (
    "You can undo it within five working days, unless somebody has worked on it by then."
)
_REASONS = {
    "return_for_more": ReasonPage(
        RequestAction.RETURN,
        "Ask the school for more information",
        "What should the school add?",
        "The school reads these words. It can change the request and send it again.",
        "Say what the school should add",
        "Return the request",
        "The request went back to the school.",
        warning=False,
        service=match.return_request,
    ),
    "decline": ReasonPage(
        RequestAction.DECLINE,
        "Decline the request",
        "Why can the request not be met?",
        f"The school reads these words. {MAY_BE_UNDONE}",
        "Say why the request cannot be met",
        "Decline the request",
        "The request is declined.",
        warning=True,
        service=match.decline,
    ),
    "signpost": ReasonPage(
        RequestAction.SIGNPOST,
        "Point the school elsewhere",
        "Where should the school turn to, and why?",
        "Name the service and how to reach it. The school reads these words.",
        "Say where the school should turn to",
        "Point the school there",
        "The school can read where to turn to.",
        warning=False,
        service=match.signpost,
    ),
    "withdraw": ReasonPage(
        RequestAction.WITHDRAW,
        "Withdraw the request",
        "Why are you withdrawing it?",
        f"A withdrawn request stays on record. {MAY_BE_UNDONE}",
        "Say why you are withdrawing the request",
        "Withdraw the request",
        "The request is withdrawn.",
        warning=True,
        service=ask.withdraw,
    ),
}


def _said_of(asked: SupportRequest, words: ReasonPage) -> ReasonPage:
    texts = ("heading", "label", "hint", "missing", "button", "done")
    said: dict[str, Any] = {name: said_of(asked, getattr(words, name)) for name in texts}
    return replace(words, **said)


def _with_reason(name: str, url: str) -> None:
    """Add the page of one act that needs a reason."""
    usual = _REASONS[name]

    @commits
    def view(asked: SupportRequest) -> ResponseReturnValue:
        person, words = access.current_person(), _said_of(asked, usual)
        REQUEST_LIFECYCLE.check(asked, words.action, by=person)
        form = ReasonForm()
        form.ask(words.label, words.hint, words.missing, words.button)
        if form.validate_on_submit():
            words.service(request=asked, by=person, reason=form.reason.data or "")
            flash(words.done)
            return htmx.redirect(url_for(".show", reference=asked.reference))
        page = render_template("requests/reason.html", form=form, asked=asked, words=words)
        return page, 422 if form.errors else 200

    guarded = access.loads(queries.request_by_reference, name="asked", see=who.can_see_request)
    blueprint.add_url_rule(
        f"/<reference>/{url}", endpoint=name, view_func=guarded(view), methods=["GET", "POST"]
    )


_with_reason("return_for_more", "return")
_with_reason("decline", "decline")
_with_reason("signpost", "signpost")
_with_reason("withdraw", "withdraw")
