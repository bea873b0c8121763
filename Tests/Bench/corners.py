#!/usr/bin/env python3
"""Writes small ledgers of odd shapes, which once took the square of their size.

    corners.py KIND COUNT OTHER [--before] OUT

matrix       COUNT tasks of OTHER units, each unit in many tasks
extensions   COUNT applications for one task
own          COUNT tasks with OTHER columns of the office's own
chain        COUNT tasks, each part of the one before
nested       COUNT collectives, each with the next as its member, in OTHER tasks
collective   COUNT tasks of a collective of OTHER units

`--before` is the same some days before: other progress, other due dates.
"""

import argparse
import csv
import datetime
import pathlib

UNITS = "编号 名称 性质 考核分组 排序 集体 成员"
TASKS = "序号 上级任务 分类 任务 牵头单位 责任单位 开始日期 完成时限 状态 进度"


def unit(number):
    return [f"u{number}", f"单位{number}", "部门", f"第{number % 5}组", number, "", ""]


def task(number, lead="单位1", responsible="", parent="", earlier=False):
    day = 20 if earlier and number % 20 == 0 else 28
    return [number, parent, f"分类{number % 20}", f"任务第{number}项", lead, responsible, "2023-01-01",
            f"2023-{1 + number % 12:02d}-{day}", "进行中", f"{20 if earlier and number % 7 == 0 else 30}%"]


def registers(kind, count, other, earlier):
    numbers, units = range(1, count + 1), [unit(number) for number in range(1, 11)]
    headings = TASKS
    extra = {}
    if kind == "matrix":
        units = [unit(number) for number in range(1, other + 1)]
        tasks = [task(n, f"单位{1 + n % other}", f"单位{1 + (n * 7 + 3) % other}", earlier=earlier)
                 for n in numbers]
    elif kind == "extensions":
        first = datetime.date(1995, 1, 1)
        tasks = [task(1)]
        extra["extensions"] = ("任务 申请日期 批准日期 新时限", [
            [1, first + datetime.timedelta(n), first + datetime.timedelta(n + 1),
             f"2023-{1 + n % 12:02d}-28"] for n in numbers])
    elif kind == "own":
        headings += "".join(f" 自填栏目{n}" for n in range(other))
        tasks = [task(n) + [f"第{n}项{m}" for m in range(other)] for n in numbers]
    elif kind == "chain":
        tasks = [task(n, parent=n - 1 if n > 1 else "") for n in numbers]
    elif kind == "nested":
        units += [[f"g{n}", f"集体{n}", "", "", 100 + n, "是", f"g{n + 1}" if n < count else "u1;u2"]
                  for n in numbers]
        tasks = [task(n, responsible="集体1") for n in range(1, other + 1)]
    else:
        units = [unit(number) for number in range(1, other + 1)]
        units.append(["g", "各单位", "", "", other + 1, "是", ";".join(row[0] for row in units)])
        tasks = [task(n, responsible="各单位") for n in numbers]
    return {"units": (UNITS, units), "ledger": (headings, tasks), **extra}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "kind", choices=["matrix", "extensions", "own", "chain", "nested", "collective"])
    parser.add_argument("count", type=int)
    parser.add_argument("other", type=int)
    parser.add_argument("--before", action="store_true")
    parser.add_argument("out", type=pathlib.Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for name, (headings, rows) in registers(
            options.kind, options.count, options.other, options.before).items():
        with open(options.out / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(headings.split())
            writer.writerows(rows)


if __name__ == "__main__":
    main()
