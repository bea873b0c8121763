#!/usr/bin/env python3
"""What an office's own script would do: pandas and XlsxWriter over the ledger's files.

    baseline_pandas.py LEDGER AS_OF OUT

A poorer version of the quarterly report: no history, no check of the input, no milestones, no
comparison. It matches no names: lead units are counted as written. It writes the task list, the
overdue list and the tables by unit, section and leader to a workbook and to CSV.
"""

import pathlib
import sys

import pandas as pd


def rates(frame, key):
    """Completion, due completion and on-time completion by one column."""
    groups = frame.groupby(key, sort=False)
    table = groups.agg(
        任务数=("序号", "size"), 已完成=("完成", "sum"), 到期=("到期", "sum"),
        到期已办结=("到期办结", "sum"), 按期完成=("按期", "sum"), 逾期=("逾期", "sum"),
        逾期天数=("逾期天数", "sum"), 平均进度=("进度", "mean")).reset_index()
    table["完成率"] = table["已完成"] / table["任务数"]
    table["到期办结率"] = table["到期已办结"] / table["到期"]
    table["按期完成率"] = table["按期完成"] / table["到期"]
    return table.fillna({"到期办结率": 0, "按期完成率": 0})


def with_facts(tasks, as_of):
    due, done = pd.to_datetime(tasks["完成时限"]), pd.to_datetime(tasks["完成日期"])
    tasks["进度"] = pd.to_numeric(tasks["进度"].str.rstrip("%"), errors="coerce")
    tasks["完成"] = done <= as_of
    tasks["到期"] = due <= as_of
    tasks["到期办结"] = tasks["到期"] & tasks["完成"]
    tasks["按期"] = tasks["到期"] & (done <= due)
    tasks["逾期"] = (due < as_of) & ~tasks["完成"]
    tasks["逾期天数"] = (as_of - due).dt.days.where(tasks["逾期"], 0).fillna(0).astype(int)
    return tasks


def write(tables, out):
    (out / "csv").mkdir(parents=True)
    options = {"constant_memory": False, "strings_to_formulas": False, "strings_to_urls": False}
    with pd.ExcelWriter(
        out / "report.xlsx", engine="xlsxwriter", engine_kwargs={"options": options}
    ) as book:
        percent = book.book.add_format({"num_format": "0.0%"})
        for name, table in tables.items():
            table.to_excel(book, sheet_name=name, index=False)
            sheet = book.sheets[name]
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
            for index, column in enumerate(table.columns):
                sheet.set_column(index, index, 14, percent if column.endswith("率") else None)
            table.to_csv(out / "csv" / f"{name}.csv", index=False, encoding="utf-8-sig")


def main():
    ledger, as_of, out = pathlib.Path(sys.argv[1]), pd.Timestamp(sys.argv[2]), sys.argv[3]
    tasks = pd.read_csv(ledger / "ledger.csv", dtype=str, encoding="utf-8-sig")
    units = pd.read_csv(ledger / "units.csv", dtype=str, encoding="utf-8-sig")
    original = list(tasks.columns)
    tasks = with_facts(tasks, as_of)
    parts = tasks.assign(单位=tasks["牵头单位"].str.split("、")).explode("单位")
    leaders = tasks.assign(领导=tasks["牵头领导"].str.split("、")).explode("领导")
    by_unit = rates(parts, "单位")
    order = {name: index for column in ("名称", "别名") if column in units
             for index, name in enumerate(units[column])}
    by_unit = by_unit.sort_values("单位", key=lambda names: names.map(order))
    write({
        "任务台账": tasks[original + ["到期", "完成", "逾期", "逾期天数"]],
        "逾期清单": tasks.loc[tasks["逾期"], original + ["逾期天数"]],
        "任务单位明细": parts[["序号", "单位", "任务", "状态", "进度", "到期", "完成", "逾期"]],
        "单位完成情况": by_unit,
        "分类汇总": rates(tasks, "分类"),
        "牵头领导": rates(leaders, "领导"),
    }, pathlib.Path(out))


if __name__ == "__main__":
    main()
