#!/usr/bin/env python3
"""Lists what workbooks are made of: the SHA-256 of each part, a line each.

    parts.py FOLDER

Of every workbook in the folder, in the order of their names; of many, a line each for all parts.
Compression does not matter.
"""
import hashlib
import pathlib
import sys
import zipfile


def main():
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx"))
    for path in paths:
        with zipfile.ZipFile(path) as workbook:
            parts = [(hashlib.sha256(workbook.read(name)).hexdigest(), name)
                     for name in sorted(workbook.namelist())]
        if len(paths) > 3:
            parts = [(hashlib.sha256(repr(parts).encode()).hexdigest(), "all parts")]
        for digest, name in parts:
            print(digest, path.name, name)


if __name__ == "__main__":
    main()
