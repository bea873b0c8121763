#!/usr/bin/env python3
"""Makes a copy of the toolchain's resources whose Foundation has only the ICU data that the program
uses: the whole is half of the binary.

    icu_data.py FOLDER    for `swift build --static-swift-stdlib -Xswiftc -resource-dir -Xswiftc FOLDER`

Left out is what only other languages need: locales, sorting, transliteration, word breaks, names of
currencies, regions and units. Kept are time zones, normalisation, encodings of Chinese, Chinese and
English. The copy is links but for one archive.
"""

import pathlib
import re
import shutil
import struct
import subprocess
import sys

# What only other languages need; names within the package.
FOLDERS = re.compile(
    r"(coll|curr|lang|region|zone)/(?!res_index|pool|root)|(unit|rbnf|translit|brkitr)/|unames")
LOCALES = re.compile(r"(?!en\.res|en_|zh)[a-z]{2,3}(_\w+)?\.res")
KEPT = re.compile(r"(zone|curr)/(en|zh)(_Hans)?\.res")
ENCODINGS = re.compile(r"(?!gb18030|gbk|windows-936|ibm-1386|ibm-5478|iso-ir-165|ibm-5348|cnvalias).*\.cnv")


def is_kept(name):
    others = FOLDERS.match(name) or LOCALES.fullmatch(name) or ENCODINGS.fullmatch(name)
    return bool(KEPT.fullmatch(name)) or not others


def part(data):
    """The package without the items that are left out."""
    header = struct.unpack_from("<H", data)[0]
    if data[2:4] != b"\xda\x27" or data[12:16] != b"CmnD":
        raise ValueError("no ICU package")
    count = struct.unpack_from("<I", data, header)[0]
    offsets = [struct.unpack_from("<II", data, header + 4 + 8 * i) for i in range(count)]
    ends = [offset for _, offset in offsets[1:]] + [len(data) - header]
    items = []
    for (name_at, start), end in zip(offsets, ends):
        name = data[header + name_at:data.index(b"\0", header + name_at)]
        if is_kept(name.decode().split("/", 1)[1]):
            items.append((name, data[header + start:header + end]))
    names, at = b"", 4 + 8 * len(items)
    places = []
    for name, _ in items:
        places.append(at + len(names))
        names += name + b"\0"
    names += b"\xaa" * (-(header + at + len(names)) % 16)
    position, toc, body = at + len(names), struct.pack("<I", len(items)), b""
    for place, (_, content) in zip(places, items):
        toc += struct.pack("<II", place, position + len(body))
        body += content + b"\xaa" * (-len(content) % 16)
    return data[:header] + toc + names + body


def object_of(kept, symbol, folder):
    """An object whose symbol is the package."""
    (folder / "part.dat").write_bytes(kept)
    (folder / "part.s").write_text(
        f'.section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, @object\n{symbol}:\n'
        f'.incbin "part.dat"\n.size {symbol}, . - {symbol}\n'
        '.section .note.GNU-stack,"",@progbits\n')


def main():
    target = pathlib.Path(sys.argv[1]).resolve()
    toolchain = pathlib.Path(shutil.which("swift")).resolve().parents[1]
    resources = toolchain / "lib/swift_static"
    archive, member = resources / "linux/lib_FoundationICU.a", "icu_packaged_data.cpp.o"
    made = target / "linux" / archive.name
    if made.exists() and made.stat().st_mtime > archive.stat().st_mtime:
        return
    shutil.rmtree(target, ignore_errors=True)
    (target / "linux").mkdir(parents=True)
    for place in [resources, resources / "linux"]:
        for path in place.iterdir():
            if path not in (resources / "linux", archive):
                (target / path.relative_to(resources)).symlink_to(path)
    work = target / "work"
    work.mkdir()

    def run(*words):
        return subprocess.run(words, check=True, stdout=subprocess.PIPE, cwd=work).stdout.decode()

    run("ar", "x", str(archive), member)
    value, size, section, name = re.search(
        r"([0-9a-f]+)\s+(\w+)\s+OBJECT\s+\w+\s+\w+\s+(\d+)\s+(icudt\d+_dat)$",
        run("readelf", "-sW", member), re.M).groups()
    start = re.search(
        rf"^\s*\[\s*{section}\]\s+\S+\s+\S+\s+[0-9a-f]+\s+([0-9a-f]+)",
        run("readelf", "-SW", member), re.M)[1]
    at = int(start, 16) + int(value, 16)
    whole = (work / member).read_bytes()[at:at + int(size, 0)]
    kept = part(whole)
    object_of(kept, name, work)
    run("as", "-o", member, "part.s")
    shutil.copy(archive, work / archive.name)
    run("ar", "r", archive.name, member)
    (work / archive.name).rename(made)
    shutil.rmtree(work)
    print(f"ICU data: {len(kept):,} of {len(whole):,} bytes are kept", file=sys.stderr)


if __name__ == "__main__":
    main()
