"""What changes an entry. Every act tells the search, which follows after the commit."""

from app.prospectus.services.capacity import set_capacity
from app.prospectus.services.designations import add_designation
from app.prospectus.services.entries import (
    add_provider,
    publish,
    set_expertise,
    set_record,
)
from app.prospectus.services.sight import confirm_entry, hide, note_warning, show

__all__ = [
    "add_designation",
    "add_provider",
    "confirm_entry",
    "hide",
    "note_warning",
    "publish",
    "set_capacity",
    "set_expertise",
    "set_record",
    "show",
]
