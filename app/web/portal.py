"""Flask, but quicker in what every page asks of it dozens of times: addresses, parts of pages."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from flask import Flask, has_request_context, request
from flask.templating import Environment

from app.web.static_files import fingerprint

if TYPE_CHECKING:
    from collections.abc import MutableMapping

_OF_FILES = frozenset({"filename", "v"})


class Templates(Environment):
    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template knows, in one layer: what comes later, it does not learn.

        Jinja compares these names whenever one file takes a macro from another, and in its own two
        layers that takes longer than drawing the macro.
        """
        return {**self.globals, **(d or {})}


class Portal(Flask):
    jinja_environment = Templates

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._looked_up = lru_cache(maxsize=500)(self._put_together)

    def url_for(self, /, endpoint: str, **values: Any) -> str:
        """Return the address; that of a file of ours changes when its content does.

        With nothing changing in it, it is put together once a process: half of the forty addresses
        of a page are the same on each, and the rules of routing take as long as the database.
        """
        # flask.url_for gives None for what it was not given
        given = {name: value for name, value in values.items() if value is not None}
        if endpoint == "static" and (mark := fingerprint(self.static_folder, given["filename"])):
            given.setdefault("v", mark)
        # in a request it has no host, unless that was asked for; and "." stands for its blueprint
        if has_request_context() and given.keys() <= _OF_FILES and not endpoint.startswith("."):
            return self._looked_up(request.script_root, endpoint, **given)
        return super().url_for(endpoint, **given)

    def _put_together(self, _root: str, endpoint: str, **values: Any) -> str:
        return super().url_for(endpoint, **values)
