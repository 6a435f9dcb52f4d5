"""What the search knows: documents made of words, facet values and sort keys; never models."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

# Text fields with their weight in the ranking: words in a name say more than words in a portrait.
FIELD_WEIGHTS: Mapping[str, float] = {
    "name": 4.0,
    "organisation": 2.0,
    "expertise": 3.0,
    "designations": 2.5,
    "locality": 1.5,
    "description": 1.0,
}


# what a document belongs to unless its id begins with the name of another collection
ENTRIES = "entries"


def id_in(collection: str, name: object) -> str:
    """Return the id of a document outside of the entries: training/12."""
    return f"{collection}/{name}"


def collection_of(document_id: str) -> str:
    """Return which collection an id belongs to; each is searched by itself."""
    collection, named, _name = document_id.partition("/")
    return collection if named else ENTRIES


# a sort key: whoever has it comes after all others among the best matches
SINKS = "sinks"


@dataclass(frozen=True)
class Document:
    """One entry that can be found.

    `text` may use the fields of `FIELD_WEIGHTS` only; `facets` holds the values to filter and count
    by; `sort` the keys a page can order by (texts in order of the alphabet, numbers ascending;
    `SINKS` puts a document last in the order of relevance).
    Put in public words only: whoever may search may guess everything that is in here.
    """

    id: str
    text: Mapping[str, str]
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Mapping[str, str | float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if unknown := set(self.text) - set(FIELD_WEIGHTS):
            message = f"document {self.id} has unknown text fields: {', '.join(sorted(unknown))}"
            raise ValueError(message)

    @cached_property
    def digest(self) -> str:
        """Return a fingerprint of the content, equal exactly when nothing that is found changed."""
        content = [
            dict(self.text),
            {facet: sorted(set(values)) for facet, values in self.facets.items()},
            dict(self.sort),
        ]
        canonical = json.dumps(content, sort_keys=True, ensure_ascii=False)
        return blake2b(canonical.encode(errors="surrogatepass"), digest_size=12).hexdigest()
