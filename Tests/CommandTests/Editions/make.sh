#!/usr/bin/env bash
# Makes the workspace that version-0.1.tar.xz holds: make.sh PROGRAM FOLDER
set -euo pipefail
program=$1 folder=$2
mkdir -p "$folder" && cd "$folder"
"$program" init office
mkdir -p office/plans/p1/rules
cat > office/plans/p1/plan.yaml <<'END'
title: 2023年重点任务
office: 督查室
place: 某市
years: [2023]
quotas:
  - {group: 县区, items: 2}
publication_levels: [国家级, 省级]
END
cat > office/plans/p1/rules/2023-01-01.yaml <<'END'
version: "2023-1"
effective: 2023-01-01
basis: 某办发〔2023〕1号
example: false
places: 2
roles: {otherwise: [lead], 县区: [lead, responsible]}
base: 60
parts:
  - part: 任务落实
    rules:
      - {rule: due, name: 到期办结率, query: scoring/due_completion, per_rate: 30, empty: full}
      - {rule: behind, name: 滞后, query: scoring/behind, per_point: -0.1, floor: -10}
      - {rule: over, name: 超额一成, query: scoring/targets, quantity: reach, line_steps: [{from: 1.1, points: 1}]}
END
python3 - <<'END'
import os
days = {"2023-04-25": (20, 0), "2023-06-25": (45, 1), "2023-09-25": (60, 2), "2023-11-25": (95, 3)}
for day, (p, n) in days.items():
    folder = f"ledgers/{day}"
    os.makedirs(folder)

    def write(name, text):
        with open(f"{folder}/{name}.csv", "w") as file:
            file.write(text)

    write("units", "编号,名称,考核分组,排序\na,甲局,市直部门,1\nb,乙局,市直　部门,2\nc,丙县,县区,3\n")
    rows = ["方案,序号,分类,任务,牵头领导,牵头单位,责任单位,完成时限,状态,进度,完成日期"]
    dues = ["2023-03-31", "2023-06-25", "2023-09-30", "2023-12-31", "2023-12-31", "2023-12-31"]
    for i, due in enumerate(dues, 1):
        done = i <= n
        rows.append(
            f"p1,{i},{'简政放权（一）' if i % 2 else '简政放权(一)'},第{i}项任务,{'张三' if i % 3 else '张　三'},"
            f"{'甲局' if i % 2 else '乙局'},丙县,{due},{'已完成' if done else '推进中'},"
            f"{'' if done else str(min(p + 3 * i, 100)) + '%'},{f'2023-0{3 * i}-15' if done else ''}")
    write("ledger", "\n".join(rows) + "\n")
    drafted = "2023-06-02" if day > "2023-06" else ""
    write("milestones", f"方案,任务,节点,时限,完成日期\np1,4,初稿,2023-05-31,{drafted}\np1,4,印发,2023-12-31,\n")
    write("targets", "方案,编号,任务,指标,口径,目标值,类型,完成值,统计日期\n"
          f"p1,T1,4,累计一,≥,100,累计,{p},{day}\np1,T2,5,上限,≤,10,水平,12,{day}\n"
          f"p1,T3,6,水平,≥,90,水平,{p},{day}\n")
    write("submissions", "方案,单位,期别,报送日期\np1,甲局,2023-Q1,2023-04-20\n")
    write("publications", "方案,单位,报送日期,刊发日期,级别,标题,核实\n"
          "p1,丙县,2023-02-01,2023-02-03,省级,一窗受理,是\np1,丙县,2023-02-01,2023-02-04,省 级,一网通办,是\n")
END
while read -r day period; do
  "$program" snapshot --workspace office --from "ledgers/$day" --effective-on "$day"
  "$program" report --workspace office --period "2023-$period"
done <<'END'
2023-04-25 Q1
2023-06-25 H1
2023-09-25 Q3
2023-11-25 FY
END
