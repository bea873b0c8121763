#!/usr/bin/env python3
"""Writes a ledger's CSV files as one workbook of an office, and the mapping that reads it.

    office_workbook.py LEDGER OUT.xlsx MAPPING.yaml

Title rows above the headings, headings of the office's own, the sections merged down, a drop-down
for the status.
"""

import csv
import pathlib
import sys

import xlsxwriter

HEADINGS = {
    "分类": "工作类别", "任务": "工作任务", "牵头领导": "市领导", "牵头单位": "责任单位",
    "完成时限": "完成时限（截至）", "状态": "工作状态", "进展情况": "推进情况（截至9月）",
}
FIRST = 3


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def main():
    ledger, out, mapping = (pathlib.Path(argument) for argument in sys.argv[1:4])
    book = xlsxwriter.Workbook(str(out))
    units = book.add_worksheet("单位名录")
    for number, row in enumerate(rows(ledger / "units.csv")):
        units.write_row(number, 0, row)
    sheet = book.add_worksheet("重点任务")
    headings, *tasks = rows(ledger / "ledger.csv")
    tasks.sort(key=lambda row: row[headings.index("分类")])
    section = headings.index("分类")
    sheet.merge_range(0, 0, 0, len(headings) - 1, "重点任务台账")
    sheet.write(1, 0, "填报单位：政务服务科")
    sheet.write_row(FIRST - 1, 0, [HEADINGS.get(name, name) for name in headings])
    start = 0
    for number, row in enumerate(tasks):
        cells = list(row)
        if number and tasks[number - 1][section] == row[section]:
            cells[section] = None
        else:
            start = number
        for column, cell in enumerate(cells):
            if cell:
                sheet.write_string(FIRST + number, column, cell)
        is_last = number + 1 == len(tasks) or tasks[number + 1][section] != row[section]
        if is_last and number > start:
            sheet.merge_range(
                FIRST + start, section, FIRST + number, section, tasks[start][section])
    words = sorted({row[headings.index("状态")] for row in tasks} - {""})
    status = headings.index("状态")
    sheet.data_validation(
        FIRST, status, FIRST + len(tasks), status, {"validate": "list", "source": words})
    book.close()
    columns = "".join(
        f"      {name}: {HEADINGS.get(name, name)}\n" for name in headings)
    mapping.write_text(
        "sheets:\n  - sheet: 重点任务\n    register: ledger\n    columns:\n" + columns,
        encoding="utf-8")


if __name__ == "__main__":
    main()
