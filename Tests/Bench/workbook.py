#!/usr/bin/env python3
"""Makes one workbook of a folder of CSV files, as an office keeps it.

    workbook.py FOLDER OUT.xlsx [--inline]

A sheet for each file; days are days, percentages percentages, whole numbers numbers; a drop-down list
stands beside them. With `--inline` texts stand in their cells.
"""

import argparse
import csv
import datetime
import pathlib
import re
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FIRST_DAY = datetime.date(1899, 12, 30)
DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBER = re.compile(r"0|[1-9]\d{0,14}")
LIST = ('<dataValidations count="1"><dataValidation type="list" sqref="Z2:Z9"><formula1>'
        '"进行中,已完成"</formula1></dataValidation></dataValidations>')


def letters(column):
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


class Texts:
    def __init__(self, inline):
        self.inline, self.numbers = inline, {}

    def cell(self, address, text):
        if self.inline:
            return (f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}'
                    "</t></is></c>")
        number = self.numbers.setdefault(text, len(self.numbers))
        return f'<c r="{address}" t="s"><v>{number}</v></c>'

    @property
    def part(self):
        inner = "".join(
            f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self.numbers)
        return f'<sst xmlns="{MAIN}">{inner}</sst>'


def cell(address, text, texts):
    if DAY.fullmatch(text):
        number = (datetime.date.fromisoformat(text) - FIRST_DAY).days
        return f'<c r="{address}" s="1"><v>{number}</v></c>'
    if NUMBER.fullmatch(text):
        return f'<c r="{address}"><v>{text}</v></c>'
    if text.endswith("%") and NUMBER.fullmatch(text[:-1]):
        return f'<c r="{address}" s="2"><v>{int(text[:-1]) / 100!r}</v></c>'
    return texts.cell(address, text)


def write_sheet(archive, name, path, texts):
    with archive.open(name, "w") as out, open(path, encoding="utf-8-sig", newline="") as file:
        out.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
        for row, record in enumerate(csv.reader(file), 1):
            cells = "".join(
                cell(f"{letters(column)}{row}", text, texts)
                for column, text in enumerate(record, 1) if text)
            out.write(f'<row r="{row}" ht="30" customHeight="1">{cells}</row>'.encode())
        out.write(f"</sheetData>{LIST}</worksheet>".encode())


def relationships(all_):
    inner = "".join(
        f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for id_, kind, target in all_)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--inline", action="store_true")
    options = parser.parse_args()
    files = list(enumerate(sorted(options.folder.glob("*.csv")), 1))
    texts = Texts(options.inline)
    tabs = "".join(
        f'<sheet name="{escape(path.stem)}" sheetId="{number}" r:id="r{number}"/>'
        for number, path in files)
    related = [(f"r{number}", "worksheet", f"worksheets/sheet{number}.xml") for number, _ in files]
    related += [(kind, kind, f"{kind}.xml") for kind in ("styles", "sharedStrings")]
    with zipfile.ZipFile(options.out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>')
        archive.writestr("_rels/.rels", relationships([("r1", "officeDocument", "xl/workbook.xml")]))
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{tabs}</sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", relationships(related))
        archive.writestr(
            "xl/styles.xml",
            f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
            '<xf numFmtId="9"/></cellXfs></styleSheet>')
        for number, path in files:
            write_sheet(archive, f"xl/worksheets/sheet{number}.xml", path, texts)
        archive.writestr("xl/sharedStrings.xml", texts.part)


if __name__ == "__main__":
    main()
