"""Addresses with nothing changing in them are put together once a process.

A page has forty addresses, and half of them stand on every page. Looked up they cost next to
nothing; put together by the rules of routing, as much as asking the database.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from flask import Flask, has_request_context, request

from app.web.static_files import fingerprint

_OF_FILES = frozenset({"filename", "v"})


class Portal(Flask):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._looked_up = lru_cache(maxsize=500)(self._put_together)

    def url_for(self, /, endpoint: str, **values: Any) -> str:
        """Return the address; that of a file of ours changes when its content does."""
        given = {name: value for name, value in values.items() if value is not None}
        if endpoint == "static" and (mark := fingerprint(self.static_folder, given["filename"])):
            given.setdefault("v", mark)
        # in a request it has no host, unless that was asked for; and "." stands for its blueprint
        if has_request_context() and given.keys() <= _OF_FILES and not endpoint.startswith("."):
            return self._looked_up(request.script_root, endpoint, **given)
        return super().url_for(endpoint, **given)

    def _put_together(self, _root: str, endpoint: str, **values: Any) -> str:
        return super().url_for(endpoint, **values)
