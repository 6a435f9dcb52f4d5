"""Who may open a view. Closed by default: an endpoint without one of these stamps is refused.

`loads` answers 404 when the record is absent *or invisible to this person*, and 403 only when
they may know of it but may not do this.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from flask import Flask, abort, current_app, redirect, request, url_for
from flask_login import current_user

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

    View = Callable[..., ResponseReturnValue]
    Decorator = Callable[[View], View]

T = TypeVar("T")
_STAMP = "_access"


def current_person() -> Any:
    """Return the signed-in Person, or None."""
    # the object itself: permissions compare persons, and the proxy is no Person
    user = current_user._get_current_object()  # noqa: SLF001
    return user if user.is_authenticated else None


def public(view: View) -> View:
    """Open to everybody, signed in or not."""
    setattr(view, _STAMP, "public")
    return view


def signed_in(view: View) -> View:
    """Open to every person with an account."""
    return person(lambda _person: True)(view)


def person(may: Callable[[Any], bool], *, hidden: bool = False) -> Decorator:
    """Open to persons for whom `may` is true; to others 403, or 404 where `hidden`."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> ResponseReturnValue:
            who = current_person()
            if who is None:
                return _to_sign_in()
            if not may(who):
                abort(404 if hidden else 403)
            return view(*args, **kwargs)

        setattr(guarded, _STAMP, "person")
        return guarded

    return decorate


def loads(
    loader: Callable[..., T | None],
    *,
    name: str,
    see: Callable[[Any, T], bool],
    may: Callable[[Any, T], bool] | None = None,
    signed_out: bool = False,
) -> Decorator:
    """Load the record the URL names and hand it to the view as `name`.

    `see` and `may` are the pure rules of permissions; they get None for a signed-out visitor,
    who reaches them only where `signed_out` is true.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(**kwargs: Any) -> ResponseReturnValue:
            who = current_person()
            if who is None and not signed_out:
                return _to_sign_in()
            thing = loader(**kwargs)
            if thing is None or not see(who, thing):
                abort(404)
            if may is not None and not may(who, thing):
                abort(403)
            return view(**{name: thing})

        setattr(guarded, _STAMP, "loads")
        return guarded

    return decorate


def stamp_of(view: Callable[..., Any]) -> str | None:
    """Return how the view is guarded, None when it is not."""
    stamp: str | None = getattr(view, _STAMP, None)
    return stamp


def init_app(app: Flask) -> None:
    """Refuse every endpoint that carries no stamp."""
    setattr(app.view_functions["static"], _STAMP, "public")
    app.before_request(_refuse_unstamped)
    app.before_request(_refuse_unreadable)


def _refuse_unstamped() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    if view is not None and stamp_of(view) is None:
        abort(403)


def _refuse_unreadable() -> None:
    """Nothing is named with control characters, and PostgreSQL does not even take a NUL."""
    names = (request.view_args or {}).values()
    if not all(name.isprintable() for name in names if isinstance(name, str)):
        abort(404)


def _to_sign_in() -> ResponseReturnValue:
    safe = request.method in {"GET", "HEAD"}
    target = request.full_path.rstrip("?") if safe else None
    url = url_for("accounts.sign_in", next=target)
    if request.headers.get("HX-Request") == "true":
        # a sign-in form must not land inside a fragment
        return "", 204, {"HX-Redirect": url_for("accounts.sign_in")}
    return redirect(url, 303)
