#!/usr/bin/env python3
"""Fills in forms as units do, and spoils them as units do, by openpyxl.

    forms.py fill FORMS RETURNS [SEED]      fills every form in; prints what was entered, as JSON
    forms.py damage KIND FORM TARGET        writes a form that is wrong in one way
    forms.py random FORMS RETURNS SEED N    N returns of random units, values and damages, with the model
"""

import csv
import datetime
import json
import pathlib
import random
import shutil
import sys
import zipfile

import openpyxl
from openpyxl.worksheet.protection import SheetProtection

NOTES = ["已完成部署", "正在推进，见附件；“一网通办”", "=不是公式", "第一行\n第二行", "含,逗号与\"引号\""]


class Form:
    """A form with its rows: by the key of a row the cells that a unit fills in."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.book = openpyxl.load_workbook(path)
        hidden = self.book["_jibao"]
        assert hidden.sheet_state == "veryHidden", hidden.sheet_state
        rows = [[cell.value for cell in row] for row in hidden.iter_rows()]
        self.marks = {row[0]: row[1] for row in rows if row[0] != "column"}
        properties = {p.name: p.value for p in self.book.custom_doc_props.props}
        assert {"jibao_" + name: value or "" for name, value in self.marks.items()} == {
            name: value or "" for name, value in properties.items()}
        columns = {}
        for _, sheet, number, name in (row for row in rows if row[0] == "column"):
            table, column = name.split(".", 1)
            columns.setdefault((sheet, table), {})[column] = int(number)
        self.cells = {}
        for sheet in self.book.worksheets:
            if sheet.title == "_jibao":
                continue
            assert sheet.protection.sheet, sheet.title
            assert sheet.column_dimensions["A"].hidden, sheet.title
            for row in sheet.iter_rows(min_col=1, max_col=1):
                key = row[0].value
                if not isinstance(key, str) or "|" not in key:
                    continue
                for column, number in columns.get((sheet.title, key.split("|")[0]), {}).items():
                    cell = sheet.cell(row[0].row, number)
                    assert not cell.protection.locked, cell.coordinate
                    assert cell.fill.fgColor.rgb == "FFFFF9DB", cell.coordinate
                    self.cells[key, column] = cell

    @property
    def unit(self):
        return self.marks["unit"]

    def keys(self, table):
        return sorted({key for key, _ in self.cells if key.startswith(table + "|")})

    def set(self, key, column, value):
        """Enters a value; what collecting is to say of it, None where it stands there already."""
        cell = self.cells[key, column]
        if cell.value == value:
            return None
        cell.value = value
        if isinstance(value, str) and key.split('|')[0] != 'form' and column != 'progress':
            cell.data_type = "s"
        new = value
        if isinstance(value, datetime.date):
            new = value.isoformat()
        words = {"推进中": "in_progress", "已完成": "completed", "暂停": "suspended", "客观": "objective",
                 "主观": "subjective", "能确保": "assured", "有困难": "difficult", "有异议": "有异议"}
        return {"unit": self.unit, "cell": f"{cell.parent.title}!{cell.coordinate}", "key": key,
                "column": column, "new": words.get(new, str(new))}

    def value(self, key, column):
        return self.cells[key, column].value

    def fill(self, choose, taken):
        """Enters something into rows that no form before this one was filled in for."""
        entered = []
        day = datetime.date(2023, 9, 18)
        for key in self.keys("ledger"):
            if key in taken:
                continue
            taken.add(key)
            if choose.random() < 0.2:
                entered += [self.set(key, "status", "已完成") if self.value(key, "status") != "已完成" else None,
                            self.set(key, "progress", 100), self.set(key, "completed_on", day)]
            else:
                progress = choose.choice([value for value in (12, 45.5, 77) if value != self.value(key, "progress")])
                entered.append(self.set(key, "progress", progress))
                entered.append(self.set(key, "expected_on", day + datetime.timedelta(choose.randint(1, 90))))
                entered.append(self.set(key, "reason_kind", choose.choice(["客观", "主观"])))
            entered.append(self.set(key, "progress_note", choose.choice(NOTES) + str(choose.randint(1, 99))))
        for key in self.keys("assignments"):
            entered.append(self.set(key, "progress_note", "分工" + str(choose.randint(1, 99))))
        for key in self.keys("milestones"):
            if key not in taken:
                taken.add(key)
                entered.append(self.set(key, "completed_on", day))
        for key in self.keys("targets"):
            if key not in taken:
                taken.add(key)
                entered.append(self.set(key, "actual", choose.randint(1, 50) + 1000.25))
        for key in self.keys("rectifications"):
            entered.append(self.set(key, "measure", "措施" + str(choose.randint(1, 99))))
        for key in self.keys("form"):
            self.set(key, "filled_on", day)
            self.set(key, "filled_by", "经办人")
        return [value for value in entered if value]

    def main(self):
        return self.book["填报表"]

    def save(self, path):
        self.book.save(path)


def edit_zip(source, target, part, change):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info.filename, change(data) if info.filename == part else data)


def first_row(form):
    return min(cell.row for (key, _), cell in form.cells.items() if key.startswith("ledger|"))


def rows(form):
    return sorted({cell.row for (key, _), cell in form.cells.items() if key.startswith("ledger|")})


def damage(kind, source, target):
    """One way in which units spoil a form."""
    target = pathlib.Path(target)
    if kind == "empty":
        return target.write_bytes(b"")
    if kind == "truncated":
        return target.write_bytes(pathlib.Path(source).read_bytes()[:3000])
    if kind == "no_form":
        book = openpyxl.Workbook()
        book.active["A1"] = "台账"
        return book.save(target)
    form = Form(source)
    sheet, row = form.main(), first_row(form)
    key = form.keys("ledger")[0]
    form.set(form.keys("form")[0], "filled_by", "经办人")

    def mark(name, value):
        for line in form.book["_jibao"].iter_rows():
            if line[0].value == name:
                line[1].value = value
        for property_ in form.book.custom_doc_props.props:
            if property_.name == "jibao_" + name:
                property_.value = value

    if kind == "other_period":
        mark("period_id", "2023-H1")
    elif kind == "last_year":
        mark("period_id", "2022-Q3")
    elif kind == "other_plan":
        mark("plan_id", "tianshui-2022")
    elif kind == "other_office":
        mark("office", "某市人民政府办公室")
    elif kind == "other_edition":
        mark("edition", "9")
        mark("form_hash", "0" * 64)
    elif kind == "other_unit":
        sheet["A2"].value = sheet["A2"].value.replace(
            sheet["A2"].value.split("　")[0], "填报单位：另一个单位")
    elif kind == "not_given_out":
        mark("unit", "nobody")
    elif kind == "marks":
        form.book["_jibao"]["B1"].value = "other"
    elif kind == "row_added":
        for cells in list(sheet.merged_cells.ranges):
            if cells.min_row >= row:
                sheet.unmerge_cells(str(cells))
        sheet.insert_rows(row + 1)
        sheet.cell(row + 1, 3).value = "新增任务"
    elif kind == "row_deleted":
        for cells in list(sheet.merged_cells.ranges):
            if cells.min_row >= row:
                sheet.unmerge_cells(str(cells))
        sheet.delete_rows(row)
    elif kind == "rows_sorted":
        one, other = rows(form)[:2]
        for column in range(1, sheet.max_column + 1):
            a, b = sheet.cell(one, column), sheet.cell(other, column)
            a.value, b.value = b.value, a.value
    elif kind == "row_copied":
        one, other = rows(form)[:2]
        for column in range(1, sheet.max_column + 1):
            sheet.cell(other, column).value = sheet.cell(one, column).value
    elif kind == "locked":
        sheet.cell(row, 3).value = "改了的任务"
    elif kind == "unprotected":
        sheet.protection = SheetProtection(sheet=False)
    elif kind == "column_inserted":
        for cells in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(cells))
        sheet.insert_cols(4)
    elif kind == "sheet_renamed":
        sheet.title = "Sheet1"
    elif kind == "sheet_deleted":
        form.book.remove(sheet)
    elif kind == "not_offered":
        form.set(key, "status", "快完成了")
    elif kind == "bad_progress":
        form.set(key, "progress", 130)
    elif kind == "bad_day":
        form.set(key, "expected_on", "十月底")
    elif kind == "day_to_come":
        form.set(key, "status", "已完成")
        form.set(key, "progress", 100)
        form.set(key, "completed_on", datetime.date(2023, 12, 30))
    elif kind == "without_day":
        form.set(key, "status", "已完成")
        form.set(key, "progress", 100)
        form.set(key, "completed_on", None)
    elif kind == "emptied":
        filled = [key for key in form.keys("ledger") if form.value(key, "progress") is not None]
        if filled:
            form.set(filled[0], "progress", None)
        else:
            sheet.cell(row, 3).value = "改了的任务"
    elif kind == "formula":
        form.set(key, "progress", "=40+40")
    else:
        raise SystemExit(f"no such damage: {kind}")
    form.save(target)


RANDOM_DAMAGES = ["row_added", "row_deleted", "locked", "unprotected", "column_inserted", "sheet_renamed",
                  "not_offered", "bad_progress", "other_period", "empty", "emptied", "without_day"]


def random_round(folder, returns, seed, count):
    """Random returns, and the naive model: what the ledger must say afterwards, who is refused."""
    choose = random.Random(seed)
    paths = sorted(pathlib.Path(folder).glob("*.xlsx"))
    model = []
    for number in range(count):
        source = choose.choice(paths)
        target = pathlib.Path(returns) / f"{number:04}.xlsx"
        form = Form(source)
        if choose.random() < 0.3 and len(rows(form)) > 1:
            kind = choose.choice(RANDOM_DAMAGES)
            damage(kind, source, target)
            model.append({"file": target.name, "unit": form.unit, "damaged": kind})
            continue
        entered = []
        for key in form.keys("ledger"):
            if choose.random() < 0.5:
                value = choose.randint(1, 99)
                if value != form.value(key, "progress") and form.value(key, "status") == "推进中":
                    entered.append(form.set(key, "progress", value))
                entered.append(form.set(key, "next_step", f"措施{choose.randint(1, 3)}"))
        entered = [value for value in entered if value]
        day = datetime.date(2023, 9, choose.randint(1, 4)) if choose.random() < 0.8 else None
        if day:
            form.set(form.keys("form")[0], "filled_on", day)
        form.set(form.keys("form")[0], "filled_by", f"经办人{number}")
        form.save(target)
        model.append({"file": target.name, "unit": form.unit, "day": day.isoformat() if day else "",
                      "entered": entered})
    good = [item for item in model if "damaged" not in item]
    refused = {item["file"] for item in model if "damaged" in item}
    chosen = []
    for unit in sorted({item["unit"] for item in good}):
        own = [item for item in good if item["unit"] == unit]
        last = max(item["day"] for item in own)
        latest = [item for item in own if item["day"] == last]
        if len(latest) > 1:
            refused |= {item["file"] for item in latest}
        else:
            chosen.append(latest[0])
    said = {}
    for item in chosen:
        for value in item["entered"]:
            said.setdefault((value["key"], value["column"]), {})[item["file"]] = value["new"]
    for values in said.values():
        if len(set(values.values())) > 1:
            refused |= set(values)
    taken = {}
    for item in chosen:
        if item["file"] not in refused:
            for value in item["entered"]:
                taken[value["key"] + "." + value["column"]] = value["new"]
    return {"refused": sorted(refused), "taken": taken}


def main():
    command, arguments = sys.argv[1], sys.argv[2:]
    if command == "fill":
        choose, taken, entered = random.Random(int(arguments[2]) if len(arguments) > 2 else 1), set(), []
        for path in sorted(pathlib.Path(arguments[0]).glob("*.xlsx")):
            form = Form(path)
            entered += form.fill(choose, taken)
            form.save(pathlib.Path(arguments[1]) / path.name)
        print(json.dumps(entered, ensure_ascii=False))
    elif command == "damage":
        damage(*arguments)
    elif command == "random":
        print(json.dumps(random_round(arguments[0], arguments[1], int(arguments[2]), int(arguments[3])),
                         ensure_ascii=False))
    elif command == "csv":
        # The main sheet of a form as Excel saves it: GB18030, days as they show.
        form = Form(arguments[0])
        key = form.keys("ledger")[0]
        entered = [form.set(key, "next_step", "由CSV填报")]
        with open(arguments[1], "w", encoding="gb18030", newline="") as file:
            writer = csv.writer(file)
            for row in form.main().iter_rows(values_only=True):
                writer.writerow(["" if value is None else value.date() if isinstance(value, datetime.datetime)
                                 else value for value in row])
        print(json.dumps(entered, ensure_ascii=False))
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
