#!/usr/bin/env python3
"""Reads Word documents back with python-docx, and holds them to the form.

    document.py FILE…

Prints what each says: a line for a paragraph, its style first, and for each row of a table. Fails where
a style is missing, letters are smaller than 9 points, a table is wider than its page, a heading row is not
repeated, a row may be split, or a page has the wrong margins.
"""
import sys

import docx
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

FAULTS = []


def width(section):
    return section.page_width - section.left_margin - section.right_margin


def check_sections(document):
    for section in document.sections:
        short, long = sorted([section.page_width, section.page_height])
        if abs(short - Mm(210)) > Mm(1) or abs(long - Mm(297)) > Mm(1):
            FAULTS.append("a page that is not A4")
        for footer in (section.footer, section.even_page_footer):
            if "—" not in "".join(p.text for p in footer.paragraphs):
                FAULTS.append("a page without its number")


def check_styles(document):
    for style in document.styles:
        size = getattr(getattr(style, "font", None), "size", None)
        is_ours = style.name.startswith("公文") and style.name not in ("公文红线", "公文分隔线")
        if size is not None and size < Pt(9) and is_ours:
            FAULTS.append(f"{style.name}: {size.pt} points")


def check_table(table, room):
    grid = sum(int(column.get(qn("w:w"))) * 635 for column in table._tbl.tblGrid)
    if grid > room:
        FAULTS.append(f"a table of {grid // 635} on {room // 635}")
    for index, row in enumerate(table._tbl.tr_lst):
        properties = row.trPr
        if properties is None or properties.find(qn("w:cantSplit")) is None:
            FAULTS.append("a row that may be split")
        if index == 0 and properties.find(qn("w:tblHeader")) is None:
            FAULTS.append("a heading row that is not repeated")


def blocks(document):
    """Paragraphs and tables in order, with the width of the text of their section."""
    sections = list(document.sections)
    place = 0
    for element in document.element.body:
        room = width(sections[min(place, len(sections) - 1)])
        if element.tag == qn("w:p"):
            paragraph = Paragraph(element, document)
            if element.pPr is not None and element.pPr.find(qn("w:sectPr")) is not None:
                place += 1
                yield "section", None, room
            elif element.xpath(".//w:t"):
                yield "paragraph", paragraph, room
        elif element.tag == qn("w:tbl"):
            yield "table", Table(element, document), room


def text(paragraph):
    return paragraph.text.replace("\t", "⇥").replace("\n", "↵")


def show(document):
    for kind, block, room in blocks(document):
        if kind == "section":
            print("-----")
        elif kind == "paragraph":
            print(f"{block.style.name}: {text(block)}")
        else:
            check_table(block, room)
            for row in block.rows:
                print(" | ".join(cell.text.replace("\n", "↵") for cell in row.cells))


def main():
    for path in sys.argv[1:]:
        document = docx.Document(path)
        check_sections(document)
        check_styles(document)
        print(f"# {document.core_properties.title}")
        show(document)
    for fault in FAULTS:
        print(f"document: {fault}", file=sys.stderr)
    sys.exit(bool(FAULTS))


if __name__ == "__main__":
    main()
