#!/usr/bin/env python3
"""Measures whole runs of the program: processor and wall time and peak memory, the median of several.

    bench.py --program .build/release/jibao --python .build/venv/bin/python --folder .build/bench
             [PART…]

Limits are of processor time, which other programs on the machine change little; those of a server,
whose time is not the program's, and of the use of several cores are of wall time. A part is run alone
by its name, such as `workbooks`.

Every run starts with a workspace of its own. A report is made without an earlier edition. pandas
with XlsxWriter makes a poorer version of the same reports where both can be imported. The writers
alone (WriterBench, beside the program) are held against a bare C program with the same cells.
"""

import argparse
import concurrent.futures
import functools
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parents[2]
BENCH = ROOT / "Tests/Bench"
EXAMPLE = ROOT / "Examples/tianshui-2023"
DAY, PERIOD = "2023-09-25", "2023-Q3"


class Cost(NamedTuple):
    seconds: float
    wall: float
    megabytes: float


def measure(commands, log):
    """Runs the commands one after the other: the sum of their times, the peak of their memory.

    What a command says on stderr goes to the file `log`.
    """
    seconds, wall, peak = 0.0, 0.0, 0
    for command in commands:
        start = time.perf_counter()
        process = os.posix_spawn(
            command[0], command, os.environ,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_OPEN, 2, log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
            ])
        _, status, usage = os.wait4(process, 0)
        wall += time.perf_counter() - start
        seconds += usage.ru_utime + usage.ru_stime
        if status:
            said = pathlib.Path(log).read_text(encoding="utf-8", errors="replace")
            code = os.waitstatus_to_exitcode(status)
            sys.exit(f"{said}bench: exit code {code}: {' '.join(command)}")
        peak = max(peak, usage.ru_maxrss)
    return Cost(seconds, wall, peak / 1024)


def median(runs, prepare, commands, log):
    costs = []
    for _ in range(runs):
        prepare()
        os.sync()
        costs.append(measure(commands, log))
    return Cost(*(statistics.median(column) for column in zip(*costs)))


def one_core(command):
    return ["/usr/bin/taskset", "-c", "0", *command]


# What is measured, what corners.py is told, and whether an earlier ledger is compared with.
CORNERS = [
    ("matrix of 16,384 tasks", ["matrix", "16384", "16"], False),
    ("10,000 tasks x 1,000 units", ["matrix", "10000", "1000"], False),
    ("20,000 tasks, changes", ["matrix", "20000", "500"], True),
    ("5,000 extensions of a task", ["extensions", "5000", "1"], False),
    ("1,000 tasks, 200 own columns", ["own", "1000", "200"], False),
    ("1,000 tasks, each of the next", ["chain", "1000", "1"], False),
    ("1,000 nested collectives", ["nested", "1000", "20"], False),
    ("600 tasks of 1,800 units each", ["collective", "600", "1800"], False),
]

# In the order in which they are run.
PARTS = ["writer_alone", "small", "large", "workbooks", "office_workbook", "hostile",
         "scores", "corners", "growth", "server"]


class Bench:
    def __init__(self, options):
        self.program = str(pathlib.Path(options.program).resolve())
        self.writers = str(pathlib.Path(self.program).parent / "WriterBench")
        # The path of a virtual environment must stay as it is.
        self.python = str(pathlib.Path(options.python).absolute())
        self.folder = pathlib.Path(options.folder).resolve()
        self.runs = options.runs
        self.tasks, self.units = options.tasks, options.units
        self.growth_tasks, self.days = options.growth_tasks, options.days
        self.workspace = self.folder / "workspace"
        self.log = str(self.folder / "stderr.log")

    @functools.cached_property
    def ledger(self):
        return self.generate("ledger")

    @functools.cached_property
    def changed(self):
        """The same with every hundredth row changed."""
        return self.generate("changed", "--change", "0.01")

    def generate(self, name, *more):
        out = self.folder / name
        subprocess.run(
            [sys.executable, BENCH / "generate.py", "--tasks", str(self.tasks), "--units",
             str(self.units), "--effective-on", DAY, *more, out], check=True)
        return out

    def fresh(self, example=None):
        """A new workspace, without a snapshot."""
        shutil.rmtree(self.workspace, ignore_errors=True)
        command = [self.program, "init", self.workspace]
        if example:
            command += ["--example", example]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def keep(self, name):
        """Keeps the workspace as the start of the runs that follow."""
        kept = self.folder / name
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(self.workspace, kept)

        def restore():
            shutil.rmtree(self.workspace, ignore_errors=True)
            shutil.copytree(kept, self.workspace)
        return restore

    def clear(self):
        """The workspace without its reports."""
        shutil.rmtree(self.workspace / "out", ignore_errors=True)

    def snapshot(self, ledger, day=DAY):
        return [self.program, "snapshot", "--workspace", str(self.workspace), "--from",
                str(ledger), "--effective-on", day]

    def report(self, period=PERIOD):
        return [self.program, "report", "--workspace", str(self.workspace), "--period", period]

    def add(self, name, prepare, commands, limit="", runs=None):
        cost = median(runs or self.runs, prepare, commands, self.log)
        print(f"{name:<46} {cost.seconds:>8.3f} s {cost.wall:>8.3f} s {cost.megabytes:>7.0f} MB   "
              f"{limit}", flush=True)
        return cost

    def small(self):
        ledger = EXAMPLE / DAY
        self.add(
            "example: snapshot + report", lambda: self.fresh("tianshui-2023"),
            [self.snapshot(ledger), self.report()], "0.060 s, 60 MB")
        self.baseline("example", ledger)

    def large(self):
        first, second = self.ledger, self.changed
        size = f"{self.tasks:,} tasks"
        self.add(f"{size}: snapshot", self.fresh, [self.snapshot(first)], "3 s")
        self.fresh()
        measure([self.snapshot(first)], self.log)
        start = self.keep("first")
        self.add(f"{size}: snapshot with 1 % changed", start,
                 [self.snapshot(second, "2023-09-26")])
        self.add(f"{size}: report", start, [self.report()], "4 s, 300 MB")
        self.baseline(size, first)
        name = f"{self.units:,} unit workbooks, whole run"
        unit = [*self.report(), "unit"]
        single = self.add(f"{name}, one core", start, [one_core(unit)])
        both = self.add(f"{name}, all cores", start, [unit])
        self.compare(single, both)

    def workbooks(self):
        """The same rows as one workbook."""
        files = self.add(f"{self.tasks:,} tasks as CSV: check", self.fresh,
                         [self.check(self.ledger)])
        for name, options in (("shared texts", []), ("inline texts", ["--inline"])):
            path = self.folder / "台账.xlsx"
            subprocess.run(
                [sys.executable, BENCH / "workbook.py", self.ledger, path, *options],
                check=True)
            # What the workbook takes beside what the same rows take in any form.
            book = self.add(f"{self.tasks:,} tasks as a workbook, {name}: check", self.fresh,
                            [self.check(path)])
            print(f"    {book.seconds - files.seconds:.2f} s more than as CSV   3.5 s", flush=True)
            self.add(f"{self.tasks:,} tasks as a workbook, {name}: snapshot", self.fresh,
                     [self.snapshot(path)], "1.3 times the CSV's, and 3.5 s")

    def hostile(self):
        """Workbooks that were made to do harm."""
        subprocess.run(
            [sys.executable, BENCH / "hostile.py", "--program", self.program], check=True)

    def check(self, ledger):
        return [self.program, "check", "--workspace", str(self.workspace), str(ledger)]

    def office_workbook(self):
        """The same rows as CSV files and as a workbook of an office."""
        ledger, book = self.ledger, self.folder / "ledger.xlsx"
        mapping = self.folder / "mapping.yaml"
        subprocess.run([self.python, BENCH / "office_workbook.py", ledger, book, mapping], check=True)

        def mapped():
            self.fresh()
            shutil.copy(mapping, self.workspace)
        size = f"{self.tasks:,} tasks"
        files = self.add(f"{size}: snapshot of CSV files", self.fresh, [self.snapshot(ledger)])
        limit = f"{1.3 * files.seconds + 3.5:.1f} s"
        self.add(f"{size}: snapshot of a workbook", mapped, [self.snapshot(book)], limit)

    @staticmethod
    def compare(slow, fast, limit=""):
        print(f"    {slow.wall / fast.wall:.2f} times as fast   {limit}", flush=True)

    def writer_alone(self):
        """The writers without a store, beside libxlsxwriter without anything."""
        out, bare = self.folder / "written", str(self.folder / "bare_xlsxwriter")
        subprocess.run(
            ["gcc", "-O2", "-Wall", "-Wextra", "-o", bare, BENCH / "bare_xlsxwriter.c",
             "-lxlsxwriter"], check=True)

        def prepare():
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir()

        def ours(what, count):
            return [self.writers, what, str(count), str(out)]

        def theirs(count):
            return [bare, str(count), str(out / "bare.xlsx")]

        prepare()
        measure([ours("list", 30_000), theirs(30_000)], self.log)
        # In a process of its own: what this one holds counts as memory of those that it starts.
        with concurrent.futures.ProcessPoolExecutor(1) as other:
            if not other.submit(same_cells, out / "任务台账.xlsx", out / "bare.xlsx").result():
                sys.exit("bench: bare_xlsxwriter.c and WriterBench write different cells")
        name = f"list of {self.tasks:,} x 18"
        library = self.add(f"{name}: bare libxlsxwriter", prepare, [theirs(self.tasks)])
        program = self.add(f"{name}: our writer", prepare, [ours("list", self.tasks)])
        print(f"    {program.seconds / library.seconds:.2f} of the library's time   1.25", flush=True)
        self.add("list of 1,000,000 x 18: our writer", prepare, [ours("list", 1_000_000)], "150 MB")
        name = f"{self.units:,} unit workbooks, writing alone"
        units = ours("units", self.units)
        single = self.add(f"{name}, one core", prepare, [one_core(units)])
        both = self.add(f"{name}, all cores", prepare, [units])
        self.compare(single, both, "1.7 on two cores")

    def scores(self):
        """A query by itself, then every line of every score, by the rules of the example."""
        self.fresh()
        plan = self.workspace / "plans/bench"
        shutil.copytree(EXAMPLE / "rules", plan / "rules")
        shutil.copy(EXAMPLE / "plan.yaml", plan)
        measure([self.snapshot(self.ledger)], self.log)
        for name, limit in (("completion_by_unit", ""), ("score_lines", "2.5 s, 250 MB")):
            self.add(f"{self.tasks:,} tasks: query {name}", lambda: None, [
                [self.program, "query", f"metrics/{name}", "--workspace", str(self.workspace),
                 "--as-of", DAY, "--csv"]], limit)
        self.add(f"{self.tasks:,} tasks: report with scores", self.clear, [self.report()],
                 "4 s, 300 MB")

    def growth(self, *more):
        """250 days of a store, in a program of its own."""
        subprocess.run(
            [sys.executable, BENCH / "growth.py", "--program", self.program, "--folder",
             self.folder / "growth", "--units", str(self.units), "--tasks",
             str(self.growth_tasks), "--days", str(self.days), *more], check=True)

    def corner(self, *arguments):
        """A ledger of an odd shape."""
        out = self.folder / "corner"
        shutil.rmtree(out, ignore_errors=True)
        subprocess.run([sys.executable, BENCH / "corners.py", *arguments, out], check=True)
        return out

    def corners(self):
        """Small inputs that took the square of their size, or all memory."""
        for name, arguments, has_changes in CORNERS:
            self.fresh()
            steps = []
            if has_changes:
                before = self.corner("--before", *arguments)
                measure([self.snapshot(before, "2023-09-24")], self.log)
                steps = [[self.program, "diff", "--workspace", str(self.workspace),
                          "--from", "2023-09-24", "--to", DAY]]
            ledger = self.corner(*arguments)
            size = sum(file.stat().st_size for file in ledger.iterdir()) / 1e6
            self.add(f"corner: {name}, {size:.1f} MB", self.keep("corner-start"),
                     [self.snapshot(ledger), *steps, self.report()], "60 s, 1 GB", runs=1)

    def server(self):
        """The same on a throwaway PostgreSQL server of this machine."""
        place = pathlib.Path(tempfile.mkdtemp(prefix="jibao-bench-", dir="/tmp"))
        cluster = ROOT / "Tests/Tools/cluster"
        address = subprocess.run(
            [cluster, "start", place], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
        try:
            self.on_server(address, self.ledger, self.changed)
            self.growth("--server", address)
        finally:
            subprocess.run([cluster, "stop", place], check=False)

    def on_server(self, address, first, second):
        def database(name, template="template0"):
            for statement in (f"DROP DATABASE IF EXISTS {name} WITH (FORCE)",
                              f"CREATE DATABASE {name} TEMPLATE {template}"):
                subprocess.run(
                    ["psql", "-qX", "-c", statement, address], check=True,
                    stderr=subprocess.DEVNULL)

        def fresh():
            database("bench")
            shutil.rmtree(self.workspace, ignore_errors=True)
            store = address.replace("/postgres?", "/bench?")
            for command in (["init", self.workspace, "--store", store],
                            ["migrate", "--workspace", self.workspace]):
                subprocess.run(
                    [self.program, *command], check=True, stdout=subprocess.DEVNULL)

        def restore():
            database("bench", template="kept")
            self.clear()

        size = f"PostgreSQL, {self.tasks:,} tasks"
        self.add(f"{size}: snapshot", fresh, [self.snapshot(first)], "6 s")
        fresh()
        measure([self.snapshot(first)], self.log)
        database("kept", template="bench")
        self.add(f"{size}: 1 % changed", restore,
                 [self.snapshot(second, "2023-09-26")], "2.5 s")
        self.add(f"{size}: report", restore, [self.report()], "1.5 times SQLite's")

    def baseline(self, name, ledger):
        importable = subprocess.run(
            [self.python, "-c", "import pandas, xlsxwriter"], stderr=subprocess.DEVNULL,
            check=False) if os.path.exists(self.python) else None
        if importable is None or importable.returncode:
            print(f"{name}: pandas + XlsxWriter are not there, not compared")
            return
        out = self.folder / "pandas"

        def prepare():
            shutil.rmtree(out, ignore_errors=True)
        self.add(
            f"{name}: pandas + XlsxWriter, no history", prepare,
            [[self.python, str(BENCH / "baseline_pandas.py"), str(ledger), DAY, str(out)]])


def same_cells(left, right):
    return cells(left) == cells(right)


def cells(path):
    """The cells under the headings by column, row after row, with numbers as numbers.

    A cell that does not say where it stands follows the one before it.
    """
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    cell = re.compile(
        r'<c(?: r="([A-Z]+)\d+")?[^>]*?(?:/>|>(?:<is><t[^>]*>(.*?)</t></is>|<v>(.*?)</v>)</c>)',
        re.S)
    found = []
    for row in re.findall(r'<row r="\d+"[^>]*>(.*?)</row>', xml, re.S):
        column, values = 0, {}
        for letters, text, number in cell.findall(row):
            column = position(letters) if letters else column + 1
            if text or number:
                values[column] = text or float(number)
        if isinstance(values.get(1), float):
            found.append(values)
    return found


def position(letters):
    """The number of a column, A being 1."""
    return functools.reduce(lambda sum, letter: 26 * sum + ord(letter) - 64, letters, 0)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--python", required=True, help="a Python with pandas and XlsxWriter")
    parser.add_argument("--folder", required=True, help="for ledgers and workspaces")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--tasks", type=int, default=100_000)
    parser.add_argument("--units", type=int, default=3_000)
    parser.add_argument(
        "--growth-tasks", type=int, default=100_000, help="of a store that grows day by day")
    parser.add_argument("--days", type=int, default=250, help="for which it grows")
    # Of none, argparse asks whether the empty list is a choice.
    parser.add_argument(
        "parts", nargs="*", choices=[[], *PARTS], metavar="PART", help=", ".join(PARTS))
    options = parser.parse_args()

    pathlib.Path(options.folder).mkdir(parents=True, exist_ok=True)
    bench = Bench(options)
    print(f"{'median of ' + str(options.runs):<46} {'processor':>10} {'wall':>10} {'peak':>10}   limit")
    for part in options.parts or PARTS:
        getattr(bench, part)()


if __name__ == "__main__":
    main()
