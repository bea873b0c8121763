#!/usr/bin/env python3
"""How a store grows: a daily snapshot with 1 % of its rows changed, for 250 days.

    growth.py --program .build/release/jibao --folder .build/bench/growth --tasks 20000 --days 250

Prints, after 1, 25, … days: what one more snapshot costs; the growth of the store over the bytes of
the changed rows of the ledger's file; what a query as of a day in the middle costs, beside a store
that holds that day alone; a snapshot loaded into the middle, beside one at the end; what a day
without a change adds. Times are of the processor (user + system) on SQLite, of the clock on a server
(`--server ADDRESS`), whose work is not the program's own.
"""

import argparse
import csv
import datetime
import io
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import time

import generate

FIRST = datetime.date(2023, 1, 9)
QUERY = "metrics/completion_by_unit"
SIZE_OF_DATABASE = """
    SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = 'jibao' AND c.relkind = 'r'"""


class Ledger:
    """The office's file, which changes from day to day; those of some days are kept."""

    def __init__(self, folder, tasks, units):
        self.folder = folder
        self.random = random.Random("growth")
        rows = list(generate.unit_rows(units))
        names = [unit[2] or unit[1] for unit in rows]
        self.rows = [generate.task_row(self.random, number, names, FIRST)
                     for number in range(1, tasks + 1)]
        self.lines = [self.line(row) for row in self.rows]
        folder.mkdir(parents=True, exist_ok=True)
        generate.write(folder / "units.csv", generate.UNIT_HEADINGS, rows)
        self.write()

    @staticmethod
    def line(row):
        text = io.StringIO()
        csv.writer(text).writerow(row)
        return text.getvalue()

    def write(self):
        with open(self.folder / "ledger.csv", "w", encoding="utf-8-sig", newline="") as file:
            file.write(self.line(generate.TASK_HEADINGS))
            file.writelines(self.lines)

    def corrected(self, name, day):
        """The folder of a ledger with another 1 % reported anew, of which later days know nothing."""
        rows, lines = self.rows[:], self.lines[:]
        self.change(day)
        folder = self.folder.with_name(name)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        self.rows, self.lines = rows, lines
        self.write()
        return folder

    def change(self, day):
        """Reports 1 % of the rows anew; returns their bytes."""
        changed = 0
        for index in self.random.sample(range(len(self.rows)), len(self.rows) // 100):
            self.rows[index] = generate.change(self.random, self.rows[index], day)
            self.lines[index] = self.line(self.rows[index])
            changed += len(self.lines[index].encode())
        self.write()
        return changed


class Store:
    """A workspace with its store, a file or a database on a server."""

    def __init__(self, options, name):
        self.program, self.server, self.name = options.program, options.server, f"growth_{name}"
        self.workspace = options.folder / self.name
        self.log = options.folder / "stderr.log"

    def psql(self, *statements, database="postgres"):
        arguments = [part for statement in statements for part in ("-c", statement)]
        return subprocess.run(
            ["psql", "-qAtX", "-d", self.address(database), *arguments], check=True, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.strip()

    def address(self, database):
        return self.server.replace("/postgres?", f"/{database}?")

    def database(self, template):
        self.psql(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)",
                  f"CREATE DATABASE {self.name} TEMPLATE {template}")

    def make(self):
        shutil.rmtree(self.workspace, ignore_errors=True)
        more = []
        if self.server:
            self.database("template0")
            more = ["--store", self.address(self.name)]
        self.run("init", self.workspace, *more)
        if self.server:
            self.run("migrate", "--workspace", self.workspace)
        return self

    def copy(self, other):
        """Becomes what another is."""
        shutil.rmtree(self.workspace, ignore_errors=True)
        shutil.copytree(other.workspace, self.workspace)
        if self.server:
            self.database(other.name)
            file = self.workspace / "jibao.yaml"
            file.write_text(file.read_text().replace(f"/{other.name}?", f"/{self.name}?"))
        os.sync()
        return self

    def run(self, *command):
        """Runs a command of the program; returns what it took."""
        arguments = [str(part) for part in (self.program, *command)]
        start = time.perf_counter()
        process = os.posix_spawn(arguments[0], arguments, os.environ, file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, str(self.log), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)])
        _, status, usage = os.wait4(process, 0)
        if status:
            sys.exit(f"{self.log.read_text()}growth: {' '.join(arguments)}")
        if self.server:
            return time.perf_counter() - start
        return usage.ru_utime + usage.ru_stime

    def snapshot(self, folder, day):
        return self.run("snapshot", "--workspace", self.workspace, "--from", folder,
                        "--effective-on", day)

    def query(self, day):
        return min(self.run("query", QUERY, "--workspace", self.workspace, "--as-of", day, "--csv")
                   for _ in range(3))

    def size(self):
        if self.server:
            return int(self.psql(SIZE_OF_DATABASE, database=self.name))
        return (self.workspace / "jibao.sqlite").stat().st_size


class Growth:
    def __init__(self, options):
        self.options = options
        self.store = Store(options, "history").make()
        self.other = Store(options, "other")
        self.ledger = Ledger(options.folder / "ledger", options.tasks, options.units)
        # By day: what the query takes alone, the ledger that is loaded into the middle.
        self.alone, self.middle = {}, {}

    def keep_alone(self, count):
        """Queries a store that holds the present day alone."""
        self.other.make().snapshot(self.ledger.folder, self.day(count))
        self.alone[count] = self.other.query(self.day(count))
        self.middle[count] = self.ledger.corrected(f"middle-{count}", self.day(count))

    @staticmethod
    def day(count):
        return FIRST + datetime.timedelta(days=count - 1)

    def run(self):
        points = [1, *(point for point in (25, 50, 100, 150, 200) if point < self.options.days),
                  self.options.days]
        middles = {point: max(1, point // 2) for point in points}
        print(f"{'days':>5} {'snapshot':>10} {'growth':>8} {'query':>9} {'alone':>9} {'ratio':>6}"
              f" {'middle':>9} {'end':>9} {'ratio':>6} {'unchanged':>10}", flush=True)
        changed, costs = 0, []
        for count in range(1, self.options.days + 1):
            if count > 1:
                changed += self.ledger.change(self.day(count))
            costs.append(self.store.snapshot(self.ledger.folder, self.day(count)))
            if count == 1:
                first = self.store.size()
            if count in middles.values():
                self.keep_alone(count)
            if count in points:
                self.show(count, middles[count], changed, first, statistics.median(costs[-5:]))

    def show(self, count, middle, changed, first, cost):
        growth = f"{(self.store.size() - first) / changed:.2f}" if changed else "-"
        query = self.store.query(self.day(middle))
        size = self.other.copy(self.store).size()
        for later in range(1, 11):
            self.other.snapshot(self.ledger.folder, self.day(count + later))
        unchanged = (self.other.size() - size) / 10
        corrected = self.ledger.corrected("end", self.day(count + 1))
        end, into = ([], [])
        for _ in range(3):
            end.append(self.other.copy(self.store).snapshot(corrected, self.day(count + 1)))
            into.append(
                self.other.copy(self.store).snapshot(self.middle[middle], self.day(middle)))
        alone, end, into = self.alone[middle], min(end), min(into)
        print(f"{count:>5} {cost:>8.3f} s {growth:>8} {query:>7.3f} s {alone:>7.3f} s"
              f" {query / alone:>6.2f} {into:>7.3f} s {end:>7.3f} s {into / end:>6.2f}"
              f" {unchanged:>8.0f} B", flush=True)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("--server", help="the address of a throwaway server, as `cluster` prints it")
    parser.add_argument("--tasks", type=int, default=20_000)
    parser.add_argument("--units", type=int, default=3_000)
    parser.add_argument("--days", type=int, default=250)
    options = parser.parse_args()
    options.program = pathlib.Path(options.program).resolve()
    options.folder = options.folder.resolve()
    options.folder.mkdir(parents=True, exist_ok=True)
    print(f"{'PostgreSQL' if options.server else 'SQLite'}, {options.tasks:,} tasks, 1 % changed a"
          " day; limits: growth 1.9 (server 2.2), query 2, middle 1.5, unchanged 4096 B", flush=True)
    Growth(options).run()


if __name__ == "__main__":
    main()
