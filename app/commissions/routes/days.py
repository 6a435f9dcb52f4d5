"""A provider's days in each academic year: offered, reserved, used, released, free."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from app.commissions import days_page
from app.commissions.days import YEARS_AHEAD, OfferedDays, year_of_days, years_of_days
from app.commissions.forms.days import DaysForm
from app.commissions.queries import capacity as queries
from app.commissions.routes import commissions
from app.commissions.services.days import hold_days, offer_days
from app.core import clock
from app.core.calendar import academic_year, academic_year_words
from app.core.errors import DomainError
from app.prospectus.models import Provider
from app.prospectus.permissions import can_see_days_left, can_see_provider, can_set_days
from app.prospectus.queries import provider_by_slug
from app.web import access, htmx
from app.web.commits import commits
from app.web.exports import file_links, list_file, page_asked, wants_file


@access.loads(provider_by_slug, name="provider", see=can_see_provider, may=can_see_days_left)
@commits
def days(provider: Provider) -> ResponseReturnValue:
    person, this_year = access.current_person(), academic_year(clock.today())
    if request.method == "POST" and not can_set_days(person, provider):
        abort(403)
    form = DaysForm(range(this_year, this_year + YEARS_AHEAD + 1))
    if form.validate_on_submit() and _is_saved(form, provider):
        flash(f"The days offered in {academic_year_words(int(form.year.data))} are saved.")
        return htmx.redirect(url_for("commissions.days", slug=provider.slug))
    work, offered = queries.work_of(provider), queries.days_offered_by_year(provider)
    if not form.is_submitted():
        form.remember(offered)
    years = years_of_days(offered, work, this_year)
    if wants_file():
        return list_file("days", days_page.HEADER, map(days_page.export_row, years))
    agreed = queries.agreed_at_home(provider)
    page = render_template(
        "commissions/days.html",
        provider=provider,
        form=form if can_set_days(person, provider) else None,
        rows=days_page.year_rows(provider, years, work, queries.work_seen_by(person, provider)),
        agreed=agreed,
        files=file_links(lambda form: url_for("commissions.days", slug=provider.slug, format=form)),
        warnings=days_page.warnings(agreed, years, this_year),
    )
    return page, 422 if form.errors else 200


def _is_saved(form: DaysForm, provider: Provider) -> bool:
    """Save the number, unless somebody saved another after the form was opened."""
    person, year = access.current_person(), int(form.year.data)
    # first, so that what is compared is still there when it is written over
    hold_days(provider)
    form.refuse_if_stale(OfferedDays(year, queries.days_offered_by_year(provider).get(year)))
    try:
        offer_days(provider=provider, by=person, academic_year=year, days=form.days.data)
    except DomainError as error:
        form.days.errors = [str(error)]
        return False
    return True


@access.loads(
    lambda slug, **_year: provider_by_slug(slug),
    name="provider",
    see=can_see_provider,
    may=can_see_days_left,
)
def days_of_year(provider: Provider) -> ResponseReturnValue:
    """List the commissions of one year that this person may see; `part` narrows them."""
    person, year = access.current_person(), int((request.view_args or {})["year"])
    part = days_page.part_from_url(request.args.get("part", ""))
    seen = queries.work_seen_by(person, provider)
    work = [one for one in queries.work_of(provider) if one.year == year]
    listed = [one for one in work if one.id in seen and (part is None or one.parts[part])]
    offered = queries.days_offered_by_year(provider).get(year)
    address = partial(url_for, "commissions.days_of_year", slug=provider.slug, year=year, part=part)
    page = days_page.work_page(person, listed, page_asked(), queries.commissions_by_ids)
    if wants_file():
        return list_file(
            "days-of-year", days_page.WORK_HEADER, map(days_page.work_cells, page.items)
        )
    return render_template(
        "commissions/days_of_year.html",
        provider=provider,
        year=academic_year_words(year),
        part=part,
        parts=days_page.PART_WORDS,
        summary=year_of_days(year, offered, work),
        others=len(work) > len([one for one in work if one.id in seen]),
        page=page,
        files=file_links(lambda form: address(format=form)),
        all_url=url_for("commissions.days_of_year", slug=provider.slug, year=year),
        page_url=lambda number: address(page=number),
    )


@commissions.record
def _add_days(state: BlueprintSetupState) -> None:
    """Stand beside the entry, outside /commissions."""
    add = state.app.add_url_rule
    add("/prospectus/<slug>/days", "commissions.days", days, methods=["GET", "POST"])
    address = "/prospectus/<slug>/days/<int(min=2000, max=2200):year>"
    add(address, "commissions.days_of_year", days_of_year)
