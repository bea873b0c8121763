#!/usr/bin/env python3
"""Recalculates workbooks with LibreOffice and compares every formula with the value stored.

    recalculate.py WORKBOOK…

LibreOffice keeps stored values unless told otherwise. So a copy is made in which every stored value
is 777, LibreOffice is set to recalculate on load, and what it finds is held against the original.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
STALE = 777


def spoil(source, target):
    """Copies a workbook, every stored value of a formula replaced."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1<v>%d</v>" % STALE, data)
                data = re.sub(rb' t="str"><f>', rb"><f>", data)
            new.writestr(entry.filename, data)


def same(one, other):
    numbers = isinstance(one, (int, float)) and isinstance(other, (int, float))
    return abs(one - other) < 1e-9 if numbers else one == other


def compare(stored, formulas, recalculated):
    count, differences = 0, []
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                old = stored[sheet.title][cell.coordinate].value
                new = recalculated[sheet.title][cell.coordinate].value
                if not same(old, new):
                    differences.append(f"{sheet.title}!{cell.coordinate} {cell.value}: {old} {new}")
    return count, differences


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="jibao-recalculate-"))
    try:
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
        copies = [folder / f"{index}.xlsx" for index, _ in enumerate(sys.argv[1:])]
        for source, copy in zip(sys.argv[1:], copies):
            spoil(source, copy)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
             "xlsx", "--outdir", folder / "out", *copies],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        failed, total = False, 0
        for source, copy in zip(sys.argv[1:], copies):
            count, differences = compare(
                openpyxl.load_workbook(source, data_only=True), openpyxl.load_workbook(source),
                openpyxl.load_workbook(folder / "out" / copy.name, data_only=True))
            # A unit of which nothing is counted has a workbook without formulas.
            failed, total = failed or bool(differences), total + count
            print("\n".join(differences) or f"{count} formulas recalculate to the values stored")
        return 1 if failed or not total else 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
