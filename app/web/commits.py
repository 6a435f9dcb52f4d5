"""One transaction a request: committed when the answer is a success, rolled back otherwise."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, make_response, redirect, request
from flask_login import current_user
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from app.core.audit import acting
from app.core.database import read_only
from app.core.errors import Stale
from app.extensions import db
from app.web.once import Submission, submission_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
FIRST_FAILURE = 400


def commits(
    view: Callable[..., ResponseReturnValue],
) -> Callable[..., ResponseReturnValue]:
    """Commit what the view did; a form that was taken before leads to where it led then."""

    @wraps(view)
    def committing(*args: Any, **kwargs: Any) -> ResponseReturnValue:
        if request.method in SAFE_METHODS:
            return view(*args, **kwargs)
        try:
            claim = _claim_form()
            if isinstance(claim, Response):
                return claim
            with acting(_person_id()):
                response = make_response(view(*args, **kwargs))
                if response.status_code >= FIRST_FAILURE:
                    db.session.rollback()
                    return response
                if claim is not None:
                    claim.location = response.headers.get("Location", "")
                db.session.commit()
        except StaleDataError as error:
            db.session.rollback()
            message = "Somebody else saved this while you were working on it."
            raise Stale(message) from error
        except Exception:
            db.session.rollback()
            raise
        return response

    return committing


def _person_id() -> int | None:
    return int(current_user.id) if current_user.is_authenticated else None


def _claim_form() -> Submission | Response | None:
    token = request.form.get("once", "")
    if not token:
        return None
    key = submission_key(str(_person_id()), request.path, token)
    if (earlier := _redirect_to_earlier(key)) is not None:
        return earlier
    claim = Submission(key=key)
    try:
        # on PostgreSQL this waits for a twin that is under way, then finds it was first;
        # added inside, because what is pending is written before the savepoint is made
        with db.session.begin_nested():
            db.session.add(claim)
            db.session.flush()
    except IntegrityError:
        earlier = _redirect_to_earlier(key)
        if earlier is None:
            raise
        return earlier
    return claim


def _redirect_to_earlier(key: str) -> Response | None:
    earlier = db.session.get(Submission, key)
    if earlier is None:
        return None
    location = earlier.location or request.path
    db.session.rollback()
    return make_response(redirect(location, 303))


def init_app(app: Flask) -> None:
    """Tell the database, before anything is read, whether this request may write."""

    @app.before_request
    def choose_transaction() -> None:
        read_only.set(request.method in SAFE_METHODS)

    @app.teardown_request
    def end_transaction(_error: BaseException | None) -> None:
        read_only.set(False)
