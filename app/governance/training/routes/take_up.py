"""Who is reached by training, over an academic year."""

from __future__ import annotations

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.roles import Role
from app.core.calendar import academic_year_words
from app.governance.training import permissions as who
from app.governance.training.routes.blueprint import blueprint
from app.governance.training.take_up import HEADER, Asked, export_row, last_words, take_up
from app.web import access
from app.web.access import current_person
from app.web.exports import file_links, list_file, page_asked, wants_file

READERS = (Role.GOVERNOR_SERVICES, Role.QUALITY_LEAD, Role.FORUM_MEMBER)


@blueprint.get("/take-up")
@access.person(who.reads_take_up)
def of_boards() -> ResponseReturnValue:
    person = current_person()
    names_boards = who.reads_take_up_of_boards(person)
    asked = Asked.from_address(request.args)
    authorities = person.authorities_as(*READERS)
    found = take_up(asked, authorities, page_asked(), names_boards=names_boards)
    if wants_file() and names_boards:
        return list_file("training-take-up", HEADER, map(export_row, found.page.items))
    address: dict[str, Any] = {
        "year": asked.year,
        "phase": asked.phase or None,
        "unreached": 1 if asked.unreached else None,
    }
    return render_template(
        "governance/training/take_up.html",
        found=found,
        names_boards=names_boards,
        opens_boards=who.keeps_training(person),
        last_words=last_words,
        years=[(year, academic_year_words(year)) for year in range(asked.year - 1, asked.year + 2)],
        files=file_links(lambda form: url_for(".of_boards", **address, format=form)),
        page_url=lambda n: url_for("training.of_boards", **address, page=None if n == 1 else n),
    )
