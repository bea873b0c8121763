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


def main():
    out = pathlib.Path(sys.argv[1])
    periods = [path.name for path in out.iterdir() if (out / f"{path.name}-bulletin").is_dir()]
    for period in sorted(periods):
        workbook = newest(out / period)
        known = figures(workbook)
        for paper in ("bulletin", "brief"):
            texts, cells = said(newest(out / f"{period}-{paper}"))
            check(f"{period} {paper}", texts, known)
            if paper == "brief":
                check_brief(f"{period} brief", cells, known)
    if not periods:
        FAULTS.append("no period has a bulletin")
    for fault in FAULTS:
        print(fault, file=sys.stderr)
    sys.exit(bool(FAULTS))


if __name__ == "__main__":
    main()
