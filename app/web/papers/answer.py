"""A view that shows a document answers with its paper when it is asked for one.

The same view, so the same rule: nobody gets the file who may not open the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, request

if TYPE_CHECKING:
    from app.web.papers.paper import Paper


def wants_pdf() -> bool:
    return request.args.get("format") == "pdf"


def pdf_response(paper: Paper) -> Response:
    """Return the file; its name says the reference and nothing of whom it is about."""
    # fpdf2 takes half a second to import, which only a process that draws a PDF spends
    from app.web.papers.pdf import pdf_of  # noqa: PLC0415

    return Response(
        pdf_of(paper),
        mimetype="application/pdf",
        headers={"Content-Disposition": f"attachment; filename={paper.file_name}"},
    )
