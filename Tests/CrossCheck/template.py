"""Looks at the template of a workspace, or fills it in.

    template.py look FILE          prints each sheet: its headings, what its cells may be, the sample row
    template.py fill FILE FOLDER   fills in the rows of a CSV ledger, below the sample row
"""

import csv
import pathlib
import sys

import openpyxl


def look(path):
    workbook = openpyxl.load_workbook(path)
    for sheet in workbook:
        headings = [cell.value for cell in sheet[1]]
        checks = {}
        for rule in sheet.data_validations.dataValidation:
            for area in rule.sqref.ranges:
                kind = "drop-down" if rule.type == "list" else rule.type
                checks[headings[area.min_col - 1]] = kind
        comments = sum(1 for cell in sheet[1] if cell.comment)
        print(f"{sheet.title}: {len(headings)} headings, {comments} notes, {sheet.max_row} rows, "
              f"frozen at {sheet.freeze_panes}")
        print("  " + ", ".join(f"{name} {kind}" for name, kind in checks.items()))


def fill(path, folder):
    workbook = openpyxl.load_workbook(path)
    for file in sorted(pathlib.Path(folder).glob("*.csv")):
        rows = list(csv.reader(file.open(encoding="utf-8-sig", newline="")))
        names = {"units": "单位名录", "ledger": "任务台账", "assignments": "任务分工", "milestones": "阶段目标",
                 "targets": "量化指标", "extensions": "延期", "submissions": "报送", "publications": "信息刊发",
                 "rectifications": "整改", "events": "考核事项"}
        sheet = workbook[names.get(file.stem, file.stem)]
        headings = [cell.value for cell in sheet[1]]
        for heading in rows[0]:
            if heading not in headings:
                headings.append(heading)
                sheet.cell(1, len(headings), heading)
        for number, row in enumerate(rows[1:], start=3):
            for heading, value in zip(rows[0], row):
                if value != "":
                    sheet.cell(number, headings.index(heading) + 1, value)
    workbook.save(path)


if __name__ == "__main__":
    {"look": look, "fill": fill}[sys.argv[1]](*sys.argv[2:])
