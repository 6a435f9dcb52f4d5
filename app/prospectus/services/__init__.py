"""What changes an entry. Every act tells the search, which follows after the commit."""

from app.prospectus.services.capacity import set_capacity
from app.prospectus.services.designations import add_designation
from app.prospectus.services.entries import (
    add_provider,
    confirm_entry,
    publish,
    set_expertise,
    set_record,
)

__all__ = [
    "add_designation",
    "add_provider",
    "confirm_entry",
    "publish",
    "set_capacity",
    "set_expertise",
    "set_record",
]
