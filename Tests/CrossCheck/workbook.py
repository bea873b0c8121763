#!/usr/bin/env python3
"""Holds a quarterly workbook against an independent calculation from the ledger files.

    workbook.py WORKBOOK FIGURES.json

Reads the workbook with openpyxl, FIGURES.json is what figures.py printed. Says every difference and
exits with 1 if there is one.
"""
import json
import sys

import openpyxl

differences = []


def expect(what, shown, expected):
    if shown != expected:
        differences.append(f"{what}: the workbook says {shown!r}, the calculation {expected!r}")


def table(sheet, first):
    """The rows below the heading row that begins with `first`, as dictionaries, up to a blank."""
    rows = list(sheet.iter_rows(values_only=True))
    start = next(index for index, row in enumerate(rows) if row[0] == first)
    headings = rows[start]
    if rows[start + 1][0] is None:
        # Two rows of headings: the upper names groups, where the lower is filled.
        start += 1
        headings = [lower or upper for lower, upper in zip(rows[start], headings)]
    for row in rows[start + 1:]:
        if row[0] is None:
            return
        yield dict(zip(headings, row))


def check_tasks(book, tasks):
    shown = {row["任务编号"]: row for row in table(book["任务台账"], "序号")}
    expect("tasks in 任务台账", sorted(shown), sorted(tasks))
    for task, expected in tasks.items():
        row = shown.get(task)
        if row is None:
            continue
        expect(f"task {task} counted", row["计入统计"], expected["counted"])
        expect(f"task {task} completed", row["已完成"], expected["completed"])
        due = row["完成时限"].date().isoformat() if row["完成时限"] else None
        expect(f"task {task} due", due, expected["effective_due"])
        gap = row["序时差（百分点）"]
        if expected["gap"] is not None:
            expect(f"task {task} gap", gap, round(expected["gap"] / 10_000, 1))


def check_row(what, row, expected, counted):
    due = expected["by_effective_due"]
    pairs = {
        "应办任务": counted, "已完成": expected["completed"], "已销号": expected["accepted"],
        "到期事项": expected["due"], "到期已办结": expected["due_completed"],
        "按期完成": expected["on_time"], "逾期": due["overdue"],
        "逾期天数合计": due["overdue_days_sum"], "超期办结": due["late"], "滞后任务": expected["behind"],
        "到期未办结": expected["due"] - expected["due_completed"],
    }
    for heading, value in pairs.items():
        expect(f"{what} {heading}", row[heading], value)


def unit_sheet(book):
    """The sheet of the units and its first heading: with scores where the plan has rules."""
    scored = "单位完成情况与得分名次"
    if scored in book.sheetnames:
        return book[scored], "考核分组"
    return book["单位完成情况"], "单位"


def check_units(book, figures):
    sheet, first = unit_sheet(book)
    rows = list(table(sheet, first))
    units = {row["单位编号"]: row for row in rows if row.get("单位编号") and row.get("任务数", 1)}
    expect("lead units", sorted(units), sorted(figures["lead_units"]))
    for unit, expected in figures["lead_units"].items():
        if unit in units:
            check_row(unit, units[unit], expected, expected["parts"])
    total = next(row for row in rows if (row[first] or "").startswith("合计"))
    once = next(row for row in rows if (row[first] or "").startswith("全部"))
    expect("sum of parts", total["应办任务"], sum(u["parts"] for u in figures["lead_units"].values()))
    check_row("全部", once, figures["plan"], figures["plan"]["counted"])


def check_sections(book, figures):
    rows = {row["分类"]: row for row in table(book["分类汇总"], "分类")}
    for section, expected in figures["sections"].items():
        check_row(section, rows[section], expected, expected["counted"])


def check_key_figures(book, plan):
    rows = {row["指标"]: (row["分子"], row["分母"]) for row in table(book["主要指标"], "指标")}
    period = plan["due_in_period"]
    filled = sum(plan[name] for name in ("behind", "slightly_behind", "on_schedule", "ahead"))
    for name, pair in {
        "到期办结率": (plan["due_completed"], plan["due"]), "按期完成率": (plan["on_time"], plan["due"]),
        "完成率": (plan["completed"], plan["counted"]), "销号率": (plan["accepted"], plan["counted"]),
        "预计完成率": (plan["expected"], plan["counted"]),
        "本期到期事项办结率": (period["completed"], period["total"]),
        "滞后率": (plan["behind"], filled),
        "略低于序时率": (plan["slightly_behind"], filled),
        **({"到期未办结率": (plan["unfinished"], plan["due"])}
           if "到期未办结率" in rows else
           {"逾期率": (plan["by_effective_due"]["overdue"], plan["due"]),
            "当日到期率": (plan["due_on_the_day_open"], plan["due"])}),
    }.items():
        expect(name, rows[name], pair)


def main():
    book = openpyxl.load_workbook(sys.argv[1], data_only=True)
    with open(sys.argv[2], encoding="utf-8") as file:
        figures = json.load(file)
    check_tasks(book, figures["tasks"])
    check_units(book, figures)
    check_sections(book, figures)
    check_key_figures(book, figures["plan"])
    print("\n".join(differences) or f"{len(figures['tasks'])} tasks and their sums agree")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
