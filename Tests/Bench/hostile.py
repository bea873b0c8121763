#!/usr/bin/env python3
"""Makes workbooks that were made to do harm, and says what refusing each costs.

    hostile.py --program .build/release/jibao [--count 1000]

Each is read by a process of its own. It must be refused (exit code 3) with a reason, within half a
second of processor and 50 MB above what the program takes for a workbook of one cell.
"""

import argparse
import os
import pathlib
import random
import struct
import sys
import tempfile
import zlib

SECONDS, MEGABYTES = 0.5, 50
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "xl/worksheets/sheet1.xml"
CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>序号</t></is></c></row>'


def relationships(kind, target):
    return (f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r0" '
            f'Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>').encode()


def parts(sheet_xml):
    """The parts of a workbook of one sheet."""
    return [
        ["[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"/>'.encode()],
        ["_rels/.rels", relationships("officeDocument", "xl/workbook.xml")],
        ["xl/workbook.xml", (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="任务台账" sheetId="1" r:id="r0"/></sheets></workbook>').encode()],
        ["xl/_rels/workbook.xml.rels", relationships("worksheet", "worksheets/sheet1.xml")],
        [SHEET, sheet_xml],
    ]


def sheet(rows, before=""):
    return f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def packed(contents, lies=None, store=False, comment=b"", count=None):
    """A container; `lies` says by part what its headers say in place of the truth."""
    body, directory = bytearray(), bytearray()
    for name, content in contents:
        lie = (lies or {}).get(name, {})
        if store:
            data = content
        else:
            pack = zlib.compressobj(9, zlib.DEFLATED, -15)
            data = pack.compress(content) + pack.flush()
        fields = struct.pack(
            "<HHHHHIIIHH", 20, lie.get("flags", 0), lie.get("method", 0 if store else 8), 0, 0x21,
            lie.get("crc", zlib.crc32(content)), len(data), lie.get("size", len(content)),
            len(name.encode()), 0)
        directory += (b"PK\1\2" + struct.pack("<H", 20) + fields + bytes(10)
                      + struct.pack("<I", lie.get("offset", len(body))) + name.encode())
        body += b"PK\3\4" + fields + name.encode() + data
    number = (len(contents) if count is None else count) & 0xFFFF
    end = b"PK\5\6" + struct.pack(
        "<HHHHIIH", 0, 0, number, number, len(directory), len(body), len(comment))
    return bytes(body + directory + end + comment)


def kinds(seed):
    """By the name of a kind what makes an archive of it; another seed, other numbers."""
    chance = random.Random(seed)
    plain = parts(sheet(CELL))
    good = packed(plain)

    def doctype():
        entities = "".join(f'<!ENTITY b{n} "&a;&a;">' for n in range(chance.randint(1, 99)))
        return packed(parts(sheet(CELL, f'<!DOCTYPE a [<!ENTITY a "x">{entities}]>')))

    def missing_texts():
        return packed(parts(sheet("".join(
            f'<row r="{n}"><c r="A{n}" t="s"><v>{chance.getrandbits(31)}</v></c></row>'
            for n in range(1, 5_000)))))

    return {
        "says 10 bytes, holds 10 MB": lambda: packed(
            parts(sheet(" " * chance.randint(5, 10) * 1_000_000)), {SHEET: {"size": 10}}),
        "says more than it holds": lambda: packed(
            plain, {SHEET: {"size": chance.randint(1_000, 99_000)}}),
        "parts overlap": lambda: packed(plain, {SHEET: {"offset": chance.randint(0, 300)}}),
        "a part twice": lambda: packed(plain + plain[-1:]),
        "cut off": lambda: good[:chance.randint(0, len(good) - 1)],
        "another checksum": lambda: packed(plain, {SHEET: {"crc": chance.getrandbits(32)}}),
        "a bomb": lambda: packed(parts(sheet(" " * chance.randint(20, 60) * 1_000_000))),
        "a bomb of twenty parts": lambda: packed(
            plain + [[f"{n}.xml", bytes(2_000_000)] for n in range(20)]),
        "70,000 parts": lambda: packed(
            plain + [[str(n), b""] for n in range(chance.randint(66_000, 70_000))], store=True),
        "70,000 parts that say 3": lambda: packed(
            plain + [[str(n), b""] for n in range(70_000)], store=True, count=3),
        "2 million levels": lambda: packed(
            parts(sheet("<a>" * chance.randint(1_900_000, 2_000_000))), store=True),
        "an attribute of 26 MB": lambda: packed(
            parts(sheet(f'<row r="1" a="{"x" * (26 << 20)}"/>')), store=True),
        "a comment of 26 MB": lambda: packed(
            parts(sheet(f'<!--{"x" * (26 << 20)}-->')), store=True),
        "a DOCTYPE": doctype,
        "a thousand ends": lambda: packed(
            plain, comment=good[-22:] * chance.randint(1_000, 2_900)),
        "bytes behind its end": lambda: good + bytes(chance.randint(1, 99)),
        "another method": lambda: packed(
            plain, {SHEET: {"method": chance.choice([1, 9, 12, 14, 93, 95])}}),
        "a password": lambda: packed(plain, {SHEET: {"flags": 1}}),
        "a cell twice": lambda: packed(parts(sheet(
            '<row r="1">' + '<c r="A1"><v>1</v></c>' * chance.randint(2, 9_000) + "</row>"))),
        "texts that are not there": missing_texts,
    }


def write(path, kind, seed):
    """Makes an archive in a process of its own: what that takes is none of the program's memory."""
    child = os.fork()
    if not child:
        path.write_bytes(kinds(seed)[kind]())
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status:
        sys.exit(f"hostile: {kind} could not be made")


def cost(command):
    """Exit code, processor seconds and megabytes of a process, and what it said."""
    with tempfile.TemporaryFile() as said:
        process = os.posix_spawn(command[0], command, os.environ, file_actions=[
            (os.POSIX_SPAWN_DUP2, said.fileno(), 1), (os.POSIX_SPAWN_DUP2, said.fileno(), 2)])
        _, status, usage = os.wait4(process, 0)
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    return (os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss / 1024, text)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--command", nargs="*", default=["check"])
    options = parser.parse_args()
    worst, faults = {}, 0
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "台账.xlsx")
        command = [options.program, *options.command, str(path)]
        path.write_bytes(packed(parts(sheet(CELL))))
        base = cost(command)[2]
        names = list(kinds(0))
        for seed in range(options.count):
            kind = names[seed % len(names)]
            write(path, kind, seed)
            code, seconds, megabytes, said = cost(command)
            megabytes = max(0, megabytes - base)
            old = worst.get(kind, (0, 0))
            worst[kind] = (max(old[0], seconds), max(old[1], megabytes), said.strip() or "-")
            if code != 3 or seconds > SECONDS or megabytes > MEGABYTES:
                faults += 1
                print(f"hostile: {kind}: exit code {code}, {seconds:.2f} s, {megabytes:.0f} MB",
                      file=sys.stderr)
    for kind, (seconds, megabytes, said) in worst.items():
        print(f"{kind:28} {seconds:5.2f} s {megabytes:4.0f} MB  {said.splitlines()[0][:90]}")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
