#!/usr/bin/env python3
"""Holds the papers of every period against the office's workbook of the same period.

    papers.py OUT

OUT has the editions of a plan: PERIOD (the workbook's), PERIOD-bulletin and PERIOD-brief. Every figure
that a sentence says by a known phrase must be that of csv/主要指标.csv or of the lists; sums said in a
sentence must add up; no sentence says 0 of anything, or has two marks where one belongs.
"""
import csv
import pathlib
import re
import sys

import docx

FAULTS = []


def newest(folder):
    numbers = sorted(int(path.name) for path in folder.iterdir() if path.name.isdigit())
    return folder / str(numbers[-1])


def table(edition, name):
    with open(edition / "csv" / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def figures(edition):
    return {row["指标"]: (int(row["分子"]), int(row["分母"])) for row in table(edition, "主要指标")}


def said(edition):
    path = next(edition.glob("*.docx"))
    document = docx.Document(path)
    texts = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    return texts, cells


# What a phrase says, and where its figure stands: a name of 主要指标 and the place in the fraction.
PHRASES = [
    (r"应办(\d+)项", "完成率", 1),
    (r"其中，已完成(\d+)项", "完成率", 0),
    (r"到期(?:事项|任务)(\d+)项(?:（涉及|，)", "到期办结率", 1),
    (r"，已办结(\d+)项", "到期办结率", 0),
    (r"（按期(\d+)项、超期", "按期完成率", 0),
    (r"应报送单位(\d+)个", "按时报送率", 1),
    (r"按时报送(\d+)个", "按时报送率", 0),
    (r"发现问题(\d+)个", "整改销号率", 1),
    (r"已整改销号(\d+)个", "整改销号率", 0),
]
RATES = [
    (r"完成率(\d+\.\d)%", "完成率"), (r"到期办结率(\d+\.\d)%", "到期办结率"),
    (r"按期完成率(\d+\.\d)%", "按期完成率"),
]
# Wholes and what must add up to them.
SUMS = [
    (r"台账任务(\d+)项，除(.*?)外，应办(\d+)项", lambda m: numbers(m[2]) + [int(m[3])], 1),
    (r"已完成(\d+)项（(已销号\d+项、待验收\d+项)）", lambda m: numbers(m[2]), 1),
    (r"未完成(\d+)项，其中(.*?)（序时", lambda m: numbers(m[2]), 1),
    (r"已办结(\d+)项（(按期\d+项、超期\d+项)）", lambda m: numbers(m[2]), 1),
    (r"未办结(\d+)项（(逾期\d+项、当日到期\d+项)）", lambda m: numbers(m[2]), 1),
    (r"(\d+)个问题未销号，其中(.*?)。", lambda m: [int(n) for n in re.findall(r"(\d+)个（", m[2])], 1),
]


def numbers(text):
    return [int(number) for number in re.findall(r"(\d+)项", text)]


def half_up(numerator, denominator):
    return (2000 * numerator + denominator) // (2 * denominator) / 10


def check(place, texts, known):
    whole = "\n".join(texts)
    for pattern, name, part in PHRASES:
        for match in re.finditer(pattern, whole):
            if name not in known:
                FAULTS.append(f"{place}: {match[0]}, but the workbook has no {name}")
            elif int(match[1]) != known[name][part]:
                FAULTS.append(f"{place}: {match[0]} is not {known[name]} of {name}")
    for pattern, name in RATES:
        for match in re.finditer(r"(?<!期)" + pattern, whole):
            if float(match[1]) != half_up(*known[name]):
                FAULTS.append(f"{place}: {match[0]} is not {known[name]} of {name}")
    for pattern, parts, total in SUMS:
        for match in re.finditer(pattern, whole):
            if sum(parts(match)) != int(match[total]):
                FAULTS.append(f"{place}: {match[0]} does not add up")
    for pattern in (r"(?<![\d.])0[项个天]", r"[，；、：][。，；、]", r"（）", r"[\u4e00-\u9fff][,;:]", r"[{}]",
                    r"None", r"第[、项]", r"（见）"):
        for match in re.finditer(pattern, whole):
            around = whole[max(0, match.start() - 20):match.end() + 20].replace("\n", "⏎")
            FAULTS.append(f"{place}: “{around}”")


def check_brief(place, cells, known):
    """The six figures: 43/47（91.5%）."""
    names = {"到期办结率": "到期办结率", "按期完成率": "按期完成率", "完成率": "完成率",
             "按时报送率": "按时报送率"}
    for row in cells:
        name = names.get(row[0])
        match = re.fullmatch(r"(\d+)/(\d+)（(\d+\.\d)%）", row[1]) if len(row) > 1 else None
        if name in known and match:
            if (int(match[1]), int(match[2])) != known[name]:
                FAULTS.append(f"{place}: {row[:2]} is not {known[name]}")
            if float(match[3]) != half_up(int(match[1]), int(match[2])):
                FAULTS.append(f"{place}: {row[:2]}")


# The lists of a notice, by the columns that name a row there and in the workbook's CSV file, and what
# the other columns are called there where that differs.
LISTS = {
    ("类别", "序号", "任务", "节点"): ("逾期与滞后清单", ["类别", "序号", "任务", "节点"], {}),
    ("单位", "应办任务", "已完成", "完成率", "到期事项"): (
        "单位完成情况", ["单位"], {"已办结": "到期已办结", "未办结": "到期未办结", "其中逾期": "逾期"}),
    ("考核分组", "位次", "单位", "得分"): (
        "单位完成情况", ["单位"], {"位次": "名次", "计分到期已办结": "计分到期已办结"}),
    ("编号", "序号", "责任单位", "问题"): ("整改清单", ["编号"], {"序号": "任务序号"}),
    ("序号", "指标", "基数", "口径"): ("量化指标", ["序号", "指标", "牵头单位"], {"序号": "任务序号"}),
    ("时限", "序号", "任务", "节点", "承担单位"): (
        "事项明细", ["时限", "序号", "任务", "节点"], {"时限": "完成时限"}),
    ("单位", "期别", "报送时限", "报送日期"): ("报送明细", ["单位", "期别"], {}),
}
# What only papers say, or say in other words: whom they name, and the units of a milestone.
OWN = {"承担单位", "说明"}


def plain(text, year):
    """A cell of a paper or of a CSV file: numbers, days and words in one form."""
    text = text.strip().replace("\n", "")
    day = re.fullmatch(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日", text)
    if day:
        return f"{day[1] or year}-{int(day[2]):02}-{int(day[3]):02}"
    number = re.fullmatch(r"(-?\d+(?:\.\d+)?)%?", text)
    if number:
        return f"{float(number[1]):.1f}" if "." in text or "%" in text else text
    return "" if text in {"—", "无应办任务", "无到期事项"} else text


def same(said, stated):
    if said == stated:
        return True
    try:
        return round(float(said), 1) == round(float(stated), 1)
    except ValueError:
        return False


def check_lists(place, document, workbook, year):
    """Every cell of every list of the notice that has one like it in the workbook."""
    compared = 0
    for shown in document.tables:
        rows = [[cell.text for cell in row.cells] for row in shown.rows]
        heading = [text.replace("\n", "") for text in rows[0]]
        found = next((v for k, v in LISTS.items() if tuple(heading[:len(k)]) == k), None)
        if heading[0] == "单位" and found is None:
            compared += check_periods(place, heading, rows[1:], workbook)
            continue
        if found is None:
            FAULTS.append(f"{place}: nothing is held against the list {heading}")
            continue
        name, key, names = found
        stated = {}
        for row in table(workbook, name):
            stated.setdefault(tuple(plain(row[names.get(c, c)], year) for c in key), []).append(row)
        for row in rows[1:]:
            cells = {c: plain(text, year) for c, text in zip(heading, row)}
            like = stated.get(tuple(cells[c] for c in key))
            if not like:
                FAULTS.append(f"{place}: {name} has no row like {row}")
                continue
            for column in heading:
                if column in OWN or names.get(column, column) not in like[0]:
                    if column not in OWN:
                        FAULTS.append(f"{place}: {name} has no column {column}")
                    continue
                states = [plain(other[names.get(column, column)], year) for other in like]
                if not any(same(cells[column], state) for state in states):
                    FAULTS.append(f"{place}: {row}: {column} is {states} in {name}")
                compared += 1
    return compared


def check_periods(place, heading, rows, workbook):
    """Units by periods: 按时, 迟报, 未报."""
    stated = {(row["单位"], row["期别"]): row["情况"] for row in table(workbook, "报送明细")}
    for row in rows:
        for period, state in zip(heading[1:], row[1:]):
            if stated.get((row[0], period), "") != state:
                FAULTS.append(f"{place}: {row[0]} {period}: {state}")
    return len(rows) * (len(heading) - 1)


def main():
    out = pathlib.Path(sys.argv[1])
    periods = [path.name for path in out.iterdir() if (out / f"{path.name}-bulletin").is_dir()]
    for period in sorted(periods):
        workbook = newest(out / period)
        known = figures(workbook)
        for paper in ("bulletin", "brief"):
            texts, cells = said(newest(out / f"{period}-{paper}"))
            check(f"{period} {paper}", texts, known)
            if paper == "bulletin":
                path = next(newest(out / f"{period}-{paper}").glob("*.docx"))
                year = table(workbook, "主要指标")[0]["数据截止日"][:4]
                if not check_lists(f"{period} {paper}", docx.Document(path), workbook, year):
                    FAULTS.append(f"{period} {paper}: no cell of a list was compared")
            if paper == "brief":
                check_brief(f"{period} brief", cells, known)
    if not periods:
        FAULTS.append("no period has a bulletin")
    for fault in FAULTS:
        print(fault, file=sys.stderr)
    sys.exit(bool(FAULTS))


if __name__ == "__main__":
    main()
