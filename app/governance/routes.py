"""The first page of everything for governors."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.governance.champions.lists import call_row
from app.governance.champions.queries import open_calls
from app.governance.sections import sections_for
from app.web import access
from app.web.access import current_person

blueprint = Blueprint("governance", __name__, url_prefix="/governance")


@blueprint.get("")
@access.public
def index() -> ResponseReturnValue:
    return render_template(
        "governance/index.html",
        sections=sections_for(current_person()),
        calls=[call_row(call) for call in open_calls()],
    )
