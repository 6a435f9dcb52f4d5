"""Draws a paper as a PDF: A4, in a font that comes with the portal, the same bytes every time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flask import current_app
from fpdf import FPDF
from fpdf.enums import XPos, YPos

if TYPE_CHECKING:
    from app.web.papers.paper import Paper, PaperRow, PaperSection

FONTS = Path(__file__).parent / "fonts"
FONT = "Public Sans"
# in mm
MARGIN, KEY_WIDTH, LINE, PADDING = 20, 50, 5.2, 1.4
# what must still fit on a page: a row with two lines, a heading with its first row
LEAST, LEAST_OF_A_SECTION = 14, 30
# the colours of app.css
ACCENT, INK, QUIET, RULE = (11, 79, 85), (24, 32, 34), (84, 96, 99), (208, 214, 215)


class _Sheet(FPDF):
    """A4 with what it is, and the page of pages, at the foot of each."""

    def __init__(self, paper: Paper) -> None:
        super().__init__(format="A4")
        self._foot = f"{paper.title}, {paper.number}"
        for style, name in (("", "Regular"), ("B", "Bold")):
            self.add_font(FONT, style, FONTS / f"PublicSans-{name}.ttf")
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(auto=True, margin=25)
        self.set_title(f"{paper.title}, {paper.number}")
        self.set_author(current_app.config["SERVICE_NAME"])
        self.set_lang("en-GB")
        # what it shows says when it is of; the moment of drawing would make every copy differ
        self.set_creation_date(paper.dated)

    def footer(self) -> None:
        self.set_y(-15)
        self.write_as(8.5, QUIET)
        width = self.epw / 2
        self.cell(width, 5, self._foot)
        self.cell(width, 5, f"Page {self.page_no()} of {{nb}}", align="R")

    def write_as(self, size: float, colour: tuple[int, int, int], *, bold: bool = False) -> None:
        self.set_font(FONT, "B" if bold else "", size)
        self.set_text_color(*colour)

    def lines(self, text: str, height: float) -> None:
        self.multi_cell(0, height, text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def pdf_of(paper: Paper) -> bytes:
    sheet = _Sheet(paper)
    sheet.add_page()
    _head(sheet, paper)
    for section in paper.sections:
        _section(sheet, section)
    if paper.foot:
        sheet.ln(6)
        sheet.write_as(9, QUIET)
        sheet.lines(paper.foot, 5)
    return bytes(sheet.output())


def _head(sheet: _Sheet, paper: Paper) -> None:
    sheet.write_as(9.5, ACCENT, bold=True)
    sheet.lines(current_app.config["SERVICE_NAME"], 5)
    sheet.set_draw_color(*ACCENT)
    sheet.set_line_width(0.6)
    sheet.line(MARGIN, sheet.get_y() + 1.5, MARGIN + sheet.epw, sheet.get_y() + 1.5)
    sheet.ln(7)
    sheet.write_as(11, QUIET)
    sheet.lines(paper.caption, 5.5)
    sheet.write_as(22, INK, bold=True)
    sheet.lines(paper.title, 10)
    if paper.lead:
        sheet.ln(2)
        sheet.write_as(13, ACCENT, bold=True)
        sheet.lines(paper.lead, 6.5)
    for text in paper.intro:
        sheet.ln(1.5)
        sheet.write_as(10.5, INK)
        sheet.lines(text, LINE)


def _section(sheet: _Sheet, section: PaperSection) -> None:
    # a heading never stands alone at the foot of a page
    if sheet.will_page_break(LEAST_OF_A_SECTION):
        sheet.add_page()
    else:
        sheet.ln(7)
    sheet.write_as(13, INK, bold=True)
    sheet.lines(section.title, 7)
    for one in section.rows:
        _row(sheet, one)
    for text in section.paragraphs:
        sheet.write_as(10.5, INK)
        sheet.lines(text, LINE)
        sheet.ln(PADDING)


def _row(sheet: _Sheet, one: PaperRow) -> None:
    """Draw the key beside the value, which may run over pages; fpdf2's tables refuse such a row."""
    if sheet.will_page_break(LEAST):
        sheet.add_page()
    page, top = sheet.page_no(), sheet.get_y() + PADDING
    sheet.set_y(top)
    sheet.write_as(10.5, QUIET)
    sheet.multi_cell(KEY_WIDTH - 4, LINE, one.key, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    key_bottom = sheet.get_y()
    sheet.set_left_margin(MARGIN + KEY_WIDTH)
    sheet.set_xy(MARGIN + KEY_WIDTH, top)
    sheet.write_as(10.5, INK, bold=bool(one.tone))
    sheet.lines(one.value or "Not given", LINE)
    sheet.set_left_margin(MARGIN)
    bottom = sheet.get_y() if sheet.page_no() > page else max(key_bottom, sheet.get_y())
    sheet.set_xy(MARGIN, bottom + PADDING)
    sheet.set_draw_color(*RULE)
    sheet.set_line_width(0.2)
    sheet.line(MARGIN, sheet.get_y(), MARGIN + sheet.epw, sheet.get_y())
