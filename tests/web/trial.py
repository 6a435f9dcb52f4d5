"""A few views that do on purpose what real ones do by accident, for the tests of the web kit."""

from __future__ import annotations

from flask import Blueprint, Flask, abort, redirect, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app.accounts.models import Person
from app.commissions.models import SupportRequest
from app.core.errors import DomainError, NotAllowed, NotOpen, NotReady, Stale
from app.extensions import db
from app.schools.models import Authority
from app.web import access
from app.web.commits import commits

blueprint = Blueprint("trial", __name__, url_prefix="/trial")
ERRORS: dict[str, Exception] = {
    "domain": DomainError("Not in the holidays."),
    "not-open": NotOpen("It has moved on."),
    "not-ready": NotReady(["No target.", "No date."]),
    "not-allowed": NotAllowed("Not yours."),
    "stale": Stale("Somebody was first."),
    "boom": ZeroDivisionError("secret detail"),
}


def add_views(app: Flask) -> Flask:
    app.register_blueprint(blueprint)
    return app


def names() -> list[str]:
    """Return what was really committed."""
    db.session.rollback()
    return list(db.session.scalars(select(Authority.name).order_by(Authority.name)))


def authority(code: str) -> Authority | None:
    return db.session.get(Authority, code)


@blueprint.post("/add")
@access.public
@commits
def add() -> ResponseReturnValue:
    """Write, then answer as the test asked."""
    number = db.session.query(Authority).count()
    db.session.add(Authority(code=f"T{number}", name=request.form.get("name", "")))
    db.session.flush()
    answer = request.form.get("answer", "303")
    if answer in ERRORS:
        raise ERRORS[answer]
    if answer == "abort":
        abort(404)
    return redirect(f"/trial/T{number}", 303) if answer == "303" else ("", int(answer))


@blueprint.get("/add")
@access.public
def forgotten() -> ResponseReturnValue:
    return "nothing to see", 200, {"Content-Type": "text/plain"}


@blueprint.get("/read")
@access.public
def read() -> ResponseReturnValue:
    return str(db.session.query(Authority).count()), 200, {"Content-Type": "text/plain"}


@blueprint.post("/count/<int:number>")
@access.public
@commits
def count(number: int) -> ResponseReturnValue:
    record = db.session.get(SupportRequest, number)
    assert record is not None
    record.title = str(int(record.title) + 1)
    return "", 204


def may_know(person: Person | None, thing: Authority) -> bool:
    return thing.code != "hidden"


def may_do(person: Person | None, thing: Authority) -> bool:
    return thing.code == "mine"


@blueprint.get("/records/<code>")
@access.loads(authority, name="thing", see=may_know, may=may_do)
def record(thing: Authority) -> ResponseReturnValue:
    return thing.name, 200, {"Content-Type": "text/plain"}


@blueprint.post("/records/<code>")
@access.loads(authority, name="thing", see=may_know, may=may_do)
def write_record(thing: Authority) -> ResponseReturnValue:
    return "", 204


@blueprint.get("/open/<code>")
@access.loads(authority, name="thing", see=may_know, signed_out=True)
def open_record(thing: Authority) -> ResponseReturnValue:
    return thing.name, 200, {"Content-Type": "text/plain"}


@blueprint.get("/person")
@access.person(lambda person: person.name == "Ann")
def only_ann() -> ResponseReturnValue:
    return "for Ann", 200, {"Content-Type": "text/plain"}


@blueprint.get("/hidden")
@access.person(lambda person: person.name == "Ann", hidden=True)
def hidden() -> ResponseReturnValue:
    return "for Ann", 200, {"Content-Type": "text/plain"}


@blueprint.get("/signed-in")
@access.signed_in
def anybody() -> ResponseReturnValue:
    return "<p>for all</p>"


@blueprint.get("/unstamped")
def unstamped() -> ResponseReturnValue:
    return "for nobody"


@blueprint.get("/fail/<kind>")
@access.public
def fail(kind: str) -> ResponseReturnValue:
    if kind.isdigit():
        abort(int(kind))
    raise ERRORS[kind]
