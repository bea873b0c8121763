#!/usr/bin/env python3
"""Writes a synthetic ledger of any size: OUT/units.csv and OUT/ledger.csv.

    generate.py --tasks 100000 --units 3000 --seed 1 --effective-on 2023-09-25 OUT
    generate.py --tasks 100000 --units 3000 --seed 1 --effective-on 2023-09-25 --change 0.01 OUT2

The task list has sixteen columns of the office's register and one or two lead units a task; there
are no milestones. `--responsible 3` adds a seventeenth, up to three responsible units a task. The same arguments give the same bytes. `--change` writes the same ledger with
that share of its rows reported anew, as an office would send it a day later.
"""

import argparse
import csv
import datetime
import pathlib
import random

COUNTIES = 60
PLACES = "安宁平川永昌临泽金塔玉门清水秦州甘谷武山张家华亭泾源灵台崇信庄浪静远会景和正陇西渭漳岷"
BUREAUS = """
办公室 发展和改革局 教育局 科学技术局 工业和信息化局 民族宗教事务局 公安局 民政局 司法局 财政局
人力资源和社会保障局 自然资源局 生态环境局 住房和城乡建设局 交通运输局 水务局 农业农村局 商务局
文化和旅游局 卫生健康局 退役军人事务局 应急管理局 审计局 市场监督管理局 体育局 统计局 医疗保障局
乡村振兴局 政务服务管理局 信访局 机关事务管理局 林业和草原局 税务局 气象局 消防救援大队
住房公积金中心 招商服务中心 大数据中心 档案馆 融媒体中心 供销合作社 城市管理局 人民防空办公室
粮食和物资储备局 地方金融监督管理局 公共资源交易中心 残疾人联合会 烟草专卖局 邮政管理局 投资促进中心
""".split()
SECTIONS = """
简政放权 放管结合 优化服务 营商环境 项目建设 招商引资 工业强市 乡村振兴 生态环保 民生实事
安全生产 科技创新 财税金融 文化旅游 教育卫生 社会保障 城市更新 数字政府 依法行政 作风建设
""".split()
LEADERS = ["市长", "常务副市长", *(f"副市长{letter}" for letter in "甲乙丙丁戊己庚"), "秘书长"]
OFFICERS = "科长 副科长 主任科员 督查专员".split()
ACTIONS = "全面推行 持续优化 加快建设 规范管理 深入实施 统筹推进 清理整治 提升完善".split()
OBJECTS = """
行政许可事项清单 一体化政务服务平台 证照分离改革 重点项目审批服务 双随机一公开监管 高频事项一次办
惠企政策兑现 老旧小区改造 饮用水水源地保护 高标准农田 养老服务设施 中小学校舍安全 市县道路养护
""".split()
NOTES = """
已印发工作方案并召开推进会 已完成前期摸底，正在逐项推进 已开展两轮督查，问题台账逐项销号
项目主体已完工，正在组织验收 牵头单位已与相关部门会商，按节点推进
""".split()
DELAYS = "资金到位较慢 手续办理周期较长 部门之间衔接不够 施工受天气影响".split()
STEPS = "倒排工期，挂图作战 加强调度，按周通报 协调资金，压实责任 对照清单逐项整改".split()

UNIT_HEADINGS = ["编号", "名称", "别名", "性质", "考核分组", "排序"]
TASK_HEADINGS = [
    "方案", "序号", "分类", "任务", "牵头领导", "牵头单位", "责任人", "重难点",
    "开始日期", "完成时限", "状态", "进度", "完成日期", "进展情况", "滞后原因", "下一步措施",
]


def unit_rows(count):
    """The register of units: counties, each with its bureaus."""
    counties = max(1, min(COUNTIES, count // 10))
    for index in range(count):
        county, rank = index % counties, index // counties
        place = PLACES[county % len(PLACES)] + PLACES[(county * 7 + 3) % len(PLACES)] + "县"
        bureau = BUREAUS[rank % len(BUREAUS)]
        branch = rank // len(BUREAUS)
        suffix = f"第{branch + 1}分局" if branch else ""
        mark = f"{county + 1:02}"
        name = f"{place}{mark}{bureau}{suffix}"
        alias = f"{place[:2]}{mark}{bureau}{suffix}" if index % 2 else ""
        yield [f"u{index + 1:05}", name, alias, "部门", f"{place}{mark}", index + 1]


def state(rng, start, due, today):
    """Status, progress in per cent, day of completion, delay and next step of one task."""
    if start > today:
        return "未启动", 0, "", "", ""
    draw = rng.random()
    if draw < (0.8 if due <= today else 0.35):
        latest = min(today, due + datetime.timedelta(days=rng.choice([0, 0, 0, 10, 40])))
        done = start + datetime.timedelta(days=rng.randint(0, max(0, (latest - start).days)))
        return "已完成", 100, done.isoformat(), "", ""
    if draw < 0.95:
        behind = rng.random() < 0.3
        return (
            "推进中", rng.randint(5, 95), "",
            rng.choice(DELAYS) if behind else "", rng.choice(STEPS) if behind else "")
    return "推进中", "", "", "", ""


def task_row(rng, number, names, today):
    year = today.year
    leads = rng.sample(names, rng.choice([1, 1, 2]))
    start = datetime.date(year, 1, 1) + datetime.timedelta(days=rng.randint(0, 120))
    due = min(datetime.date(year, 12, 31), start + datetime.timedelta(days=rng.randint(60, 330)))
    status, progress, completed, delay, step = state(rng, start, due, today)
    return [
        "bench", number, rng.choice(SECTIONS),
        f"{rng.choice(ACTIONS)}{rng.choice(OBJECTS)}（第{number}项）",
        "、".join(rng.sample(LEADERS, rng.choice([1, 1, 1, 2]))),
        "、".join(leads), f"{rng.choice(OFFICERS)}（{rng.randint(1, 20)}科）",
        "是" if rng.random() < 0.05 else "", start.isoformat(), due.isoformat(),
        status, progress, completed, rng.choice(NOTES), delay, step,
    ]


def change(rng, row, today):
    """The row as its unit reports it anew."""
    row = list(row)
    start, due = (datetime.date.fromisoformat(row[column]) for column in (8, 9))
    row[10:13] = state(rng, start, due, today)[:3]
    row[13] = f"{rng.choice(NOTES)}（{today.isoformat()}更新）"
    return row


def write(path, headings, rows):
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tasks", type=int, default=100_000)
    parser.add_argument("--units", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--effective-on", type=datetime.date.fromisoformat, required=True)
    parser.add_argument("--change", type=float, default=0, help="share of the rows reported anew")
    parser.add_argument(
        "--responsible", type=int, default=0, help="the most responsible units a task has")
    parser.add_argument("out", type=pathlib.Path)
    options = parser.parse_args()

    today = options.effective_on
    rng, changes = random.Random(options.seed), random.Random(f"{options.seed} changes")
    units = list(unit_rows(options.units))
    names = [unit[2] or unit[1] for unit in units]

    headings = TASK_HEADINGS + (["责任单位"] if options.responsible else [])

    def tasks():
        for number in range(1, options.tasks + 1):
            row = task_row(rng, number, names, today)
            if options.responsible:
                others = rng.sample(names, rng.randint(0, options.responsible))
                row.append("、".join(name for name in others if name not in row[5].split("、")))
            changed = changes.random() < options.change
            yield change(changes, row, today) if changed else row

    options.out.mkdir(parents=True, exist_ok=True)
    write(options.out / "units.csv", UNIT_HEADINGS, units)
    write(options.out / "ledger.csv", headings, tasks())


if __name__ == "__main__":
    main()
