# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line on files: import of the deck's text, export of all figures, a first use.

Each is a whole process, beside the sqlite3 shell doing the bare storing or writing of the same
figures, and beside a process of ours that does nothing.

Usage: bench-files.py MADOGUCHI DECK [ROUNDS]
"""

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from measure import Home, print_table, print_verdict, require, timed_run

NOTHING = "madoguchi --version"
HASH = "sha256sum of the deck"
IMPORT = "madoguchi --import, the deck"
STORE = "sqlite3, storing as many rows"
EXPORT = "madoguchi --export-data"
DUMP = "sqlite3, writing all rows"
FIRST = "madoguchi --export-data, first start"


def main():
    madoguchi, deck = sys.argv[1:3]
    n_rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    require("sqlite3")

    # Beside the build, not in a folder in memory, since the disk is a part of the cost.
    with tempfile.TemporaryDirectory(prefix="bench-files-", dir=".") as folder:
        home = Home(f"{folder}/home")
        table = Path(folder, "table.csv").resolve()
        timed_run([madoguchi, f"--export-data={table}"], home)
        kept = shutil.copytree(home.folder / "data", f"{folder}/kept")
        database = home.folder / "data/madoguchi/madoguchi.db"
        measured = {name: [] for name in (NOTHING, HASH, IMPORT, STORE, EXPORT, DUMP, FIRST)}
        text = Path(deck).read_bytes()
        copy = Path(folder, "deck.txt").resolve()

        for n_round in range(n_rounds):
            # The bundled deck again would change nothing: an empty line makes it another file.
            copy.write_bytes(text + b"\n" * (n_round + 1))
            shutil.rmtree(home.folder / "data")
            shutil.copytree(kept, home.folder / "data")
            other = Path(folder, f"other-{n_round}.db").resolve()

            measured[NOTHING].append(timed_run([madoguchi, "--version"], home))
            measured[HASH].append(timed_run(["sha256sum", copy], home))
            measured[EXPORT].append(timed_run([madoguchi, f"--export-data={table}"], home))
            measured[DUMP].append(timed_run(
                ["sqlite3", "-csv", database, f".once {table}.dump", "SELECT * FROM observations"],
                home))
            measured[STORE].append(timed_run(
                ["sqlite3", other, "PRAGMA journal_mode = WAL", f".import --csv {table} figures"],
                home))
            measured[IMPORT].append(timed_run([madoguchi, "--import", copy], home))

            shutil.rmtree(home.folder / "data")
            measured[FIRST].append(timed_run([madoguchi, f"--export-data={table}"], home))

    print_table("Files on the command line", "ms", measured, NOTHING)

    def median_of(combine, one, other):
        return statistics.median(combine(a, b) for a, b in zip(measured[one], measured[other]))

    print()
    print_verdict("import of the deck's text, whole process", statistics.median(measured[IMPORT]),
                  150, " ms")
    print_verdict("first start - later start, without a window",
                  median_of(lambda a, b: a - b, FIRST, EXPORT), 300, " ms")
    print(f"  ratio: import / sqlite3's storing {median_of(lambda a, b: a / b, IMPORT, STORE):.2f}, "
          f"export / sqlite3's writing {median_of(lambda a, b: a / b, EXPORT, DUMP):.2f}")


main()
