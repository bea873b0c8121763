"""Puts a store as version 1 wrote it (version-1.sql) in the place of a workspace's store, and a
copy of it beside: version_1.py WORKSPACE. The days, which are the same, are those of the store
that was there."""

import pathlib
import shutil
import sqlite3
import sys

workspace = pathlib.Path(sys.argv[1])
store, copy = workspace / "jibao.sqlite", workspace / "version-1.sqlite"
with sqlite3.connect(store) as connection:
    days = connection.execute("SELECT * FROM day").fetchall()
store.unlink()
connection = sqlite3.connect(store)
connection.executescript(pathlib.Path(__file__).with_name("version-1.sql").read_text("utf-8"))
connection.executemany("INSERT INTO day VALUES (?, ?, ?, ?, ?, ?)", days)
connection.execute("PRAGMA application_id = 1785291361")
connection.execute("PRAGMA user_version = 1")
connection.commit()
connection.close()
shutil.copyfile(store, copy)
