#!/usr/bin/env python3
"""Reads every CSV file of an edition as analysts do, by DuckDB and pandas: csv_types.py EDITION

A column that the data dictionary calls a number or a date has to arrive as one without any hint, or
be empty; 报告期 and 数据截止日 stand in every table. Prints what does not hold.
"""

import csv
import pathlib
import sys

import duckdb
import pandas

NUMBERS = {"整数", "百分数", "百分点", "小数"}


def dictionary(folder):
    """Of each file its columns in order: heading and format."""
    files = {}
    with open(folder / "数据字典.csv", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            files.setdefault(row["文件"], []).append((row["表头"], row["格式"], row["列名"]))
    return files


def check(path, columns):
    """What is wrong in one file."""
    table = pandas.read_csv(path)
    names = [heading for heading, _, _ in columns]
    if list(table.columns) != names:
        yield f"pandas reads the columns {list(table.columns)}"
        return
    for needed in ("报告期", "数据截止日"):
        if needed not in names:
            yield f"{needed} is missing"
    relation = duckdb.sql(f"SELECT * FROM read_csv('{path}', header = true, sample_size = -1)")
    types = dict(zip(relation.columns, map(str, relation.types)))
    if relation.columns != names:
        yield f"DuckDB reads the columns {relation.columns}"
        return
    if len(relation.fetchall()) != len(table):
        yield "DuckDB and pandas count different rows"
    for heading, form, name in columns:
        if form in NUMBERS and table[heading].notna().any():
            # The number of a task is shown as it is written: 13, 民生-1.
            if name in ("number", "prior_number"):
                continue
            if table[heading].dtype.kind not in "if":
                yield f"{heading}: pandas reads {table[heading].dtype}"
            if not types[heading].startswith(("BIGINT", "DOUBLE", "DECIMAL", "HUGEINT")):
                yield f"{heading}: DuckDB reads {types[heading]}"
        if form == "日期" and table[heading].notna().any():
            if types[heading] != "DATE":
                yield f"{heading}: DuckDB reads {types[heading]}"
            pandas.to_datetime(table[heading], format="%Y-%m-%d")


def main():
    folder = pathlib.Path(sys.argv[1]) / "csv"
    files = dictionary(folder)
    wrong = 0
    for name, columns in sorted(files.items()):
        for problem in check(folder / name, columns):
            print(f"{name}: {problem}")
            wrong += 1
    missing = {path.name for path in folder.glob("*.csv")} - set(files) - {"数据字典.csv"}
    for name in sorted(missing):
        print(f"{name} is not in the data dictionary")
    print(f"{len(files)} files, {wrong + len(missing)} problems")
    sys.exit(1 if wrong or missing or not files else 0)


main()
