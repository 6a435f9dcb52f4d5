"""The broker's work with a request: begin, weigh providers, offer. And the school's choice."""

from __future__ import annotations

from flask import abort, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.commissions import permissions as who
from app.commissions.enquiries.page import enquiry_lines
from app.commissions.facts import VERDICT_WORDS, CandidateVerdict
from app.commissions.for_boards.facts import LEADERS_OF_GOVERNANCE
from app.commissions.for_boards.words import said_of
from app.commissions.forms.match import CandidateForm, OfferForm
from app.commissions.lifecycle import REQUEST_LIFECYCLE
from app.commissions.models import SupportRequest
from app.commissions.queries import requests as queries
from app.commissions.queries.capacity import days_in_year
from app.commissions.requirements import interest_answered
from app.commissions.routes import requests as blueprint
from app.commissions.routes.checking import carried
from app.commissions.routes.request_answers import offer_rows
from app.commissions.routes.request_page import VERDICT_TONES, provider_checks
from app.commissions.services import match
from app.commissions.statuses import RequestAction, RequestStatus
from app.commissions.voices import is_of_board
from app.core import clock
from app.core.calendar import academic_year
from app.core.errors import DomainError, NotOpen, NotReady
from app.prospectus.permissions import can_see_rate
from app.prospectus.queries import provider_by_slug, providers_by_ids
from app.prospectus.question import Question
from app.prospectus.search_page import search_page
from app.web import access, htmx
from app.web.commits import commits


def _page_of(asked: SupportRequest) -> str:
    return url_for("requests.show", reference=asked.reference)


@blueprint.post("/<reference>/start-matching")
@access.loads(queries.request_by_reference, name="asked", see=who.can_see_request)
@commits
def start_matching(asked: SupportRequest) -> ResponseReturnValue:
    match.start_matching(request=asked, by=access.current_person())
    flash("You are matching this request now. Find providers that fit.")
    return htmx.redirect(_page_of(asked))


@blueprint.get("/<reference>/candidates")
@access.loads(
    queries.request_by_reference,
    name="asked",
    see=who.can_see_request,
    may=who.brokers_request,
)
def candidates(asked: SupportRequest) -> ResponseReturnValue:
    """Without words: whoever lists the request's focus; `all` widens that to everybody."""
    _refuse_unless_matching(asked)
    question = _question(asked)
    found = search_page(question)
    providers = providers_by_ids([hit.entry.provider.id for hit in found.page.items])
    return htmx.render(
        "requests/candidates.html",
        "requests/_candidates.html",
        asked=asked,
        question=question,
        found=found,
        checks=provider_checks(asked, providers),
        considered={c.provider_id: c for c in asked.candidates},
        enquired=enquiry_lines(asked, access.current_person()),
        tones=VERDICT_TONES,
        verdicts=VERDICT_WORDS,
        page_url=lambda number: url_for(
            ".candidates",
            reference=asked.reference,
            q=question.words or None,
            all=request.args.get("all"),
            page=number,
        ),
    )


def _refuse_unless_matching(asked: SupportRequest) -> None:
    if asked.status is not RequestStatus.MATCHING:
        message = "This request is not being matched now."
        raise NotOpen(message)
    if missing := interest_answered(access.current_person(), asked):
        raise NotReady(missing)


def _question(asked: SupportRequest) -> Question:
    typed = Question.from_address(request.args)
    chosen: dict[str, tuple[str, ...]] = {}
    if not typed.words and "all" not in request.args and asked.focus is not None:
        chosen = {"expertise": (asked.focus.code,)}
        if is_of_board(asked):
            chosen["designation"] = LEADERS_OF_GOVERNANCE
    return Question(words=typed.words, chosen=chosen, page=typed.page)


@blueprint.route("/<reference>/consider/<slug>", methods=["GET", "POST"])
@access.loads(
    queries.request_by_reference,
    name="asked",
    see=who.can_see_request,
    may=who.brokers_request,
)
@commits
def consider(asked: SupportRequest) -> ResponseReturnValue:
    _refuse_unless_matching(asked)
    slug = str((request.view_args or {})["slug"])
    provider = provider_by_slug(slug) if slug.isprintable() else None
    if provider is None or not provider.is_public:
        abort(404)
    before = next((c for c in asked.candidates if c.provider_id == provider.id), None)
    enquired = enquiry_lines(asked, access.current_person()).get(provider.id)
    form = CandidateForm()
    form.fit(asked)
    if before is None and enquired and enquired.enquiry.can_help and not form.is_submitted():
        form.verdict.data = CandidateVerdict.SHORTLISTED.value
        form.reason.data = "Says that they can help"
    if before is not None and not form.is_submitted():
        form.reason.data = before.reason
        suitable = before.verdict is not CandidateVerdict.NOT_SUITABLE
        shortlisted, refused = CandidateVerdict.SHORTLISTED, CandidateVerdict.NOT_SUITABLE
        form.verdict.data = (shortlisted if suitable else refused).value
    if form.validate_on_submit():
        try:
            candidate = match.consider(
                request=asked,
                by=access.current_person(),
                provider=provider,
                verdict=CandidateVerdict(form.verdict.data),
                reason=form.reason.data or "",
            )
        except DomainError as error:
            form.verdict.errors = [str(error)]
        else:
            flash(_considered_words(asked, candidate.verdict, provider.name))
            return htmx.redirect(_page_of(asked))
    page = render_template(
        "requests/consider.html",
        form=form,
        asked=asked,
        provider=provider,
        checks=provider_checks(asked, [provider])[provider.id],
        enquired=enquired,
    )
    return page, 422 if form.errors else 200


def _considered_words(asked: SupportRequest, verdict: CandidateVerdict, name: str) -> str:
    if verdict is CandidateVerdict.CHOSEN:
        return f"The school asked for {name}, so you can make the offer now."
    if verdict is CandidateVerdict.SHORTLISTED:
        reader = "whoever asked" if is_of_board(asked) else asked.school.name
        return f"{name} is on the shortlist that {reader} sees."
    return f"{name} is noted as not suitable."


@blueprint.post("/<reference>/choose/<int(max=999999999):candidate>")
@access.loads(
    queries.request_by_reference,
    name="asked",
    see=who.can_see_request,
    may=who.speaks_for_school,
)
@commits
def choose(asked: SupportRequest) -> ResponseReturnValue:
    candidate = queries.candidate_of(asked, str((request.view_args or {})["candidate"]))
    if candidate is None:
        abort(404)
    match.choose(request=asked, candidate=candidate, by=access.current_person())
    next_step = said_of(asked, "The brokerage team makes the offer next.")
    flash(f"You have chosen {candidate.provider.name}. {next_step}")
    return htmx.redirect(_page_of(asked))


@blueprint.route("/<reference>/offer", methods=["GET", "POST"])
@access.loads(
    queries.request_by_reference,
    name="asked",
    see=who.can_see_request,
    may=who.brokers_request,
)
@commits
def offer(asked: SupportRequest) -> ResponseReturnValue:
    """Fill in, check, send: the middle page carries the terms on to the last post."""
    person = access.current_person()
    REQUEST_LIFECYCLE.check(asked, RequestAction.OFFER, by=person)
    candidate = queries.chosen_candidate(asked)
    if candidate is None:
        raise NotReady(["The school must choose a provider first."])
    form = OfferForm(starts_on=asked.wanted_from)
    step = request.form.get("step", "check")
    if form.validate_on_submit() and step != "change":
        terms = form.terms(asked.school.name, asked.school.authority.name)
        try:
            if step == "send":
                made = match.offer(request=asked, candidate=candidate, by=person, terms=terms)
                flash(f"The offer is with {made.provider.name}.")
                return htmx.redirect(url_for("commissions.show", reference=made.reference))
            match.check_offer(candidate=candidate, terms=terms)
        except match.OfferRefused as refused:
            form.show(refused.faults)
        else:
            form.renew()
            return render_template(
                "requests/offer_check.html",
                form=form,
                asked=asked,
                candidate=candidate,
                terms=terms,
                rows=offer_rows(terms),
                carried=carried(),
            )
    form.renew()
    provider = candidate.provider
    year = academic_year(max(asked.wanted_from or clock.today(), clock.today()))
    page = render_template(
        "requests/offer.html",
        form=form,
        asked=asked,
        candidate=candidate,
        days=days_in_year([provider.id], year)[provider.id],
        checks=provider_checks(asked, [provider])[provider.id],
        rate=provider.private.rate_pence_per_day if can_see_rate(person, provider) else None,
    )
    return page, 422 if form.errors else 200
