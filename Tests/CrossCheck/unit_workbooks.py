#!/usr/bin/env python3
"""Holds the workbooks of the report `unit` against its CSV files.

    unit_workbooks.py FOLDER

In each workbook must stand the rows of its unit, all of them and no others, and the lines of its
score must add up to the score that is stored in its formula.
"""

import csv
import pathlib
import sys

import openpyxl


def rows(folder, name):
    with open(folder / "csv" / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def column(sheet, heading):
    """The values under the heading, to the first empty row."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == heading:
                values = []
                for below in range(cell.row + 1, sheet.max_row + 1):
                    value = sheet.cell(below, cell.column).value
                    if value is None:
                        break
                    values.append(value)
                return values
    return []


def faults(folder):
    tasks, open_items, lines = (
        rows(folder, name) for name in ("单位任务", "单位未办结事项", "单位得分明细"))
    scores = {row["单位编号"]: float(row["得分"]) for row in rows(folder, "单位得分") if row["得分"]}
    for path in sorted(folder.glob("*.xlsx")):
        if path.name == "corrections.xlsx":
            continue
        book = openpyxl.load_workbook(path, data_only=True)
        units = set(column(book["任务"], "单位编号"))
        if len(units) > 1:
            yield f"{path.name}: tasks of {sorted(units)}"
        for unit in units:
            for sheet, listed in (("任务", tasks), ("下步到期", open_items)):
                expected = [row["任务编号"] for row in listed if row["单位编号"] == unit]
                found = column(book[sheet], "任务编号")
                if sorted(found) != sorted(expected):
                    yield f"{path.name}, {sheet}: {found} are not {expected}"
            if unit in scores:
                shown = column(book["单位情况"], "得分")[0]
                total = sum(
                    float(row["得分"]) for row in lines if row["单位编号"] == unit and row["得分"])
                if abs(shown - scores[unit]) > 1e-9 or abs(total - shown) > 1e-6:
                    yield f"{path.name}: score {shown}, listed {scores[unit]}, lines {total}"


def main():
    found = list(faults(pathlib.Path(sys.argv[1])))
    for fault in found:
        print(fault)
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
